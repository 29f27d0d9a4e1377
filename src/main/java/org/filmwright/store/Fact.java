package org.filmwright.store;

import org.filmwright.engine.EngineFact;
import org.filmwright.review.Verdict;
import org.filmwright.story.Scripts;

/** What goes into the journal before it becomes rows: decisions of people and what cannot be computed again. */
sealed interface Fact {
    record Ruled(Verdict verdict) implements Fact {}

    record ScriptImported(Scripts.Script script) implements Fact {}

    record Workflow(EngineFact fact) implements Fact {}
}
