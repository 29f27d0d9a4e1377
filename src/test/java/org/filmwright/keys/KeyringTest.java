package org.filmwright.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Keyrings are programs of the system; here a script stands in for each, and writes down how it was called. */
@DisabledOnOs(OS.WINDOWS)
class KeyringTest {
    private static final String SECRET = "sk-\"planted'$(x)";

    @TempDir
    private Path folder;

    private Path program(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\necho \"$@\" >> '" + folder.resolve("arguments") + "'\n" + body);
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    private String arguments() throws IOException {
        return Files.readString(folder.resolve("arguments"));
    }

    private String kept() {
        return "'" + folder.resolve("kept") + "'";
    }

    @Test
    void theKeyGoesToTheSecretServiceOverItsInputAndComesBackWhole() throws IOException {
        Keyring ring = new SecretTool(program("secret-tool", """
                case "$1" in
                store) cat > %1$s ;;
                lookup) if [ -f %1$s ]; then cat %1$s; else exit 1; fi ;;
                clear) rm %1$s 2>/dev/null || exit 1 ;;
                esac
                """.formatted(kept())));
        assertEquals(Outcome.ok(Optional.empty()), ring.read("fal", ""));
        assertEquals(Outcome.ok(""), ring.store("fal", SECRET));
        assertEquals(Outcome.ok(Optional.of(SECRET)), ring.read("fal", ""));
        assertEquals(Outcome.ok(true), ring.clear("fal"));
        assertEquals(Outcome.ok(false), ring.clear("fal"), "there is none any more");
        assertFalse(arguments().contains("planted"), arguments());
        assertTrue(arguments().contains("application filmwright provider fal"), arguments());
    }

    @Test
    void aLockedSecretServiceIsAFailureAndNoMissingKey() throws IOException {
        Keyring ring = new SecretTool(program("secret-tool", "echo 'Cannot create an item' >&2; exit 1"));
        assertInstanceOf(Outcome.Failed.class, ring.read("fal", ""));
        assertInstanceOf(Outcome.Failed.class, ring.store("fal", SECRET));
    }

    @Test
    void whatDoesNotAnswerIsGivenUp() throws IOException {
        Path stuck = program("secret-tool", "exec sleep 600");
        Keyring ring = new SecretTool(stuck, new Errand(SecretTool.TITLE, Duration.ofMillis(50)));
        Failure failure = assertInstanceOf(Outcome.Failed.class, ring.read("fal", "")).failure();
        assertTrue(failure.what().contains("did not answer"), failure::what);
        assertEquals(Duration.ofSeconds(2), Errand.PATIENCE);
    }

    @Test
    void theKeychainOfMacOsIsTypedToAndNeverGivenTheKeyAsAnArgument() throws IOException {
        Keyring ring = new MacKeychain(program("security",
                """
                        case "$1" in
                        -i) read verb; echo "$verb" | sed 's/.*-X //' | sed 's/../\\\\x&/g' > %1$s.hex; printf "$(cat %1$s.hex)" > %1$s ;;
                        find-generic-password) if [ -f %1$s ]; then cat %1$s; echo; else exit 44; fi ;;
                        delete-generic-password) rm %1$s 2>/dev/null || exit 44 ;;
                        esac
                        """
                        .formatted(kept())
                        .replace("#!/bin/sh", "#!/bin/bash")));
        assertEquals(Outcome.ok(Optional.empty()), ring.read("fal", ""));
        assertEquals(Outcome.ok(""), ring.store("fal", SECRET));
        assertTrue(Files.readString(folder.resolve("kept.hex")).replace("\\x", "").contains("706c616e746564"));
        assertFalse(arguments().contains("706c616e746564"), arguments());
        assertEquals(Outcome.ok(true), ring.clear("fal"));
    }

    @Test
    void windowsSealsAndOpensOverStandardInput() throws IOException {
        Keyring ring = new WindowsSeal(program("powershell.exe", """
                case "$*" in
                *Unprotect*) base64 -d ;;
                *) base64 -w 0 ;;
                esac
                """));
        String ticket = ring.store("fal", SECRET).orElse(failure -> failure.what());
        assertEquals(Outcome.ok(Optional.of(SECRET)), ring.read("fal", ticket));
        assertFalse(arguments().contains("planted"), arguments());
        assertFalse(arguments().contains(ticket), arguments());
    }

    @Test
    void withoutAProgramOrADesktopSessionThereIsNoKeyring() throws IOException {
        program("secret-tool", "");
        Map<String, String> path = Map.of("PATH", folder.toString());
        Map<String, String> session = Map.of("PATH", folder.toString(), "DBUS_SESSION_BUS_ADDRESS", "unix:path=/x");
        assertEquals(Optional.empty(), Keyrings.of("Linux", path));
        assertInstanceOf(SecretTool.class, Keyrings.of("Linux", session).orElseThrow());
        assertEquals(Optional.empty(), Keyrings.of("Mac OS X", path));
        assertEquals(List.of(), List.of(Keyrings.of("Windows 11", Map.of()).stream().toArray()));
    }
}
