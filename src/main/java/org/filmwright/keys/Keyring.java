package org.filmwright.keys;

import java.util.Optional;
import org.filmwright.base.Outcome;

/** What a desktop has for secrets. It is asked only for what this program has put there, and given two seconds. */
public interface Keyring {
    /** As a person knows it: {@code the macOS keychain}. */
    String title();

    /**
     * Keeps a secret.
     *
     * @return what to hand back to {@link #read}; empty where the keyring needs no more than the account
     */
    Outcome<String> store(String account, String secret);

    /** Empty where it has none any more. */
    Outcome<Optional<String>> read(String account, String ticket);

    /** Forgets it; done also where it had none. */
    Outcome<Boolean> clear(String account);
}
