package org.filmwright.production;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.clips.ClipTake;
import org.filmwright.clips.MotionPlan;
import org.filmwright.history.Change;
import org.filmwright.review.ApprovedImage;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.timeline.Conform;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.CutEdit;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Join;
import org.filmwright.timeline.Slot;

/**
 * The film as far as it is made, at any moment: of each shot its clip, else its circled picture under the planned move, else
 * a card with what it shows. An edited cut keeps its edits.
 */
record Animatic(Records records, MakeOrder.Look look) {
    /**
     * @param change what makes this cut of the one before; nothing where there is no way from one to the other, and the cut
     *               is recorded already
     * @param notes what could not be kept as it was, a sentence each
     */
    record Laid(Optional<Change.Recut> change, List<String> notes) {}

    /** Lays the cut; refused where it is laid so already. */
    Outcome<Laid> lay() {
        Optional<Scripts.Script> script = records.scripts().current().filter(each -> !each.plan().shots().isEmpty());
        return script.map(this::lay)
                .orElseGet(() -> Outcome.failed(new Failure.Refused("The script has no shots yet.",
                        "Write a heading and what happens, then break it down.")));
    }

    private Outcome<Laid> lay(Scripts.Script script) {
        FilmAssembly assembly = new FilmAssembly(look, script);
        Cut made = assembly.cut(this::slot);
        Optional<Cut> rules = records.cuts().assembled();
        Conform conform = new Conform(rules.orElse(made), made);
        Optional<Cut> edited = records.cuts().edited();
        Optional<Cut> kept = edited.flatMap(conform::of);
        if (edited.isPresent() && kept.isEmpty()) {
            return Outcome.failed(new Failure.Refused("The cut was edited at " + edited.get().rate()
                    + " frames a second, and the film has another rate by now. The cut is kept.",
                    "Go back to that rate, or make the film to have it cut anew."));
        }
        Cut cut = kept.map(assembly::subtitled).orElse(made);
        if (records.cuts().current().equals(Optional.of(cut)) && rules.equals(Optional.of(made))) {
            return Outcome.failed(new Failure.Refused("The cut is as the script has it already.",
                    "Write, draw or film something first."));
        }
        Optional<Change.Recut> change = records.cuts().current().flatMap(before -> change(before, cut, rules, made));
        if (change.isEmpty()) {
            records.cuts().save(cut, made);
        }
        return Outcome.ok(new Laid(change, conform.notes()));
    }

    /** Both ways lead from one cut to the other, and from what the rules made then to what they make now. */
    private static Optional<Change.Recut> change(Cut before, Cut cut, Optional<Cut> rules, Cut made) {
        Optional<CutEdit> learnt = rules.flatMap(old -> CutEdit.between(old, made));
        return CutEdit.between(before, cut)
                .filter(_ -> learnt.isPresent() || rules.equals(Optional.of(made)))
                .map(edit -> new Change.Recut(edit, Deed.LAID, learnt));
    }

    private Slot slot(Shot shot, Join join) {
        Optional<ApprovedImage> circled = new Approvals(records).ever(shot);
        Optional<ClipTake> clip = records.clips().latest(shot.id());
        return clip.map(made -> Slot.of(made, shot.label(), join))
                .orElseGet(() -> Slot.of(shot.id(), shot.label(), shot.content().action(), look.rate()
                        .frames(shot.seconds()), circled.map(image -> still(shot, image)), join));
    }

    private Item.Still still(Shot shot, ApprovedImage image) {
        MotionPlan plan = new Directing(shot, image, look).byRule().plan();
        return new Item.Still(image.media(), plan.move(), plan.start(), plan.end());
    }
}
