package org.filmwright.production.models;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** Where models come from; whoever is one may open the network. Calls block. */
public interface Supply {
    /** What a person calls the addresses that are known. */
    Outcome<List<String>> names();

    /** What has come in part, and does not come just now. */
    List<Unfinished> unfinished();

    /**
     * Brings a model onto the shelf, from where it stopped last. {@link org.filmwright.base.Failure.Misconfigured} where
     * its host wants to know who asks.
     *
     * @throws org.filmwright.base.Cancelled when asked to stop; what has come is kept
     */
    Outcome<Model> bring(Order order, Progress progress);

    /**
     * @param address of the list of its files, manifest.json, or a name of {@link #names}
     * @param others addresses of folders that hold the same files
     */
    record Source(String address, List<String> others) {
        public Source {
            others = List.copyOf(others);
        }
    }

    /** Proves to the host of the list who asks; no other sees it, and nobody keeps it. */
    record Token(String value) {
        @Override
        public String toString() {
            return "Token";
        }
    }

    /** Hears what comes, once its list was read. */
    @FunctionalInterface
    interface Known {
        void is(String name, long bytes);
    }

    /** @param name what it is called here; empty for what its list says */
    record Order(Source source, Optional<String> name, Optional<Token> token, Consent consent, Known known) {}

    /** @param have bytes that are here, of {@code whole} */
    record Unfinished(String name, Source source, long have, long whole) {}
}
