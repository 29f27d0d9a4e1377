package org.filmwright.media;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/** What a video file must be so that each of its frames can be had by number; what is not is refused in a sentence. */
final class Readable {
    /** Twice 8K: what declares larger pictures asks for memory and has none to show. */
    static final long MOST_PIXELS = 64_000_000;

    private static final int WIDEST = 16_384;
    /** A day at 60 frames a second. */
    private static final long MOST_FRAMES = 24L * 3600 * 60;

    private Readable() {}

    static void requireSize(Path file, AVCodecParameters coded) throws MediaException {
        int width = coded.width();
        int height = coded.height();
        if (width < 1 || height < 1) {
            throw MediaException.refused(file + " does not say how large its pictures are.",
                    "Make it again, or use another file.");
        }
        if (Math.max(width, height) > WIDEST || (long) width * height > MOST_PIXELS) {
            throw MediaException.refused(file + " says that its pictures are " + width + "x" + height
                    + " pixels, which cannot be shown.", "Use a file of at most 8K (7680x4320).");
        }
    }

    static void requireAll(Path file, SampleTable table) throws MediaException {
        if (table.whole() < table.frames()) {
            throw MediaException.refused(file + " is cut off: " + table.whole() + " of " + table.frames()
                    + " frames are there.", "Fetch it or make it again.");
        }
        if (!table.even()) {
            throw MediaException.refused(file + " has a variable frame rate, so that its frames have no numbers.",
                    "Convert it to a constant frame rate.");
        }
    }

    /** @param counted as the file says, or as was found in it */
    static int frames(Path file, long counted) throws MediaException {
        if (counted < 1) {
            throw MediaException.refused(file + " has no frames.", "Make it again, or use another file.");
        }
        if (counted > MOST_FRAMES) {
            throw MediaException.refused(file + " says that it has " + counted + " frames, more than can be.",
                    "Make it again, or use another file.");
        }
        return (int) counted;
    }
}
