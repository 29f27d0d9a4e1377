package org.filmwright.store;

import java.time.Instant;
import org.filmwright.history.Change;
import org.filmwright.engine.EngineFact;
import org.filmwright.review.Verdict;
import org.filmwright.story.Scripts;

/** What goes into the journal before it becomes rows: decisions of people and what cannot be computed again. */
sealed interface Fact {
    record Ruled(Verdict verdict) implements Fact {}

    record ScriptImported(Scripts.Script script) implements Fact {}

    /** @param joins whether it belongs to the step before it */
    record Edited(Change change, boolean joins, Instant at) implements Fact {}

    /** @param entry the step of the history that was taken back */
    record Undone(long entry) implements Fact {}

    /** @param entry the step of the history that was done again */
    record Redone(long entry) implements Fact {}

    record Workflow(EngineFact fact) implements Fact {}
}
