package org.filmwright.generate.local.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Companion;
import org.filmwright.generate.local.Companion.Question;
import org.filmwright.generate.local.sample.Element;
import org.filmwright.generate.local.sample.SampleCompanions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More pixels, where each becomes a square of itself. */
@Timeout(60)
class EnlargerTest {
    @TempDir
    private Path folder;
    private Darkroom room;

    @BeforeEach
    void begin() {
        room = new Darkroom(folder);
    }

    private BufferedImage enlarged(Path model, Path picture) throws IOException {
        Darkroom.value(Darkroom.ask(model, new Question.Enlarge(picture, room.file("large.png"))));
        return room.read("large.png");
    }

    /** One tile, several, of which the last are not full, and pictures smaller than what a tile sees. */
    @ParameterizedTest
    @CsvSource({"FLOAT,4,0,40,30", "FLOAT,2,0,300,270", "FLOAT,4,64,100,71", "HALF,4,64,64,64", "HALF,2,0,1,3",
        "FLOAT,4,64,5,1"})
    void everyPointBecomesASquareWhateverTheTiles(Element io, int times, int side, int width, int height)
            throws IOException {
        Path model = SampleCompanions.enlarge(room.file("up"), io, times, side, false);
        BufferedImage large = enlarged(model, room.picture("small.png", width, height, Darkroom::motley));
        assertEquals(width * times, large.getWidth());
        assertEquals(height * times, large.getHeight());
        for (int y = 0; y < large.getHeight(); y++) {
            for (int x = 0; x < large.getWidth(); x++) {
                assertEquals(Darkroom.motley(x / times, y / times), Darkroom.colour(large, x, y), x + ", " + y);
            }
        }
    }

    @Test
    void noSeamIsSeenWhereThePointsAroundCount() throws IOException {
        Path picture = room.picture("small.png", 150, 90, Darkroom::motley);
        BufferedImage small = enlarged(SampleCompanions.enlarge(room.file("a"), Element.FLOAT, 2, 64, true), picture);
        BufferedImage whole = enlarged(SampleCompanions.enlarge(room.file("b"), Element.FLOAT, 2, 0, true), picture);
        for (int y = 0; y < whole.getHeight(); y++) {
            for (int x = 0; x < whole.getWidth(); x++) {
                assertEquals(Darkroom.colour(whole, x, y), Darkroom.colour(small, x, y), x + ", " + y);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0,5,0", "-1,5,1", "-4,5,4", "-5,5,3", "5,5,3", "8,5,0", "9,5,1", "-3,1,0", "7,1,0", "-1,2,1"})
    void whatLiesBeyondAnEdgeIsSeenMirrored(int at, int length, int there) {
        assertEquals(there, Enlarger.mirrored(at, length));
    }

    @Test
    void aModelThatDoesNotEnlargeIsRefused() throws IOException {
        Path model = SampleCompanions.enlarge(room.file("same"), Element.FLOAT, 1, 0, false);
        Path picture = room.picture("p.png", 8, 8, Darkroom::motley);
        Failure failure = Darkroom.failure(Darkroom.ask(model, new Question.Enlarge(picture, room.file("large.png"))));
        assertTrue(failure.what().contains("realesrgan.onnx does not enlarge: 28x28 pixels became 28x28"), failure
                .what());
        assertEquals(List.of("p.png"), room.files());
    }

    @Test
    void whatIsNoNumberIsNotWritten() throws IOException {
        Path model = SampleCompanions.numberless(room.file("nan"));
        Path picture = room.picture("p.png", 8, 8, Darkroom::motley);
        Failure failure = Darkroom.failure(Darkroom.ask(model, new Question.Enlarge(picture, room.file("large.png"))));
        assertTrue(failure.what().contains("no numbers"), failure.what());
        assertEquals(List.of("p.png"), room.files());
    }

    @Test
    void aPictureThatWouldBeTooLargeToReadIsRefusedBeforeItIsMade() throws IOException {
        Path model = SampleCompanions.enlarge(room.file("up"), Element.FLOAT, 4, 0, false);
        Path picture = room.picture("long.png", 5000, 2, Darkroom::motley);
        Failure failure = Darkroom.failure(Darkroom.ask(model, new Question.Enlarge(picture, room.file("large.png"))));
        assertTrue(failure.what().contains("20000x8"), failure.what());
        assertTrue(assertInstanceOf(Failure.Refused.class, failure).remedy().contains("4096 pixels a side"));
    }

    @Test
    void aPictureThatIsNoneIsRefusedWithItsName() throws IOException {
        Path model = SampleCompanions.enlarge(room.file("up"), Element.FLOAT, 4, 0, false);
        Failure failure = Darkroom.failure(Darkroom.ask(model, new Question.Enlarge(room.file("none.png"), room.file(
                "large.png"))));
        assertTrue(failure.what().contains("none.png"), failure.what());
    }

    /** Somebody who stops as soon as something is heard, or whenever they like. */
    private static final class Stopper implements Progress {
        private final String at;
        private volatile boolean stopped;
        final CountDownLatch heard = new CountDownLatch(1);
        private volatile Runnable stop = () -> {};

        Stopper(String at) {
            this.at = at;
        }

        @Override
        public void report(double fraction, String note) {
            stopped = stopped || note.equals(at);
        }

        @Override
        public void checkCancelled() {
            if (stopped) {
                throw new Cancelled();
            }
        }

        @Override
        public void onCancel(Runnable action) {
            stop = action;
            heard.countDown();
        }
    }

    @Test
    void itStopsBetweenTwoTilesAndLeavesNothing() throws IOException {
        Path model = SampleCompanions.enlarge(room.file("up"), Element.FLOAT, 4, 64, false);
        Path picture = room.picture("p.png", 100, 100, Darkroom::motley);
        try (Companion companion = Darkroom.value(Darkroom.load(model))) {
            Question question = new Question.Enlarge(picture, room.file("large.png"));
            Stopper stopper = new Stopper("tile 2 of 9");
            assertThrows(Cancelled.class, () -> companion.answer(question, stopper));
            assertEquals(List.of("p.png"), room.files());
            Darkroom.value(companion.answer(question, Progress.NONE));
        }
    }

    @Test
    void itStopsWithinATileThatTakesForever() throws Exception {
        Path model = SampleCompanions.slow(room.file("slow"), 1_000_000_000_000L);
        Path picture = room.picture("p.png", 8, 8, Darkroom::motley);
        try (Companion companion = Darkroom.value(Darkroom.load(model))) {
            Stopper stopper = new Stopper("");
            Thread stops = Thread.ofPlatform().daemon().start(() -> {
                try {
                    stopper.heard.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                stopper.stop.run();
            });
            assertThrows(Cancelled.class, () -> companion.answer(new Question.Enlarge(picture, room.file("l.png")),
                    stopper));
            stops.join();
            assertEquals(List.of("p.png"), room.files());
        }
    }
}
