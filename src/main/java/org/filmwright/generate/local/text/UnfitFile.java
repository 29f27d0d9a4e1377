package org.filmwright.generate.local.text;

import org.filmwright.base.Failure;

/** A tokenizer's file that is missing or is not what it should be. The message is a sentence with its name. */
final class UnfitFile extends Exception {
    private static final long serialVersionUID = 1;

    UnfitFile(String message) {
        super(message);
    }

    Failure failure() {
        return new Failure.Misconfigured(getMessage(), "Get the model's files again.");
    }
}
