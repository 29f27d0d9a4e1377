package org.filmwright.production;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.TakeId;
import org.filmwright.engine.RunId;
import org.filmwright.export.FilmFrames;
import org.filmwright.history.Change;
import org.filmwright.images.Preview;
import org.filmwright.production.sense.Senses;
import org.filmwright.review.Decision;
import org.filmwright.review.Ruling;
import org.filmwright.timeline.Recording;

/** An open project, as the studio sees it. All calls may be made from any thread. */
public interface Project extends AutoCloseable {
    /** What is recorded now. Cheap: the same object until something changes. */
    Snapshot snapshot();

    /** Calls {@code listener} with every new snapshot, on a thread of the project, until the answer is closed. */
    Subscription listen(Consumer<Snapshot> listener);

    /**
     * Records a decision about takes as one change; durable when it returns. An approval also answers the gate that waits
     * for its shot.
     */
    Outcome<Change> decide(List<TakeId> takes, Decision decision);

    /** The same about one take. */
    default void rule(TakeId take, Ruling ruling, String reason) {
        decide(List.of(take), new Decision.Rules(ruling, reason, Optional.empty()));
    }

    /** Changes of the script, of shots and of the cut. */
    Editor editor();

    /** What can be done with takes beside judging them. */
    LightTable lightTable();

    /** How shots are filmed. */
    default Camerawork camerawork() {
        return Camerawork.NONE;
    }

    /** The file behind a reference. */
    Path file(MediaRef media);

    /** A smaller copy of a picture, made now where it is missing: not to be asked on a window's thread. */
    default Path preview(MediaRef media, Preview size) {
        return file(media);
    }

    /** Copies a sound from outside into the project, once all of it was decoded; the original stays. Takes time. */
    default Outcome<Recording> record(Path sound) {
        return Outcome.failed(new Failure.Refused("No sounds are kept here.", "Open the project in the studio."));
    }

    /** Where what can be worked out of a media file once more is kept; neither the file nor its folder need be there. */
    default Path derived(MediaRef media, String what) {
        return file(media).resolveSibling(media.digest().hex() + "." + what);
    }

    /** Puts a media file back that somebody removed; refused where the given file is another one. The given file stays. */
    default Outcome<MediaRef> relink(MediaRef media, Path file) {
        return Outcome.failed(new Failure.Refused("No files are kept here.", "Open the project in the studio."));
    }

    /** The current cut, frame by frame at {@code maxWidth} or smaller; the caller closes it. */
    Outcome<FilmFrames> play(int maxWidth);

    /** Starts the durable job that writes the film, the storyboard, or both, as somebody wants them. Answers its run. */
    Outcome<RunId> export(Export wanted);

    /** What is worked on, what waits, and how it went. */
    JobQueue jobs();

    /** Who draws. */
    default Artists artists() {
        return Artists.NONE;
    }

    /** Who films. */
    default Filmers filmers() {
        return Filmers.NONE;
    }

    /** The agents; none where nothing is worked on. */
    default Optional<Crew> crew() {
        return Optional.empty();
    }

    /** The workflows; none where nothing is worked on. */
    default Optional<Workflows> workflows() {
        return Optional.empty();
    }

    /** The models that know what pictures and sentences say, as far as they are here. */
    default Senses senses() {
        return Senses.NONE;
    }

    /** What was spent, and the limits. */
    Spending spending();

    /** Where its things lie. */
    Storage storage();

    /** Present when the last process did not end well. */
    Optional<Recovery> recovery();

    /** What was mended when it was opened, and what was kept: a sentence each. */
    List<String> news();

    @Override
    void close();

    /** Ends a subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
