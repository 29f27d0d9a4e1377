package org.filmwright.ui.motion;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.production.Camerawork.Rehearsed;
import org.filmwright.ui.fx.Clockwork;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.fx.Offstage;

/**
 * Draws the frames of a move that is being framed, on a thread of its own, and shows the newest: while one is drawn those
 * that were asked for meanwhile are skipped, but the last.
 */
final class Rehearser implements AutoCloseable {
    private final Offstage lane = new Offstage("filmwright-motion");
    private final Clockwork clockwork;
    private final LongSupplier nanos;
    private final Consumer<Event> told;
    private final AtomicInteger newest = new AtomicInteger();
    /** Of the lane alone. */
    private Optional<Rehearsed> open = Optional.empty();
    private int[] pixels = {};
    private boolean drawing;
    private int wanted = -1;
    private Optional<Clockwork.Appointment> ticking = Optional.empty();

    /** What comes of it; told on the window's thread. */
    sealed interface Event {
        /** A move can be seen. */
        record Ready(Rehearsed move) implements Event {}

        /** The pixels are valid until the listener returns. */
        record Frame(int number, int[] pixels) implements Event {}

        record Failed(Failure why) implements Event {}
    }

    /** @param nanos the clock by which it plays */
    Rehearser(Clockwork clockwork, LongSupplier nanos, Consumer<Event> told) {
        this.clockwork = clockwork;
        this.nanos = nanos;
        this.told = told;
    }

    /** Another move, of which {@code first} is shown as soon as it can be. Only the newest of several is prepared. */
    void prepare(Supplier<Outcome<Rehearsed>> move, int first) {
        int mine = newest.incrementAndGet();
        wanted = first;
        lane.run(() -> {
            if (mine == newest.get()) {
                Outcome<Rehearsed> made = move.get();
                leave();
                switch (made) {
                    case Outcome.Ok<Rehearsed>(Rehearsed ready) -> {
                        open = Optional.of(ready);
                        pixels = new int[ready.frames().size().width() * ready.frames().size().height()];
                        FxBridge.later(() -> tell(mine, new Event.Ready(ready)));
                    }
                    case Outcome.Failed<Rehearsed>(Failure why) -> FxBridge.later(() -> tell(mine, new Event.Failed(
                            why)));
                }
            }
        });
    }

    private void tell(int mine, Event event) {
        if (mine == newest.get()) {
            told.accept(event);
            show(wanted);
        }
    }

    /** Draws a frame as soon as the one before it is on the screen. */
    void show(int frame) {
        wanted = frame;
        if (!drawing && frame >= 0) {
            drawing = true;
            lane.run(() -> draw(frame));
        }
    }

    private void draw(int frame) {
        open.ifPresent(move -> move.frames().frame(Math.clamp(frame, 0, move.frames().frames() - 1), pixels));
        boolean drawn = open.isPresent();
        FxBridge.later(() -> {
            if (drawn) {
                told.accept(new Event.Frame(frame, pixels));
            }
            drawing = false;
            if (wanted != frame) {
                show(wanted);
            }
        });
    }

    /** From a frame on, again and again. */
    void play(int from, int frames, double rate) {
        pause();
        long began = nanos.getAsLong();
        ticking = Optional.of(clockwork.every(Duration.ofNanos((long) (1e9 / rate)), () -> {
            double seconds = (nanos.getAsLong() - began) / 1e9;
            show((from + (int) (seconds * rate)) % frames);
        }));
    }

    void pause() {
        ticking.ifPresent(Clockwork.Appointment::cancel);
        ticking = Optional.empty();
    }

    private void leave() {
        open.ifPresent(move -> move.frames().close());
        open = Optional.empty();
    }

    /** Nothing that was asked for is shown any more. */
    @Override
    public void close() {
        pause();
        newest.incrementAndGet();
        wanted = -1;
        lane.run(this::leave);
        lane.close();
    }
}
