package org.filmwright.net;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import okhttp3.OkHttpClient;

/** The gate between this program and any other: shut for every address that nobody has switched on. */
public final class Egress implements AutoCloseable {
    private final OkHttpClient client = new OkHttpClient.Builder().followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .build();
    private final Predicate<URI> open;
    private final Consumer<Passage> log;
    private final InstantSource clock;

    /** @param open asked before every request, with the address its door leads to; @param log told of every request */
    public Egress(Predicate<URI> open, Consumer<Passage> log, InstantSource clock) {
        this.open = open;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A way to one address, and to no other.
     *
     * @param base with scheme and host; paths are added to its own
     * @param headers that every request carries, such as a key
     * @param why as the log says it
     */
    public Door door(URI base, Map<String, String> headers, Patience patience, String why) {
        OkHttpClient patient = client.newBuilder()
                .connectTimeout(patience.connect())
                .readTimeout(patience.silence())
                .writeTimeout(patience.silence())
                .callTimeout(patience.whole())
                .build();
        return new Door(patient, new Door.Address(base, headers, why), () -> open.test(base), log, clock);
    }

    /**
     * A way by which files come; every host on it is asked for as a door is. To ask twice costs nobody anything, so a
     * connection that the server closed meanwhile is made again.
     */
    public Download download(Download.Manner manner, Patience patience) {
        OkHttpClient patient = client.newBuilder()
                .retryOnConnectionFailure(true)
                .connectTimeout(patience.connect())
                .readTimeout(patience.silence())
                .callTimeout(patience.whole())
                .build();
        return new Download(new Courier(patient, open, log, clock, manner), manner, clock);
    }

    /**
     * A way by which finished files come whose length nobody told; every host on it is asked for as a door is. As with
     * downloads, a connection that the server closed meanwhile is made again.
     *
     * @param allowed whether a file may be taken from there; asked for the first address, too, with itself
     * @param why as the log says it
     */
    public Pickup pickup(Download.Onward allowed, Patience patience, String why) {
        OkHttpClient patient = client.newBuilder()
                .retryOnConnectionFailure(true)
                .connectTimeout(patience.connect())
                .readTimeout(patience.silence())
                .callTimeout(patience.whole())
                .build();
        Download.Manner manner = new Download.Manner(allowed, Optional.empty(), Download.Pace.USUAL, time -> {}, why);
        return new Pickup(() -> new Courier(patient, open, log, clock, manner), allowed);
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
