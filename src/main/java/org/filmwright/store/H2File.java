package org.filmwright.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;

/**
 * The H2 file of an open project and the one connection that writes it. While it is open every commit goes to the end of
 * the file, where H2 finds it after a kill; room is given back by closing it, which compacts it, and opening it again
 * (decision 66). To be used behind the gate.
 */
final class H2File implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(H2File.class.getName());
    private static final long PATIENCE_MS = 100;
    /** Bytes of growth from which all of the file is written anew; below, what H2 does in 0.2 s is enough. */
    private static final long WORTH_WHILE = 32L << 20;
    private final JdbcDataSource source;
    private final Path file;
    private final long growth;
    private final HikariDataSource readers;
    /** Taken while the file is closed in between; readers take its other side. */
    private final Lock closing;
    private Optional<Sql> writer = Optional.empty();
    private long opened;
    private boolean closed;

    /** @param growth bytes by which the file grows before it is closed and opened again */
    H2File(Path folder, long growth, HikariDataSource readers, Lock closing) {
        this.source = source(folder);
        this.file = folder.resolve(ProjectFolder.DATABASE);
        this.growth = growth;
        this.readers = readers;
        this.closing = closing;
    }

    static JdbcDataSource source(Path folder) {
        JdbcDataSource source = new JdbcDataSource();
        // async: an interrupted thread must not close the database; WRITE_DELAY=0: a commit is written when it returns;
        // MAX_MEMORY_ROWS: all takes of a large project are read at once, without a file in between.
        source.setURL("jdbc:h2:async:" + folder.resolve("project").toAbsolutePath() + ";WRITE_DELAY=0;REUSE_SPACE=FALSE"
                + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000;QUERY_CACHE_SIZE=64;MAX_MEMORY_ROWS=200000");
        return source;
    }

    /** @throws SQLException also when the project is closed: nobody may open its file again behind its back */
    Sql writer() throws SQLException {
        if (closed) {
            throw new SQLException("The project is closed");
        }
        if (writer.isEmpty()) {
            Connection connection = source.getConnection();
            writer = Optional.of(new Sql(connection));
            connection.setAutoCommit(false);
            opened = size();
        }
        return writer.get();
    }

    /** Between two transactions; later where somebody reads for long. */
    void compactIfGrown() {
        compactIfGrown(Math.max(growth, opened));
    }

    /** Before the file is copied as it is. */
    void tidy() {
        compactIfGrown(worthWhile());
    }

    private long worthWhile() {
        return Math.min(growth, WORTH_WHILE);
    }

    private void compactIfGrown(long by) {
        if (grown() > by) {
            boolean interrupted = Thread.interrupted();
            try {
                if (closing.tryLock(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                    compact();
                }
            } catch (InterruptedException e) {
                interrupted = true;
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private void compact() {
        long start = System.nanoTime();
        long before = size();
        try {
            readers.getHikariPoolMXBean().softEvictConnections();
            shutDown();
            writer();
        } catch (SQLException e) {
            // The next transaction tries again, and says so where it cannot.
            LOG.log(System.Logger.Level.WARNING, "The database could not be opened again", e);
        } finally {
            closing.unlock();
        }
        LOG.log(System.Logger.Level.DEBUG, () -> "Compacting " + before + " bytes to " + size() + " took "
                + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    @Override
    public void close() {
        closed = true;
        shutDown();
    }

    private void shutDown() {
        String how = grown() > worthWhile() ? "shutdown compact" : "shutdown";
        writer.ifPresent(open -> shutDown(open.connection(), how));
        writer = Optional.empty();
    }

    private static void shutDown(Connection connection, String how) {
        try (connection; Statement statement = connection.createStatement()) {
            store(connection).setReuseSpace(true);
            statement.execute(how);
        } catch (SQLException e) {
            // What is committed is in the file; it only stays as large as it is.
            LOG.log(System.Logger.Level.WARNING, "The database was not tidied when it was closed", e);
        }
    }

    private static MVStore store(Connection connection) throws SQLException {
        SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    private long grown() {
        return size() - opened;
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
