package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filmwright.base.MediaRef;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.Question;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.filmwright.production.Project;
import org.filmwright.store.ProjectFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code jobs}, {@code workflows} and {@code project check} on a project that waits at a gate. */
class ProjectCommandsTest {
    private static final RunSpec FILM = new RunSpec("make", "film", "{}", List.of(
            StepSpec.task("draw", "draw", "cpu", "{}", List.of()),
            StepSpec.task("circle", "ask", "cpu", "{}", List.of("draw")),
            StepSpec.task("cut", "cut", "cpu", "{}", List.of("circle"))));

    @TempDir
    private Path folder;
    private Path project;
    private StringWriter printed;
    private StringWriter complained;

    @Command(name = "filmwright", subcommands = {JobsCommand.class, WorkflowsCommand.class, ProjectCommand.class})
    private static final class All {}

    @BeforeEach
    void waitAtTheGate() {
        project = folder.resolve("film.filmwright");
        make();
    }

    /** What the main job does: open, go on as far as possible, close. */
    private void make() {
        try (ProjectFolder open = ManualEngine.value(ProjectFolder.openOrCreate(project, InstantSource.system()))) {
            Map<String, StepHandler> handlers = Map.of("draw", context -> drawn(open, context), "ask",
                    ProjectCommandsTest::asked, "cut", context -> StepResult.done("{}"));
            try (ManualEngine desk = new ManualEngine(open.ledger(), handlers, open.staging())) {
                desk.finish(FILM);
            }
        }
    }

    private static StepResult drawn(ProjectFolder open, StepContext context) {
        try {
            Path staged = Files.writeString(context.staging().resolve("x.png"), "a picture");
            MediaRef media = ManualEngine.value(open.vault().publish(staged, "png"));
            return StepResult.done("{}", media);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StepResult asked(StepContext context) {
        return context.answer().isPresent()
                ? StepResult.done("{}")
                : new StepResult.NeedsDecision(new Question("Which take?",
                        List.of(Question.Option.toHandler("take-1", "Take 1", "sharp"))));
    }

    private int run(String... args) {
        printed = new StringWriter();
        complained = new StringWriter();
        return new CommandLine(new All()).setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(complained))
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    complained.write(problem.getMessage());
                    return problem instanceof CommandFailed failed ? ExitCode.of(failed.failure()) : ExitCode.FAILED;
                })
                .execute(args);
    }

    private JsonNode json(String... args) throws IOException {
        String[] all = Stream.concat(Stream.of(args), Stream.of("--json")).toArray(String[]::new);
        assertEquals(ExitCode.DONE, run(all), () -> complained.toString());
        return new ObjectMapper().readTree(printed.toString());
    }

    @Test
    void jobsAreListedWithTheirStates() throws IOException {
        JsonNode rows = json("jobs", "list", "--project", project.toString());
        assertEquals(3, rows.size());
        assertEquals("draw", rows.get(0).get("path").asText());
        assertEquals("waiting_decision", rows.get(1).get("state").asText());
    }

    @Test
    void aScreenplayThatNoStepHasReadYetIsNoStrayFile() throws IOException {
        Path script = Files.writeString(folder.resolve("lamp.fountain"), "INT. CELLAR - NIGHT\n\nADA lifts a lamp.\n");
        Project begun = ManualEngine.value(new StudioDesk().begin(script));
        begun.close();
        assertEquals(ExitCode.DONE, run("project", "check", folder.resolve("lamp.filmwright").toString()),
                () -> printed.toString());
    }

    @Test
    void aJobIsFoundByItsPathOrTheBeginningOfItsId() throws IOException {
        JsonNode row = json("jobs", "show", "draw", "--project", project.toString());
        String id = row.get("id").asText();
        assertEquals(row, json("jobs", "show", id.substring(0, 8), "--project", project.toString()));
    }

    @Test
    void whatIsNotThereIsRefusedWithTheWayToFindIt() {
        assertEquals(ExitCode.REFUSED, run("jobs", "show", "nothing", "--project", project.toString()));
        assertTrue(complained.toString().contains("filmwright jobs list"));
        assertEquals(ExitCode.REFUSED, run("jobs", "list", "--project", folder.resolve("none").toString()));
        assertEquals(ExitCode.USAGE, run("jobs", "list"));
    }

    @Test
    void aDecisionAtAGateLetsTheNextMakeGoOn() throws IOException {
        JsonNode gate = json("workflows", "list", "--project", project.toString()).get(0).get("gates").get(0);
        assertEquals("circle", gate.get("gate").asText());
        assertEquals("take-1", gate.get("choices").get(0).get("choice").asText());
        assertEquals(ExitCode.REFUSED, run("workflows", "decide", "circle", "take-9", "--project", project.toString()));
        assertEquals(0,
                json("workflows", "decide", "circle", "take-1", "--project", project.toString()).get("gates").size());
        make();
        assertEquals("succeeded",
                json("workflows", "list", "--project", project.toString()).get(0).get("state").asText());
    }

    @Test
    void oneWorkflowIsShownWithItsSteps() throws IOException {
        String id = json("workflows", "list", "--project", project.toString()).get(0).get("id").asText();
        JsonNode whole = json("workflows", "show", id, "--project", project.toString());
        assertEquals(id, whole.get("run").get("id").asText());
        assertEquals(List.of("succeeded", "waiting_decision", "pending"),
                whole.get("steps").valueStream().map(step -> step.get("state").asText()).toList());
    }

    @Test
    void aWorkflowIsCancelledAndResumed() throws IOException {
        String id = json("workflows", "list", "--project", project.toString()).get(0).get("id").asText();
        assertEquals("cancelled",
                json("workflows", "cancel", id, "--project", project.toString()).get("state").asText());
        assertEquals("running", json("workflows", "resume", id, "--project", project.toString()).get("state").asText());
        assertEquals("paused", json("workflows", "pause", id, "--project", project.toString()).get("state").asText());
        assertTrue(json("workflows", "events", id, "--project", project.toString()).size() > 10);
    }

    @Test
    void thePausedQueueIsResumedAsAWhole() throws IOException {
        assertTrue(json("jobs", "pause", "--project", project.toString()).toString().contains("paused"));
        assertTrue(json("jobs", "resume", "--project", project.toString()).toString().contains("running"));
    }

    @Test
    void statisticsCountByStateAndByKind() throws IOException {
        JsonNode stats = json("jobs", "stats", "--project", project.toString());
        assertEquals(1, stats.get("byState").get("succeeded").asInt());
        assertEquals(1, stats.get("byHandler").get("draw").get("count").asInt());
    }

    @Test
    void aSoundProjectPassesItsCheck() throws IOException {
        assertEquals(0, json("project", "check", project.toString()).get("findings").size());
    }

    @Test
    void aLostFileIsMadeAgainByTheNextMakeAfterARepair() throws IOException {
        try (Stream<Path> all = Files.walk(project.resolve("media"))) {
            Files.delete(all.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
        assertEquals(ExitCode.FAILED, run("project", "check", project.toString()));
        assertTrue(printed.toString().contains("missing_file"), printed.toString());
        assertEquals(ExitCode.DONE, run("project", "check", project.toString(), "--repair"));
        make();
        assertEquals(ExitCode.DONE, run("project", "check", project.toString()));
    }
}
