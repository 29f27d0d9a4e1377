package org.filmwright.keys;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/**
 * The encrypted file: each key sealed by itself. The seal is of a passphrase, or of random bytes in a second file of this
 * machine. It names openly whose keys it has, and which lie in the keyring instead.
 */
final class SealedFile {
    private static final String CHECK = "filmwright";
    private final OwnFile file;
    private final OwnFile machine;
    private final Supplier<Optional<char[]>> passphrase;
    private final SecureRandom random = new SecureRandom();
    /** Of the passphrase that was typed; a file that another process has locked anew since does not open with it. */
    private Optional<Seal> typed = Optional.empty();

    /** @param passphrase asked for at most once, when something sealed with one is wanted */
    SealedFile(OwnFile file, OwnFile machine, Supplier<Optional<char[]>> passphrase) {
        this.file = file;
        this.machine = machine;
        this.passphrase = passphrase;
    }

    /** That a key lies in the keyring. @param stamp of its own for each key that was put there @param text see Keyring */
    record Ticket(String stamp, String text) {}

    /** As it stands on the disk. @param keyring tickets by provider */
    record Drawer(Map<String, Ticket> keyring, Optional<Seal.Lock> lock, Map<String, Seal.Closed> sealed) {
        static final Drawer EMPTY = new Drawer(Map.of(), Optional.empty(), Map.of());

        Drawer {
            keyring = keyring == null ? Map.of() : new TreeMap<>(keyring);
            lock = lock == null ? Optional.empty() : lock;
            sealed = sealed == null ? Map.of() : new TreeMap<>(sealed);
        }

        Drawer without(String provider) {
            Map<String, Ticket> tickets = new TreeMap<>(keyring);
            Map<String, Seal.Closed> rest = new TreeMap<>(sealed);
            tickets.remove(provider);
            rest.remove(provider);
            return new Drawer(tickets, lock, rest);
        }

        Drawer inKeyring(String provider, Ticket ticket) {
            Drawer without = without(provider);
            Map<String, Ticket> tickets = new TreeMap<>(without.keyring);
            tickets.put(provider, ticket);
            return new Drawer(tickets, lock, without.sealed);
        }

        Drawer sealed(String provider, Seal.Closed closed) {
            Drawer without = without(provider);
            Map<String, Seal.Closed> all = new TreeMap<>(without.sealed);
            all.put(provider, closed);
            return new Drawer(without.keyring, lock, all);
        }
    }

    String name() {
        return file.path().toString();
    }

    Ticket ticket(String text) {
        return new Ticket(Long.toHexString(random.nextLong()), text);
    }

    Outcome<Drawer> read() {
        return file.read(Drawer.class, Drawer.EMPTY);
    }

    Outcome<Boolean> write(Drawer drawer) {
        return file.write(drawer);
    }

    Outcome<Boolean> add(String provider, String secret) {
        return read().then(drawer -> seal(drawer)
                .then(seal -> write(drawer.sealed(provider, seal.close(provider, secret, random)))));
    }

    Outcome<String> open(Drawer drawer, String provider) {
        return seal(drawer).then(seal -> open(seal, drawer, provider));
    }

    private Outcome<String> open(Seal seal, Drawer drawer, String provider) {
        return seal.open(provider, drawer.sealed.get(provider))
                .map(Outcome::ok)
                .orElseGet(() -> Outcome.failed(new Failure.Misconfigured(
                        "What " + file.path() + " keeps for " + provider
                                + " does not open: it was sealed on another machine, or changed. Nothing was sent.",
                        "Set it again: filmwright providers set-key " + provider + ".")));
    }

    synchronized boolean isOpen(Drawer drawer) {
        return drawer.lock.isEmpty() || typed.filter(seal -> fits(seal, drawer.lock.get())).isPresent();
    }

    private static boolean fits(Seal seal, Seal.Lock lock) {
        return lock.check().flatMap(check -> seal.open(CHECK, check)).isPresent();
    }

    private synchronized Outcome<Seal> seal(Drawer drawer) {
        if (drawer.lock.isEmpty()) {
            return ofMachine(drawer.sealed.isEmpty());
        }
        if (!isOpen(drawer)) {
            Optional<char[]> given = passphrase.get();
            if (given.isEmpty()) {
                return Outcome.failed(new Failure.Misconfigured("The file with the keys is locked. Nothing was sent.",
                        "Unlock it in the settings, or give its passphrase as FILMWRIGHT_PASSPHRASE."));
            }
            return unlock(given.get()).then(_ -> Outcome.ok(typed.orElseThrow()));
        }
        return Outcome.ok(typed.orElseThrow());
    }

    /** @param fresh whether nothing is sealed yet, so that a lost key is no loss */
    private Outcome<Seal> ofMachine(boolean fresh) {
        return machine.path().toFile().exists() || !fresh
                ? machine.bytes()
                        .then(key -> key.length == Seal.KEY_BYTES
                                ? Outcome.ok(new Seal(key))
                                : Outcome.failed(
                                        new Failure.Misconfigured(machine.path() + " is no key of this machine.",
                                                "Remove it and " + file.path() + ", and set the keys again.")))
                : made();
    }

    private Outcome<Seal> made() {
        byte[] key = new byte[Seal.KEY_BYTES];
        random.nextBytes(key);
        return machine.bytes(key).then(_ -> Outcome.ok(new Seal(key)));
    }

    synchronized Outcome<Boolean> unlock(char[] given) {
        return read().then(drawer -> {
            Optional<Seal> seal = drawer.lock.map(lock -> lock.with(given))
                    .filter(each -> fits(each, drawer.lock.get()));
            if (drawer.lock.isPresent() && seal.isEmpty()) {
                return Outcome.failed(new Failure.Refused("That is not the passphrase. Nothing was opened.",
                        "Type it once more."));
            }
            typed = seal;
            return Outcome.ok(true);
        });
    }

    /** Seals everything anew. @param given empty for the key of this machine */
    synchronized Outcome<Boolean> lock(char[] given) {
        return read().then(drawer -> given.length == 0 && drawer.lock.isEmpty()
                ? Outcome.ok(true)
                : lock(drawer, given));
    }

    private Outcome<Boolean> lock(Drawer drawer, char[] given) {
        return seal(drawer).then(old -> opened(old, drawer)).then(secrets -> {
            Seal.Lock lock = Seal.Lock.fresh(random);
            Optional<Seal> own = given.length == 0 ? Optional.empty() : Optional.of(lock.with(given));
            Outcome<Seal> next = own.map(Outcome::ok).orElseGet(this::made);
            return next.then(seal -> {
                Map<String, Seal.Closed> sealed = new TreeMap<>();
                secrets.forEach((whose, secret) -> sealed.put(whose, seal.close(whose, secret, random)));
                Optional<Seal.Lock> checked = own.map(each -> lock.checked(each.close(CHECK, CHECK, random)));
                typed = own;
                return write(new Drawer(drawer.keyring, checked, sealed))
                        .then(_ -> own.isPresent() ? machine.remove() : Outcome.ok(true));
            });
        });
    }

    private Outcome<Map<String, String>> opened(Seal seal, Drawer drawer) {
        Outcome<Map<String, String>> all = Outcome.ok(new TreeMap<>());
        for (String whose : drawer.sealed.keySet()) {
            all = all.then(secrets -> open(seal, drawer, whose).then(secret -> {
                secrets.put(whose, secret);
                return Outcome.ok(secrets);
            }));
        }
        return all;
    }
}
