package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import org.filmwright.base.TakeId;
import org.filmwright.review.Marks;
import org.filmwright.review.Verdict;
import org.filmwright.ui.fx.Ending;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.fx.StallWatch;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.Scope;

/** Goes through the takes of a project in the real studio, without a display, and measures what a person would wait for. */
public final class GalleryBench {
    private static final int KEYS = 150;
    private static final int DECISIONS = 40;
    private static final int TURNS = 300;
    private static final double NOTCH = 80;
    private static final long BETWEEN = 60_000_000;
    private static final int PATIENCE = 20_000;
    private static final long GLANCE = 1_000_000;

    private GalleryBench() {}

    /**
     * What looking cost, in milliseconds.
     *
     * @param opening from asking for the project to the layout that shows its first picture
     * @param grid from the key to the layout of the cards
     * @param next from a key to the layout that shows the next picture, the median; {@code nextP95} of the slowest twentieth
     * @param decided from a key to the layout that shows the recorded verdict, p95
     * @param change processor time of the window's thread for one decision, p95
     * @param pulse processor time of the window's thread for a pulse that scrolls the grid, p99
     * @param stall the most processor time that the window's thread took before it answered, asked four times a second
     * @param waiting the most pictures that waited to be decoded
     * @param decoded megabytes of decoded pictures that are kept at the end; 256 MiB and 600 small ones at most
     * @param heap megabytes in use at the end
     */
    public record Looked(double opening, double grid, double next, double nextP95, double decided, double change,
            double pulse,
            double stall, int waiting, double decoded, double heap) {}

    /** Opens a project, looks, and closes it. */
    public static Looked look(Path film, StudioActions actions) {
        start();
        StudioWindow window = WindowThread.ask(() -> BenchFrame.shown(actions));
        settle(window);
        try (StallWatch stalls = new StallWatch()) {
            Looked looked = look(window, film, stalls);
            close(window);
            return looked;
        }
    }

    private static Looked look(StudioWindow window, Path film, StallWatch stalls) {
        Scene scene = window.scene();
        stalls.longest();
        double opening = until(scene, () -> {
            window.show(Scope.IMAGES);
            window.model().open(film);
        }, () -> isThere(window));
        settle(window);
        double grid = until(scene, () -> window.commands().of("images.grid").run(), () -> scene.lookup(
                ".fw-take-card") != null);
        settle(window);
        double[] pulses = wheel(window);
        WindowThread.ask(() -> window.commands().of("images.loupe").run());
        settle(window);
        int waiting = 0;
        double[] next = new double[KEYS];
        for (int i = 0; i < KEYS; i++) {
            next[i] = until(scene, () -> press(scene, KeyCode.RIGHT), () -> isThere(window));
            waiting = Math.max(waiting, WindowThread.ask(() -> window.pictures().waiting()));
            LockSupport.parkNanos(BETWEEN);
        }
        double[] decided = new double[DECISIONS];
        double[] change = new double[DECISIONS];
        for (int i = 0; i < DECISIONS; i++) {
            decide(window, i, decided, change);
        }
        double stall = WindowThread.millis(stalls.longest());
        double decoded = WindowThread.ask(() -> window.pictures().bytes()) / 1e6;
        System.gc();
        double heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
        return new Looked(opening, grid, share(next, 50), share(next, 95), share(decided, 95), share(change, 95),
                share(pulses, 99), stall, waiting, decoded, heap);
    }

    private static void close(StudioWindow window) {
        WindowThread.ask(() -> {
            window.close();
            window.scene().getWindow().hide();
            return window;
        });
    }

    /** The wheel turns, a pulse each time, as fast as a hand can. */
    private static double[] wheel(StudioWindow window) {
        Scene scene = window.scene();
        Node rows = WindowThread.ask(() -> scene.lookup(".fw-card-rows").lookup(".virtual-flow"));
        double[] pulses = new double[TURNS];
        for (int i = 0; i < TURNS; i++) {
            pulses[i] = WindowThread.millis(FrameProbe.processorTime(scene, () -> rows.fireEvent(notch())));
            LockSupport.parkNanos(GLANCE * 16);
        }
        return Arrays.copyOfRange(pulses, TURNS / 10, TURNS);
    }

    private static ScrollEvent notch() {
        return new ScrollEvent(ScrollEvent.SCROLL, 300, 300, 300, 300, false, false, false, false, false, false, 0,
                -NOTCH, 0, -NOTCH, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null);
    }

    /** Stars for the take that is looked at, and on to the next one. */
    private static void decide(StudioWindow window, int i, double[] decided, double[] change) {
        Scene scene = window.scene();
        int stars = 1 + i % Marks.MOST;
        TakeId take = WindowThread.ask(() -> current(window));
        Duration before = WindowThread.used();
        decided[i] = until(scene, () -> press(scene, KeyCode.valueOf("DIGIT" + stars)), () -> window.desk()
                .snapshot()
                .get()
                .map(now -> now.verdicts().get(take))
                .map(Verdict::marks)
                .filter(marks -> marks.stars() == stars)
                .isPresent());
        change[i] = WindowThread.millis(WindowThread.used().minus(before));
        until(scene, () -> press(scene, KeyCode.RIGHT), () -> isThere(window));
        LockSupport.parkNanos(BETWEEN);
    }

    private static TakeId current(StudioWindow window) {
        Node loupe = window.scene().lookup("#loupe");
        return ((TakeId) loupe.getUserData());
    }

    private static boolean isThere(StudioWindow window) {
        return window.page(Scope.IMAGES).picture().getValue().state().get() instanceof Picture.State.There;
    }

    /** Milliseconds by the clock from something to the layout after which it holds. */
    static double until(Scene scene, Runnable action, BooleanSupplier holds) {
        CompletableFuture<Long> begun = new CompletableFuture<>();
        CompletableFuture<Long> shown = new CompletableFuture<>();
        FxBridge.later(() -> {
            begun.complete(System.nanoTime());
            action.run();
            look(scene, holds, shown, PATIENCE);
        });
        return (shown.join() - begun.join()) / 1e6;
    }

    private static void look(Scene scene, BooleanSupplier holds, CompletableFuture<Long> shown, int patience) {
        scene.getRoot().requestLayout();
        Platform.requestNextPulse();
        FrameProbe.once(scene, () -> {
            if (holds.getAsBoolean() || patience == 0) {
                shown.complete(System.nanoTime());
            } else {
                FxBridge.later(() -> look(scene, holds, shown, patience - 1));
            }
        });
    }

    private static void settle(StudioWindow window) {
        for (int left = PATIENCE; left > 0 && !WindowThread.ask(window::isSettled); left--) {
            LockSupport.parkNanos(GLANCE);
        }
    }

    private static void press(Scene scene, KeyCode code) {
        Node focus = scene.getFocusOwner();
        focus.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        focus.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
    }

    static void start() {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(() -> {
                Ending.watch(Thread.currentThread());
                started.countDown();
            });
            started.await();
            Platform.setImplicitExit(false);
        } catch (IllegalStateException runsAlready) {
            started.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double share(double[] times, int percent) {
        double[] sorted = Arrays.stream(times).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
