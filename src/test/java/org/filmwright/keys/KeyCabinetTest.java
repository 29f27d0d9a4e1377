package org.filmwright.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where keys come from, in which order, and what can be read of them on the disk. */
class KeyCabinetTest {
    private static final String SECRET = "sk-planted-0123456789";

    @TempDir
    private Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final Ring ring = new Ring();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    /** A keyring in memory that can fall silent. */
    private static final class Ring implements Keyring {
        private final Map<String, String> secrets = new HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private boolean silent;
        private boolean forgetful;

        @Override
        public String title() {
            return "the keyring of the test";
        }

        private <T> Outcome<T> answer(String what, T answer) {
            asked.add(what);
            return silent
                    ? Outcome.failed(new Failure.Misconfigured("The keyring did not answer.", "Unlock it."))
                    : Outcome.ok(answer);
        }

        @Override
        public Outcome<String> store(String account, String secret) {
            if (!silent && !forgetful) {
                secrets.put(account, secret);
            }
            return answer("store", "");
        }

        @Override
        public Outcome<Optional<String>> read(String account, String ticket) {
            return answer("read", Optional.ofNullable(secrets.get(account)));
        }

        @Override
        public Outcome<Boolean> clear(String account) {
            return answer("clear", !silent && secrets.remove(account) != null);
        }
    }

    private KeyCabinet cabinet(Optional<Keyring> keyring, String passphrase) {
        return new KeyCabinet(new KeyCabinet.Home(folder.resolve("config"), folder.resolve("machine"), environment,
                keyring, () -> Optional.of(passphrase).filter(words -> !words.isEmpty()).map(String::toCharArray)),
                () -> now);
    }

    private KeyCabinet withRing() {
        return cabinet(Optional.of(ring), "");
    }

    private KeyCabinet bare() {
        return cabinet(Optional.empty(), "");
    }

    private static Key key(KeyCabinet cabinet, String provider) {
        return done(cabinet.of(provider)).orElseThrow();
    }

    private static <T> T done(Outcome<T> outcome) {
        return outcome.orElse(failure -> Assertions.fail(failure.what()));
    }

    private String file() throws IOException {
        return Files.readString(folder.resolve("config").resolve("keys.sealed"));
    }

    @Test
    void theEnvironmentCountsBeforeTheKeyringAndTheFile() {
        KeyCabinet cabinet = withRing();
        done(cabinet.put("gemini", "kept", false));
        environment.put("GOOGLE_API_KEY", "second");
        assertEquals("second", key(cabinet, "gemini").secret());
        environment.put("GEMINI_API_KEY", "first");
        assertEquals(new Key("first", new Key.Origin(Key.Place.ENVIRONMENT, "GEMINI_API_KEY")), key(cabinet, "gemini"));
        environment.put("GEMINI_API_KEY", " ");
        environment.remove("GOOGLE_API_KEY");
        assertEquals("kept", key(cabinet, "gemini").secret());
    }

    @Test
    void aVariableThatHoldsNoKeyIsNamedAndNotRepeated() {
        environment.put("FAL_KEY", "two words");
        Outcome<?> answer = bare().of("fal");
        Failure failure = assertInstanceOf(Outcome.Failed.class, answer).failure();
        assertTrue(failure.what().contains("FAL_KEY") && !failure.toString().contains("two words"), failure::toString);
    }

    @Test
    void theKeyringKeepsAKeyAndTheFileSaysOnlyThatItDoes() throws IOException {
        KeyCabinet cabinet = withRing();
        assertEquals(Key.Place.KEYRING, done(cabinet.put("fal", SECRET, false)).place());
        assertEquals(SECRET, key(withRing(), "fal").secret());
        assertFalse(file().contains(SECRET));
        done(cabinet.remove("fal"));
        assertEquals(Optional.empty(), done(cabinet.of("fal")));
        assertEquals(Map.of(), ring.secrets);
    }

    @Test
    void theKeyringIsNotAskedForWhatWasNeverPutThereNorTwiceForTheSame() {
        KeyCabinet cabinet = withRing();
        done(cabinet.of("fal"));
        done(cabinet.origin("fal"));
        assertEquals(List.of(), ring.asked);
        done(cabinet.put("fal", SECRET, false));
        ring.asked.clear();
        key(cabinet, "fal");
        key(cabinet, "fal");
        assertEquals(List.of("read"), ring.asked);
        done(withRing().put("fal", "another", false));
        assertEquals("another", key(cabinet, "fal").secret(), "what another window put there holds at once");
    }

