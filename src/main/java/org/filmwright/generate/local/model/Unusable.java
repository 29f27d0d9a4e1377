package org.filmwright.generate.local.model;

import org.filmwright.base.Failure;

/** A model folder that cannot be used, on its way to whoever asked for it. */
final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure.Refused why;

    Unusable(String what, String remedy) {
        super(what);
        why = new Failure.Refused(what, remedy);
    }

    Failure.Refused why() {
        return why;
    }
}
