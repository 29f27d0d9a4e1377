package org.filmwright.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.filmwright.base.FrameRate;
import org.filmwright.media.MediaException;
import org.filmwright.media.SoundSource;
import org.junit.jupiter.api.Test;

/** Which samples follow each other while a film runs. */
class SoundFeedTest {
    /** Every sample says its number. */
    private static final SoundSource NUMBERS = (from, samples, out) -> {
        for (int i = 0; i < samples; i++) {
            out[2 * i] = from + i;
            out[2 * i + 1] = from + i;
        }
    };

    private static float[] next(SoundFeed feed, int samples) throws MediaException {
        float[] out = new float[2 * samples];
        feed.next(NUMBERS, samples, out);
        float[] left = new float[samples];
        for (int i = 0; i < samples; i++) {
            assertEquals(out[2 * i], out[2 * i + 1]);
            left[i] = out[2 * i];
        }
        return left;
    }

    @Test
    void itBeginsWithTheFrameAndGoesOnWithoutAHole() throws MediaException {
        SoundFeed feed = new SoundFeed(FrameRate.FILM, 10, Pace.PLAIN, new Stretch(0, 100, false));
        assertArrayEquals(new float[]{20_000, 20_001, 20_002}, next(feed, 3));
        assertArrayEquals(new float[]{20_003, 20_004}, next(feed, 2));
    }

    @Test
    void behindTheEndItIsSilent() throws MediaException {
        SoundFeed feed = new SoundFeed(FrameRate.FILM, 99, Pace.PLAIN, new Stretch(0, 100, false));
        next(feed, 1998);
        assertArrayEquals(new float[]{199_998, 199_999, 0, 0}, next(feed, 4));
        assertArrayEquals(new float[2], next(feed, 2));
    }

    @Test
    void aLoopBeginsAgainOnItsSample() throws MediaException {
        SoundFeed feed = new SoundFeed(FrameRate.FILM, 49, Pace.PLAIN, new Stretch(40, 50, true));
        next(feed, 1998);
        assertArrayEquals(new float[]{99_998, 99_999, 80_000, 80_001}, next(feed, 4));
        next(feed, 19_998);
        assertArrayEquals(new float[]{80_000}, next(feed, 1), "and round again");
    }

    @Test
    void twiceAsFastTakesTwoForOne() throws MediaException {
        SoundFeed feed = new SoundFeed(FrameRate.FILM, 10, new Pace(2, 1), new Stretch(0, 100, false));
        assertArrayEquals(new float[]{20_000.5f, 20_002.5f}, next(feed, 2));
        assertArrayEquals(new float[]{20_004.5f}, next(feed, 1));
    }

    @Test
    void onlyWhatRunsForwardAtMostTwiceIsHeard() {
        assertTrue(SoundFeed.isHeard(Pace.PLAIN));
        assertTrue(SoundFeed.isHeard(new Pace(2, 1)));
        assertFalse(SoundFeed.isHeard(new Pace(4, 1)));
        assertFalse(SoundFeed.isHeard(new Pace(-1, 1)));
        assertFalse(SoundFeed.isHeard(Pace.slow(1)));
    }
}
