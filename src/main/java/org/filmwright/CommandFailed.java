package org.filmwright;

import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** Ends a command with a failure that the user can act on; {@link Main} words it and picks the exit code. */
final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    CommandFailed(Failure failure) {
        super(Wording.of(failure));
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }

    /** The value of an outcome, or the end of the command. */
    static <T> T orFail(Outcome<T> outcome) {
        return outcome.orElse(failure -> {
            throw new CommandFailed(failure);
        });
    }

    /** A refusal: what happened and what to do; exit code 3. */
    static CommandFailed refused(String what, String remedy) {
        return new CommandFailed(new Failure.Refused(what, remedy));
    }
}
