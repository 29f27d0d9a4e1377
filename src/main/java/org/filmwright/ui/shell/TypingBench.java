package org.filmwright.ui.shell;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.filmwright.production.Project;
import org.filmwright.ui.kit.Scope;

/** Types into the script of a project in the real studio, without a display, and measures the window's thread. */
public final class TypingBench {
    private static final long BETWEEN = 20_000_000;
    private static final int WORD = 25;

    private TypingBench() {}

    /**
     * What typing cost. Processor time of the window's thread in milliseconds, since the machine may have other work:
     * from a key to the end of the layout in the pulse that shows it.
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
        StudioWindow window = WindowThread.ask(() -> BenchFrame.shown(actions));
        Scene scene = window.scene();
        double opening = WindowThread.millis(FrameProbe.processorTime(scene, () -> {
            window.open(project);
            window.show(Scope.STORY);
        }));
        Node page = WindowThread.ask(() -> page(window));
        double[] times = new double[keys];
        double stall = 0;
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < keys; i++) {
            if (i % WORD == 0) {
                int scenes = 1 + random.nextInt(12);
                FrameProbe.processorTime(scene, () -> goOn(window, scenes));
            }
            times[i] = WindowThread.millis(FrameProbe.processorTime(scene,
                    () -> fire(page, KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, "a")));
            Duration before = WindowThread.used();
            LockSupport.parkNanos(BETWEEN);
            stall = Math.max(stall, WindowThread.millis(WindowThread.used().minus(before)));
        }
        System.gc();
        double heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
        WindowThread.ask(() -> {
            window.close();
            return window;
        });
        double[] steady = Arrays.stream(times).skip(keys / 10).sorted().toArray();
        return new Typed(opening, steady[steady.length / 2], steady[steady.length * 95 / 100], stall, heap);
    }

    /** To the end of a heading some scenes on. */
    private static void goOn(StudioWindow window, int scenes) {
        for (int i = 0; i < scenes; i++) {
            window.commands().of("story.next-scene").run();
        }
        page(window).requestFocus();
        fire(page(window), KeyEvent.KEY_PRESSED, KeyCode.END, "");
    }

    private static Node page(StudioWindow window) {
        return window.scene().lookup("#script");
    }

    private static void fire(Node page, EventType<KeyEvent> type, KeyCode code, String letter) {
        Event.fireEvent(page, new KeyEvent(type, letter, "", code, false, false, false, false));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
