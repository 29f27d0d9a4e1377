package org.filmwright.generate.local.runner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.filmwright.base.Cancelled;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Painter;

/** Orders of the tests, and the progress that goes with them. */
final class Orders {
    private Orders() {}

    static Painter.Order order(Path to, String prompt) {
        return order(to, prompt, new FrameSize(512, 512));
    }

    static Painter.Order order(Path to, String prompt, FrameSize size) {
        return new Painter.Order(prompt, "", size, OptionalInt.empty(), OptionalDouble.empty(), 7, Optional.empty(), to,
                Painter.Extras.NONE);
    }

    static Painter.Painted painted(Path picture) {
        return new Painter.Painted(picture, Map.of("model", "scripted"), List.of(new Painter.Stage("steps", 1.5)),
                List.of());
    }

    /** Progress that hears, and that can be told to stop. */
    static class Watched implements Progress {
        final List<String> notes = new CopyOnWriteArrayList<>();
        private final List<Runnable> onCancel = new ArrayList<>();
        private final Consumer<String> hears;
        private boolean cancelled;

        Watched(Consumer<String> hears) {
            this.hears = hears;
        }

        @Override
        public void report(double fraction, String note) {
            notes.add(note);
            hears.accept(note);
        }

        @Override
        public synchronized void checkCancelled() {
            if (cancelled) {
                throw new Cancelled();
            }
        }

        @Override
        public synchronized void onCancel(Runnable action) {
            onCancel.add(action);
        }

        synchronized void cancel() {
            cancelled = true;
            onCancel.forEach(action -> Thread.ofPlatform().daemon().start(action));
        }
    }
}
