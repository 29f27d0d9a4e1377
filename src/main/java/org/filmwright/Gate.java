package org.filmwright;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.filmwright.base.Outcome;
import org.filmwright.keys.OwnFile;
import org.filmwright.net.Egress;

/**
 * The one maker of ways out of this machine. Each is shut but for what its user has opened; a person can shut all of them
 * with one switch, and then only what listens on this machine is asked.
 */
final class Gate {
    private final OwnFile file;

    Gate(Path config) {
        file = new OwnFile(config.resolve("network.json"));
    }

    private record Switch(boolean off) {}

    /** A file that cannot be read is no leave to go out. */
    boolean isOff() {
        return file.read(Switch.class, new Switch(false)).then(now -> Outcome.ok(now.off)).orElse(_ -> true);
    }

    Outcome<Boolean> setOff(boolean off) {
        return file.write(new Switch(off)).then(_ -> Outcome.ok(off));
    }

    /**
     * @param open which addresses its user goes to, asked before every request
     * @param project whose work is done by it; empty where it is for none, as when a key is tried or a model fetched
     */
    static Egress opened(Path config, Optional<Path> project, Predicate<URI> open) {
        Gate gate = new Gate(config);
        return new Egress(address -> open.test(address) && (WriterRules.isHere(address) || !gate.isOff()),
                new EgressFile(config, project), Wiring.clock());
    }
}
