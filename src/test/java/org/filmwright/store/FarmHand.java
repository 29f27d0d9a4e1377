package org.filmwright.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.filmwright.base.MediaRef;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.ThreadCrew;

/** The child of a drill: a worker of a farm whose steps take a while, and whose clock may be wrong. */
final class FarmHand {
    private final Path folder;
    private final long millis;
    private final ProjectFolder project;

    private FarmHand(Path folder, long millis, ProjectFolder project) {
        this.folder = folder;
        this.millis = millis;
        this.project = project;
    }

    /** @param args database; folder; name; seconds of patience; minutes its clock is wrong; milliseconds a step takes; lanes */
    public static void main(String[] args) throws InterruptedException {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);
        Path folder = Path.of(args[1]);
        InstantSource clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(Long.parseLong(args[4])));
        FarmNode node = FarmNode.here(args[2], Duration.ofSeconds(Long.parseLong(args[3])), Map.of());
        ProjectFolder project = ManualEngine.value(ProjectFolder.join(new FarmAddress(args[0], Optional.empty()),
                folder.resolve("film"), node));
        FarmHand hand = new FarmHand(folder, Long.parseLong(args[5]), project);
        Map<String, StepHandler> handlers = Map.of("draw", hand::draw);
        Engine engine = Engine.open(project.ledger(), handlers, new EngineSettings(lanes(args[6]), project.staging(),
                clock, new SplittableRandom(1)), new ThreadCrew());
        engine.listen(new EngineListener() {
            @Override
            public void stepChanged(Step step) {
                System.out.println(step.path() + " " + step.state() + " " + step.tries().epoch());
            }
        });
        System.out.println("ready");
        System.out.println("broken " + engine.awaitTrouble());
    }

    static Map<String, Integer> lanes(String words) {
        Map<String, Integer> lanes = new java.util.HashMap<>();
        for (String word : words.split(",")) {
            lanes.put(word.substring(0, word.indexOf('=')), Integer.parseInt(word.substring(word.indexOf('=') + 1)));
        }
        return lanes;
    }

    private StepResult draw(StepContext context) {
        note("begin " + context.step().path() + " " + context.step().tries().epoch());
        try {
            if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts it down");
            }
            Path picture = Files.writeString(context.staging().resolve("x.png"), context.step().path());
            MediaRef media = ManualEngine.value(project.vault().publish(picture, "png"));
            note("end " + context.step().path() + " " + context.step().tries().epoch());
            System.out.println("drawn " + context.step().path() + " " + context.step().tries().epoch());
            return StepResult.done("\"" + media.path() + "\"", media);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(String what) {
        try {
            Files.writeString(folder.resolve("notes.txt"), what + "\n", StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
