package org.filmwright.generate.local.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filmwright.base.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedsTest {
    private static final FrameSize SIZE = new FrameSize(512, 512);
    private static final Speeds.Place HERE = new Speeds.Place("abc", SIZE, "cpu");

    @TempDir
    private Path folder;

    private Speeds speeds() {
        return Speeds.in(folder.resolve("cache").resolve("speeds.json"));
    }

    @Test
    void whatWasMeasuredIsRememberedForThatModelSizeAndDeviceOnly() {
        speeds().learn(HERE, 4, 48, 2);
        assertEquals(Optional.of(new Speeds.Pace(12, 2, 1)), speeds().of(HERE));
        assertEquals(Optional.empty(), speeds().of(new Speeds.Place("abc", new FrameSize(512, 768), "cpu")));
        assertEquals(Optional.empty(), speeds().of(new Speeds.Place("abc", SIZE, "NVIDIA T4")));
        assertEquals(Optional.empty(), speeds().of(new Speeds.Place("abd", SIZE, "cpu")));
    }

    @Test
    void newerPicturesCountMore() {
        speeds().learn(HERE, 1, 10, 0);
        speeds().learn(HERE, 1, 20, 10);
        assertEquals(Optional.of(new Speeds.Pace(13, 3, 2)), speeds().of(HERE));
    }

    @Test
    void whatWasNotPaintedForLongIsForgottenFirst() throws IOException {
        speeds().learn(HERE, 1, 10, 0);
        IntStream.range(0, 300).forEach(i -> speeds().learn(new Speeds.Place("m" + i, SIZE, "cpu"), 1, 1, 0));
        assertEquals(Optional.empty(), speeds().of(HERE));
        assertEquals(1, speeds().of(new Speeds.Place("m0", SIZE, "cpu")).orElseThrow().pictures());
        try (Stream<Path> left = Files.list(folder.resolve("cache"))) {
            assertEquals(2, left.count());
        }
    }

    @Test
    void aFileThatCannotBeReadIsBegunAnew() throws IOException {
        Files.createDirectories(folder.resolve("cache"));
        Files.writeString(folder.resolve("cache").resolve("speeds.json"), "[{\"model\": tor");
        assertEquals(Optional.empty(), speeds().of(HERE));
        speeds().learn(HERE, 2, 4, 1);
        assertEquals(2, speeds().of(HERE).orElseThrow().step());
    }

    @Test
    void aForecastSaysWhatItRestsOn() {
        Forecast slow = new Forecast("cpu", 16, Optional.of(new Speeds.Pace(12, 8, 3)));
        assertEquals("about 3 min 20 s on the processor, measured here at 12 s a step", slow.words());
        assertEquals("A picture takes about 3 min 20 s on the processor, measured here at 12 s a step.",
                slow.sentence());
        assertEquals("about 2 s on NVIDIA T4, measured here at 0.3 s a step", new Forecast("NVIDIA T4", 4, Optional.of(
                new Speeds.Pace(.31, .2, 1))).words());
    }

    @Test
    void whatNobodyMeasuredIsSaidToBeSo() {
        Forecast none = new Forecast("cpu", 25, Optional.empty());
        assertEquals("How long a picture takes is not measured yet on the processor at this size.", none.sentence());
        assertTrue(none.seconds().isEmpty());
    }

    @Test
    void timesAreNoFinerThanAnybodyCanKnow() {
        assertEquals("1 s", Forecast.spoken(.2));
        assertEquals("59 s", Forecast.spoken(58.1));
        assertEquals("1 min", Forecast.spoken(59.5));
        assertEquals("2 min 30 s", Forecast.spoken(141));
        assertEquals("59 min 50 s", Forecast.spoken(3589));
        assertEquals("1 h", Forecast.spoken(3595));
        assertEquals("1 h 25 min", Forecast.spoken(4900));
    }
}
