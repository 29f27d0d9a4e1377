package org.filmwright.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/**
 * Where keys are found and kept: the environment, then the keyring of the desktop, then an encrypted file. The file is
 * read anew whenever somebody asks, so that a change holds at once in every window. The keyring is asked for nothing
 * but what was put there, and left alone for a minute after it did not answer.
 */
public final class KeyCabinet implements Keys {
    private static final Duration REST = Duration.ofMinutes(1);
    private final Map<String, String> environment;
    private final Optional<Keyring> keyring;
    private final SealedFile file;
    private final OwnFile old;
    private final InstantSource clock;
    /** What the keyring said, until a key is put there anew: by provider. */
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
    private Instant restsUntil = Instant.MIN;

    /**
     * Where a person keeps keys.
     *
     * @param folder for the file @param machine for the random bytes that it is sealed with
     * @param passphrase asked once, when the file is locked; empty where nobody can be asked
     */
    public record Home(Path folder, Path machine, Map<String, String> environment, Optional<Keyring> keyring,
            Supplier<Optional<char[]>> passphrase) {}

    public KeyCabinet(Home home, InstantSource clock) {
        environment = home.environment;
        keyring = home.keyring;
        file = new SealedFile(new OwnFile(home.folder.resolve("keys.sealed")),
                new OwnFile(home.machine.resolve("keys.machine")), home.passphrase);
        old = new OwnFile(home.folder.resolve("keys.json"));
        this.clock = clock;
    }

    /** How the file is closed. */
    public enum Lock {
        MACHINE, PASSPHRASE, LOCKED
    }

    /** @param keyring its title, where there is one @param file where the file lies or would lie */
    public record Standing(Optional<String> keyring, Lock lock, String file) {}

    public Outcome<Standing> standing() {
        return drawer().then(drawer -> Outcome.ok(new Standing(keyring.map(Keyring::title),
                drawer.lock().isEmpty() ? Lock.MACHINE : file.isOpen(drawer) ? Lock.PASSPHRASE : Lock.LOCKED,
                file.name())));
    }

    /** Where a key would come from, without opening anything. */
    public Outcome<Optional<Key.Origin>> origin(String provider) {
        Optional<Key.Origin> variable = variable(provider)
                .map(name -> new Key.Origin(Key.Place.ENVIRONMENT, name));
        return variable.isPresent()
                ? Outcome.ok(variable)
                : drawer().then(drawer -> Outcome.ok(kept(drawer, provider)));
    }

    private Optional<Key.Origin> kept(SealedFile.Drawer drawer, String provider) {
        if (drawer.keyring().containsKey(provider)) {
            return Optional.of(new Key.Origin(Key.Place.KEYRING, keyring.map(Keyring::title)
                    .orElse("a keyring")));
        }
        return drawer.sealed().containsKey(provider)
                ? Optional.of(new Key.Origin(Key.Place.FILE, file.name()))
                : Optional.empty();
    }

    private Optional<String> variable(String provider) {
        return Vendor.find(provider)
                .flatMap(known -> known.variables()
                        .stream()
                        .filter(name -> !environment.getOrDefault(name, "").isBlank())
                        .findFirst());
    }

    @Override
    public Outcome<Optional<Key>> of(String provider) {
        Optional<String> variable = variable(provider);
        if (variable.isPresent()) {
            return ofVariable(variable.get());
        }
        return drawer().then(drawer -> kept(drawer, provider)
                .map(origin -> secret(drawer, provider, origin)
                        .then(secret -> Outcome.ok(Optional.of(new Key(secret, origin)))))
                .orElseGet(() -> Outcome.ok(Optional.empty())));
    }

    private Outcome<Optional<Key>> ofVariable(String name) {
        Outcome<String> sound = Key.sound(environment.get(name));
        return sound instanceof Outcome.Ok<String>(String secret)
                ? Outcome.ok(Optional.of(new Key(secret, new Key.Origin(Key.Place.ENVIRONMENT, name))))
                : Outcome.failed(new Failure.Misconfigured("What stands in the variable " + name + " is no key.",
                        "Set it anew, or unset it."));
    }

    private Outcome<String> secret(SealedFile.Drawer drawer, String provider, Key.Origin origin) {
        return origin.place() == Key.Place.KEYRING
                ? recalled(drawer.keyring().get(provider), provider, origin)
                : file.open(drawer, provider);
    }

    private record Remembered(SealedFile.Ticket ticket, String secret) {
        @Override
        public String toString() {
            return "a key that was read before";
        }
    }

    /** A keyring takes its time: it is asked once for each key that was put there. */
    private Outcome<String> recalled(SealedFile.Ticket ticket, String provider, Key.Origin origin) {
        Remembered before = remembered.get(provider);
        if (before != null && before.ticket.equals(ticket)) {
            return Outcome.ok(before.secret);
        }
        return awake().then(ring -> ring.read(provider, ticket.text())).then(found -> {
            found.ifPresent(secret -> remembered.put(provider, new Remembered(ticket, secret)));
            return found.map(Outcome::ok)
                    .orElseGet(() -> gone("The key of " + provider + " is no longer in " + origin.name()
                            + ". Nothing was sent.", provider));
        });
    }

