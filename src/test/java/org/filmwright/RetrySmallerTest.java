package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.ThreadCrew;
import org.filmwright.generate.Generator;
import org.filmwright.generate.camera.CameraGenerator;
import org.filmwright.generate.draft.DraftGenerator;
import org.filmwright.production.Conductor;
import org.filmwright.production.Generators;
import org.filmwright.production.Made;
import org.filmwright.production.MakeHandlers;
import org.filmwright.production.MakeOrder;
import org.filmwright.production.Records;
import org.filmwright.review.TakeMeasures;
import org.filmwright.store.ProjectFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jobs retry --smaller}: a film that did not fit into memory is made at half its size. */
class RetrySmallerTest {
    private static final byte[] SCRIPT = "INT. CELLAR - NIGHT\n\nADA listens.\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void aFilmWhoseClipsDidNotFitIsMadeAtHalfItsSizeAndOnlyThen() throws IOException {
        Path project = folder.resolve("film.filmwright");
        Failure full = new Failure.Exhausted("memory", "The memory ran out.");
        assertEquals(full, assertInstanceOf(Made.Failed.class, make(project, full)).failure());

        CommandLineRun read = CommandLineRun.of("jobs", "retry", "read", "--smaller", "--project", project);
        assertEquals(ExitCode.REFUSED, read.exitCode());
        assertTrue(read.err().contains("This job cannot be made smaller."), read.err());

        CommandLineRun clip = CommandLineRun.of("jobs", "retry", "shot/1-A/clip", "--smaller", "--project", project);
        assertEquals(ExitCode.DONE, clip.exitCode(), clip.err());
        String run = CommandLineRun.of("workflows", "list", "--project", project, "--json")
                .json()
                .get(0)
                .get("id")
                .asText();
        assertTrue(clip.out().contains("workflows resume " + run.substring(0, 8) + " --go-on"), clip.out());
        CommandLineRun on = CommandLineRun.of("workflows", "resume", run, "--go-on", "--project", project);
        assertEquals(ExitCode.DONE, on.exitCode(), on.err());
        assertTrue(Files.size(project.resolve("exports/film.mp4")) > 0);
        assertTrue(CommandLineRun.of("jobs", "show", "export", "--project", project, "--json")
                .out()
                .contains("succeeded"));
    }

    private Made make(Path project, Failure atTheClip) {
        try (ProjectFolder open = ManualEngine.value(ProjectFolder.openOrCreate(project, Clock.systemUTC()))) {
            Records records = Wiring.records(open);
            List<Generator> artists = List.of(new DraftGenerator(Clock.systemUTC()), new CameraGenerator());
            Map<String, StepHandler> handlers = new HashMap<>(MakeHandlers.of(records, new Generators(artists),
                    (picture, subject) -> Outcome.ok(new TakeMeasures(1, 1, 1, 0)), open.output(), Clock.systemUTC()));
            handlers.put("clip", context -> new StepResult.Failed(atTheClip));
            try (Engine engine = Engine.open(open.ledger(), handlers, new EngineSettings(Map.of("cpu", 2, "media", 1,
                    "film", 1), open.staging(), Clock.systemUTC(), new SplittableRandom(1)), new ThreadCrew())) {
                return new Conductor(project, records, engine, Clock.systemUTC()).make(MakeOrder.usual("ada.fountain",
                        SCRIPT, project.resolve("exports/film.mp4"), 1), SCRIPT, new EngineListener() {
                        });
            }
        }
    }
}
