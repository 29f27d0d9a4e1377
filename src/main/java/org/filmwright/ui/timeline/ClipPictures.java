package org.filmwright.ui.timeline;

import java.util.Optional;
import org.filmwright.base.ShotId;
import org.filmwright.clips.ClipTake;
import org.filmwright.images.ImageTake;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Ruling;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.TakePictures;

/** The small picture that stands for a shot: the one its clip was made of, else the circled take. */
final class ClipPictures {
    private final Desk desk;
    private final TakePictures pictures;

    ClipPictures(Desk desk, TakePictures pictures) {
        this.desk = desk;
        this.pictures = pictures;
    }

    Optional<Picture> of(ShotId shot) {
        return desk.snapshot()
                .get()
                .flatMap(open -> take(open, shot))
                .map(pictures::thumb);
    }

    static Optional<ImageTake> take(Snapshot open, ShotId shot) {
        Optional<ClipTake> clip = Optional.ofNullable(open.clips().get(shot));
        return open.takesOf(shot)
                .stream()
                .filter(take -> clip.map(made -> made.image().equals(take.id()))
                        .orElse(open.rulingOf(take.id()) == Ruling.APPROVED))
                .findFirst();
    }
}
