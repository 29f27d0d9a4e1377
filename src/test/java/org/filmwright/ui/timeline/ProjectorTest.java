package org.filmwright.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.export.FilmFrames;
import org.filmwright.media.MediaException;
import org.filmwright.ui.Fx;
import org.filmwright.ui.timeline.Projector.Event;
import org.junit.jupiter.api.Test;

/** The projector with a clock that the test sets: which frames are drawn, shown, dropped. */
class ProjectorTest {
    private static final int UNREADABLE = 40;
    private static final Stretch WHOLE = new Stretch(0, 1000, false);
    private static final Failure DAMAGED = new Failure.Refused("clip.mp4 is damaged.", "Make that clip again.");

    private final AtomicLong clock = new AtomicLong();
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private Projector project(int frames) {
        return new Projector(() -> Outcome.ok(film(frames)), clock::get, heard::add);
    }

    @Test
    void aSoughtFrameIsShownAndTheFilmIsClosedInTheEnd() throws InterruptedException {
        Projector projector = project(48);
        projector.seek(7);
        Fx.until("frame 7 is shown", () -> lastFrame() == 7);
        projector.close();
        assertTrue(closed.await(10, TimeUnit.SECONDS));
    }

    @Test
    void ofAFilmThatIsClosedBeforeItIsOpenNobodyHears() throws InterruptedException {
        CountDownLatch opening = new CountDownLatch(1);
        Projector slow = new Projector(() -> {
            try {
                opening.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Outcome.ok(film(48));
        }, clock::get, heard::add);
        Fx.run(slow::close);
        opening.countDown();
        assertTrue(closed.await(10, TimeUnit.SECONDS));
        Fx.run(() -> {});
        assertEquals(List.of(), heard);
    }

    @Test
    void framesAreShownWhenTheClockSaysSo() {
        try (Projector projector = project(48)) {
            projector.play(0, Pace.PLAIN, WHOLE);
            Fx.until("frame 0 is shown", () -> lastFrame() == 0);
            clock.set(nanos(1));
            Fx.until("frame 1 is shown", () -> lastFrame() == 1);
        }
    }

    @Test
    void playingGoesOnFromTheFrameThatIsOnTheScreen() {
        try (Projector projector = project(48)) {
            projector.seek(5);
            Fx.until("frame 5 is shown", () -> lastFrame() == 5);
            heard.clear();
            projector.play(5, Pace.PLAIN, WHOLE);
            Fx.until("frame 5 is shown again", () -> lastFrame() == 5);
            clock.set(nanos(1));
            Fx.until("frame 6 is shown", () -> lastFrame() == 6);
        }
    }

    @Test
    void whatComesTooLateIsDroppedAndCounted() {
        try (Projector projector = project(48)) {
            projector.play(0, Pace.PLAIN, WHOLE);
            Fx.until("frame 0 is shown", () -> lastFrame() == 0);
            clock.set(nanos(10));
            Fx.until("frame 10 is shown", () -> lastFrame() == 10);
            assertEquals(9, ((Event.Shown) heard.getLast()).dropped());
        }
    }

    @Test
    void atFourTimesItsPaceOnlyEveryFourthFrameIsDueAndNoneOfTheOthersIsDropped() {
        try (Projector projector = project(48)) {
            projector.play(0, new Pace(4, 1), WHOLE);
            Fx.until("frame 0 is shown", () -> lastFrame() == 0);
            clock.set(nanos(1));
            Fx.until("frame 4 is shown", () -> lastFrame() == 4);
            assertEquals(0, ((Event.Shown) heard.getLast()).dropped());
            clock.set(nanos(5));
            Fx.until("frame 20 is shown", () -> lastFrame() == 20);
            assertEquals(3, ((Event.Shown) heard.getLast()).dropped());
        }
    }

    @Test
    void backwardsItComesToTheStart() {
        try (Projector projector = project(48)) {
            projector.play(9, new Pace(-1, 1), WHOLE);
            Fx.until("frame 9 is shown", () -> lastFrame() == 9);
            clock.set(nanos(1));
            Fx.until("frame 8 is shown", () -> lastFrame() == 8);
            clock.set(nanos(30));
            Fx.until("the first frame is shown", () -> lastFrame() == 0);
            Fx.until("the end is told", () -> heard.stream().anyMatch(Event.Ended.class::isInstance));
        }
    }

    @Test
    void atTheEndItStopsOnTheLastFrameAndSaysSo() {
        try (Projector projector = project(12)) {
            projector.play(0, Pace.PLAIN, WHOLE);
            Fx.until("it plays", () -> lastFrame() == 0);
            clock.set(nanos(100));
            Fx.until("the last frame is shown", () -> lastFrame() == 11);
            Fx.until("the end is told", () -> heard.stream().anyMatch(Event.Ended.class::isInstance));
        }
    }

    @Test
    void aPausedFilmStandsStill() {
        try (Projector projector = project(48)) {
            projector.play(0, Pace.PLAIN, WHOLE);
            Fx.until("it plays", () -> lastFrame() == 0);
            projector.pause();
            clock.set(nanos(20));
            projector.seek(3);
            Fx.until("the sought frame is shown", () -> lastFrame() == 3);
        }
    }

    @Test
    void aFilmThatCannotBeOpenedIsReported() {
        Failure why = new Failure.Refused("The clip is missing.", "Make the film again.");
        try (Projector projector = new Projector(() -> Outcome.failed(why), clock::get, heard::add)) {
            projector.seek(0);
            Fx.until("it is told", () -> heard.equals(List.of(new Event.CannotPlay(why))));
        }
    }

    @Test
    void aFrameThatCannotBeReadIsReportedAndAnotherCanBeSought() {
        try (Projector projector = project(48)) {
            projector.seek(UNREADABLE);
            Fx.until("it is told", () -> heard.contains(new Event.CannotPlay(DAMAGED)));
            projector.seek(UNREADABLE + 1);
            Fx.until("the next frame is shown", () -> lastFrame() == UNREADABLE + 1);
        }
    }

    @Test
    void playingStopsWhereTheFilmCannotBeRead() {
        try (Projector projector = project(48)) {
            projector.play(UNREADABLE - 1, Pace.PLAIN, WHOLE);
            Fx.until("it plays", () -> lastFrame() == UNREADABLE - 1);
            clock.set(nanos(1));
            Fx.until("it is told", () -> heard.contains(new Event.CannotPlay(DAMAGED)));
            clock.set(nanos(5));
            projector.seek(2);
            Fx.until("the sought frame stands still", () -> lastFrame() == 2);
        }
    }

    private int lastFrame() {
        return heard.stream()
                .filter(Event.Shown.class::isInstance)
                .map(Event.Shown.class::cast)
                .reduce((before, after) -> after)
                .map(Event.Shown::frame)
                .orElse(-1);
    }

    /** A moment in the middle of that frame. */
    private static long nanos(int frame) {
        return (long) ((frame + 0.5) * 1e9 / 24);
    }

    private FilmFrames film(int frames) {
        return new FilmFrames() {
            @Override
            public FrameSize size() {
                return new FrameSize(4, 4);
            }

            @Override
            public FrameRate rate() {
                return FrameRate.FILM;
            }

            @Override
            public int frames() {
                return frames;
            }

            @Override
            public void frame(int n, int[] argb) {
                if (n == UNREADABLE) {
                    throw new UncheckedIOException(new MediaException(DAMAGED));
                }
                argb[0] = 0xff000000 | n;
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
    }
}
