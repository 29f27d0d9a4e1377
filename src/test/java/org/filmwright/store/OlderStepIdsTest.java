package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.filmwright.engine.Blueprint;
import org.filmwright.engine.Choice;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.RunState;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.flow.Catalog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects whose steps were given their ids otherwise go on where they stood. */
@Tag("recovery")
class OlderStepIdsTest {
    private static final String NODES = """
            {"name":"film","version":1,"title":"Film","nodes":[
              {"name":"list","kind":"task","handler":"list"},
              {"name":"shot","kind":"fanout","over":"list.items","nodes":[
                {"name":"draw","kind":"task","handler":"do"},
                {"name":"gate","kind":"gate","question":"Good?","about":"draw","after":["draw"]}]},
              {"name":"sure","kind":"gate","question":"Sure?","about":"list","after":["shot"]},
              {"name":"more","kind":"fanout","over":"list.items","handler":"do","after":["sure"]},
              {"name":"cut","kind":"task","handler":"do","after":["more"]}],"output":"cut"}""";

    private static final List<String> COLUMNS = List.of("step_run.id", "step_run.parent_id", "step_dep.from_step",
            "step_dep.to_step", "decision.step_id", "step_attempt.step_id", "event_log.step_id");

    @TempDir
    private Path folder;
    private final Map<StepId, StepId> older = new HashMap<>();
    private final List<String> done = new ArrayList<>();
    private final Map<String, StepHandler> handlers = Map.of("do", context -> {
        done.add(context.step().path());
        return StepResult.done("{}");
    }, "list", context -> {
        done.add(context.step().path());
        return StepResult.done("{\"items\":[{\"key\":\"1\"},{\"key\":\"2\"}]}");
    });

    private Path project() {
        return folder.resolve("film.filmwright");
    }

    private ProjectFolder open() {
        return ManualEngine.value(ProjectFolder.openOrCreate(project(), InstantSource.system()));
    }

    private ManualEngine desk(ProjectFolder open) {
        return new ManualEngine(open.ledger(), handlers, open.staging());
    }

    private static void answer(ManualEngine desk, String word) {
        OpenQuestion open = desk.engine().questions().getFirst();
        ManualEngine.value(desk.engine().decide(open.step(), new Choice(word, "", "ann", desk.clock().instant())));
        desk.crew().runAll();
    }

    @Test
    void aRunThatWasBegunByAnOlderProgramIsFinishedByThisOne() throws SQLException {
        Catalog catalog = new Catalog();
        catalog.add("film.json", NODES);
        RunSpec spec = Blueprint.run(ManualEngine.value(catalog.pinned("film")), "film", "{}");
        RunId run = spec.id();
        try (ProjectFolder open = open(); ManualEngine desk = desk(open)) {
            desk.finish(spec);
            answer(desk, "accept");
            desk.engine().steps(run).forEach(step -> older.put(step.id(), older(run, step.path())));
        }
        rename();
        try (ProjectFolder open = open(); ManualEngine desk = desk(open)) {
            desk.crew().runAll();
            answer(desk, "redo");
            answer(desk, "accept");
            answer(desk, "accept");
            assertEquals(RunState.SUCCEEDED, desk.engine().run(run).orElseThrow().state());
            ManualEngine.value(desk.engine().retry(older(run, "list")));
            desk.crew().runAll();
            List<Step> steps = desk.engine().steps(run);
            assertEquals(steps.size(), steps.stream().map(Step::path).distinct().count());
            assertTrue(steps.stream().anyMatch(step -> step.id().equals(older(run, "list"))));
        }
        assertEquals(List.of("list", "shot/1/draw", "shot/2/draw", "shot/2/draw", "more/1", "more/2", "cut", "list"),
                done.subList(0, 8));
    }

    private static StepId older(RunId run, String path) {
        byte[] name = (run + "/" + path).getBytes(StandardCharsets.UTF_8);
        return new StepId(UUID.nameUUIDFromBytes(name).toString());
    }

    /** The rows as they were before ids began with those of their runs. */
    private void rename() throws SQLException {
        try (Connection rows = DriverManager.getConnection("jdbc:h2:async:" + project().resolve("project"))) {
            for (String column : COLUMNS) {
                String[] parts = column.split("[.]");
                try (PreparedStatement change = rows.prepareStatement(
                        "update %1$s set %2$s = ? where %2$s = ?".formatted((Object[]) parts))) {
                    for (Map.Entry<StepId, StepId> step : older.entrySet()) {
                        change.setString(1, step.getValue().value());
                        change.setString(2, step.getKey().value());
                        change.executeUpdate();
                    }
                }
            }
        }
    }
}
