package org.filmwright.media;

import java.util.List;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;

/**
 * What an H.264 file is made like. Always yuv420p, BT.709 in matrix, primaries and transfer, limited range, square
 * pixels, faststart (film.md 4.1).
 *
 * @param captions a soft subtitle track, in order; empty for none
 * @param hardware whether the encoder of a graphics card does it, where this machine has one that passed its trial
 */
public record VideoSettings(FrameSize size, FrameRate rate, Purpose purpose, List<Caption> captions,
        boolean hardware) {
    /** The sides an encoder takes. */
    private static final int SMALLEST = 16;
    private static final int WIDEST = 3840;
    private static final int HIGHEST = 2160;

    /** What the file is for: how often one can cut into it, and how finely it is coded. */
    public enum Purpose {
        /** A shot that will be decoded and edited: short groups of pictures. */
        CLIP(12, 18),
        /** The finished film: no difference from its pictures can be seen. */
        FILM(24, 18),
        /** The finished film to be sent around: about half as large, soft only where much moves. */
        COMPACT(24, 23),
        /** A first look: small, and it shows. */
        DRAFT(24, 29),
        /** A small copy in which every frame can be sought: key frames only. */
        PROXY(1, 24);

        private final int group;
        private final int quantiser;

        Purpose(int group, int quantiser) {
            this.group = group;
            this.quantiser = quantiser;
        }

        /** Frames from one key frame to the next. */
        public int group() {
            return group;
        }

        /** H.264 quantiser, 0 (finest) to 51: constant, so every picture is as good as every other. */
        public int quantiser() {
            return quantiser;
        }
    }

    public VideoSettings {
        captions = List.copyOf(captions);
        boolean odd = size.width() % 2 != 0 || size.height() % 2 != 0;
        if (odd || Math.min(size.width(), size.height()) < SMALLEST || size.width() > WIDEST
                || size.height() > HIGHEST) {
            throw new IllegalArgumentException("A film cannot be " + size + ": both sides must be even, from 16x16 to "
                    + "3840x2160. Try 1280x720.");
        }
    }

    public VideoSettings(FrameSize size, FrameRate rate, Purpose purpose, List<Caption> captions) {
        this(size, rate, purpose, captions, false);
    }

    public VideoSettings(FrameSize size, FrameRate rate, Purpose purpose) {
        this(size, rate, purpose, List.of());
    }
}
