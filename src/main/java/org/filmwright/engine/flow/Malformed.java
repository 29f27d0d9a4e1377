package org.filmwright.engine.flow;

/** Something in a definition is not as it has to be: where, and why. */
final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Malformed(String place, String reason) {
        super(place + ": " + reason);
    }
}
