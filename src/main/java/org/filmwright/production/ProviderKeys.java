package org.filmwright.production;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** The keys of those who charge: where each comes from, and never what it is. May be asked from any thread. */
public interface ProviderKeys {
    /** Everybody who can be paid. */
    List<Held> all();

    /** Keeps a key, in the keyring where there is one. @param inFile in the encrypted file in any case */
    Outcome<Held> keep(String provider, String typed, boolean inFile);

    /** Forgets a key. What stands in the environment stays there. */
    Outcome<Held> forget(String provider);

    /** Asks the provider whether it takes the key; costs nothing. The answer is a sentence. Blocks. */
    Outcome<String> test(String provider, Progress progress);

    /** How keys are kept here. */
    Outcome<Safe> safe();

    /** Opens a locked file for as long as the program runs. */
    Outcome<Safe> unlock(String passphrase);

    /** Closes the file with a passphrase from now on; with an empty one, with random bytes of this machine. */
    Outcome<Safe> lock(String passphrase);

    /** Where a key comes from. */
    enum Where {
        ENVIRONMENT, KEYRING, FILE
    }

    /** @param name of the variable, of the keyring, or of the file */
    record From(Where where, String name) {}

    /** @param variables of the environment that count before anything else @param from empty where there is no key */
    record Held(String id, String title, List<String> variables, Optional<From> from) {}

    /** How the encrypted file is closed. */
    enum Lock {
        MACHINE, PASSPHRASE, LOCKED
    }

    /** @param keyring its title, where there is one @param file where the encrypted file lies, or would lie */
    record Safe(Optional<String> keyring, Lock lock, String file) {}
}
