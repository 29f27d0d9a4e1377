package org.filmwright.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.WebSocket;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.Okio;
import org.filmwright.base.Progress;

/** The way to one address. Calls block, are made once and never repeated; a cancelled one closes its socket. */
public final class Door {
    /** Nobody has that much to say about a film; a server that goes on and on is cut off here. */
    private static final long LONGEST = 32L << 20;
    private static final Duration PING = Duration.ofSeconds(20);
    private static final MediaType JSON = MediaType.get("application/json");
    private final OkHttpClient client;
    private final Address address;
    private final BooleanSupplier open;
    private final Consumer<Passage> log;
    private final InstantSource clock;

    Door(OkHttpClient client, Address address, BooleanSupplier open, Consumer<Passage> log, InstantSource clock) {
        this.client = client;
        this.address = address;
        this.open = open;
        this.log = log;
        this.clock = clock;
    }

    /** Where a door leads, what every request carries, and why anybody goes there. */
    record Address(URI base, Map<String, String> headers, String why) {
        private static final int SHORTEST_SECRET = 8;

        Address {
            headers = Map.copyOf(headers);
        }

        String host() {
            return base.getRawAuthority();
        }

        /** Some servers repeat in an error what they were sent: of a key, nothing comes back. */
        Reply.Answered without(Reply.Answered answered) {
            String body = answered.body();
            for (String value : answered.ok() ? List.<String>of() : headers.values()) {
                String secret = value.substring(value.lastIndexOf(' ') + 1);
                body = secret.length() < SHORTEST_SECRET ? body : body.replace(secret, "[key]");
            }
            return new Reply.Answered(answered.status(), answered.headers(), body);
        }

        String url(String path) {
            String root = base.toString();
            return (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path;
        }
    }

    /** Hears the lines of a good answer as they come. */
    public interface Lines {
        /** @return whether there is more to come; after a no the connection is closed */
        boolean line(String line);
    }

    public URI base() {
        return address.base;
    }

    /** @param path beginning with a slash; @throws org.filmwright.base.Cancelled when asked to stop */
    public Reply get(String path, Progress progress) {
        return send(builder(path).get(), 0, Door::whole, progress);
    }

    /** Puts a good answer into a file. @param most bytes that are taken; what has more is lost */
    public Reply get(String path, Path into, long most, Progress progress) {
        return send(builder(path).get(), 0, (body, meter) -> file(body, meter, into, most), progress);
    }

    public Reply post(String path, String json, Progress progress) {
        return send(builder(path).post(once(json)), size(json), Door::whole, progress);
    }

    /** As {@link #post(String, String, Progress)}, but a good answer is handed over line by line. */
    public Reply post(String path, String json, Lines lines, Progress progress) {
        return send(builder(path).post(once(json)), size(json), (body, meter) -> hand(body.source(), lines, meter),
                progress);
    }

    /** Hands bytes in. @param type as {@code multipart/form-data; boundary=x} */
    public Reply post(String path, byte[] bytes, String type, Progress progress) {
        return send(builder(path).post(RequestBody.create(bytes, MediaType.get(type))), bytes.length, Door::whole,
                progress);
    }

    public Reply put(String path, String json, Progress progress) {
        return send(builder(path).put(once(json)), size(json), Door::whole, progress);
    }

    /** Lays bytes there. @param type as {@code image/png} */
    public Reply put(String path, byte[] bytes, String type, Progress progress) {
        return send(builder(path).put(RequestBody.create(bytes, MediaType.get(type))), bytes.length, Door::whole,
                progress);
    }

    /**
     * Listens until it is closed, and returns when it is open or will not be; the ear is told when nothing more comes. What is told meanwhile stands nowhere else.
     *
     * @return closes it
     */
    public Runnable listen(String path, Ear ear) {
        if (!open.getAsBoolean()) {
            note(0, 0, "held back");
            ear.end();
            return () -> {};
        }
        OkHttpClient patient = client.newBuilder()
                .readTimeout(Duration.ZERO)
                .callTimeout(Duration.ZERO)
                .pingInterval(PING)
                .build();
        note(0, 0, "listening");
        Listening listening = new Listening(ear);
        WebSocket socket = patient.newWebSocket(builder(path).build(), listening);
        listening.await(PING);
        return socket::cancel;
    }

