package org.filmwright.generate.cloud;

import java.util.Optional;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.Request;

/** What everybody who is paid for pictures or clips answers alike. */
interface Elsewhere extends RemoteGenerator {
    CloudArtist artist();

    @Override
    default Descriptor describe() {
        return artist().describe();
    }

    @Override
    default boolean ready() {
        return artist().access().ready();
    }

    @Override
    default Terms terms(Request request) {
        return artist().terms(request);
    }

    @Override
    default Optional<Tariff> tariff() {
        return artist().tariff();
    }

    @Override
    default Limits limits() {
        return artist().provider().limits();
    }

    @Override
    default void close() {}
}
