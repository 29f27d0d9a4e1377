package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.filmwright.production.Project;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.kit.Notifier;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Settings;

/** Types into the script of a project in the real studio, without a display, and measures the window's thread. */
public final class TypingBench {
    private static final long BETWEEN = 20_000_000;
    private static final int WORD = 25;

    private TypingBench() {}

    /**
     * What typing cost. Times in milliseconds: from a key to the end of the layout that shows it.
     *
     * @param opening from the project to the laid-out page
     * @param stall the longest that the window's thread was busy with anything else in between
     * @param heap megabytes in use with everything open
     */
    public record Typed(double opening, double median, double p95, double stall, double heap) {}

    /** @param keys how many letters; they are recorded as they would be */
    public static Typed type(Project project, StudioActions actions, int keys) {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false);
        await(started);
        StudioWindow window = ask(() -> new StudioWindow(actions, new NoFrame(), Settings.forgetful(), InstantSource
                .system(), System::nanoTime, StudioWindow.DESIGN));
        long start = System.nanoTime();
        ask(() -> {
            window.open(project);
            window.show(Scope.STORY);
            layOut(window);
            return window;
        });
        double opening = millis(System.nanoTime() - start);
        double[] times = new double[keys];
        double stall = 0;
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < keys; i++) {
            boolean elsewhere = i % WORD == 0;
            times[i] = ask(() -> key(window, elsewhere ? 1 + random.nextInt(12) : 0));
            long asked = System.nanoTime();
            LockSupport.parkNanos(BETWEEN);
            ask(() -> window);
            stall = Math.max(stall, millis(System.nanoTime() - asked - BETWEEN));
        }
        System.gc();
        double heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
        ask(() -> {
            window.close();
            return window;
        });
        double[] steady = Arrays.stream(times).skip(keys / 10).sorted().toArray();
        return new Typed(opening, steady[steady.length / 2], steady[steady.length * 95 / 100], stall, heap);
    }

    /** Goes on some scenes first, which is not measured, then types a letter, which is. */
    private static double key(StudioWindow window, int scenes) {
        for (int i = 0; i < scenes; i++) {
            window.commands().of("story.next-scene").run();
        }
        Node page = window.scene().lookup("#script");
        page.requestFocus();
        if (scenes > 0) {
            fire(page, KeyEvent.KEY_PRESSED, KeyCode.END, "");
            layOut(window);
        }
        long start = System.nanoTime();
        fire(page, KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, "a");
        layOut(window);
        return millis(System.nanoTime() - start);
    }

    private static void fire(Node page, EventType<KeyEvent> type, KeyCode code, String letter) {
        Event.fireEvent(page, new KeyEvent(type, letter, "", code, false, false, false, false));
    }

    private static void layOut(StudioWindow window) {
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
    }

    private static <T> T ask(Supplier<T> question) {
        return FxBridge.ask(question).join();
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A window that is not there. */
    private record NoFrame() implements StudioWindow.Frame, Choosers {
        @Override
        public Choosers choosers() {
            return this;
        }

        @Override
        public Optional<Path> projectFolder() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> screenplay() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> newProject(Path startIn) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public void fullScreen(boolean on) {}

        @Override
        public boolean isFullScreen() {
            return false;
        }

        @Override
        public boolean isFocused() {
            return true;
        }

        @Override
        public Optional<Notifier> notifier() {
            return Optional.empty();
        }

        @Override
        public void quit() {}

        @Override
        public Runnable secondWindow(Scene scene, Runnable closed) {
            return closed;
        }

        @Override
        public String version() {
            return "bench";
        }
    }
}
