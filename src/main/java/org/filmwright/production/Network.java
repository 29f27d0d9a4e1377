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
     * What left in a while.
     *
     * @param project the folder of the one that is asked about: its requests, and those of which the log does not say for
     *        which project they were made, so that "nothing" is never said wrongly; empty for the whole machine
     * @param bought paid calls that its ledger has from then on
     */
    Report report(Optional<Path> project, Instant since, long bought);

    /** Writes all requests into a table for spreadsheets. @return the file */
    Outcome<Path> export(Path folder);

    /** Writes a report in words. @return the file */
    Outcome<Path> keep(Report report, Path folder);

    /**
     * A request that left, or was held back.
     *
     * @param sent bytes @param got bytes @param why in a few words @param end a status, or why there was none
     * @param away whether its host is another machine
     * @param project the mark of the project it was made for, {@code -} where that was none; empty where nobody noted it
     */
    record Request(Instant at, String host, long sent, long got, String why, String end, boolean away,
            Optional<String> project) {
        /** Whether it may have been made for the project with that mark; every one may be of the whole machine. */
        public boolean mayBeOf(Optional<String> mark) {
            return mark.isEmpty() || project.isEmpty() || project.equals(mark);
        }

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
     * @param others requests that left in that time and were made for other projects, or for none
     */
    record Report(Optional<String> project, Instant since, Instant until, boolean complete, List<Host> hosts,
            long heldBack, long bought, long others) {
        /** Whether it can be said that nothing left this machine. */
        public boolean nothingLeft() {
            return complete && hosts.isEmpty() && bought == 0;
        }
    }
}
