package org.filmwright.images;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;

/** Where takes are kept. Port; implemented by the store. Takes are added, never changed. */
public interface Takes {
    /**
     * Adds a take, with a number that no other take of its shot has. The same id again is the same take and changes nothing.
     *
     * @return the take as it is kept
     */
    ImageTake add(ImageTake take);

    /**
     * Adds many at once, with the numbers they have: all, or none where that fails. A kill meanwhile may leave the first of
     * them.
     */
    void addAll(List<ImageTake> takes);

    /** Keeps what takes answer, so that a stale one can say what has changed since. */
    void keep(ImageBrief brief);

    /** What a take answered; nothing where it was drawn before briefs were kept. */
    Optional<ImageBrief> brief(Digest digest);

    Optional<ImageTake> find(TakeId id);

    /** The takes of a shot by number. */
    List<ImageTake> of(ShotId shot);

    List<ImageTake> all();

    /** Keeps what a picture looks like; it can be computed again, so it is no fact. */
    void keep(MediaRef picture, Fingerprint look);

    /** What the pictures look like, as far as that is known. */
    Map<MediaRef, Fingerprint> looks();

    /** What one picture looks like, if that is known. */
    Optional<Fingerprint> look(MediaRef picture);

    /** Which of them were put aside; they count as if they were not there. */
    Trash trash();

    /** A take that was put aside was asked for again: it is there again. */
    void redrawn(TakeId take);
}
