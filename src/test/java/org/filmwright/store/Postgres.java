package org.filmwright.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A real PostgreSQL server for as long as the tests run; each test gets a database of its own. */
public final class Postgres {
    private Postgres() {}

    /** Started when first asked for, ended with the process. */
    private static final class Server {
        static final EmbeddedPostgres ONLY = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static FarmAddress freshDatabase() {
        String name = "film_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = Server.ONLY.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new FarmAddress("jdbc:postgresql://localhost:" + Server.ONLY.getPort() + "/" + name + "?user=postgres",
                Optional.empty());
    }

    /** A worker of a farm without limits. */
    static FarmNode node(String name, int patienceSeconds) {
        return FarmNode.here(name, Duration.ofSeconds(patienceSeconds), Map.of());
    }
}
