package org.filmwright.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.production.Network;

/** What left, as a test says. */
public final class SampleNetwork implements Network {
    private final List<Request> requests = new ArrayList<>();
    private boolean off;

    /** From now on a provider was asked, and one request was held back. */
    public synchronized void ask() {
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        for (int n = 0; n < 14; n++) {
            requests.add(new Request(at.plusSeconds(n), "api.anthropic.com", 4120, 1804, "text", "200", true,
                    Optional.of("p")));
        }
        requests.add(new Request(at.plusSeconds(60), "api.replicate.com", 0, 0, "text", "held back", true,
                Optional.of("p")));
    }

    @Override
    public synchronized boolean isOff() {
        return off;
    }

    @Override
    public synchronized Outcome<Boolean> setOff(boolean now) {
        off = now;
        return Outcome.ok(now);
    }

    @Override
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public synchronized Report report(Optional<Path> project, Instant since, long bought) {
        Optional<String> name = project.map(folder -> folder.getFileName().toString());
        List<Host> hosts = requests.isEmpty() ? List.of() : List.of(new Host("api.anthropic.com", 14, 57_680, 25_256));
        return new Report(name, since, since, true, hosts, requests.isEmpty() ? 0 : 1, bought,
                name.isPresent() && !requests.isEmpty() ? 3 : 0);
    }

    @Override
    public Outcome<Path> export(Path folder) {
        return Outcome.ok(folder.resolve("network.csv"));
    }

    @Override
    public Outcome<Path> keep(Report report, Path folder) {
        return Outcome.ok(folder.resolve("network-report.txt"));
    }
}
