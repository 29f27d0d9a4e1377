package org.filmwright.production;

import org.filmwright.engine.StepContext;
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
        String circled = context.upstream().get(MakeSteps.path(shot, MakeSteps.CIRCLE));
        return new CircledShot(order, plan, shot, CircleTake.approvedIn(circled, records));
    }
}
