package org.filmwright.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import javax.sql.DataSource;

/** The rows of a project, in its own H2 file or on a PostgreSQL server: one writer behind the gate, a pool of readers. */
final class Database implements SqlView.Source, AutoCloseable {
    private static final int READERS = 4;
    private static final long GROWTH = 512L << 20;
    private final WriteGate gate;
    private final HikariDataSource readers;
    /** Not to be had while the file is closed in between. */
    private final Lock door;

    private Database(WriteGate gate, HikariDataSource readers, Lock door) {
        this.gate = gate;
        this.readers = readers;
        this.door = door;
    }

    /** Opens or creates {@code <folder>/project.mv.db} in the newest shape. */
    static Database open(Path folder, Waypoint waypoint) throws SQLException, Schema.TooNew {
        return open(folder, waypoint, GROWTH);
    }

    /** @param growth bytes by which the file grows before its room is given back */
    static Database open(Path folder, Waypoint waypoint, long growth) throws SQLException, Schema.TooNew {
        DataSource source = H2File.source(folder);
        ReadWriteLock door = new ReentrantReadWriteLock();
        HikariDataSource readers = readers(source);
        H2File file = new H2File(folder, growth, readers, door.writeLock());
        Database database = new Database(new OneWriter(file, waypoint), readers, door.readLock());
        try {
            file.writer();
            bringUp(source);
            return database;
        } catch (SQLException | Schema.TooNew e) {
            database.close();
            throw e;
        }
    }

    /** Opens the tables of a project on a PostgreSQL server, made when missing. */
    static Database open(FarmAddress address, Waypoint waypoint) throws SQLException, Schema.TooNew {
        DataSource source = address.source();
        bringUp(source);
        HikariConfig writers = pool(source, "writer", 1);
        // A worker that freezes inside a transaction must not keep the others out.
        writers.setConnectionInitSql("set idle_in_transaction_session_timeout = '5s'; set lock_timeout = '20s'");
        writers.setAutoCommit(false);
        return new Database(new SharedGate(new HikariDataSource(writers), waypoint), readers(source),
                new ReentrantReadWriteLock().readLock());
    }

    private static void bringUp(DataSource source) throws SQLException, Schema.TooNew {
        try (Connection first = source.getConnection()) {
            Schema.bringUp(source, first);
        }
    }

    WriteGate gate() {
        return gate;
    }

    /** Answers a question from what is committed. */
    @Override
    public <T> T read(Function<Sql, T> question) {
        door.lock();
        try (Connection connection = reader()) {
            return question.apply(new Sql(connection));
        } catch (SQLException e) {
            throw Trouble.of(e);
        } finally {
            door.unlock();
        }
    }

    /** An interrupted thread may still ask. */
    private Connection reader() throws SQLException {
        boolean interrupted = Thread.interrupted();
        try {
            return readers.getConnection();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        readers.close();
        gate.close();
    }

    private static HikariDataSource readers(DataSource source) {
        HikariConfig config = pool(source, "readers", READERS);
        config.setReadOnly(true);
        return new HikariDataSource(config);
    }

    private static HikariConfig pool(DataSource source, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setPoolName(name);
        return config;
    }
}
