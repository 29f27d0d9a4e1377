package org.filmwright.production;

import java.util.Comparator;
import java.util.Optional;
import org.filmwright.base.ShotId;
import org.filmwright.images.ImageTake;
import org.filmwright.review.ApprovedImage;
import org.filmwright.review.Verdict;

/** Which take of a shot is circled now. */
final class Approvals {
    private final Records records;

    Approvals(Records records) {
        this.records = records;
    }

    /** The take that was approved last, if its approval still stands. */
    Optional<ApprovedImage> of(ShotId shot) {
        return records.takes().of(shot).stream()
                .flatMap(take -> approved(take).stream())
                .max(Comparator.comparing(image -> image.verdict().at()));
    }

    private Optional<ApprovedImage> approved(ImageTake take) {
        Optional<Verdict> verdict = records.verdicts().latest(take.id());
        return verdict.flatMap(latest -> ApprovedImage.of(take, latest));
    }
}
