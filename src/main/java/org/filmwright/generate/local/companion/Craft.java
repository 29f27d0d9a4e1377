package org.filmwright.generate.local.companion;

import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Companion;
import org.filmwright.generate.local.graph.Halt;
import org.filmwright.generate.local.graph.PaintFailed;

/** What all companions have in common: they can be stopped, and tell why they failed. */
abstract class Craft implements Companion {
    /** One piece of work. */
    record Work(Progress progress, Halt halt) {
        /** Some of it is done. @param of how many pieces there are */
        void done(int pieces, int of, String what) {
            progress.report((double) pieces / of, what + " " + pieces + " of " + of);
            progress.checkCancelled();
        }
    }

    @Override
    public final Outcome<Answer> answer(Question question, Progress progress) {
        Halt halt = new Halt();
        progress.checkCancelled();
        progress.onCancel(halt::ask);
        try {
            return Outcome.ok(answer(question, new Work(progress, halt)));
        } catch (PaintFailed e) {
            return Outcome.failed(e.failure());
        }
    }

    abstract Answer answer(Question question, Work work) throws PaintFailed;

    /** Somebody asked the wrong one. */
    static PaintFailed strange(Question question) {
        return new PaintFailed(new Failure.Bug("companion.question", "A companion was asked for "
                + question.getClass().getSimpleName() + ", which it does not do."));
    }

    static PaintFailed numberless(String who) {
        return PaintFailed.refused(who + " gave values that are no numbers (NaN). Nothing was written.",
                "Use an export of the model in another precision.");
    }
}
