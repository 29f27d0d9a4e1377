package org.filmwright.generate.local.runner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/** A process of models that is none: it hears and says what a test wants. */
final class ScriptedChild implements Starter.Child {
    final List<Ask> heard = new CopyOnWriteArrayList<>();
    private final long pid;
    private final Pipe requests;
    private final Pipe answers;
    private final Pipe errors;
    private final Speaker speaker;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    ScriptedChild(long pid, BiConsumer<ScriptedChild, Ask> script) throws IOException {
        this.pid = pid;
        this.requests = Pipe.open();
        this.answers = Pipe.open();
        this.errors = Pipe.open();
        this.speaker = new Speaker(Channels.newOutputStream(answers.sink()));
        Thread.ofPlatform().daemon().name("scripted " + pid).start(() -> listen(script));
    }

    /** Starts them one after the other, numbered from 1. */
    static class Nursery implements Starter {
        final List<ScriptedChild> children = new CopyOnWriteArrayList<>();
        private final BiConsumer<ScriptedChild, Ask> script;

        Nursery(BiConsumer<ScriptedChild, Ask> script) {
            this.script = script;
        }

        @Override
        public Child start() throws IOException {
            ScriptedChild child = new ScriptedChild(children.size() + 1, script);
            children.add(child);
            return child;
        }

        ScriptedChild child(int number) {
            return children.get(number - 1);
        }
    }

    private void listen(BiConsumer<ScriptedChild, Ask> script) {
        Lines lines = new Lines(Channels.newInputStream(requests.source()));
        try {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (Protocol.read(line.get(), Ask.class) instanceof Protocol.Read.Ours<Ask>(Ask ask)) {
                    heard.add(ask);
                    script.accept(this, ask);
                }
            }
        } catch (IOException e) {
            exit.complete(0);
        }
    }

    /** As a model that never fails: loads, and paints in one step. */
    static void paint(ScriptedChild child, Ask ask) {
        paint(child, ask, 100);
    }

    static void paint(ScriptedChild child, Ask ask, long rss) {
        switch (ask) {
            case Ask.Load load -> child.say(new Reply.Loaded(load.id()));
            case Ask.Generate(long id, var order) -> {
                child.say(new Reply.Progressed(id, .5, "step 1 of 2"));
                write(order.to());
                child.say(new Reply.Done(id, Orders.painted(order.to()), rss));
            }
            case Ask.Consult(long id, _, _) -> child
                    .say(new Reply.Failed(id, new org.filmwright.base.Failure.Bug("scripted", "It only paints.")));
            case Ask.Cancel(long id) -> child.say(new Reply.Stopped(id));
            case Ask.Status(long id) -> child.say(new Reply.Status(id, Optional.of(Path.of("m")), 2, 1, 3));
            case Ask.Quit() -> child.die(0);
        }
    }

    static void write(Path picture) {
        try {
            Files.writeString(picture, "a picture");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void say(Reply reply) {
        speaker.say(reply);
    }

    void print(String raw) {
        put(answers, raw);
    }

    void complain(String line) {
        put(errors, line + "\n");
    }

    private static void put(Pipe pipe, String text) {
        try {
            Channels.newOutputStream(pipe.sink()).write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void die(int code) {
        exit.complete(code);
        try {
            errors.sink().close();
            answers.sink().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isDead() {
        return exit.isDone();
    }

    @Override
    public OutputStream requests() {
        return Channels.newOutputStream(requests.sink());
    }

    @Override
    public InputStream answers() {
        return Channels.newInputStream(answers.source());
    }

    @Override
    public InputStream errors() {
        return Channels.newInputStream(errors.source());
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public Optional<Integer> exit(long time, TimeUnit unit) {
        try {
            return Optional.of(exit.get(time, unit));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void kill() {
        die(137);
    }
}
