package org.filmwright.review;

import java.util.Optional;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageTake;

/** A take that somebody circled. Only {@code review} can make one, so no clip exists of an unapproved picture. */
public sealed interface ApprovedImage permits Circled {
    TakeId take();

    ShotId shot();

    MediaRef media();

    /** Where the eye should land. */
    Region subject();

    Verdict verdict();

    /** The approved image, if {@code verdict} approves exactly this take. */
    static Optional<ApprovedImage> of(ImageTake take, Verdict verdict) {
        return verdict.ruling() == Ruling.APPROVED && verdict.take().equals(take.id())
                ? Optional.of(new Circled(take.id(), take.shot(), take.media(), take.subject(), verdict))
                : Optional.empty();
    }
}
