package org.filmwright.generate.local.pipeline;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.graph.Bare;
import org.filmwright.generate.local.graph.Device;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.model.MemoryPlan;
import org.filmwright.generate.local.model.ModelFolder;
import org.filmwright.generate.local.model.Speeds;

/**
 * Measures one model on this machine.
 *
 * @param folder where the pictures go that come of it
 */
public record ModelBench(ModelFolder model, Device device, Path folder) {
    private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory
            .getThreadMXBean();

    /** A graph that is closed between two steps could not be called alone. */
    private static final FreeMemory EVERYTHING_STAYS = on -> new MemoryPlan.Room(
            on.equals(Device.CPU) ? 0 : Long.MAX_VALUE, Long.MAX_VALUE);

    /**
     * One step of a picture.
     *
     * @param seconds of the fastest quarter of all steps, with everything that the pipeline does in them
     * @param bare the same of calls of the runtime alone, one after each step, in the same session
     * @param bytes the most that Java allocated in one step
     */
    public record Step(double seconds, double bare, long bytes) {}

    /**
     * A whole picture as the model is made for, its parts loaded and closed as the plan says.
     *
     * @param peak bytes at the highest: of the card, or of this process on the processor
     * @param promised bytes by the memory plan
     */
    public record Picture(double seconds, int steps, long peak, long promised, String plan) {}

    /**
     * Alternates step and bare call, so that a machine that is busy now and then is so for both.
     *
     * @param steps of each picture; the first picture is not counted
     */
    public Outcome<Step> step(FrameSize size, int pictures, int steps) {
        Painter.Order order = order(size, OptionalInt.of(steps), OptionalDouble.of(1));
        return painter(EVERYTHING_STAYS).then(painter -> {
            try (painter; Denoiser ready = painter.ready(order)) {
                Metronome metronome = new Metronome(ready.bare());
                for (int picture = 0; picture <= pictures; picture++) {
                    metronome.pairs.clear();
                    PaintFailed.unless(painter.paint(order, metronome));
                    metronome.keep(picture > 0);
                }
                return Outcome.ok(metronome.best());
            } catch (PaintFailed e) {
                return Outcome.failed(e.failure());
            }
        });
    }

    /** Paints one picture as the memory that is free now allows; refused, with what would be enough, where it does not. */
    public Outcome<Picture> picture(FrameSize size) {
        MemoryPlan.Room room = FreeMemory.measured().on(device);
        return painter(_ -> room).then(painter -> {
            try (painter; MemoryMeter meter = MemoryMeter.of(device)) {
                Seating seating = Seating.of(PaintFailed.unless(timing()), size, device, false, _ -> room);
                long begun = System.nanoTime();
                Painter.Painted painted = PaintFailed
                        .unless(painter.paint(order(size, OptionalInt.empty(), OptionalDouble.empty()), Progress.NONE));
                double seconds = (System.nanoTime() - begun) / 1e9;
                return Outcome.ok(new Picture(seconds, Integer.parseInt(painted.receipt().get("steps")),
                        meter.counted(meter.peak()),
                        meter.counted(seating.plan().need()), seating.plan().lines().getLast()));
            } catch (PaintFailed e) {
                return Outcome.failed(e.failure());
            }
        });
    }

    private Outcome<Timing> timing() {
        return Timing.of(model, Speeds.forgetful());
    }

    private Outcome<ModelPainter> painter(FreeMemory memory) {
        return timing().then(timing -> new ModelLoader(folder.resolve("words"), Speeds.forgetful(), InstantSource
                .system()).painter(new Sessions(timing, device, false, memory)));
    }

    private Painter.Order order(FrameSize size, OptionalInt steps, OptionalDouble guidance) {
        return new Painter.Order("a", "", size, steps, guidance, 1, Optional.empty(), folder.resolve("bench.png"),
                Painter.Extras.NONE);
    }

    /** Stops the time of each step from outside, and after each calls the runtime alone. */
    private static final class Metronome implements Progress {
        private final Bare bare;
        private final List<Step> pairs = new ArrayList<>();
        private final List<Step> kept = new ArrayList<>();
        private long begun;
        private long allocated;

        Metronome(Bare bare) {
            this.bare = bare;
        }

        /** The loop asks this before each step. */
        @Override
        public void checkCancelled() {
            allocated = THREADS.getCurrentThreadAllocatedBytes();
            begun = System.nanoTime();
        }

        /** The loop says this after each step. */
        @Override
        public void report(double fraction, String note) {
            long ended = System.nanoTime();
            long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            if (note.startsWith(ModelPainter.STEP)) {
                pairs.add(new Step((ended - begun) / 1e9, bareSeconds(), bytes));
            }
        }

        private double bareSeconds() {
            long start = System.nanoTime();
            try {
                bare.run();
            } catch (PaintFailed e) {
                throw new IllegalStateException("The graph ran in a step and not without it.", e);
            }
            return (System.nanoTime() - start) / 1e9;
        }

        @Override
        public void onCancel(Runnable action) {}

        void keep(boolean warm) {
            if (warm) {
                kept.addAll(pairs);
            }
        }

        Step best() {
            return new Step(best(kept.stream().mapToDouble(Step::seconds).sorted().toArray()),
                    best(kept.stream().mapToDouble(Step::bare).sorted().toArray()),
                    kept.stream().mapToLong(Step::bytes).max().orElseThrow());
        }

        /** The mean of the fastest quarter: what a busy machine adds now and then is nobody's work. */
        private static double best(double[] sorted) {
            return Arrays.stream(sorted).limit(Math.max(1, sorted.length / 4)).average().orElseThrow();
        }
    }
}
