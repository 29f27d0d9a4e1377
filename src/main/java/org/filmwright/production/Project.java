package org.filmwright.production;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.TakeId;
import org.filmwright.export.FilmFrames;
import org.filmwright.review.Ruling;

/** An open project, as the studio sees it. All calls may be made from any thread. */
public interface Project extends AutoCloseable {
    /** What is recorded now. Cheap: the same object until something changes. */
    Snapshot snapshot();

    /** Calls {@code listener} with every new snapshot, on a thread of the project, until the answer is closed. */
    Subscription listen(Consumer<Snapshot> listener);

    /** Records a decision about a take; durable when it returns. */
    void rule(TakeId take, Ruling ruling, String reason);

    /** Changes of the script, of shots and of the cut. */
    Editor editor();

    /** What can be done with takes beside judging them. */
    LightTable lightTable();

    /** The file behind a reference. */
    Path file(MediaRef media);

    /** The current cut, frame by frame at {@code maxWidth} or smaller; the caller closes it. */
    Outcome<FilmFrames> play(int maxWidth);

    /** What is worked on, what waits, and how it went. */
    JobQueue jobs();

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
