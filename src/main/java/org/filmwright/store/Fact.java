package org.filmwright.store;

import org.filmwright.clips.ClipTake;
import org.filmwright.engine.EngineFact;
import org.filmwright.images.ImageTake;
import org.filmwright.review.Verdict;
import org.filmwright.story.Scripts;
import org.filmwright.timeline.Cut;

/**
 * What goes into the journal before it becomes rows: decisions of people, what cannot be computed again, and the pictures
 * and clips themselves, because a decision about a take is worth nothing without the take.
 */
sealed interface Fact {
    record Ruled(Verdict verdict) implements Fact {}

    record ScriptImported(Scripts.Script script) implements Fact {}

    record Drawn(ImageTake take) implements Fact {}

    record Filmed(ClipTake clip) implements Fact {}

    record CutSaved(Cut cut) implements Fact {}

    record Workflow(EngineFact fact) implements Fact {}
}
