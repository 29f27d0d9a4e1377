package org.filmwright.ui.shell;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.filmwright.base.TakeId;
import org.filmwright.production.Project;
import org.filmwright.review.Marks;
import org.filmwright.review.Verdict;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Settings;

/** Goes through the takes of a project in the real studio, without a display, and measures what a person would wait for. */
public final class GalleryBench {
    private static final int KEYS = 150;
    private static final int DECISIONS = 40;
    private static final int PAGES = 200;
    private static final long BETWEEN = 60_000_000;
    private static final int PATIENCE = 20_000;
    private static final long GLANCE = 1_000_000;

    private GalleryBench() {}

    /**
     * What looking cost, in milliseconds.
     *
     * @param opening processor time of the window's thread from the project to the laid-out grid
     * @param next from a key to the layout that shows the next picture, the median; {@code nextP95} of the slowest tenth
     * @param decided from a key to the layout that shows the recorded verdict, p95
     * @param change processor time of the window's thread for one decision, p95
     * @param page processor time of the window's thread for a pulse that scrolls the grid a page, p99
     * @param waiting the most pictures that waited to be decoded
     * @param heap megabytes in use at the end
     */
    public record Looked(double opening, double next, double nextP95, double decided, double change, double page,
            int waiting, double heap) {}

    /** @param project the window closes it */
    public static Looked look(Project project, StudioActions actions) {
        start();
        StudioWindow window = WindowThread.ask(() -> shown(actions));
        Scene scene = window.scene();
        double opening = WindowThread.millis(FrameProbe.processorTime(scene, () -> {
            window.open(project);
            window.show(Scope.IMAGES);
            window.commands().of("images.grid").run();
        }));
        settle(window);
        double[] pages = pages(window);
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
        System.gc();
        double heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
        WindowThread.ask(() -> {
            window.close();
            scene.getWindow().hide();
            return window;
        });
        return new Looked(opening, share(next, 50), share(next, 95), share(decided, 95), share(change, 95),
                share(pages, 99), waiting, heap);
    }

    /** A page down and a page down, a pulse each, until there are no more. */
    private static double[] pages(StudioWindow window) {
        Scene scene = window.scene();
        double[] pages = new double[PAGES];
        for (int i = 0; i < PAGES; i++) {
            pages[i] = WindowThread.millis(FrameProbe.processorTime(scene, () -> press(scene, KeyCode.PAGE_DOWN)));
            LockSupport.parkNanos(GLANCE * 16);
        }
        return Arrays.copyOfRange(pages, PAGES / 10, PAGES);
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
    private static double until(Scene scene, Runnable action, BooleanSupplier holds) {
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

    private static StudioWindow shown(StudioActions actions) {
        StudioWindow window = new StudioWindow(actions, new TypingBench.NoFrame(), Settings.forgetful(), InstantSource
                .system(), System::nanoTime, StudioWindow.DESIGN);
        Stage stage = new Stage();
        stage.setScene(window.scene());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(screen.getWidth());
        stage.setHeight(screen.getHeight());
        stage.show();
        stage.requestFocus();
        window.furnish();
        return window;
    }

    private static void start() {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
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
