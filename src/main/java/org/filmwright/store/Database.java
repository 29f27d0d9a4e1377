package org.filmwright.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The rows of a project, in its own H2 file or on a PostgreSQL server: one writer behind the gate, a pool of readers. */
final class Database implements SqlView.Source, AutoCloseable {
    private static final int READERS = 4;
    private final WriteGate gate;
    private final HikariDataSource readers;

    private Database(WriteGate gate, HikariDataSource readers) {
        this.gate = gate;
        this.readers = readers;
    }

    /** Opens or creates {@code <folder>/project.mv.db} in the newest shape. */
    static Database open(Path folder, Waypoint waypoint) throws SQLException, Schema.TooNew {
        JdbcDataSource source = new JdbcDataSource();
        // async: an interrupted thread must not close the database; WRITE_DELAY=0: a commit is written when it returns;
        // RETENTION_TIME, its longest: H2 would not find the newest commit where it stands in reused room (decision 66).
        source.setURL("jdbc:h2:async:" + folder.resolve("project").toAbsolutePath()
                + ";WRITE_DELAY=0;RETENTION_TIME=2147483647;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000;QUERY_CACHE_SIZE=64");
        Connection writer = source.getConnection();
        try {
            Schema.bringUp(source, writer);
            return new Database(new OneWriter(writer, waypoint), readers(source));
        } catch (SQLException | Schema.TooNew e) {
            writer.close();
            throw e;
        }
    }

    /** Opens the tables of a project on a PostgreSQL server, made when missing. */
    static Database open(FarmAddress address, Waypoint waypoint) throws SQLException, Schema.TooNew {
        DataSource source = address.source();
        try (Connection first = source.getConnection()) {
            Schema.bringUp(source, first);
        }
        HikariConfig writers = pool(source, "writer", 1);
        // A worker that freezes inside a transaction must not keep the others out.
        writers.setConnectionInitSql("set idle_in_transaction_session_timeout = '5s'; set lock_timeout = '20s'");
        writers.setAutoCommit(false);
        return new Database(new SharedGate(new HikariDataSource(writers), waypoint), readers(source));
    }

    WriteGate gate() {
        return gate;
    }

    /** Answers a question from what is committed. */
    @Override
    public <T> T read(Function<Sql, T> question) {
        try (Connection connection = reader()) {
            return question.apply(new Sql(connection));
        } catch (SQLException e) {
            throw Trouble.of(e);
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
