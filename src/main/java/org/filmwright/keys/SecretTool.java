package org.filmwright.keys;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Outcome;

/** The Secret Service of Linux desktops (GNOME, KDE), by libsecret's {@code secret-tool}. */
record SecretTool(Path program, Errand errand) implements Keyring {
    static final String TITLE = "the keyring of this desktop";

    SecretTool(Path program) {
        this(program, new Errand(TITLE, Errand.PATIENCE));
    }

    @Override
    public String title() {
        return TITLE;
    }

    @Override
    public Outcome<String> store(String account, String secret) {
        return errand.run(command(account, "store", "--label=Filmwright: key of " + account), secret)
                .then(told -> told.done()
                        ? Outcome.ok("")
                        : errand.failed("did not take the key",
                                "It may be locked: unlock it, or keep keys in the encrypted file."));
    }

    @Override
    public Outcome<Optional<String>> read(String account, String ticket) {
        return errand.run(command(account, "lookup"), "").then(told -> {
            if (told.done()) {
                return Outcome.ok(Optional.of(told.out().strip()));
            }
            return told.silent()
                    ? Outcome.ok(Optional.empty())
                    : errand.failed("cannot be opened", "Log in to the desktop, or set the key again.");
        });
    }

    @Override
    public Outcome<Boolean> clear(String account) {
        return errand.run(command(account, "clear"), "")
                .then(told -> told.done() || told.silent()
                        ? Outcome.ok(told.done())
                        : errand.failed("cannot be opened", "Log in to the desktop, and remove the key again."));
    }

    private List<String> command(String account, String... verb) {
        return Stream.of(Stream.of(program.toString()), Stream.of(verb),
                Stream.of("application", "filmwright", "provider", account)).flatMap(words -> words).toList();
    }
}
