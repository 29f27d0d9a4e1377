package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.CutEdit;
import org.filmwright.timeline.Splicer;
import org.filmwright.ui.fx.StallWatch;
import org.filmwright.ui.kit.Scope;

/** Cuts a long film in the real studio, without a display, and measures what a person would wait for. */
public final class TimelineBench {
    private static final int EDITS = 30;
    private static final int STEPS = 150;
    private static final int TURNS = 200;
    private static final long GLANCE = 1_000_000;
    private static final int PATIENCE = 60_000;

    private TimelineBench() {}

    /**
     * What cutting cost, in milliseconds.
     *
     * @param opening from asking for the project to the layout that shows its lanes
     * @param stall the most processor time that the window's thread took before it answered, while the film was opened
     * @param pure the edit of the cut and its difference alone, p95 @param edit processor time of the window's thread, p95
     * @param shown from the key to the layout that shows the recorded cut, p95 @param pull a step of a pulled edge, p99
     * @param near a pulse that scrolls where clips have pictures, p99 @param far one that scrolls where they are points
     * @param zoom a pulse that zooms, p99 @param nodes on the lanes, at most @param heap megabytes in use at the end
     */
    public record Worked(double opening, double stall, double pure, double edit, double shown, double pull, double near,
            double far, double zoom, int nodes, double heap) {}

    /** Opens a project, cuts, and closes it. */
    public static Worked work(Path film, StudioActions actions) {
        GalleryBench.start();
        StudioWindow window = WindowThread.ask(() -> BenchFrame.shown(actions));
        settle(window);
        Worked worked;
        try (StallWatch stalls = new StallWatch()) {
            worked = work(window, film, stalls);
        }
        WindowThread.ask(() -> {
            window.close();
            window.scene().getWindow().hide();
            return window;
        });
        return worked;
    }

    private static Worked work(StudioWindow window, Path film, StallWatch stalls) {
        Scene scene = window.scene();
        stalls.longest();
        double opening = GalleryBench.until(scene, () -> {
            window.show(Scope.TIMELINE);
            window.model().open(film);
        }, () -> scene.lookup(".fw-minimap") != null && cut(window) != null && scene.lookup("#lanes")
                .lookup(".fw-playhead")
                .isVisible());
        settle(window);
        double stall = WindowThread.millis(stalls.longest());
        double[] far = wheel(window, 10);
        WindowThread.ask(() -> {
            for (int i = 0; i < 40; i++) {
                window.commands().of("timeline.zoom-in").run();
            }
            for (int i = 0; i < 4; i++) {
                window.commands().of("timeline.zoom-out").run();
            }
            return true;
        });
        settle(window);
        double[] near = wheel(window, 60);
        int nodes = WindowThread.ask(() -> lanes(window).lookupAll(".fw-lane-words").size());
        double[] pulls = pull(window);
        double[] edit = new double[EDITS];
        double[] shown = new double[EDITS];
        for (int i = 0; i < EDITS; i++) {
            edit(window, i, edit, shown);
        }
        double[] zoom = zoom(window);
        nodes = Math.max(nodes, WindowThread.ask(() -> lanes(window).lookupAll(".fw-lane-words").size()));
        double pure = share(pure(cut(window)), 95);
        System.gc();
        double heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
        return new Worked(opening, stall, pure, share(warm(edit), 95), share(warm(shown), 95), share(pulls, 99),
                share(near, 99),
                share(far, 99), share(zoom, 99), nodes, heap);
    }

    private static Cut cut(StudioWindow window) {
        return window.desk().snapshot().get().flatMap(open -> open.cut()).orElse(null);
    }

    /** The wheel turns, a pulse each time. */
    private static double[] wheel(StudioWindow window, double pixels) {
        return pulses(window, i -> lanes(window).fireEvent(scroll(-pixels, false)));
    }

    private static double[] zoom(StudioWindow window) {
        return pulses(window, i -> lanes(window).fireEvent(scroll(i / 20 % 2 == 0 ? -80 : 80, true)));
    }

    /** Something done again and again. */
    private interface Turn {
        void at(int i);
    }

