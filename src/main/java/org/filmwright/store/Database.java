package org.filmwright.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.h2.jdbcx.JdbcDataSource;

/** The H2 file of a project: one writer behind the gate, and a pool of readers. */
final class Database implements SqlView.Source, AutoCloseable {
    private static final int READERS = 4;
    private final WriteGate gate;
    private final HikariDataSource readers;

    private Database(WriteGate gate, HikariDataSource readers) {
        this.gate = gate;
        this.readers = readers;
    }

    /** Opens or creates {@code <folder>/project.mv.db} in the newest shape. */
    static Database open(Path folder) throws SQLException, Schema.TooNew {
        JdbcDataSource source = new JdbcDataSource();
        // async: an interrupted thread must not close the database; WRITE_DELAY=0: a commit is written when it returns.
        source.setURL("jdbc:h2:async:" + folder.resolve("project").toAbsolutePath()
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000");
        Connection writer = source.getConnection();
        try {
            Schema.bringUp(source, writer);
            return new Database(new WriteGate(writer), readers(source));
        } catch (SQLException | Schema.TooNew e) {
            writer.close();
            throw e;
        }
    }

    WriteGate gate() {
        return gate;
    }

    /** Answers a question from what is committed. */
    @Override
    public <T> T read(Function<Sql, T> question) {
        try (Connection connection = readers.getConnection()) {
            return question.apply(new Sql(connection));
        } catch (SQLException e) {
            throw Trouble.of(e);
        }
    }

    @Override
    public void close() {
        readers.close();
        gate.close();
    }

    private static HikariDataSource readers(JdbcDataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setReadOnly(true);
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setPoolName("readers");
        return new HikariDataSource(config);
    }
}
