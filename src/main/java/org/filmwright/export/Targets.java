package org.filmwright.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.Failure;

/** Says before any work starts whether a film could be written at all. */
final class Targets {
    private Targets() {}

    /** @param staging where the film is made first; @param bytes that it will need at most */
    static Optional<Failure> refusal(Path film, Path staging, long bytes) {
        Path folder = film.getParent();
        if (folder == null || film.getFileName() == null || Files.isDirectory(film)) {
            return refused(film + " is a folder, not a file.", "Name the film, for example film.mp4.");
        }
        if (!film.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".mp4")) {
            return refused("The film would be an MP4, but is to be called " + film.getFileName() + ".",
                    "Give it a name that ends in .mp4.");
        }
        if (!Files.isDirectory(folder)) {
            return refused("There is no folder " + folder + " for the film.",
                    "Create the folder, or choose another place.");
        }
        if (!Files.isWritable(folder) || Files.exists(film) && !Files.isWritable(film)) {
            return refused("The film cannot be written to " + film + ".",
                    "Choose another place, or change the permissions.");
        }
        return tooFull(folder, bytes).or(() -> tooFull(staging, bytes));
    }

    private static Optional<Failure> tooFull(Path folder, long bytes) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            return free >= bytes
                    ? Optional.empty()
                    : Optional.of(new Failure.Exhausted("disk",
                            "The film may need %d MB, and %s has %d MB left. Nothing was written. Free some space first."
                                    .formatted(bytes >> 20, folder, free >> 20)));
        } catch (IOException e) {
            return refused("The folder " + folder + " cannot be reached: " + e.getMessage() + ".",
                    "Choose another place.");
        }
    }

    private static Optional<Failure> refused(String what, String remedy) {
        return Optional.of(new Failure.Refused(what, remedy));
    }
}
