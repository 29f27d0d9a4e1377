package org.filmwright;

import org.filmwright.base.Failure;

/** The exit codes that scripts rely on (cli.md). */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int NEEDS_DECISION = 4;
    static final int MISSING_SETUP = 5;
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    static int of(Failure failure) {
        return switch (failure) {
            case Failure.Transient _,Failure.Exhausted _,Failure.Bug _ -> FAILED;
            case Failure.Refused _ -> REFUSED;
            case Failure.Misconfigured _ -> MISSING_SETUP;
            case Failure.Ambiguous _ -> NEEDS_DECISION;
        };
    }
}
