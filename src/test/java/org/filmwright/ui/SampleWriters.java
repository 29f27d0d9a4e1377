package org.filmwright.ui;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.production.Writers;

/** Two who could write, of whom nobody is chosen, for pictures of the settings. */
record SampleWriters() implements Writers {
    @Override
    public List<Writer> all() {
        return List.of(new Writer("ollama", "Ollama", false, false, setup("http://127.0.0.1:11434", "")),
                new Writer("anthropic", "Anthropic", true, true, setup("https://api.anthropic.com", "haiku")));
    }

    private static Setup setup(String address, String model) {
        return new Setup(URI.create(address), model, 16_384);
    }

    @Override
    public Optional<Writer> chosen() {
        return Optional.empty();
    }

    @Override
    public Outcome<Writer> choose(String id, Setup setup) {
        return Outcome.ok(all().getFirst());
    }

    @Override
    public Outcome<Boolean> chooseNobody() {
        return Outcome.ok(true);
    }

    @Override
    public Outcome<Writer> setKey(String id, String key) {
        return Outcome.ok(all().getFirst());
    }

    @Override
    public Outcome<Writer> removeKey(String id) {
        return Outcome.ok(all().getFirst());
    }

    @Override
    public Outcome<List<Model>> models(String id, URI address, Progress progress) {
        return Outcome.ok(List.of());
    }
}
