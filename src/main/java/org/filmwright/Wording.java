package org.filmwright;

import org.filmwright.base.Failure;

/** Failures in the words of the command line. */
final class Wording {
    private Wording() {}

    static String of(Failure failure) {
        return switch (failure) {
            case Failure.Transient(String what, var wait) -> what + " It may work again in "
                    + Math.max(1, wait.toSeconds()) + " s.";
            case Failure.Refused(String what, String remedy) -> what + " " + remedy;
            case Failure.Misconfigured(String what, String remedy) -> what + " " + remedy;
            case Failure.Exhausted(_, String what) -> what;
            case Failure.Ambiguous(String what, var handle) -> what
                    + handle.map(id -> " Reference: " + id + ".").orElse("");
            case Failure.Bug(String code, String what) -> what + " This is a mistake of Filmwright (" + code
                    + "). Run again with --verbose and report what it prints.";
        };
    }
}
