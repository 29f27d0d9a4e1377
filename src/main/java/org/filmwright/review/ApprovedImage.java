package org.filmwright.review;

import java.util.Optional;
import org.filmwright.images.ImageTake;

/** A take that somebody circled. Only {@code review} can make one, so no clip exists of an unapproved picture. */
public sealed interface ApprovedImage permits Circled {
    ImageTake take();

    Verdict verdict();

    /** The approved image, if {@code verdict} approves exactly this take. */
    static Optional<ApprovedImage> of(ImageTake take, Verdict verdict) {
        return verdict.ruling() == Ruling.APPROVED && verdict.take().equals(take.id())
                ? Optional.of(new Circled(take, verdict))
                : Optional.empty();
    }
}
