package org.filmwright.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;

/** Puts a media file back that is gone from the project: by its content, so that no other one can take its place. */
record Relinking(Vault vault) {
    Outcome<MediaRef> of(MediaRef media, Path file) {
        Path place = vault.file(media);
        Path staged = place.resolveSibling(media.digest().hex() + ".relinked");
        try {
            if (!Digest.ofFile(file).equals(media.digest())) {
                return Outcome.failed(new Failure.Refused("\"" + file.getFileName()
                        + "\" is another file: its content is not that of the missing one. Nothing was changed.",
                        "Choose the file itself, or make the clip again."));
            }
            Files.createDirectories(place.getParent());
            Files.copy(file, staged, StandardCopyOption.REPLACE_EXISTING);
            return vault.publish(staged, media.extension());
        } catch (NoSuchFileException gone) {
            return Outcome.failed(new Failure.Refused("\"" + file.getFileName() + "\" is not there.",
                    "Choose a file that is."));
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", "The file could not be copied into the project: "
                    + e.getMessage() + ". The project is as it was."));
        } finally {
            discard(staged);
        }
    }

    /** Published, it is gone already. */
    private static void discard(Path staged) {
        try {
            Files.deleteIfExists(staged);
        } catch (IOException e) {
            staged.toFile().deleteOnExit();
        }
    }
}
