package org.filmwright.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;

/** A copy of somebody's picture, of which every pixel was read once. @param extension as its content says, not its name */
public record OutsidePicture(Path file, String extension, FrameSize size) {
    /** 8192 x 8192; more than any frame of a film needs, and few enough to be held in memory. */
    private static final long MOST_PIXELS = 64L << 20;

    /** Copies a PNG or JPEG into a folder; refuses anything else and what is too large, and then leaves nothing there. */
    public static Outcome<OutsidePicture> copied(Path picture, Path folder) {
        try {
            FrameSize size = Still.sizeOf(picture);
            if ((long) size.width() * size.height() > MOST_PIXELS) {
                return Outcome.failed(new Failure.Refused(picture + " is too large for a take: " + size + " pixels.",
                        "Save it with at most 64 million pixels, such as 8192x8192."));
            }
        } catch (MediaException e) {
            return Outcome.failed(e.failure());
        }
        try {
            return checked(picture, Files.copy(picture, Files.createTempFile(folder, "outside", ".part"),
                    StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", picture + " could not be copied: " + e.getMessage()
                    + ". Nothing was imported."));
        }
    }

    /** The copy counts: the original may change while it is read. */
    private static Outcome<OutsidePicture> checked(Path picture, Path copy) throws IOException {
        try {
            Still still = Still.read(copy);
            return Outcome.ok(new OutsidePicture(copy, isPng(copy) ? "png" : "jpg", still.size()));
        } catch (MediaException e) {
            Files.delete(copy);
            return Outcome.failed(new Failure.Refused(picture + " is damaged: its pixels cannot be read.",
                    "Export the picture again as PNG or JPEG."));
        }
    }

    private static boolean isPng(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 0x89;
        }
    }
}
