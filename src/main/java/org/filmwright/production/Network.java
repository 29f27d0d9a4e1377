package org.filmwright.production;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Outcome;

/** What left this machine, and whether anything may. May be asked from any thread. */
public interface Network {
    /** Whether a person has switched the network off for everything; what listens on this machine is asked all the same. */
    boolean isOff();

    Outcome<Boolean> setOff(boolean off);

    /** Every request there was and the log still has, oldest first. */
    List<Request> requests();

    /**
     * What left in a while, of all projects: a request does not say for which it was made.
     *
     * @param project its name, for the head of the report @param bought paid calls that its ledger has from then on
     */
    Report report(Optional<String> project, Instant since, long bought);

    /** Writes all requests into a table for spreadsheets. @return the file */
    Outcome<Path> export(Path folder);

    /** Writes a report in words. @return the file */
    Outcome<Path> keep(Report report, Path folder);

    /**
     * A request that left, or was held back.
     *
     * @param sent bytes @param got bytes @param why in a few words @param end a status, or why there was none
     * @param away whether its host is another machine
     */
    record Request(Instant at, String host, long sent, long got, String why, String end, boolean away) {
        /** Whether anything may have reached another machine. */
        public boolean left() {
            return away && !end.equals("held back") && !end.equals("not reached");
        }
    }

    /** What went to one host. */
    record Host(String name, long requests, long sent, long got) {}

    /**
     * @param project its name; empty for the whole program @param until when it was asked for
     * @param complete whether the log reaches back to the beginning @param heldBack requests that the guard stopped
     * @param bought paid calls that the project's ledger has from then on
     */
    record Report(Optional<String> project, Instant since, Instant until, boolean complete, List<Host> hosts,
            long heldBack, long bought) {
        /** Whether it can be said that nothing left this machine. */
        public boolean nothingLeft() {
            return complete && hosts.isEmpty() && bought == 0;
        }
    }
}
