package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Blueprint;
import org.filmwright.engine.Choice;
import org.filmwright.engine.EventFold;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.flow.Catalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P2 and P8 of the engine: the log, told again, gives the rows; and whoever changes a byte of it is found out. */
@Tag("recovery")
class P8EventChainTest {
    private static final String NODES = """
            {"name":"film","version":1,"title":"Film","nodes":[
              {"name":"list","kind":"task","handler":"list"},
              {"name":"shot","kind":"fanout","over":"list.items","nodes":[
                {"name":"draw","kind":"task","handler":"do"},
                {"name":"gate","kind":"gate","question":"Good?","about":"draw","after":["draw"]}]},
              {"name":"odd","kind":"task","handler":"break","on_failure":"skip","after":["shot"]},
              {"name":"cut","kind":"task","handler":"do","after":["shot","odd"]}]}""";

    @TempDir
    private Path folder;
    private Path project;
    private RunId run;

    private final Map<String, StepHandler> handlers = Map.of("do", context -> StepResult.done("{}"), "list",
            context -> StepResult.done("{\"items\":[{\"key\":\"1\"},{\"key\":\"2\"}]}"), "break",
            context -> new StepResult.Failed(new Failure.Refused("It broke.", "Mend it.")));

    @BeforeEach
    void makeAFilm() {
        project = folder.resolve("film.filmwright");
        Catalog catalog = new Catalog();
        catalog.add("film.json", NODES);
        RunSpec spec = Blueprint.run(ManualEngine.value(catalog.pinned("film")), "film", "{}");
        run = spec.id();
        try (ProjectFolder open = open(); ManualEngine desk = desk(open)) {
            desk.finish(spec);
            answer(desk, "redo");
            answer(desk, "accept");
            answer(desk, "accept");
            desk.engine().pause(run);
            desk.engine().resume(run);
            desk.crew().runAll();
        }
    }

    private static void answer(ManualEngine desk, String word) {
        OpenQuestion open = desk.engine().questions().getFirst();
        ManualEngine.value(desk.engine().decide(open.step(), new Choice(word, "", "ann", desk.clock().instant())));
        desk.crew().runAll();
    }

    private ProjectFolder open() {
        return ManualEngine.value(ProjectFolder.openOrCreate(project, InstantSource.system()));
    }

    private ManualEngine desk(ProjectFolder open) {
        return new ManualEngine(open.ledger(), handlers, open.staging());
    }

    @Test
    void theLogToldAgainGivesTheRowsAndTablesAgreeWithTheirIndexes() throws SQLException {
        try (ProjectFolder open = open(); ManualEngine desk = desk(open)) {
            Run now = desk.engine().run(run).orElseThrow();
            assertEquals(List.of(), EventFold.differences(desk.engine().events(run), now, desk.engine().steps(run)));
            assertEquals(List.of(), open.check());
        }
        for (String table : List.of("wf_run", "step_run", "step_dep", "event_log", "decision", "artifact")) {
            assertEquals(number("select count(*) from (select * from " + table + " order by 1 desc) t"),
                    number("select count(*) from " + table), table);
        }
        assertEquals(number("select sum(n) from step_count"),
                number("select count(*) from step_run where run_id >= ''"));
        assertEquals(number("select count(*) from event_log where run_id = '" + run + "' and seq > 0"),
                number("select event_seq from wf_run"));
    }

    @Test
    void everyByteOfEveryKindOfEventIsHeldByTheChain() throws SQLException {
        List<String> kinds = texts("select distinct type from event_log");
        assertTrue(kinds.containsAll(List.of("run.running", "run.succeeded", "step.pending", "step.ready",
                "step.running", "step.succeeded", "step.failed", "step.skipped", "step.waiting_decision",
                "loop.taken")), kinds.toString());
        for (String kind : kinds) {
            String seq = texts("select seq from event_log where type = '" + kind + "' order by seq").getFirst();
            for (String column : List.of("type", "detail", "hash", "prev_hash", "step_id")) {
                flipped(column, seq, () -> assertTrue(found(), "a changed " + column + " of " + kind + " was missed"));
            }
            changed("update event_log set at = dateadd('microsecond', 1, at) where seq = " + seq,
                    "update event_log set at = dateadd('microsecond', -1, at) where seq = " + seq);
            changed("update event_log set epoch = epoch + 1 where seq = " + seq,
                    "update event_log set epoch = epoch - 1 where seq = " + seq);
        }
        assertFalse(found(), "everything was put back");
    }

    @Test
    void anEventThatIsTakenOutIsMissed() throws SQLException {
        execute("delete from event_log where seq = 7");
        assertTrue(found());
    }

    @Test
    void oneFlippedByteOfEveryKindOfFactInTheJournalIsDetected() throws IOException {
        Path file = project.resolve("journal").resolve("000.jsonl");
        byte[] whole = Files.readAllBytes(file);
        List<String> missed = new ArrayList<>();
        int lines = 0;
        int last = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).stripTrailing().lastIndexOf('\n');
        for (int at = 0; at < last; at += 1 + at % 13) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);
            lines++;
            if (ProjectFolder.open(project, InstantSource.system()) instanceof Outcome.Ok<ProjectFolder>(var open)) {
                open.close();
                missed.add("byte " + at);
            }
        }
        Files.write(file, whole);
        assertEquals(List.of(), missed);
        assertTrue(lines > 50, "many bytes were tried: " + lines);
        open().close();
    }

    private boolean found() {
        try (ProjectFolder open = open()) {
            return !open.check().isEmpty();
        }
    }

    private void changed(String change, String back) throws SQLException {
        execute(change);
        assertTrue(found(), change);
        execute(back);
    }

    /** Flips a bit of the middle of a text, looks, and flips it back. */
    private void flipped(String column, String seq, Runnable look) throws SQLException {
        List<String> before = texts("select " + column + " from event_log where seq = " + seq);
        if (before.getFirst() == null || before.getFirst().isEmpty()) {
            return;
        }
        char[] text = before.getFirst().toCharArray();
        text[text.length / 2] ^= 1;
        set(column, seq, new String(text));
        look.run();
        set(column, seq, before.getFirst());
    }

    private void set(String column, String seq, String value) throws SQLException {
        execute("update event_log set " + column + " = '" + value.replace("'", "''") + "' where seq = " + seq);
    }

    private long number(String query) throws SQLException {
        return Long.parseLong(texts(query).getFirst());
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:async:" + project.resolve("project").toAbsolutePath());
    }

    private List<String> texts(String query) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = connection(); Statement open = connection.createStatement()) {
            open.execute(statement);
        }
    }
}
