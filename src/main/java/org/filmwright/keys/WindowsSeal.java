package org.filmwright.keys;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Outcome;

/**
 * DPAPI of Windows, by PowerShell: what is sealed for this user of this machine is the ticket, and lies in our own file.
 * Keys and tickets go over standard input.
 */
record WindowsSeal(Path program, Errand errand) implements Keyring {
    private static final String TITLE = "the data protection of Windows";
    private static final String BEGIN = "Add-Type -AssemblyName System.Security; $in=[Console]::In.ReadToEnd().Trim();"
            + " $type=[Security.Cryptography.ProtectedData]; ";
    private static final String SEAL = BEGIN
            + "[Convert]::ToBase64String($type::Protect([Text.Encoding]::UTF8.GetBytes($in),$null,'CurrentUser'))";
    private static final String OPEN = BEGIN
            + "[Text.Encoding]::UTF8.GetString($type::Unprotect([Convert]::FromBase64String($in),$null,'CurrentUser'))";

    WindowsSeal(Path program) {
        this(program, new Errand(TITLE, Errand.PATIENCE));
    }

    @Override
    public String title() {
        return TITLE;
    }

    @Override
    public Outcome<String> store(String account, String secret) {
        return run(SEAL, secret, "did not take the key");
    }

    @Override
    public Outcome<Optional<String>> read(String account, String ticket) {
        return run(OPEN, ticket, "cannot open the key").then(secret -> Outcome.ok(Optional.of(secret)));
    }

    @Override
    public Outcome<Boolean> clear(String account) {
        return Outcome.ok(true);
    }

    private Outcome<String> run(String script, String input, String trouble) {
        return errand.run(List.of(program.toString(), "-NoProfile", "-NonInteractive", "-Command", script), input)
                .then(told -> told.done() && !told.out().isBlank()
                        ? Outcome.ok(told.out().strip())
                        : errand.failed(trouble, "Keep keys in the encrypted file."));
    }
}
