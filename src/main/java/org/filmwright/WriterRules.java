package org.filmwright;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.cloud.ReplicateWriter;
import org.filmwright.production.Writers;

/** What an address, a key and a setup of a writer have to be. */
final class WriterRules {
    private static final int SHORTEST_CONTEXT = 1024;
    private static final int LONGEST_CONTEXT = 10_000_000;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String KEPT = " Nothing was changed.";

    private WriterRules() {}

    static Outcome<Writers.Setup> sound(Writers.Writer writer, Writers.Setup setup) {
        if (setup.model().isBlank() || setup.model().length() > 200) {
            return refused("No model is named for " + writer.title() + ".",
                    "See what it has: filmwright providers test " + writer.id() + ".");
        }
        if (writer.id().equals(ReplicateWriter.ID) && !setup.model().matches("[\\w.-]+/[\\w.-]+")) {
            return refused("'" + setup.model() + "' is no model of Replicate.",
                    "Example: meta/meta-llama-3-70b-instruct");
        }
        if (setup.contextTokens() < SHORTEST_CONTEXT || setup.contextTokens() > LONGEST_CONTEXT) {
            return refused("A context of " + setup.contextTokens() + " tokens is none that an agent could work with.",
                    "Give what the server was started with, 1024 or more; 16384 holds a long scene.");
        }
        return address(writer, setup.address()).then(_ -> Outcome.ok(setup));
    }

    /** Who charges gets a key, which travels safely or not at all. */
    static Outcome<URI> address(Writers.Writer writer, URI address) {
        boolean web = address.getHost() != null && Set.of("http", "https").contains(address.getScheme())
                && address.getRawUserInfo() == null && address.getRawQuery() == null
                && address.getRawFragment() == null;
        if (!web) {
            return refused("'" + address + "' is no address of a server.", "Example: http://127.0.0.1:11434");
        }
        return writer.charges() && !address.getScheme().equals("https") && !isHere(address)
                ? refused("A key would travel to " + address.getHost() + " for anybody to read.", "Use https.")
                : Outcome.ok(address);
    }

    /** Whether what is sent there stays on this machine. */
    static boolean isHere(URI address) {
        return HERE.contains(address.getHost());
    }

    /** Prices that somebody wrote into the file: both or none, in plain numbers. */
    static boolean priced(WriterFile.Setup setup) {
        return setup.inputPrice().isPresent() == setup.outputPrice().isPresent()
                && Stream.of(setup.inputPrice(), setup.outputPrice())
                        .flatMap(Optional::stream)
                        .allMatch(price -> price.matches("\\d{1,6}(\\.\\d{1,6})?"));
    }

    private static <T> Outcome<T> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what + KEPT, remedy));
    }
}
