package org.filmwright.generate;

import java.nio.file.Path;
import org.filmwright.base.CameraMove;
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

    /** One moving shot from a picture. */
    record Clip(Path picture, Motion motion, FrameSize size, FrameRate rate, long seed, Path folder)
            implements
                Request {}

    /**
     * The move asked for.
     *
     * @param start window of the first frame in fractions of the picture; @param end window of the last frame
     * @param frames length, at least 1
     * @param prompt for models that read words
     */
    record Motion(CameraMove move, Region start, Region end, int frames, String prompt) {}
}
