package org.filmwright.production.models;

/** How a model stands with its licence now. */
public sealed interface Terms {
    /** It came without a licence text: there is nothing to accept here; the terms are where it came from. */
    record Unwritten() implements Terms {}

    record Accepted(Licence licence) implements Terms {}

    /** @param changed whether another text was accepted once */
    record Open(Licence licence, boolean changed) implements Terms {}

    /** The licence's file is gone or cannot be read. */
    record Unreadable(String file) implements Terms {}
}
