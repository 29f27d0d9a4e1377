package org.filmwright.production;

import java.time.InstantSource;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.clips.ClipTake;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.history.Change;
import org.filmwright.story.Scripts;
import org.filmwright.timeline.Conform;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.CutEdit;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.Item;

/**
 * Puts a clip that was filmed anew where the one before it is in the cut, with its trims, as one change that can be taken
 * back. Where the shot is in no cut, nothing is done.
 */
record ReplaceClip(Records records, InstantSource clock) implements StepHandler {
    /** Somebody may edit the cut in the same moment. */
    private static final int TRIES = 5;

    /** What this step answers. */
    record Replaced(boolean changed) {}

    @Override
    public StepResult run(StepContext context) {
        CurrentPlan plan = new CurrentPlan(records);
        StepOrder order = Json.read(context.input(), StepOrder.class);
        String film = context.upstream().get(MakeSteps.path(plan.shot(order.shot()), MakeSteps.CLIP));
        ClipTake clip = RenderClip.clipIn(film, records);
        boolean changed = false;
        for (int i = 0; i < TRIES; i++) {
            Optional<Cut> cut = records.cuts().current();
            Optional<CutEdit> edit = cut.flatMap(before -> with(before, clip, order)
                    .flatMap(after -> CutEdit.between(before, after)));
            if (edit.isEmpty()) {
                return StepResult.done(Json.of(new Replaced(changed)));
            }
            records.history().make(new Change.Recut(edit.get(), Deed.CLIP), false, clock.instant());
            changed = true;
        }
        return new StepResult.Failed(
                new Failure.Refused("The cut was edited again and again meanwhile. The clip is kept.",
                        "Retry this job."));
    }

    private Optional<Cut> with(Cut cut, ClipTake clip, StepOrder order) {
        Scripts.Script script = records.scripts().current().orElseThrow();
        String label = CurrentPlan.shot(script.plan(), order.shot()).label();
        Item.Clip newest = new Item.Clip(clip.shot(), clip.id(), clip.media(), label, clip.frames());
        return Conform.taking(newest, cut)
                .of(cut)
                .map(new FilmAssembly(order.make().look(), script)::subtitled);
    }
}