    private static <T> Outcome<T> gone(String what, String provider) {
        return Outcome.failed(new Failure.Misconfigured(what,
                "Set it again: filmwright providers set-key " + provider + "."));
    }

    /** The keyring, unless it has just kept somebody waiting. */
    private synchronized Outcome<Keyring> awake() {
        if (keyring.isEmpty()) {
            return Outcome.failed(new Failure.Misconfigured(
                    "The key lies in the keyring of the desktop, which is not there now. Nothing was sent.",
                    "Log in to the desktop, or keep keys in the encrypted file."));
        }
        if (clock.instant().isBefore(restsUntil)) {
            return Outcome.failed(new Failure.Misconfigured("The keyring of this desktop does not answer."
                    + " Nothing was sent.",
                    "Unlock it and try again in a minute, or keep keys in the encrypted file."));
        }
        return Outcome.ok(new Patient(keyring.get()));
    }

    /** Lets the keyring rest after a failure: a locked one would hold up everything for two seconds each time. */
    private final class Patient implements Keyring {
        private final Keyring ring;

        Patient(Keyring ring) {
            this.ring = ring;
        }

        private <T> Outcome<T> told(Outcome<T> answer) {
            synchronized (KeyCabinet.this) {
                restsUntil = answer instanceof Outcome.Failed ? clock.instant().plus(REST) : Instant.MIN;
            }
            return answer;
        }

        @Override
        public String title() {
            return ring.title();
        }

        @Override
        public Outcome<String> store(String account, String secret) {
            return told(ring.store(account, secret));
        }

        @Override
        public Outcome<Optional<String>> read(String account, String ticket) {
            return told(ring.read(account, ticket));
        }

        @Override
        public Outcome<Boolean> clear(String account) {
            return told(ring.clear(account));
        }
    }

    /**
     * Keeps a key: in the keyring where that answers, else in the encrypted file.
     *
     * @param inFile in the file in any case
     */
    public Outcome<Key.Origin> put(String provider, String typed, boolean inFile) {
        return Key.sound(typed).then(secret -> drawer().then(before -> {
            Outcome<String> ticket = inFile
                    ? Outcome.failed(new Failure.Refused("", ""))
                    : awake().then(ring -> taken(ring, provider, secret));
            Outcome<Boolean> done = ticket instanceof Outcome.Ok<String>(String value)
                    ? file.write(before.inKeyring(provider, file.ticket(value)))
                    : file.add(provider, secret).then(_ -> forget(before, provider));
            return done.then(_ -> drawer()).then(after -> Outcome.ok(kept(after, provider).orElseThrow()));
        }));
    }

    /** What a keyring does not give back, it has not taken. */
    private static Outcome<String> taken(Keyring ring, String provider, String secret) {
        return ring.store(provider, secret)
                .then(ticket -> ring.read(provider, ticket)
                        .then(back -> back.equals(Optional.of(secret))
                                ? Outcome.ok(ticket)
                                : gone("The keyring did not keep the key.", provider)));
    }

    /** What lies in a keyring that does not answer can be of no more use to us; it stays there. */
    private Outcome<Boolean> forget(SealedFile.Drawer before, String provider) {
        return Outcome.ok(before.keyring().containsKey(provider)
                && awake().then(ring -> ring.clear(provider)).orElse(_ -> false));
    }

    /** Forgets a key. What stands in the environment stays there: see {@link #origin}. */
    public Outcome<Boolean> remove(String provider) {
        return drawer().then(drawer -> {
            Outcome<Boolean> cleared = drawer.keyring().containsKey(provider)
                    ? awake().then(ring -> ring.clear(provider))
                    : Outcome.ok(true);
            return cleared.then(_ -> kept(drawer, provider).isPresent()
                    ? file.write(drawer.without(provider))
                    : Outcome.ok(false));
        });
    }

    /** Opens a locked file for as long as this program runs. */
    public Outcome<Standing> unlock(char[] passphrase) {
        return file.unlock(passphrase).then(_ -> standing());
    }

    /** Closes the file with a passphrase from now on; with an empty one, with random bytes of this machine. */
    public Outcome<Standing> lock(char[] passphrase) {
        return file.lock(passphrase).then(_ -> standing());
    }

    /** What an earlier version kept readable is put away first. */
    private Outcome<SealedFile.Drawer> drawer() {
        return Files.exists(old.path()) ? putAway().then(_ -> file.read()) : file.read();
    }

    private record Plain(Map<String, String> keys) {
        Plain {
            keys = keys == null ? Map.of() : new TreeMap<>(keys);
        }
    }

    private synchronized Outcome<Boolean> putAway() {
        return old.read(Plain.class, new Plain(Map.of())).then(plain -> {
            Outcome<Boolean> done = Outcome.ok(true);
            for (Map.Entry<String, String> each : plain.keys.entrySet()) {
                done = done.then(_ -> Key.sound(each.getValue()) instanceof Outcome.Ok<String>(String secret)
                        ? file.add(each.getKey(), secret)
                        : gone("What stands in " + old.path() + " for " + each.getKey() + " is no key.",
                                each.getKey()));
            }
            return done.then(_ -> old.remove());
        });
    }
}