    @Test
    void aKeyringThatDoesNotAnswerIsLeftAloneForAMinuteAndTheFileKeepsTheKey() {
        ring.silent = true;
        KeyCabinet cabinet = withRing();
        assertEquals(Key.Place.FILE, done(cabinet.put("fal", SECRET, false)).place());
        assertEquals(Key.Place.FILE, done(cabinet.put("gemini", SECRET, false)).place());
        assertEquals(List.of("store"), ring.asked);
        ring.silent = false;
        now = now.plus(Duration.ofMinutes(2));
        assertEquals(Key.Place.KEYRING, done(cabinet.put("gemini", SECRET, false)).place());
    }

    @Test
    void aKeyringThatForgetsAtOnceHasNotTakenTheKey() {
        ring.forgetful = true;
        assertEquals(Key.Place.FILE, done(withRing().put("fal", SECRET, false)).place());
    }

    @Test
    void aKeyInAKeyringThatIsGoneIsAFailureAndNoMissingKey() {
        done(withRing().put("fal", SECRET, false));
        assertInstanceOf(Outcome.Failed.class, bare().of("fal"));
        assertEquals(Key.Place.KEYRING, done(bare().origin("fal")).orElseThrow().place());
    }

    @Test
    void theFileIsOfNoUseWithoutTheBytesOfThisMachineAndBothAreTheirOwnersAlone() throws IOException {
        done(bare().put("fal", SECRET, true));
        Path machine = folder.resolve("machine").resolve("keys.machine");
        for (Path each : List.of(machine, folder.resolve("config").resolve("keys.sealed"))) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
        }
        assertFalse(file().contains(SECRET));
        assertEquals(SECRET, key(bare(), "fal").secret());
        Files.delete(machine);
        assertInstanceOf(Outcome.Failed.class, bare().of("fal"));
        assertFalse(Files.exists(machine), "nothing is made up in its place");
    }

    @Test
    void aSealedKeyCannotStandInForAnother() throws IOException {
        done(bare().put("fal", SECRET, true));
        Path sealed = folder.resolve("config").resolve("keys.sealed");
        Files.writeString(sealed, file().replace("\"fal\"", "\"gemini\""));
        assertInstanceOf(Outcome.Failed.class, bare().of("gemini"));
    }

    @Test
    void aPassphraseClosesTheFileUntilItIsTyped() {
        KeyCabinet cabinet = bare();
        done(cabinet.put("fal", SECRET, true));
        done(cabinet.lock("open sesame".toCharArray()));
        assertEquals(SECRET, key(cabinet, "fal").secret(), "whoever closed it has it open");
        assertFalse(Files.exists(folder.resolve("machine").resolve("keys.machine")));
        KeyCabinet next = bare();
        assertEquals(KeyCabinet.Lock.LOCKED, done(next.standing()).lock());
        assertInstanceOf(Outcome.Failed.class, next.of("fal"));
        assertInstanceOf(Outcome.Failed.class, next.unlock("open barley".toCharArray()));
        assertEquals(KeyCabinet.Lock.PASSPHRASE, done(next.unlock("open sesame".toCharArray())).lock());
        assertEquals(SECRET, key(next, "fal").secret());
        assertEquals(SECRET, key(cabinet(Optional.empty(), "open sesame"), "fal").secret(), "given beforehand");
        done(next.lock(new char[0]));
        assertEquals(SECRET, key(bare(), "fal").secret(), "this machine opens it again");
    }

    @Test
    void whatAnEarlierVersionKeptReadableIsPutAway() throws IOException {
        Path old = Files.createDirectories(folder.resolve("config")).resolve("keys.json");
        Files.writeString(old, "{\"keys\":{\"anthropic\":\"" + SECRET + "\"}}");
        assertEquals(SECRET, key(bare(), "anthropic").secret());
        assertFalse(Files.exists(old));
        assertFalse(file().contains(SECRET));
    }

    @Test
    void aDamagedFileIsNamedAndNeitherRepeatedNorOverwritten() throws IOException {
        Path sealed = Files.createDirectories(folder.resolve("config")).resolve("keys.sealed");
        Files.writeString(sealed, "{\n" + SECRET);
        Failure failure = assertInstanceOf(Outcome.Failed.class, bare().put("fal", "x", true)).failure();
        assertTrue(failure.what().contains("keys.sealed, line 2") && !failure.toString().contains(SECRET),
                failure::toString);
        assertTrue(file().contains(SECRET));
    }

    @Test
    void aKeyInWordsDoesNotSayWhatItIs() {
        environment.put("FAL_KEY", SECRET);
        assertFalse(key(bare(), "fal").toString().contains(SECRET));
    }
}