    private static int size(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }

    private Request.Builder builder(String path) {
        Request.Builder request = new Request.Builder().url(address.url(path));
        address.headers.forEach(request::header);
        return request;
    }

    /** A body that the client cannot send a second time by itself. */
    private static RequestBody once(String json) {
        RequestBody body = RequestBody.create(json, JSON);
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return JSON;
            }

            @Override
            public long contentLength() throws IOException {
                return body.contentLength();
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                body.writeTo(sink);
            }
        };
    }

    /** What is made of the body of a good answer. @return what stands for it in the reply */
    private interface Reading {
        String of(ResponseBody body, Meter meter) throws IOException;
    }

    private Reply send(Request.Builder request, long size, Reading reading, Progress progress) {
        progress.checkCancelled();
        if (!open.getAsBoolean()) {
            note(0, 0, "held back");
            return new Reply.Unreached(address.host() + " is not switched on in the settings");
        }
        AtomicBoolean left = new AtomicBoolean();
        Request asked = request.build();
        OkHttpClient watched = client.newBuilder()
                // to ask costs nothing: a connection that was closed while nobody spoke is made again
                .retryOnConnectionFailure(asked.method().equals("GET"))
                .eventListener(new EventListener() {
                    @Override
                    public void requestHeadersStart(Call call) {
                        left.set(true);
                    }
                })
                .build();
        Call call = watched.newCall(asked);
        progress.onCancel(call::cancel);
        Meter meter = new Meter();
        try (Response response = call.execute()) {
            Reply.Answered answered = address.without(answered(response, reading, meter));
            note(size, meter.bytes, Integer.toString(answered.status()));
            return answered;
        } catch (IOException e) {
            note(left.get() ? size : 0, meter.bytes, left.get() ? "lost" : "not reached");
            progress.checkCancelled();
            return left.get() ? new Reply.Lost(why(e), isLate(e)) : new Reply.Unreached(why(e));
        }
    }

    /** How much of an answer was read. */
    private static final class Meter {
        private long bytes;
    }

    private void note(long sent, long got, String end) {
        log.accept(new Passage(clock.instant(), address.host(), sent, got, address.why, end));
    }

    private static boolean isLate(IOException e) {
        return e instanceof InterruptedIOException;
    }

    private static String why(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    private static Reply.Answered answered(Response response, Reading reading, Meter meter) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        response.headers().names().forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), response.header(name)));
        ResponseBody body = response.body();
        String said = response.isSuccessful() ? reading.of(body, meter) : whole(body, meter);
        return new Reply.Answered(response.code(), headers, said);
    }

    private static String whole(ResponseBody body, Meter meter) throws IOException {
        BufferedSource source = body.source();
        if (source.request(LONGEST + 1)) {
            throw new IOException(Reply.Lost.TOO_MUCH + LONGEST + " bytes");
        }
        meter.bytes = source.getBuffer().size();
        return source.readUtf8();
    }

    private static String file(ResponseBody body, Meter meter, Path into, long most) throws IOException {
        if (body.contentLength() > most) {
            throw new IOException(Reply.Lost.TOO_MUCH + most + " bytes");
        }
        BufferedSource source = body.source();
        try (BufferedSink file = Okio.buffer(Okio.sink(into))) {
            for (long n = 0; n >= 0; n = source.read(file.getBuffer(), 1 << 16)) {
                meter.bytes += n;
                file.emitCompleteSegments();
                if (meter.bytes > most) {
                    throw new IOException(Reply.Lost.TOO_MUCH + most + " bytes");
                }
            }
        }
        return "";
    }

    private static String hand(BufferedSource source, Lines lines, Meter meter) throws IOException {
        boolean more = true;
        while (more && !source.exhausted()) {
            long end = source.indexOf((byte) '\n', 0, LONGEST);
            if (end < 0 && source.request(LONGEST) || meter.bytes > LONGEST) {
                throw new IOException(Reply.Lost.TOO_MUCH + LONGEST + " bytes");
            }
            String line = end < 0 ? source.readUtf8() : source.readUtf8(end);
            meter.bytes += end < 0 ? line.length() : end + 1;
            source.skip(end < 0 ? 0 : 1);
            more = lines.line(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        return "";
    }
}
