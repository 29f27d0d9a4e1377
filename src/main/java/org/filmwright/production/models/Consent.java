package org.filmwright.production.models;

/** Shows a person a licence before its model is taken in. */
@FunctionalInterface
public interface Consent {
    /** Takes a model in without an answer; it is asked for when the model is to be used. */
    Consent LATER = (model, licence) -> Answer.LATER;

    enum Answer {
        ACCEPTED, LATER, NO
    }

    Answer asked(String model, Licence licence);
}
