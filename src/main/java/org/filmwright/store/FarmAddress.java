package org.filmwright.store;

import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the rows of a shared project lie: a PostgreSQL database, or one of its schemas ({@code currentSchema=…}). It never
 * holds a password: that comes from the environment or from a {@code .pgpass} file.
 */
public record FarmAddress(String url, Optional<String> password) {
    private static final Pattern SECRET = Pattern.compile("(?i)[?&]password=|//[^/@]*:[^/@]*@");

    /** @param url {@code postgresql://host/database} with or without {@code jdbc:}; @param password empty: .pgpass */
    public static Outcome<FarmAddress> of(String url, Optional<String> password) {
        String jdbc = url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres://", "postgresql://");
        if (SECRET.matcher(jdbc).find()) {
            return refused("The database address holds a password, which everybody on this machine could read.",
                    "Leave it out; set FILMWRIGHT_DATABASE_PASSWORD, or write it into ~/.pgpass.");
        }
        if (!jdbc.startsWith("jdbc:postgresql://")) {
            return refused("'" + url + "' is not the address of a PostgreSQL database.",
                    "Write it like this: postgresql://farm.local/nightferry?user=film.");
        }
        return Outcome.ok(new FarmAddress(jdbc, password));
    }

    DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        password.ifPresent(source::setPassword);
        source.setConnectTimeout(10);
        source.setTcpKeepAlive(true);
        return source;
    }

    @Override
    public String toString() {
        return url;
    }

    private static Outcome<FarmAddress> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what, remedy));
    }
}
