package org.filmwright;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.filmwright.keys.KeyCabinet;
import org.filmwright.keys.Keyring;
import org.filmwright.keys.Keyrings;

/** Where this person's keys are: the one place that says so. */
final class OwnKeys {
    private static final String PASSPHRASE = "FILMWRIGHT_PASSPHRASE";

    private OwnKeys() {}

    /** For commands: a locked file is asked for at the terminal, where there is one. */
    static KeyCabinet here() {
        return in(ConfigFolder.here(), OwnKeys::passphrase);
    }

    /** For the window, which has a field for it. */
    static KeyCabinet ofStudio() {
        return in(ConfigFolder.here(), OwnKeys::given);
    }

    /** Settings of another place have keys of their own, and leave the keyring of the desktop alone. */
    private static KeyCabinet in(Path config, Supplier<Optional<char[]>> passphrase) {
        boolean usual = System.getProperty("filmwright.config") == null;
        Map<String, String> environment = System.getenv();
        Optional<Keyring> keyring = usual
                ? Keyrings.of(System.getProperty("os.name"), environment)
                : Optional.empty();
        Path machine = usual ? ConfigFolder.ofMachine() : config;
        return new KeyCabinet(new KeyCabinet.Home(config, machine, environment, keyring, passphrase), Wiring.clock());
    }

    private static Optional<char[]> given() {
        return Optional.ofNullable(System.getenv(PASSPHRASE))
                .filter(words -> !words.isEmpty())
                .map(String::toCharArray);
    }

    private static Optional<char[]> passphrase() {
        return given().or(() -> Console.isTerminal()
                ? Optional.ofNullable(System.console().readPassword("Passphrase of your keys: "))
                : Optional.empty());
    }
}
