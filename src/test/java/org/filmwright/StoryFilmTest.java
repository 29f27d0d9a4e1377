package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.production.Beginning;
import org.filmwright.engine.StepId;
import org.filmwright.production.Gatekeeper;
import org.filmwright.production.Job;
import org.filmwright.production.Makers;
import org.filmwright.production.Project;
import org.filmwright.production.RunPicture;
import org.filmwright.production.RunPicture.Stage;
import org.filmwright.production.Workflows.Begun;
import org.filmwright.production.Workflows.Verb;
import org.filmwright.ui.Fx;
import org.filmwright.ui.TestStudio;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From prose to a screenplay in the real studio, by rule alone; every gate a person's. */
class StoryFilmTest {
    private static final String STORY = """
            Mara rows out to the lighthouse at dusk because its lamp has gone dark. Inside she finds old Tobias asleep. \
            "You promised," she says, and he hands her the matches.
            """;

    @TempDir
    private Path folder;

    @Test
    void aFileOfProseIsAFilmInTheMakingThatAsksInTheJobsAndStandsInTheStoryPane() throws IOException {
        Path file = Files.writeString(folder.resolve("lamp.txt"), STORY);
        try (TestStudio studio = TestStudio.on(new StudioDesk())) {
            studio.script().chosen = Optional.of(file);
            Fx.run(() -> Looks.run(studio.window(), "file.story"));
            studio.fire("story-file");
            Fx.until("the project is open", () -> project(studio).isPresent());
            Project open = project(studio).orElseThrow();
            assertEquals(folder.resolve("lamp.filmwright").toAbsolutePath(), open.snapshot().folder().toAbsolutePath());
            Fx.until("a screenplay is there, and asked about", () -> answered(open)
                    && open.snapshot().script().isPresent());
            String script = open.snapshot().script().orElseThrow().text();
            assertTrue(script.contains("MARA") && script.contains("You promised"), script);
        }
    }

    /** Accepts what is asked before there is a screenplay. */
    private static boolean answered(Project open) {
        if (open.snapshot().script().isEmpty()) {
            open.jobs()
                    .all()
                    .stream()
                    .filter(job -> job.state() == Job.State.ASKING && !job.work().shot().equals("scenes_gate"))
                    .forEach(job -> open.jobs().answer(job, "accept", "", Optional.empty()));
        }
        return true;
    }

    private static Optional<Project> project(TestStudio studio) {
        return Fx.get(() -> Looks.desk(studio.window()).project().get());
    }

