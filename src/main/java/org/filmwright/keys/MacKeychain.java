package org.filmwright.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Outcome;

/** The login keychain of macOS, by its own {@code security}: a command with a secret in it is typed, not an argument. */
record MacKeychain(Path program, Errand errand) implements Keyring {
    private static final String TITLE = "the macOS keychain";
    /** errSecItemNotFound, as the program ends with it. */
    private static final int NOT_FOUND = 44;

    MacKeychain(Path program) {
        this(program, new Errand(TITLE, Errand.PATIENCE));
    }

    @Override
    public String title() {
        return TITLE;
    }

    @Override
    public Outcome<String> store(String account, String secret) {
        String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
        String typed = "add-generic-password -U -s Filmwright -a " + account + " -X " + hex + "\n";
        return errand.run(List.of(program.toString(), "-i"), typed)
                .then(told -> told.done()
                        ? Outcome.ok("")
                        : errand.failed("did not take the key", "Unlock it, or keep keys in the encrypted file."));
    }

    @Override
    public Outcome<Optional<String>> read(String account, String ticket) {
        return errand.run(command("find-generic-password", account, "-w"), "").then(told -> switch (told.exit()) {
            case 0 -> Outcome.ok(Optional.of(told.out().strip()));
            case NOT_FOUND -> Outcome.ok(Optional.empty());
            default -> errand.failed("cannot be opened", "Unlock it, or set the key again.");
        });
    }

    @Override
    public Outcome<Boolean> clear(String account) {
        return errand.run(command("delete-generic-password", account), "").then(told -> switch (told.exit()) {
            case 0, NOT_FOUND -> Outcome.ok(told.done());
            default -> errand.failed("cannot be opened", "Unlock it, and remove the key again.");
        });
    }

    private List<String> command(String verb, String account, String... more) {
        List<String> words = new java.util.ArrayList<>(
                List.of(program.toString(), verb, "-s", "Filmwright", "-a", account));
        words.addAll(List.of(more));
        return words;
    }
}
