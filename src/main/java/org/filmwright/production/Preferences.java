package org.filmwright.production;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.filmwright.base.Outcome;

/**
 * The memory of what a person takes and refuses, on this machine, for all projects. Calls read and write a small file, from
 * any thread.
 */
public interface Preferences {
    /** By which a person names whom was asked last. */
    String LAST = "last";

    /** Nothing is remembered, and nothing ever will be. */
    Preferences NONE = new Preferences() {
        @Override
        public Remembered remembered() {
            return Remembered.NOTHING;
        }

        @Override
        public Optional<String> trouble() {
            return Optional.empty();
        }

        @Override
        public Outcome<Remembered> change(UnaryOperator<Remembered> how) {
            return Outcome.ok(Remembered.NOTHING);
        }

        @Override
        public Outcome<Remembered> forgetAll() {
            return Outcome.ok(Remembered.NOTHING);
        }
    };

    /** As it stands now; nothing where it cannot be read. */
    Remembered remembered();

    /** What became of a memory that could not be read, in a sentence; until everything is forgotten. */
    Optional<String> trouble();

    /** Changes what is remembered; nobody else's change is lost. Durable when it returns. */
    Outcome<Remembered> change(UnaryOperator<Remembered> how);

    /** Erases everything, also what could not be read. */
    Outcome<Remembered> forgetAll();

    /** @param id of an agent, of a refusal, or {@link #LAST} */
    default Outcome<Remembered> forget(String id) {
        return change(all -> all.without(id));
    }

    default Outcome<Remembered> judged(Judgement judgement) {
        return change(all -> all.with(judgement));
    }

    default Outcome<Remembered> asked(Remembered.Asked asked) {
        return change(all -> all.asking(asked));
    }
}
