package org.filmwright.ui;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.production.Writers;

/** Two who could write, of whom nobody is chosen; keys are kept in memory, and a server can be made slow to answer. */
public final class SampleWriters implements Writers {
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private volatile Optional<String> writing = Optional.empty();
    private volatile CountDownLatch silence = new CountDownLatch(0);

    /** From now on no server answers until the result is run. */
    public Runnable silent() {
        CountDownLatch gate = new CountDownLatch(1);
        silence = gate;
        return gate::countDown;
    }

    /** The keys that are kept, by writer. */
    public Map<String, String> keys() {
        return Map.copyOf(keys);
    }

    @Override
    public List<Writer> all() {
        return List.of(
                new Writer("ollama", "Ollama", false, keys.containsKey("ollama"), setup("http://127.0.0.1:11434", "")),
                new Writer("anthropic", "Anthropic", true, keys.containsKey("anthropic"),
                        setup("https://api.anthropic.com", "haiku")));
    }

    private static Setup setup(String address, String model) {
        return new Setup(URI.create(address), model, 16_384);
    }

    private Outcome<Writer> known(String id) {
        return Outcome.ok(all().stream().filter(writer -> writer.id().equals(id)).findFirst().orElseThrow());
    }

    @Override
    public Optional<Writer> chosen() {
        return writing.flatMap(id -> known(id).then(writer -> Outcome.ok(Optional.of(writer)))
                .orElse(_ -> Optional.empty()));
    }

    /** Has that one write from now on. */
    public void writes(String id) {
        writing = Optional.of(id);
    }

    @Override
    public Outcome<Writer> choose(String id, Setup setup) {
        return known(id);
    }

    @Override
    public Outcome<Boolean> chooseNobody() {
        return Outcome.ok(true);
    }

    @Override
    public Outcome<Writer> setKey(String id, String key) {
        keys.put(id, key);
        return known(id);
    }

    @Override
    public Outcome<Writer> removeKey(String id) {
        keys.remove(id);
        return known(id);
    }

    @Override
    public Outcome<List<Model>> models(String id, URI address, Progress progress) {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Outcome.ok(List.of(new Model(id + "-small", 8192), new Model(id + "-large", 32_768)));
    }
}
