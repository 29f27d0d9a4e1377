package org.filmwright;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.filmwright.base.Outcome;
import org.filmwright.keys.OwnFile;
import org.filmwright.production.Writers;

/**
 * Who writes: a small JSON file in a person's config folder, read anew whenever somebody asks, so that a change holds at
 * once in every window. Only its owner may read it.
 */
final class WriterFile {
    private final OwnFile setups;

    WriterFile(Path folder) {
        this.setups = new OwnFile(folder.resolve("writers.json"));
    }

    /** @param chosen id of who writes; empty where rules answer @param setups by id */
    record Chosen(Optional<String> chosen, Map<String, Setup> setups) {
        Chosen {
            setups = setups == null ? Map.of() : Map.copyOf(setups);
            chosen = chosen == null ? Optional.empty() : chosen;
        }
    }

    /**
     * As it stands in the file.
     *
     * @param inputPrice @param outputPrice US dollars for a million tokens, where somebody wrote them there
     */
    record Setup(URI address, String model, int contextTokens, Optional<String> inputPrice,
            Optional<String> outputPrice) {
        Writers.Setup plain() {
            return new Writers.Setup(address, model, contextTokens);
        }
    }

    Outcome<Chosen> read() {
        return setups.read(Chosen.class, new Chosen(Optional.empty(), Map.of()));
    }

    Outcome<Chosen> change(UnaryOperator<Chosen> how) {
        return read().then(before -> {
            Chosen after = how.apply(before);
            return setups.write(after).then(_ -> Outcome.ok(after));
        });
    }
}
