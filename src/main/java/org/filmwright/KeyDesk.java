package org.filmwright;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.keys.Key;
import org.filmwright.keys.KeyCabinet;
import org.filmwright.keys.Vendor;
import org.filmwright.net.Egress;
import org.filmwright.net.Patience;
import org.filmwright.net.Reply;
import org.filmwright.production.ProviderKeys;

/** The keys of those who charge, for a person: kept, forgotten, tried; never shown. */
final class KeyDesk implements ProviderKeys, AutoCloseable {
    private static final Patience LOOKING = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10),
            Duration.ofSeconds(15));
    /** What each can be asked that costs nothing and needs the key. fal has no such question. */
    private static final Map<String, Trial> TRIALS = Map.of(
            "anthropic", new Trial("https://api.anthropic.com", "/v1/models?limit=1",
                    key -> Map.of("x-api-key", key, "anthropic-version", "2023-06-01")),
            "replicate", new Trial("https://api.replicate.com/v1", "/account",
                    key -> Map.of("Authorization", "Bearer " + key)),
            "gemini", new Trial("https://generativelanguage.googleapis.com", "/v1beta/models?pageSize=1",
                    key -> Map.of("x-goog-api-key", key)));

    private final KeyCabinet keys;
    private final Function<String, Optional<URI>> addresses;
    private final Egress egress;
    private final Set<URI> tried = ConcurrentHashMap.newKeySet();

    /** A question about a key. */
    private record Trial(String address, String path, Function<String, Map<String, String>> headers) {}

    /** @param addresses where a provider is set up to be, instead of its own address */
    KeyDesk(Path config, KeyCabinet keys, Function<String, Optional<URI>> addresses) {
        this.keys = keys;
        this.addresses = addresses;
        egress = Gate.opened(config, Optional.empty(), tried::contains);
    }

    /** With the addresses of the writers, where somebody has set them. */
    static KeyDesk with(KeyCabinet keys) {
        Path config = ConfigFolder.here();
        WriterFile writers = new WriterFile(config);
        return new KeyDesk(config, keys, id -> writers.read()
                .then(chosen -> Outcome.ok(Optional.ofNullable(chosen.setups().get(id)).map(WriterFile.Setup::address)))
                .orElse(_ -> Optional.empty()));
    }

    @Override
    public List<Held> all() {
        return Vendor.KNOWN.stream().map(this::held).toList();
    }

    private Held held(Vendor vendor) {
        return new Held(vendor.id(), vendor.title(), vendor.variables(),
                keys.origin(vendor.id()).orElse(_ -> Optional.empty()).map(KeyDesk::from));
    }

    static From from(Key.Origin origin) {
        return new From(switch (origin.place()) {
            case ENVIRONMENT -> Where.ENVIRONMENT;
            case KEYRING -> Where.KEYRING;
            case FILE -> Where.FILE;
        }, origin.name());
    }

    private static Outcome<Vendor> known(String id) {
        return Vendor.find(id)
                .map(Outcome::ok)
                .orElseGet(() -> Outcome.failed(new Failure.Refused("There is no provider '" + id + "' who charges.",
                        "There are: " + String.join(", ", Vendor.KNOWN.stream().map(Vendor::id).toList()) + ".")));
    }

    @Override
    public Outcome<Held> keep(String provider, String typed, boolean inFile) {
        return known(provider).then(vendor -> keys.put(provider, typed, inFile).then(_ -> Outcome.ok(held(vendor))));
    }

    @Override
    public Outcome<Held> forget(String provider) {
        return known(provider).then(vendor -> keys.remove(provider).then(_ -> Outcome.ok(held(vendor))));
    }

    @Override
    public Outcome<String> test(String provider, Progress progress) {
        return known(provider).then(vendor -> keys.of(provider)
                .then(key -> key.isEmpty()
                        ? Outcome.failed(new Failure.Misconfigured(
                                "No key is set for " + vendor.title() + ". Nothing was sent.",
                                "Set it: filmwright providers set-key " + provider + "."))
                        : Optional.ofNullable(TRIALS.get(provider))
                                .map(trial -> ask(vendor, trial, key.get().secret(), progress))
                                .orElseGet(() -> Outcome.ok(vendor.title()
                                        + " has no question that costs nothing: the key is tried with the first job."
                                        + " Nothing was sent."))));
    }

    private Outcome<String> ask(Vendor vendor, Trial trial, String key, Progress progress) {
        URI address = addresses.apply(vendor.id()).orElseGet(() -> URI.create(trial.address));
        tried.add(address);
        try {
            Reply reply = egress.door(address, trial.headers.apply(key), LOOKING, "key test").get(trial.path, progress);
            return told(vendor, reply);
        } finally {
            tried.remove(address);
        }
    }

    private static Outcome<String> told(Vendor vendor, Reply reply) {
        return switch (reply) {
            case Reply.Answered answered when answered.ok() -> Outcome.ok(vendor.title() + " takes this key.");
            case Reply.Answered answered when isNoKey(answered) -> Outcome
                    .failed(new Failure.Misconfigured(vendor.title() + " did not accept this key.",
                            "Check it on the provider's page, and set it again."));
            case Reply.Answered answered -> Outcome.failed(new Failure.Transient(
                    vendor.title() + " answered " + answered.status() + ". The key was not judged.", Duration.ZERO));
            case Reply.Unreached(String why) -> Outcome.failed(new Failure.Transient(
                    vendor.title() + " could not be reached (" + why + "). The key was not judged.", Duration.ZERO));
            case Reply.Lost(String why, boolean _) -> Outcome.failed(new Failure.Transient(
                    vendor.title() + " did not answer (" + why + "). The key was not judged.", Duration.ZERO));
        };
    }

    /** Google says 400 to a key that is none. */
    private static boolean isNoKey(Reply.Answered answered) {
        return answered.status() == 401 || answered.status() == 403
                || answered.status() == 400 && answered.body().contains("API_KEY_INVALID");
    }

    @Override
    public Outcome<Safe> safe() {
        return keys.standing().then(KeyDesk::safe);
    }

    private static Outcome<Safe> safe(KeyCabinet.Standing standing) {
        return Outcome.ok(new Safe(standing.keyring(), switch (standing.lock()) {
            case MACHINE -> Lock.MACHINE;
            case PASSPHRASE -> Lock.PASSPHRASE;
            case LOCKED -> Lock.LOCKED;
        }, standing.file()));
    }

    @Override
    public Outcome<Safe> unlock(String passphrase) {
        return keys.unlock(passphrase.toCharArray()).then(KeyDesk::safe);
    }

    @Override
    public Outcome<Safe> lock(String passphrase) {
        return keys.lock(passphrase.toCharArray()).then(KeyDesk::safe);
    }

    @Override
    public void close() {
        egress.close();
    }
}
