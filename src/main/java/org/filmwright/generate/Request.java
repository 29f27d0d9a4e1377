package org.filmwright.generate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.CameraMove;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Region;

/** What a generator is asked for. Files are written into {@code folder}, which exists and is the caller's. */
public sealed interface Request {
    FrameSize size();

    long seed();

    Path folder();

    /** One picture; {@code take} is 1, 2, 3 …: takes of a shot differ as ideas, not in noise. */
    record Image(Words words, Staging staging, FrameSize size, long seed, int take, Path folder) implements Request {
        /** One of which nothing is unwanted. */
        public Image(String prompt, Staging staging, FrameSize size, long seed, int take, Path folder) {
            this(new Words(prompt, ""), staging, size, seed, take, folder);
        }

        public String prompt() {
            return words.prompt;
        }
    }

    /** What is to be seen, and what is not, for models that read words. @param negative may be empty */
    record Words(String prompt, String negative) {}

    /** One moving shot from a picture. @param depth nothing where the camera moves over it as over a photograph */
    record Clip(Path picture, Motion motion, Optional<Depth> depth, FrameSize size, FrameRate rate, long seed,
            Path folder) implements Request {
        /** Over a flat picture. */
        public Clip(Path picture, Motion motion, FrameSize size, FrameRate rate, long seed, Path folder) {
            this(picture, motion, Optional.empty(), size, rate, seed, folder);
        }
    }

    /**
     * How far away what a picture shows is.
     *
     * @param subject where the eye should land: what the camera holds on to
     */
    record Depth(Source source, Region subject) {
        /** Where that is known from. */
        public sealed interface Source {}

        /** A grey PNG of 16 bits: 0 is the farthest point, 65535 the nearest. */
        public record Near(Path map) implements Source {}

        /** As it was painted, far to near. */
        public record Planes(List<Plane> planes) implements Source {
            public Planes {
                planes = List.copyOf(planes);
            }
        }
    }

    /** A PNG with alpha of the picture's size. @param depth 0 at the picture's glass, 1 at the horizon */
    record Plane(Path picture, double depth) {}

    /**
     * The move asked for.
     *
     * @param start window of the first frame in fractions of the picture; @param end window of the last frame
     * @param frames length, at least 1
     * @param prompt for models that read words
     */
    record Motion(CameraMove move, Region start, Region end, Easing easing, int frames, String prompt) {
        /** One that starts and stops softly. */
        public Motion(CameraMove move, Region start, Region end, int frames, String prompt) {
            this(move, start, end, Easing.SOFT, frames, prompt);
        }
    }
}
