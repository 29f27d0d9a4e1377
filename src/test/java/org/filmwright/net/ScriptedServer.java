package org.filmwright.net;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.WebSocketListener;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import okio.Okio;
import okio.Socket;

/**
 * A server in a test: answers one request after the other from a script, and keeps what it was asked. Each answer closes
 * its connection. Inside is MockWebServer (decision 104).
 */
public final class ScriptedServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final MockWebServer server = new MockWebServer();
    private final Deque<Turn> script = new ArrayDeque<>();
    private final Function<Asked, Turn> otherwise;
    private final List<Asked> asked = new ArrayList<>();
    private final CountDownLatch left = new CountDownLatch(1);
    private final CountDownLatch waiting = new CountDownLatch(1);

    public ScriptedServer(Turn... turns) {
        this(_ -> json(500, "{\"error\":\"the script has ended\"}"), turns);
    }

    /** @param otherwise what it answers once the script has ended, from what it was asked */
    public ScriptedServer(Function<Asked, Turn> otherwise, Turn... turns) {
        this.otherwise = otherwise;
        script.addAll(List.of(turns));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return played(request);
            }
        });
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request as it came. @param headers by lower-case name @param bytes its body */
    public record Asked(String line, Map<String, String> headers, ByteString bytes) {
        private static Asked of(RecordedRequest request) {
            Map<String, String> headers = new TreeMap<>();
            request.getHeaders()
                    .forEach(each -> headers.put(each.getFirst().toLowerCase(Locale.ROOT), each.getSecond()));
            return new Asked(request.getRequestLine(), headers,
                    request.getBody() == null ? ByteString.EMPTY : request.getBody());
        }

        public String body() {
            return bytes.utf8();
        }

        /** Its body, which is JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(body(), e);
            }
        }
    }

    /** One answer. */
    @FunctionalInterface
    public interface Turn {
        /** Made when its request has come; what is thrown hangs up. */
        MockResponse answer() throws IOException;

        /** The same answer, after something else has happened. */
        default Turn after(Event event) {
            return () -> {
                event.happens();
                return answer();
            };
        }
    }

    /** Something that happens before an answer goes out. */
    @FunctionalInterface
    public interface Event {
        void happens() throws IOException;
    }

    /** What a model answers that is talked to as OpenAI's are, whole. */
    public static Turn chat(String content) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("choices")
                .addObject()
                .put("finish_reason", "stop")
                .putObject("message")
                .put("content", content);
        return json(200, answer.toString());
    }

    /** A file, whole. */
    public static Turn file(String type, byte[] bytes) {
        return fileOf(type, bytes, bytes.length);
    }

    /** The beginning of a file that is said to be longer. */
    public static Turn tornFile(String type, byte[] bytes) {
        return fileOf(type, bytes, bytes.length + 1000L);
    }

    /** A file that is said to have so many bytes. */
    public static Turn fileOf(String type, byte[] bytes, long said) {
        return () -> head(200, type).body(new Buffer().write(bytes)).setHeader("Content-Length", said).build();
    }

    /** A file that comes a few bytes at a time. */
    public static Turn slowFile(String type, byte[] bytes) {
        return () -> head(200, type).body(new Buffer().write(bytes))
                .throttleBody(Math.max(1, bytes.length / 20), 5, TimeUnit.MILLISECONDS)
                .build();
    }

    /** A whole answer. @param headers such as {@code retry-after: 7} */
    public static Turn says(int status, String type, String body, String... headers) {
        return () -> {
            MockResponse.Builder answer = head(status, type).body(body);
            for (String header : headers) {
                answer.addHeader(header);
            }
            return answer.build();
        };
    }

    public static Turn json(int status, String body, String... headers) {
        return says(status, "application/json", body, headers);
    }

    /** A stream that ends as it should: server-sent events or lines, each piece a chunk of its own. */
    public static Turn streams(String type, String... pieces) {
        return chunks(type, sink -> {
            write(sink, pieces);
            sink.writeUtf8("0\r\n\r\n");
        });
    }

    /** A stream that breaks off after these pieces. */
    public static Turn breaksOff(String type, String... pieces) {
        return chunks(type, sink -> write(sink, pieces));
    }

    /** Closes the connection without a word. */
    public static Turn hangsUp() {
        return () -> new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    }

    /** Opens a socket for whoever asks for one (RFC 6455). @param line says what is told over it, and hears */
    public static Turn socket(WebSocketListener line) {
        return () -> new MockResponse.Builder().webSocketUpgrade(line).build();
    }

    /** Says these pieces and then nothing more, until the other side goes. */
    public Turn fallsSilent(String type, String... pieces) {
        if (pieces.length == 0) {
            // an interim answer (RFC 9110, 15.2) is none yet
            return () -> new MockResponse.Builder().status("HTTP/1.1 100 Continue")
                    .clearHeaders()
                    .socketHandler(this::silence)
                    .onResponseEnd(new SocketEffect.CloseSocket())
                    .build();
        }
        return () -> chunked(type).socketHandler(peer -> {
            try (BufferedSink sink = Okio.buffer(peer.getSink())) {
                write(sink, pieces);
                sink.flush();
                silence(peer);
            } catch (IOException gone) {
                left.countDown();
            }
        }).build();
    }

    private void silence(Socket peer) {
        waiting.countDown();
        Buffer unheard = new Buffer();
        try {
            while (peer.getSource().read(unheard, 1 << 13) >= 0) {
                unheard.clear();
            }
            left.countDown();
        } catch (IOException gone) {
            left.countDown();
        }
    }

    private interface Writing {
        void to(BufferedSink sink) throws IOException;
    }

    private static Turn chunks(String type, Writing writing) {
        return () -> chunked(type).socketHandler(peer -> {
            try (BufferedSink sink = Okio.buffer(peer.getSink())) {
                writing.to(sink);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }).build();
    }

    private static void write(BufferedSink sink, String... pieces) throws IOException {
        for (String piece : pieces) {
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            sink.writeHexadecimalUnsignedLong(bytes.length).writeUtf8("\r\n").write(bytes).writeUtf8("\r\n");
        }
    }

    private static MockResponse.Builder chunked(String type) {
        return head(200, type).removeHeader("Content-Length").addHeader("Transfer-Encoding", "chunked");
    }

    private static MockResponse.Builder head(int status, String type) {
        return new MockResponse.Builder().code(status)
                .addHeader("Content-Type", type)
                .addHeader("Connection", "close")
                .onResponseEnd(new SocketEffect.CloseSocket());
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** Adds to the script. */
    public synchronized ScriptedServer then(Turn... turns) {
        script.addAll(List.of(turns));
        return this;
    }

    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Waits until it has been asked and has fallen silent. */
    public void awaitSilence() throws InterruptedException {
        if (!waiting.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("The server was never asked to be silent.");
        }
    }

    /** Whether the other side closed the connection on which it was left waiting, within a while. */
    public boolean wasLeft() throws InterruptedException {
        return left.await(30, TimeUnit.SECONDS);
    }

    private MockResponse played(RecordedRequest request) {
        try {
            return next(Asked.of(request)).answer();
        } catch (IOException | RuntimeException broken) {
            return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
        }
    }

    private synchronized Turn next(Asked request) {
        asked.add(request);
        Turn turn = script.poll();
        return turn == null ? otherwise.apply(request) : turn;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
