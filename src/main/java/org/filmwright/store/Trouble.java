package org.filmwright.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.engine.LedgerFailed;

/** What went wrong with disk or database, in a sentence for the person at the desk. */
final class Trouble {
    private Trouble() {}

    static LedgerFailed of(SQLException cause) {
        return new LedgerFailed(failure("The project can no longer be written", cause), cause);
    }

    static LedgerFailed of(IOException cause) {
        return new LedgerFailed(failure("The project can no longer be written", cause), cause);
    }

    /** @param what happened, without a full stop */
    static Failure failure(String what, Throwable cause) {
        if (diskIsFull(cause)) {
            return new Failure.Exhausted("disk", what
                    + ": the disk is full. Everything recorded before is kept. Free some space and start it again.");
        }
        return new Failure.Exhausted("disk", what + ": " + words(deepest(cause))
                + ". Everything recorded before is kept. Check the disk and start it again.");
    }

    static String words(Throwable cause) {
        return String.valueOf(cause.getMessage()).strip().replaceFirst("\\.+$", "");
    }

    private static boolean diskIsFull(Throwable cause) {
        return causes(cause).map(each -> String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.contains("no space left") || text.contains("not enough space")
                        || text.contains("disk quota exceeded"));
    }

    private static Throwable deepest(Throwable cause) {
        return causes(cause).reduce((outer, inner) -> inner).orElse(cause);
    }

    private static Stream<Throwable> causes(Throwable cause) {
        return Stream.iterate(cause, each -> each != null, Throwable::getCause).limit(20);
    }
}
