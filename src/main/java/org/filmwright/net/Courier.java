package org.filmwright.net;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Goes to addresses for a download and follows redirects by itself, so that a token is shown to nobody but the host it is
 * for, and every host is asked for and written down.
 */
final class Courier {
    private static final int MOST_HOPS = 6;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final OkHttpClient client;
    private final Predicate<URI> open;
    private final Consumer<Passage> log;
    private final InstantSource clock;
    private final Download.Manner manner;
    private final Set<Call> live = ConcurrentHashMap.newKeySet();

    Courier(OkHttpClient client, Predicate<URI> open, Consumer<Passage> log, InstantSource clock,
            Download.Manner manner) {
        this.client = client;
        this.open = open;
        this.log = log;
        this.clock = clock;
        this.manner = manner;
    }

    /** What became of a way. */
    sealed interface Arrival {
        record Here(Visit visit) implements Arrival {}

        /** It may do better another time. */
        record Cut(String why) implements Arrival {}

        /** It will not do better. @param why a sentence */
        record Barred(String why) implements Arrival {}
    }

    /** Ends what is under way. */
    void cancel() {
        live.forEach(Call::cancel);
    }

    Arrival get(URI address, Optional<Range> range) {
        URI at = address;
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            Optional<String> barred = barred(at);
            if (barred.isPresent()) {
                return new Arrival.Barred(barred.get());
            }
            Response response;
            Call call = client.newCall(request(at, range));
            live.add(call);
            try {
                response = call.execute();
            } catch (IOException e) {
                live.remove(call);
                note(at, 0, "not reached");
                return new Arrival.Cut(host(at) + " was not reached (" + why(e) + ").");
            }
            Optional<URI> next = onward(at, response);
            if (next.isEmpty()) {
                URI last = at;
                return new Arrival.Here(new Visit(response, (bytes, end) -> {
                    live.remove(call);
                    note(last, bytes, end);
                }));
            }
            response.close();
            live.remove(call);
            note(at, 0, Integer.toString(response.code()));
            if (isHere(next.get()) && !isHere(at) || !manner.onward().may(at, next.get())) {
                return new Arrival.Barred(host(at) + " sends on to " + host(next.get()) + ", where nobody goes.");
            }
            at = next.get();
        }
        return new Arrival.Barred(host(address) + " sends from one place to the next without end.");
    }

    private Optional<String> barred(URI at) {
        if (!isSafe(at)) {
            return Optional.of(host(at) + " would be asked without encryption, or is no address of the web.");
        }
        if (!open.test(at)) {
            note(at, 0, "held back");
            return Optional.of(host(at) + " is not switched on for downloads.");
        }
        return Optional.empty();
    }

    private Request request(URI at, Optional<Range> range) {
        Request.Builder request = new Request.Builder().url(at.toString()).header("Accept-Encoding", "identity");
        range.ifPresent(some -> request.header("Range", some.header()));
        manner.token()
                .filter(token -> same(token.host(), at))
                .ifPresent(token -> request.header("Authorization", "Bearer " + token.value()));
        return request.build();
    }

    private static Optional<URI> onward(URI at, Response response) {
        boolean elsewhere = switch (response.code()) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
        String location = response.header("Location");
        if (!elsewhere || location == null) {
            return Optional.empty();
        }
        HttpUrl next = response.request().url().resolve(location);
        return next == null ? Optional.empty() : Optional.of(next.uri());
    }

    /** Encrypted, or on this machine; a key in the address is none. */
    static boolean isSafe(URI at) {
        return at.getHost() != null && at.getRawUserInfo() == null && HttpUrl.parse(at.toString()) != null
                && ("https".equals(at.getScheme()) || "http".equals(at.getScheme()) && isHere(at));
    }

    private static boolean isHere(URI at) {
        return HERE.contains(at.getHost());
    }

    private static boolean same(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && one.getRawAuthority().equalsIgnoreCase(other.getRawAuthority());
    }

    private void note(URI at, long got, String end) {
        log.accept(new Passage(clock.instant(), host(at), 0, got, manner.why(), end));
    }

    static String host(URI at) {
        return at.getHost() == null
                ? "'" + at + "'"
                : at.getPort() < 0
                        ? at.getHost()
                        : at.getHost() + ":"
                                + at.getPort();
    }

    private static String why(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
