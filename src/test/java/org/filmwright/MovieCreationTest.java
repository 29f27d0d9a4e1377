package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.engine.Choice;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunState;
import org.filmwright.production.ApprovalPolicy;
import org.filmwright.production.MakeOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workflow that asks at every turn, from script to film, with the real artist, camera, store and engine. */
class MovieCreationTest {
    private static final byte[] SCRIPT = """
            Title: Lamp

            INT. CELLAR - NIGHT

            ADA (60s, red shawl) listens.

            EXT. FIELD - DAY

            Ada waits.
            """.getBytes(StandardCharsets.UTF_8);
    private static final String CONCEPT = """
            {"title": "Lantern", "logline": "She looks for the light.", "scenes": 2, "minutes": 1.0}""";
    private static final EngineListener NOBODY = new EngineListener() {
    };

    @TempDir
    private Path folder;

    private MakeOrder order(Path film) {
        MakeOrder.Look look = new MakeOrder.Look(new FrameSize(160, 90), FrameRate.FILM, false, false, "draft",
                "camera");
        return new MakeOrder(MakeOrder.Source.of("lamp.fountain", SCRIPT), film.toString(), 1, ApprovalPolicy.FIRST,
                look, 1);
    }

    @Test
    void theFilmIsWrittenWhenAPersonHasAnsweredEveryGateAndTheProjectIsSound() throws IOException {
        Path project = folder.resolve("lamp.filmwright");
        Path film = folder.resolve("lamp.mp4");
        try (Wiring wiring = ManualEngine.value(Wiring.openOrCreate(project))) {
            Run run = ManualEngine.value(wiring.conductor().start("movie_creation", order(film), SCRIPT, NOBODY));
            decide(wiring, run, "concept_gate", "edit", Optional.of(CONCEPT));
            decide(wiring, run, "characters_gate", "accept", Optional.empty());
            decide(wiring, run, "plan_gate", "redo", Optional.empty());
            decide(wiring, run, "characters_gate", "accept", Optional.empty());
            decide(wiring, run, "plan_gate", "accept", Optional.empty());
            assertFalse(Files.exists(film));
            Run ended = decide(wiring, run, "film_gate", "accept", Optional.empty());

            assertEquals(RunState.SUCCEEDED, ended.state(), ended.toString());
            assertEquals("Lantern", new ObjectMapper().readTree(output(wiring, run, "concept_gate"))
                    .at("/about/title")
                    .asText());
        }
        assertTrue(Files.size(film) > 0);
        assertTrue(Files.isRegularFile(project.resolve("output/scene_2/video.mp4")));
        CommandLineRun check = CommandLineRun.of("project", "check", project);
        assertEquals(ExitCode.DONE, check.exitCode(), check.out() + check.err());
    }

    /** Answers the only open gate and works on until the next one, or the end. */
    private static Run decide(Wiring wiring, Run run, String gate, String choice, Optional<String> edited) {
        List<OpenQuestion> open = wiring.engine().questions();
        assertEquals(List.of(gate), open.stream().map(OpenQuestion::path).toList());
        ManualEngine.value(wiring.engine()
                .decide(open.getFirst().step(), new Choice(choice, "", "ann", Desk.clock().instant(), edited)));
        return ManualEngine.value(wiring.conductor().goOn(run.id(), NOBODY));
    }

    private static String output(Wiring wiring, Run run, String path) {
        return wiring.engine()
                .steps(run.id())
                .stream()
                .filter(step -> step.path().equals(path))
                .findFirst()
                .flatMap(step -> step.ending().output())
                .orElse("{}");
    }
}
