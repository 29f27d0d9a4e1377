package org.filmwright.generate.local.runner;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.filmwright.base.Cancelled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The studio's end of the line to one process of models. Both of what it says are read until it has ended. */
final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int SECONDS_TO_DIE = 10;
    private final Starter.Child child;
    private final Listener listener;
    private final Speaker speaker;
    private final LastWords words = new LastWords();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Map<Long, CompletableFuture<Reply.Status>> asked = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final CompletableFuture<Void> complained = new CompletableFuture<>();

    /** Hears what nobody asked for, on the thread that reads. */
    interface Listener {
        void beat(Reply.Heartbeat heartbeat);

        /** The process is gone. */
        void ended();
    }

    /** What comes over the line about work. */
    sealed interface Event {
        record Said(Reply reply) implements Event {}

        /** One of its own lines that cannot be read: it is not known what was lost. */
        record Garbled(String why) implements Event {}

        record Ended(int code) implements Event {}
    }

    Connection(Starter.Child child, Listener listener) {
        this.child = child;
        this.listener = listener;
        this.speaker = new Speaker(child.requests());
    }

    /** Begins to listen. */
    void open() {
        reader("errors").start(this::readErrors);
        reader("answers").start(this::readAnswers);
    }

    private Thread.Builder reader(String what) {
        return Thread.ofPlatform().daemon().name("models " + child.pid() + " " + what);
    }

    long id() {
        return ids.incrementAndGet();
    }

    long pid() {
        return child.pid();
    }

    LastWords words() {
        return words;
    }

    /** Where nobody hears it any more, {@link Event.Ended} follows. */
    void send(Ask ask) {
        speaker.say(ask);
    }

    /** The next thing that happened; empty when nothing did for a while. @throws Cancelled when the thread is interrupted */
    Optional<Event> next(long millis) {
        try {
            return Optional.ofNullable(events.poll(millis, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    /** Asks something that is answered with a status. */
    CompletableFuture<Reply.Status> ask(long id, Ask ask) {
        CompletableFuture<Reply.Status> answer = new CompletableFuture<>();
        asked.put(id, answer);
        send(ask);
        return answer;
    }

    /** Whether it ends by itself within a time. */
    boolean ends(long millis) {
        return child.exit(millis, TimeUnit.MILLISECONDS).isPresent();
    }

    void kill() {
        child.kill();
    }

    private void readErrors() {
        read(child.errors(), this::noise);
        complained.complete(null);
    }

    private void readAnswers() {
        read(child.answers(), this::hear);
        int code = child.exit(SECONDS_TO_DIE, TimeUnit.SECONDS).orElseGet(() -> {
            child.kill();
            return child.exit(0, TimeUnit.SECONDS).orElse(0);
        });
        complained.completeOnTimeout(null, 1, TimeUnit.SECONDS).join();
        events.add(new Event.Ended(code));
        asked.values().forEach(waiting -> waiting.cancel(false));
        listener.ended();
    }

    private void hear(String line) {
        switch (Protocol.read(line, Reply.class)) {
            case Protocol.Read.Noise<Reply>() -> noise(line);
            case Protocol.Read.Torn<Reply>(String why) -> events.add(new Event.Garbled(why));
            case Protocol.Read.Ours<Reply>(Reply.Heartbeat heartbeat) -> listener.beat(heartbeat);
            case Protocol.Read.Ours<Reply>(Reply.Status status) -> Optional.ofNullable(asked.remove(status.id()))
                    .ifPresent(waiting -> waiting.complete(status));
            case Protocol.Read.Ours<Reply>(Reply reply) -> events.add(new Event.Said(reply));
        }
    }

    private void noise(String line) {
        LOG.debug("The process {} of models says: {}", child.pid(), line);
        words.add(line);
    }

    private interface Ear {
        void hear(String line);
    }

    private static void read(InputStream stream, Ear ear) {
        Lines lines = new Lines(stream);
        try {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                ear.hear(line.get());
            }
        } catch (IOException e) {
            LOG.debug("The line is dead.", e);
        }
    }
}
