package org.filmwright.agents;

/** Something in an agent's file is not as it has to be: in which line, and why. */
final class Misfit extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    Misfit(int line, String reason) {
        super(reason);
        this.line = line;
    }

    int line() {
        return line;
    }
}
