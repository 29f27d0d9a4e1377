package org.filmwright.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.production.ProviderKeys;

/** Keys in memory: one provider's in the environment, the others' as a test keeps them. */
public final class SampleKeys implements ProviderKeys {
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private volatile Lock lock = Lock.MACHINE;
    private volatile String passphrase = "";

    public Map<String, String> kept() {
        return Map.copyOf(kept);
    }

    /** As after a start of the program: closed, where there is a passphrase. */
    public void close(String with) {
        passphrase = with;
        lock = Lock.LOCKED;
    }

    private Held held(String id, String title, String variable) {
        return new Held(id, title, List.of(variable), id.equals("replicate")
                ? Optional.of(new From(Where.ENVIRONMENT, variable))
                : Optional.ofNullable(kept.get(id)).map(_ -> new From(Where.KEYRING, "the keyring of this desktop")));
    }

    @Override
    public List<Held> all() {
        return List.of(held("anthropic", "Anthropic", "ANTHROPIC_API_KEY"),
                held("replicate", "Replicate", "REPLICATE_API_TOKEN"), held("fal", "fal", "FAL_KEY"));
    }

    private Outcome<Held> find(String provider) {
        return Outcome.ok(all().stream().filter(each -> each.id().equals(provider)).findFirst().orElseThrow());
    }

    @Override
    public Outcome<Held> keep(String provider, String typed, boolean inFile) {
        kept.put(provider, typed);
        return find(provider);
    }

    @Override
    public Outcome<Held> forget(String provider) {
        kept.remove(provider);
        return find(provider);
    }

    @Override
    public Outcome<String> test(String provider, Progress progress) {
        return "wrong".equals(kept.get(provider))
                ? Outcome.failed(new Failure.Misconfigured(provider + " did not accept this key.", "Check it."))
                : Outcome.ok(provider + " takes this key.");
    }

    @Override
    public Outcome<Safe> safe() {
        return Outcome.ok(new Safe(Optional.of("the keyring of this desktop"), lock, "keys.sealed"));
    }

    @Override
    public Outcome<Safe> unlock(String typed) {
        if (!typed.equals(passphrase)) {
            return Outcome.failed(new Failure.Refused("That is not the passphrase.", "Type it once more."));
        }
        lock = Lock.PASSPHRASE;
        return safe();
    }

    @Override
    public Outcome<Safe> lock(String typed) {
        passphrase = typed;
        lock = typed.isEmpty() ? Lock.MACHINE : Lock.PASSPHRASE;
        return safe();
    }
}
