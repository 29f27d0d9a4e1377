package org.filmwright;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.filmwright.store.FarmAddress;
import org.filmwright.store.FarmNode;
import picocli.CommandLine.Option;

/** How a command joins a farm. The password comes from the environment or from {@code .pgpass}, never from an argument. */
final class FarmOptions {
    static final String DATABASE = "PostgreSQL: postgresql://host/database?user=NAME. The password is read from FILMWRIGHT_DATABASE_PASSWORD, PGPASSWORD or ~/.pgpass.";

    @Option(names = "--database", required = true, paramLabel = "URL", description = DATABASE)
    private String database;

    @Option(names = "--lanes", paramLabel = "LANE=N", split = ",", description = "How many steps this worker takes at once, by lane. Default: cpu and media, one for each core.")
    private Map<String, Integer> lanes;

    @Option(names = "--limit", paramLabel = "LANE=N", split = ",", description = "How many steps of a lane may run on the whole farm at once, such as gpu=1.")
    private Map<String, Integer> limits;

    @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "40", description = "After so long without a sign of life others take over this worker's steps. Default: ${DEFAULT-VALUE}.")
    private int patience;

    FarmAddress address() {
        return address(database);
    }

    /** @param url without a password */
    static FarmAddress address(String url) {
        Optional<String> password = Optional.ofNullable(System.getenv("FILMWRIGHT_DATABASE_PASSWORD"))
                .or(() -> Optional.ofNullable(System.getenv("PGPASSWORD")));
        return CommandFailed.orFail(FarmAddress.of(url, password));
    }

    /** How many steps this process takes at once, by lane. */
    Map<String, Integer> room() {
        Map<String, Integer> room = Optional.ofNullable(lanes).orElse(Wiring.lanes());
        check(room, "--lanes");
        return room;
    }

    /** This process as a worker. */
    FarmNode node() {
        if (patience < 2) {
            throw CommandFailed.refused("A worker says every second that it lives.", "Give --patience 2 or more.");
        }
        Map<String, Integer> most = Optional.ofNullable(limits).orElse(Map.of());
        check(most, "--limit");
        return FarmNode.here(Filmwright.VERSION, Duration.ofSeconds(patience), most);
    }

    /** This process, where it joins for a single command. */
    static FarmNode visitor() {
        return FarmNode.here(Filmwright.VERSION, Duration.ofSeconds(40), Map.of());
    }

    private static void check(Map<String, Integer> numbers, String option) {
        if (numbers.values().stream().anyMatch(n -> n < 1)) {
            throw CommandFailed.refused(option + " counts steps, from 1.", "Leave a lane out to take nothing of it.");
        }
    }
}
