package org.filmwright.generate.cloud;

import static org.filmwright.net.ScriptedServer.file;
import static org.filmwright.net.ScriptedServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.filmwright.net.ScriptedServer;

/** A ComfyUI in a test: it has a queue, a history and a folder for pictures, and goes wrong where it is told to. */
final class ComfyHouse implements AutoCloseable {
    static final Duration SOON = Duration.ofMillis(20);

    /** Where a job is. */
    enum State {
        NOWHERE, WAITING, RUNNING
    }

    private final CountDownLatch looked = new CountDownLatch(1);
    private final Map<String, String> histories = new HashMap<>();
    private final List<String> others = new ArrayList<>(List.of("another"));
    private final List<Object> said = new ArrayList<>();
    private State state = State.NOWHERE;
    private String id = "";
    private JsonNode prompt = Wire.object();
    private String ends = "";
    private int orders;
    private Optional<ScriptedServer.Turn> posted = Optional.empty();
    private Optional<ScriptedServer.Turn> queue = Optional.empty();
    private Optional<ScriptedServer.Turn> upload = Optional.empty();
    private ScriptedServer.Turn view = file("image/png", Counter.picture("png", 64, 36));
    private final List<String> stopped = new ArrayList<>();
    private final List<ByteString> pictures = new ArrayList<>();
    final ScriptedServer server = new ScriptedServer(this::answer);

    private synchronized ScriptedServer.Turn answer(ScriptedServer.Asked asked) {
        String path = asked.line().split(" ")[1];
        boolean post = asked.line().startsWith("POST");
        return switch (path.replaceFirst("[?].*", "").split("/")[1]) {
            case "ws" -> said.isEmpty() ? json(404, "{}") : ScriptedServer.socket(new Telling());
            case "prompt" -> order(asked);
            case "history" -> json(200, history(path.substring("/history/".length())));
            case "queue" -> post ? stop("delete " + asked.body()) : queue.orElseGet(this::queue);
            case "interrupt" -> stop("interrupt " + asked.body());
            case "upload" -> upload(asked);
            case "view" -> view;
            default -> json(404, "{}");
        };
    }

    private ScriptedServer.Turn order(ScriptedServer.Asked asked) {
        prompt = asked.json().path("prompt");
        id = asked.json().path("prompt_id").asText();
        orders++;
        if (!ends.isEmpty()) {
            histories.put(id, ends);
        }
        return posted.orElseGet(() -> json(200, "{\"prompt_id\":\"" + id + "\",\"number\":1,\"node_errors\":{}}"));
    }

    private String history(String job) {
        return histories.containsKey(job) ? "{\"" + job + "\":" + histories.get(job) + "}" : "{}";
    }

    private ScriptedServer.Turn stop(String what) {
        stopped.add(what);
        return json(200, "{}");
    }

    private ScriptedServer.Turn queue() {
        looked.countDown();
        String own = "[7,\"" + id + "\",{},{},[]]";
        List<String> waiting = new ArrayList<>(others.stream()
                .skip(1)
                .map(other -> "[3,\"" + other + "\",{},{},[]]")
                .toList());
        if (state == State.WAITING) {
            waiting.addFirst(own);
            waiting.add("[9,\"later\",{},{},[]]");
        }
        String running = state == State.RUNNING ? own : others.isEmpty() ? "" : "[2,\"" + others.getFirst() + "\",{}]";
        return json(200, "{\"queue_running\":[" + running + "],\"queue_pending\":[" + String.join(",", waiting) + "]}");
    }

    private ScriptedServer.Turn upload(ScriptedServer.Asked asked) {
        pictures.add(asked.bytes());
        String name = asked.body().replaceFirst("(?s).*filename=\"([^\"]*)\".*", "$1");
        return upload.orElseGet(() -> json(200, "{\"name\":\"" + name + "\",\"subfolder\":\"\",\"type\":\"input\"}"));
    }

    private final class Telling extends WebSocketListener {
        @Override
        public void onOpen(WebSocket line, Response response) {
            for (Object each : said) {
                if (each instanceof ByteString bytes) {
                    line.send(bytes);
                } else {
                    line.send(each.toString());
                }
            }
        }
    }

    /** As soon as something is ordered it ends so: a line of its history. */
    synchronized ComfyHouse ends(String entry) {
        ends = entry;
        return this;
    }

    /** It ends so after all, or as soon as it is ordered. */
    synchronized void end(String entry) {
        ends = entry;
        if (!id.isEmpty()) {
            histories.put(id, entry);
        }
    }

    /** A restart: neither its queue nor its history is left. */
    synchronized void restart() {
        histories.clear();
        others.clear();
        state = State.NOWHERE;
    }

    synchronized ComfyHouse is(State now) {
        state = now;
        return this;
    }

    /** Other people's jobs: the first runs, the others wait. */
    synchronized ComfyHouse others(String... jobs) {
        others.clear();
        others.addAll(List.of(jobs));
        return this;
    }

    synchronized ComfyHouse posted(ScriptedServer.Turn turn) {
        posted = Optional.of(turn);
        return this;
    }

    /** The usual answer to an order, changed. */
    synchronized ComfyHouse posted(UnaryOperator<ScriptedServer.Turn> change) {
        return posted(change.apply(json(200, "{\"prompt_id\":\"x\",\"node_errors\":{}}")));
    }

    synchronized ComfyHouse queue(ScriptedServer.Turn turn) {
        queue = Optional.of(turn);
        return this;
    }

    synchronized ComfyHouse upload(ScriptedServer.Turn turn) {
        upload = Optional.of(turn);
        return this;
    }

    synchronized ComfyHouse view(ScriptedServer.Turn turn) {
        view = turn;
        return this;
    }

    /** Tells this over its socket. */
    synchronized ComfyHouse says(String text) {
        said.add(text);
        return this;
    }

    /** Shows this over its socket: a picture of that format (1 JPEG, 2 PNG). */
    synchronized ComfyHouse shows(int event, int format, byte[] picture) {
        said.add(ByteString.of(ByteBuffer.allocate(8 + picture.length)
                .putInt(event)
                .putInt(format)
                .put(picture)
                .array()));
        return this;
    }

    synchronized String id() {
        return id;
    }

    synchronized JsonNode prompt() {
        return prompt;
    }

    synchronized int orders() {
        return orders;
    }

    synchronized List<String> stopped() {
        return List.copyOf(stopped);
    }

    synchronized List<ByteString> pictures() {
        return List.copyOf(pictures);
    }

    List<String> lines() {
        return server.asked().stream().map(ScriptedServer.Asked::line).toList();
    }

    /** Waits until somebody has looked into its queue. */
    void awaitLook() {
        try {
            if (!looked.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("Nobody looked into the queue.");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws java.io.IOException {
        server.close();
    }
}
