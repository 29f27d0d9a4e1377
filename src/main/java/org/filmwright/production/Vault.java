package org.filmwright.production;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.images.Freed;
import org.filmwright.images.Preview;
import org.filmwright.timeline.Recording;

/** Where media files live, named by their content. Port; the project folder implements it. */
public interface Vault {
    /** Publishes a finished file whole: hashed, forced to disk, renamed into place. The staged file is gone after. */
    Outcome<MediaRef> publish(Path staged, String extension);

    /** Publishes a copy of a picture from outside, once it is known to be one that can be used; the original stays. */
    Outcome<MediaRef> adopt(Path picture);

    /** Publishes a copy of a sound from outside, once all of it was decoded; the original stays. Takes time. */
    default Outcome<Recording> adoptSound(Path sound) {
        return Outcome.failed(new Failure.Refused("No sounds are kept here.", "Open the project in the studio."));
    }

    /** A smaller copy of a picture, made now where it is missing. */
    default Path preview(MediaRef media, Preview size) {
        return file(media);
    }

    /** Where what can be worked out of a media file once more is kept; neither the file nor its folder need be there. */
    default Path derived(MediaRef media, String what) {
        return file(media).resolveSibling(media.digest().hex() + "." + what);
    }

    /** A folder for the finished parts of unfinished films, on the project's disk; it need not be there. */
    Path unfinished();

    /** A picture has come: its smaller copies are made soon, behind whoever says so. */
    default void arrived(MediaRef media) {}

    /** The small copy of a clip to play it by, where it is made. */
    default Optional<Path> proxy(MediaRef clip) {
        return Optional.empty();
    }

    /** A clip has come, or is looked at: its proxy is made soon, behind whoever says so, where it is not there. */
    default void wanted(MediaRef clip) {}

    /** What {@link #emptyTrash} would delete; nothing where no trash is kept. Reads files. */
    default Freed inTheTrash(Instant before) {
        return Freed.NOTHING;
    }

    /** Deletes for good what lies in the trash since before then. */
    default Outcome<Freed> emptyTrash(Instant before) {
        return Outcome.ok(Freed.NOTHING);
    }

    /** The file behind a reference; it may be missing when somebody removed it by hand. */
    Path file(MediaRef media);
}
