package org.filmwright.generate.local.graph;

import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** A picture cannot be made, and why; told to the caller of the painter as its failure. */
public final class PaintFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public PaintFailed(Failure failure, Throwable cause) {
        super(failure.what(), cause);
        this.failure = failure;
    }

    public PaintFailed(Failure failure) {
        this(failure, null);
    }

    public static PaintFailed refused(String what, String remedy) {
        return new PaintFailed(new Failure.Refused(what, remedy));
    }

    /** The value, or its failure thrown. */
    public static <T> T unless(Outcome<T> outcome) throws PaintFailed {
        return switch (outcome) {
            case Outcome.Ok<T>(T value) -> value;
            case Outcome.Failed<T>(Failure failure) -> throw new PaintFailed(failure);
        };
    }

    public Failure failure() {
        return failure;
    }
}
