package org.filmwright.generate.local.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.graph.PaintFailed;

/** How long each part of a picture took. */
final class Stages {
    static final String WORDS = "words";
    static final String START = "start";
    static final String STEPS = "steps";
    static final String PIXELS = "pixels";
    static final String FILE = "file";
    private final InstantSource clock;
    private final List<Painter.Stage> done = new ArrayList<>();

    Stages(InstantSource clock) {
        this.clock = clock;
    }

    interface Work<T> {
        T done() throws PaintFailed;
    }

    <T> T time(String name, Work<T> work) throws PaintFailed {
        Instant began = clock.instant();
        T result = work.done();
        done.add(new Painter.Stage(name, Duration.between(began, clock.instant()).toNanos() / 1e9));
        return result;
    }

    /** Has what was measured remembered. */
    void teach(Timing timing, FrameSize size, String where, int steps) {
        double inSteps = done.stream()
                .filter(stage -> stage.name().equals(STEPS))
                .mapToDouble(Painter.Stage::seconds)
                .sum();
        double all = done.stream().mapToDouble(Painter.Stage::seconds).sum();
        timing.learn(size, where, steps, inSteps, all - inSteps);
    }

    List<Painter.Stage> all() {
        return List.copyOf(done);
    }
}