    @Test
    void theSameStoryGoesOnAndAnotherOneIsAskedAbout() throws IOException {
        Beginning story = value(Beginning.typed("lamp.txt", STORY));
        try (Wiring wiring = value(Wiring.openOrCreate(folder.resolve("lamp.filmwright")));
                Project open = wiring.project()) {
            var workflows = open.workflows().orElseThrow();
            assertTrue(workflows.start("script_coverage",
                    Makers.AS_BEFORE) instanceof Outcome.Failed<Begun>(Failure.Refused no)
                    && no.what().contains("no screenplay"));
            Begun first = value(workflows.tell(story, false, Makers.AS_BEFORE));
            assertEquals(first, value(workflows.tell(story, false, Makers.AS_BEFORE)), "it is the same run");
            String run = ((Begun.Started) first).run();
            Fx.until("it asks", () -> workflows.picture(run).orElseThrow().state() == RunPicture.State.ASKING);
            RunPicture picture = workflows.picture(run).orElseThrow();
            assertEquals(List.of("concept_development", "character_creation", "scene_planning", "media_generation",
                    "post_production", "final_assembly"), picture.stages().stream().map(Stage::name).toList());
            assertEquals(List.of("read 0", "structure 1", "logline 1", "concept 2", "concept_gate 3"), picture.stages()
                    .getFirst()
                    .nodes()
                    .stream()
                    .map(node -> node.name() + " " + node.rank())
                    .toList());
            RunPicture.Node gate = picture.stages().getFirst().nodes().getLast();
            assertEquals(new RunPicture.Reach(Job.State.ASKING, 0, 1), gate.reach());
            assertTrue(open.jobs().all().stream().anyMatch(job -> gate.job().equals(Optional.of(job.id()))));
            assertEquals(Job.State.DONE, workflows.picture(run, workflows.events(run))
                    .orElseThrow()
                    .stages()
                    .getFirst()
                    .nodes()
                    .getFirst()
                    .reach()
                    .state(), "as it went");
            isJudgedAsJson(wiring, new StepId(gate.job().orElseThrow()));
            assertTrue(workflows.repair(run, "export") instanceof Outcome.Failed<String>, "it has not been done");
            value(workflows.repair(run, "read"));
            Fx.until("it asks again", () -> workflows.picture(run).orElseThrow().state() == RunPicture.State.ASKING);
            value(workflows.steer(run, Verb.CANCEL));
            Fx.until("it stops", () -> workflows.picture(run).orElseThrow().state() == RunPicture.State.STOPPED);
            value(workflows.steer(run, Verb.RESUME));
            Fx.until("a screenplay is there", () -> answered(open) && open.snapshot().script().isPresent());
            assertEquals(first, value(workflows.tell(story, false, Makers.AS_BEFORE)),
                    "what stands there was made of it");
            Fx.until("it is asked about", () -> wiring.engine()
                    .questions()
                    .stream()
                    .anyMatch(each -> each.path()
                            .equals("scenes_gate")));
            isJudgedAsText(wiring, wiring.engine().questions().getFirst().step());
            Begun other = value(workflows.tell(value(Beginning.typed("dog.txt",
                    "A dog runs along the beach. It finds a bone. It digs a hole in the sand.")), false,
                    Makers.AS_BEFORE));
            assertTrue(other instanceof Begun.Stands(String name, int scenes) && name.equals("lamp.fountain")
                    && scenes > 0, other.toString());
        }
    }

    private static void isJudgedAsJson(Wiring wiring, StepId concept) {
        Gatekeeper gates = new Gatekeeper(wiring.engine(), Wiring.clock());
        assertTrue(gates.edited(concept, "A lamp.") instanceof Outcome.Failed<String>(Failure.Refused no)
                && no.what().contains("title, logline") && no.what().contains("Nothing was decided"));
        assertEquals("{\"title\": \"Lamp\"}", value(gates.edited(concept, "{\"title\": \"Lamp\"}")));
    }

    private static void isJudgedAsText(Wiring wiring, StepId screenplay) {
        Gatekeeper gates = new Gatekeeper(wiring.engine(), Wiring.clock());
        String words = "INT. CELLAR - NIGHT\n\nAda waits.";
        assertTrue(value(gates.edited(screenplay, words)).contains("Ada waits.\""), "text is text");
        assertTrue(gates.edited(screenplay, " ") instanceof Outcome.Failed<String>);
    }

    @Test
    void whatCanBeStartedIsOfferedAndAFileThatIsNoWorkflowIsNamed() throws IOException {
        try (Wiring wiring = value(Wiring.openOrCreate(folder.resolve("lamp.filmwright")));
                Project open = wiring.project()) {
            Files.createDirectories(folder.resolve("lamp.filmwright/workflows"));
            Files.writeString(folder.resolve("lamp.filmwright/workflows/mine.json"), "{\"name\": 3}");
            var offers = open.workflows().orElseThrow().offers();
            assertEquals(List.of("character_development", "episode_production", "movie_creation", "script_coverage"),
                    offers.all().stream().map(offer -> offer.name()).toList());
            assertTrue(offers.refused().getFirst().contains("workflows/mine.json"), offers.refused().toString());
        }
    }

    private static <T> T value(Outcome<T> outcome) {
        return outcome.orElse(failure -> {
            throw new AssertionError(failure.toString());
        });
    }
}
