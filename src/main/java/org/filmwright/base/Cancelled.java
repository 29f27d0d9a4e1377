package org.filmwright.base;

/** Thrown out of work that was asked to stop; carries no stack trace because it is not an error. */
public final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Cancelled() {
        super("Stopped on request.", null, false, false);
    }
}
