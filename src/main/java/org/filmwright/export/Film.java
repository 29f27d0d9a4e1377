package org.filmwright.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;

/**
 * A finished film on disk, reopened and found to be what the cut asked for.
 *
 * @param subtitles the {@code .srt} beside it
 * @param checks what was compared; all passed
 */
public record Film(Path path, Optional<Path> subtitles, Picture picture, long bytes, Digest sha256,
        List<Check> checks) {
    public Film {
        checks = List.copyOf(checks);
    }

    public double seconds() {
        return picture.rate.seconds(picture.frames);
    }

    /** The picture track as found in the file. */
    public record Picture(FrameSize size, FrameRate rate, int frames, String codec) {}

    /** One thing that was looked at after the export. */
    public record Check(String what, String expected, String found) {
        public boolean passed() {
            return expected.equals(found);
        }
    }
}
