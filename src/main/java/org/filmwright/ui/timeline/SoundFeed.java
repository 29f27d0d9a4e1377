package org.filmwright.ui.timeline;

import java.util.Arrays;
import org.filmwright.base.FrameRate;
import org.filmwright.media.MediaException;
import org.filmwright.media.SoundSource;
import org.filmwright.media.SoundTime;

/** What is heard of a running film, piece by piece: from a frame on, round and round where it loops, and silence behind its end. */
final class SoundFeed {
    private final long from;
    private final long to;
    private final boolean loop;
    private final int step;
    private long at;
    private float[] fast = {};

    /** @param pace one that can be heard */
    SoundFeed(FrameRate rate, int frame, Pace pace, Stretch between) {
        from = SoundTime.sample(rate, between.from());
        to = SoundTime.sample(rate, between.to());
        loop = between.loop();
        step = pace.step();
        at = SoundTime.sample(rate, frame);
    }

    /** Forwards, as it is or twice as fast (film.md 3.4). */
    static boolean isHeard(Pace pace) {
        return pace.tempo() == 1 && (pace.step() == 1 || pace.step() == 2);
    }

    /** The sample of the film that comes next. */
    long at() {
        return at;
    }

    /** The next samples, left and right in turn. */
    void next(SoundSource film, int samples, float[] out) throws MediaException {
        if (step == 1) {
            fill(film, samples, out);
            return;
        }
        if (fast.length < samples * step * SoundTime.CHANNELS) {
            fast = new float[samples * step * SoundTime.CHANNELS];
        }
        fill(film, samples * step, fast);
        for (int i = 0; i < samples; i++) {
            out[2 * i] = (fast[4 * i] + fast[4 * i + 2]) / 2;
            out[2 * i + 1] = (fast[4 * i + 1] + fast[4 * i + 3]) / 2;
        }
    }

    private void fill(SoundSource film, int samples, float[] out) throws MediaException {
        int done = 0;
        while (done < samples) {
            if (at >= to && loop) {
                at = from;
            }
            if (at >= to) {
                Arrays.fill(out, done * SoundTime.CHANNELS, samples * SoundTime.CHANNELS, 0);
                return;
            }
            int piece = (int) Math.min(samples - done, to - at);
            float[] part = done == 0 && piece == samples ? out : new float[piece * SoundTime.CHANNELS];
            film.read(at, piece, part);
            if (part != out) {
                System.arraycopy(part, 0, out, done * SoundTime.CHANNELS, part.length);
            }
            at += piece;
            done += piece;
        }
    }
}
