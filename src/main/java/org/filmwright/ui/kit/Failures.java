package org.filmwright.ui.kit;

import org.filmwright.base.Failure;

/** Failures in the studio's words: what happened, and what to do. */
public final class Failures {
    private Failures() {}

    public static String words(Failure failure) {
        return switch (failure) {
            case Failure.Transient(var what, var after) -> Words.of("failure.transient", "what", what);
            case Failure.Refused(var what, var remedy) -> Words.of("failure.remedy", "what", what, "remedy", remedy);
            case Failure.Misconfigured(var what, var remedy) -> Words.of("failure.remedy", "what", what, "remedy",
                    remedy);
            case Failure.Exhausted(var resource, var what) -> Words.of("failure.exhausted", "what", what, "resource",
                    resource);
            case Failure.Ambiguous(var what, var handle) -> Words.of("failure.ambiguous", "what", what);
            case Failure.Bug(var code, var what) -> Words.of("failure.bug", "what", what, "code", code);
        };
    }
}
