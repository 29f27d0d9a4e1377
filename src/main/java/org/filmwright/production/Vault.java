package org.filmwright.production;

import java.nio.file.Path;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;

/** Where media files live, named by their content. Port; the project folder implements it. */
public interface Vault {
    /** Publishes a finished file whole: hashed, forced to disk, renamed into place. The staged file is gone after. */
    Outcome<MediaRef> publish(Path staged, String extension);

    /** Publishes a copy of a picture from outside, once it is known to be one that can be used; the original stays. */
    Outcome<MediaRef> adopt(Path picture);

    /** The file behind a reference; it may be missing when somebody removed it by hand. */
    Path file(MediaRef media);
}
