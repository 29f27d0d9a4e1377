package org.filmwright.clips;

import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.review.ApprovedImage;

/** What to render: cannot exist without an approved image. */
public record ClipBrief(ApprovedImage image, MotionPlan motion, FrameSize size, FrameRate rate) {
    public Digest digest() {
        return Digest.of(image.media().digest().hex() + motion.identity() + size + rate);
    }
}
