package org.filmwright.ui.timeline;

import java.util.Optional;
import javafx.scene.image.Image;
import org.filmwright.base.ShotId;
import org.filmwright.clips.ClipTake;
import org.filmwright.images.ImageTake;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Ruling;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Pictures;

/** The small picture that stands for a shot: the one its clip was made of, else the circled take. */
final class ClipPictures {
    private static final int SIZE = 320;

    private final Desk desk;
    private final Pictures thumbs = new Pictures(600L * SIZE * SIZE);

    ClipPictures(Desk desk) {
        this.desk = desk;
    }

    Optional<Image> of(ShotId shot) {
        return desk.snapshot()
                .get()
                .flatMap(open -> take(open, shot))
                .flatMap(take -> desk.project().get().map(project -> thumbs.of(project.file(take.media()), SIZE, SIZE)));
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
