package org.filmwright.keys;

import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** A secret and where it came from. In words it never says what it is. */
public record Key(String secret, Origin origin) {
    /** Where keys are kept. */
    public enum Place {
        ENVIRONMENT, KEYRING, FILE
    }

    /** @param name of the variable, of the keyring, or of the file */
    public record Origin(Place place, String name) {}

    /** One word of plain letters, digits and signs, as every provider gives them. */
    public static Outcome<String> sound(String typed) {
        String key = typed.strip();
        return key.matches("[\\x21-\\x7e]{1,500}")
                ? Outcome.ok(key)
                : Outcome.failed(new Failure.Refused(
                        "That is no key: a key is one word of plain letters, digits and signs. Nothing was changed.",
                        "Copy it from the provider's page once more."));
    }

    @Override
    public String toString() {
        return "a key out of " + origin.name;
    }
}
