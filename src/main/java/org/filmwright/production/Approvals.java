package org.filmwright.production;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageBrief;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Trash;
import org.filmwright.review.ApprovedImage;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** Which take of a shot is circled now. */
record Approvals(Records records) {
    /** Later approvals before earlier ones, a person's before any rule's. */
    private static final Comparator<ApprovedImage> WEIGHT = Comparator
            .comparing((ApprovedImage image) -> image.verdict().byPerson())
            .thenComparing(image -> image.verdict().at());

    /**
     * The circled take among those that answer the shot's present brief. What a rule circled counts only among
     * {@code drawn}, the takes of this job: another job has other takes.
     */
    Optional<ApprovedImage> of(ShotPlan plan, Shot shot, Collection<TakeId> drawn) {
        return current(plan, shot).flatMap(take -> approved(take).stream())
                .filter(image -> image.verdict().byPerson() || drawn.contains(image.take()))
                .max(WEIGHT);
    }

    /** The circled take of a shot, whatever brief it answers. */
    Optional<ApprovedImage> ever(Shot shot) {
        Trash trash = records.takes().trash();
        return records.takes()
                .of(shot.id())
                .stream()
                .filter(take -> !trash.holds(take.id()))
                .flatMap(take -> approved(take).stream())
                .max(WEIGHT);
    }

    private Stream<ImageTake> current(ShotPlan plan, Shot shot) {
        Trash trash = records.takes().trash();
        return records.takes()
                .of(shot.id())
                .stream()
                .filter(take -> !trash.holds(take.id()))
                .filter(take -> take.brief().equals(ImageBrief.of(plan, shot).digest()));
    }

    private Optional<ApprovedImage> approved(ImageTake take) {
        return records.verdicts().latest(take.id()).flatMap(verdict -> ApprovedImage.of(take, verdict));
    }
}