    private static double[] pulses(StudioWindow window, Turn turn) {
        double[] pulses = new double[TURNS];
        for (int i = 0; i < TURNS; i++) {
            int now = i;
            pulses[i] = WindowThread.millis(FrameProbe.processorTime(window.scene(), () -> turn.at(now)));
            LockSupport.parkNanos(GLANCE * 16);
        }
        return warm(pulses);
    }

    private static Node lanes(StudioWindow window) {
        return window.scene().lookup("#lanes");
    }

    private static ScrollEvent scroll(double notch, boolean control) {
        return new ScrollEvent(ScrollEvent.SCROLL, 600, 100, 600, 100, false, control, false, control, false, false, 0,
                notch, 0, notch, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null);
    }

    /** An edge of a clip in view goes to and fro under the hand, which then lets it go where it was. */
    private static double[] pull(StudioWindow window) {
        Node clip = WindowThread.ask(() -> lanes(window)
                .lookupAll(".fw-lane-shot")
                .stream()
                .filter(node -> node.getLayoutX() > 200)
                .findFirst()
                .orElseThrow());
        Point2D edge = WindowThread.ask(() -> clip.localToScene(clip.getLayoutBounds().getWidth() - 2, 10));
        double[] steps = new double[STEPS];
        Node hand = WindowThread.ask(() -> lanes(window).lookup(".fw-ruler"));
        fire(hand, MouseEvent.MOUSE_PRESSED, edge, 0);
        for (int i = 0; i < STEPS; i++) {
            double by = 40 - Math.abs(i % 80 - 40.0);
            steps[i] = WindowThread.millis(FrameProbe.processorTime(window.scene(), () -> hand.fireEvent(mouse(
                    MouseEvent.MOUSE_DRAGGED, edge, -by))));
        }
        fire(hand, MouseEvent.MOUSE_DRAGGED, edge, 0);
        fire(hand, MouseEvent.MOUSE_RELEASED, edge, 0);
        settle(window);
        return warm(steps);
    }

    private static void fire(Node on, EventType<MouseEvent> type, Point2D at, double by) {
        WindowThread.ask(() -> {
            on.fireEvent(mouse(type, at, by));
            return true;
        });
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, Point2D at, double by) {
        return new MouseEvent(type, at.getX() + by, at.getY(), at.getX() + by, at.getY(), MouseButton.PRIMARY, 1, false,
                false, false, false, true, false, false, true, false, true, null);
    }

    /** The end of the clip under the playhead, a frame earlier each time. */
    private static void edit(StudioWindow window, int i, double[] edit, double[] shown) {
        Scene scene = window.scene();
        Cut before = WindowThread.ask(() -> {
            lanes(window).requestFocus();
            return cut(window);
        });
        Duration used = WindowThread.used();
        long begun = System.nanoTime();
        WindowThread.ask(() -> {
            press(scene, KeyCode.OPEN_BRACKET);
            return true;
        });
        for (int left = PATIENCE; left > 0 && WindowThread.ask(() -> cut(window) == before); left--) {
            LockSupport.parkNanos(GLANCE * 10); // who asks all the time would be what takes the time
        }
        GalleryBench.until(scene, () -> {}, () -> true);
        shown[i] = (System.nanoTime() - begun) / 1e6;
        edit[i] = WindowThread.millis(WindowThread.used().minus(used));
        settle(window);
    }

    private static void press(Scene scene, KeyCode code) {
        scene.getFocusOwner()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        scene.getFocusOwner()
                .fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
    }

    private static double[] pure(Cut cut) {
        double[] times = new double[EDITS];
        for (int i = 0; i < EDITS; i++) {
            long begun = System.nanoTime();
            if (Splicer.trimTail(cut, cut.items().size() / 2, -1 - i) instanceof Outcome.Ok<Cut>(Cut edited)) {
                CutEdit.between(cut, edited).orElseThrow();
            }
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        return times;
    }

    private static void settle(StudioWindow window) {
        BooleanSupplier settled = window::isSettled;
        for (int left = PATIENCE; left > 0 && !WindowThread.ask(settled::getAsBoolean); left--) {
            LockSupport.parkNanos(GLANCE);
        }
    }

    /** Without the first tenth, in which code is compiled. */
    private static double[] warm(double[] times) {
        return Arrays.copyOfRange(times, times.length / 10, times.length);
    }

    private static double share(double[] times, int percent) {
        double[] sorted = Arrays.stream(times).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
