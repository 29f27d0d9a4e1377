package org.filmwright.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Gives back the room of pages that were written anew. H2 does that in a thread of its own, which {@code WRITE_DELAY=0}
 * switches off; here it happens between transactions, a little at a time.
 */
final class Housekeeping {
    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());
    /** Transactions from one time to the next. */
    private static final int EVERY = 32;
    /** Percent of what is written that should still be of use; more costs time with every step, less costs room. */
    private static final int FILL = 42;
    /** Bytes that are written again at a time: a few milliseconds. */
    private static final int BIT = 256 * 1024;
    /** Milliseconds, about, of a pass while nobody works. */
    private static final int PASS = 50;
    private final MVStore store;
    private long transactions;
    private long seen;
    private long shrunk;

    private Housekeeping(MVStore store) {
        this.store = store;
    }

    static Housekeeping of(Connection connection) throws SQLException {
        SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return new Housekeeping(session.getDatabase().getStore().getMvStore());
    }

    /** After a transaction, before the next. */
    void committed() {
        transactions++;
        if (transactions % EVERY == 0) {
            quietly(() -> store.compact(FILL, BIT));
        }
    }

    /** To be called now and then; where nobody has written since the last call, makes the file smaller. False: as small as it gets. */
    boolean shrink() {
        boolean idle = seen == transactions && shrunk != transactions;
        seen = transactions;
        if (!idle) {
            return false;
        }
        long before = store.getFileStore().size();
        quietly(() -> store.compactFile(PASS));
        boolean smaller = store.getFileStore().size() < before;
        shrunk = smaller ? shrunk : transactions;
        return smaller;
    }

    /** The transaction before is recorded whatever happens here; where the file is broken, the next one says so. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (MVStoreException e) {
            LOG.log(System.Logger.Level.WARNING, "The database file could not be tidied", e);
        }
    }
}
