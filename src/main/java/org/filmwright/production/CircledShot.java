package org.filmwright.production;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.TakeId;
import org.filmwright.engine.StepContext;
import org.filmwright.images.ImageTake;
import org.filmwright.review.ApprovedImage;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** A shot whose take is circled: where directing and filming both begin. */
record CircledShot(StepOrder order, ShotPlan plan, Shot shot, ApprovedImage image) {
    /** The shot that this step is about, with the take that the step before it circled. */
    static CircledShot of(StepContext context, Records records) {
        StepOrder order = Json.read(context.input(), StepOrder.class);
        ShotPlan plan = new CurrentPlan(records).plan();
        Shot shot = CurrentPlan.shot(plan, order.shot());
        return Optional.ofNullable(context.upstream().get(MakeSteps.path(shot, MakeSteps.CIRCLE)))
                .map(circled -> new CircledShot(order, plan, shot, CircleTake.approvedIn(circled, records)))
                .or(() -> now(order, plan, shot, records))
                .orElseThrow(() -> new IllegalStateException("No take of " + shot.label() + " is circled"));
    }

    /**
     * The shot with the take that is circled as things stand, whichever job it was drawn for; where none answers the shot's
     * present brief, with one of before. Nothing where none is.
     */
    static Optional<CircledShot> now(StepOrder order, ShotPlan plan, Shot shot, Records records) {
        Approvals approvals = new Approvals(records);
        List<TakeId> all = records.takes().of(shot.id()).stream().map(ImageTake::id).toList();
        return approvals.of(plan, shot, all)
                .or(() -> approvals.ever(shot))
                .map(image -> new CircledShot(order, plan, shot, image));
    }
}
