package org.filmwright.net;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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

/** A server in a test: answers one request after the other from a script, byte for byte, and keeps what it was asked. */
public final class ScriptedServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final ServerSocket socket;
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
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("scripted-server").start(this::serve);
    }

    /** A request as it came. @param headers by lower-case name */
    public record Asked(String line, Map<String, String> headers, String body) {
        /** Its body, which is JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(body, e);
            }
        }
    }

    /** One answer. */
    @FunctionalInterface
    public interface Turn {
        void play(OutputStream out) throws IOException;
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
        return out -> {
            out.write(head(200, type, "Content-Length: " + bytes.length));
            out.write(bytes);
        };
    }

    /** The beginning of a file that is said to be longer. */
    public static Turn tornFile(String type, byte[] bytes) {
        return out -> {
            out.write(head(200, type, "Content-Length: " + (bytes.length + 1000)));
            out.write(bytes);
        };
    }

    /** A whole answer. @param headers such as {@code retry-after: 7} */
    public static Turn says(int status, String type, String body, String... headers) {
        return out -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            out.write(head(status, type, "Content-Length: " + bytes.length, headers));
            out.write(bytes);
        };
    }

    public static Turn json(int status, String body, String... headers) {
        return says(status, "application/json", body, headers);
    }

    /** A stream that ends as it should: server-sent events or lines, each piece a chunk of its own. */
    public static Turn streams(String type, String... pieces) {
        return out -> {
            chunks(out, type, pieces);
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        };
    }

    /** A stream that breaks off after these pieces. */
    public static Turn breaksOff(String type, String... pieces) {
        return out -> chunks(out, type, pieces);
    }

    /** Closes the connection without a word. */
    public static Turn hangsUp() {
        return out -> {};
    }

    /** Says these pieces and then nothing more, until the other side goes. */
    public Turn fallsSilent(String type, String... pieces) {
        return out -> {
            if (pieces.length > 0) {
                chunks(out, type, pieces);
                out.flush();
            }
            throw new Silence();
        };
    }

    private static final class Silence extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static void chunks(OutputStream out, String type, String... pieces) throws IOException {
        out.write(head(200, type, "Transfer-Encoding: chunked"));
        for (String piece : pieces) {
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static byte[] head(int status, String type, String length, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\nContent-Type: " + type
                + "\r\nConnection: close\r\n" + length + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
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

    private void serve() {
        try {
            while (true) {
                Socket peer = socket.accept();
                Thread.ofPlatform().daemon().name("scripted-answer").start(() -> answer(peer));
            }
        } catch (IOException closed) {
            left.countDown();
        }
    }

    private void answer(Socket peer) {
        try (peer) {
            InputStream in = new BufferedInputStream(peer.getInputStream());
            Turn turn = next(read(in));
            try {
                turn.play(peer.getOutputStream());
                peer.getOutputStream().flush();
            } catch (Silence silence) {
                waiting.countDown();
                while (in.read() >= 0) {
                    // whatever else comes is not listened to
                }
                left.countDown();
            }
        } catch (IOException gone) {
            left.countDown();
        }
    }

    private synchronized Turn next(Asked request) {
        asked.add(request);
        Turn turn = script.poll();
        return turn == null ? otherwise.apply(request) : turn;
    }

    private static Asked read(InputStream in) throws IOException {
        String line = line(in);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Asked(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
