package org.filmwright.generate.local.runner;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process of the models: reads what the studio asks, works on another thread, and lives no longer than the studio
 * listens to it.
 */
public final class RunnerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(RunnerProcess.class);

    /** How long work may take to yield when the process is to end; after that it ends all the same. */
    private static final int GRACE_SECONDS = 2;

    private final Lines asked;
    private final Speaker speaker;
    private final Workbench bench;

    RunnerProcess(InputStream asked, OutputStream answers, Loader loader) {
        this.asked = new Lines(asked);
        this.speaker = new Speaker(answers);
        this.bench = new Workbench(loader, speaker);
    }

    /** The whole life of such a process, for its {@code main}; does not return. */
    public static void live(Loader loader) {
        OutputStream answers = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        boolean yielded = new RunnerProcess(System.in, answers, loader).run();
        end(yielded);
    }

    /** Native code that still computes must not meet libraries that are being unloaded. */
    private static void end(boolean yielded) {
        if (yielded) {
            Thread.ofPlatform().daemon().name("last resort").start(RunnerProcess::haltLater);
            System.exit(0);
        }
        Runtime.getRuntime().halt(0);
    }

    /** A library that cannot be unloaded must not keep gigabytes for ever. */
    private static void haltLater() {
        try {
            TimeUnit.SECONDS.sleep(GRACE_SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    /** Until it is told to quit, or nobody can tell it anything any more. Says whether the work yielded. */
    boolean run() {
        ScheduledExecutorService heart = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("heartbeat").factory());
        heart.scheduleAtFixedRate(() -> speaker.say(new Reply.Heartbeat(Memory.now().rss())), 0, 1, TimeUnit.SECONDS);
        listen();
        heart.shutdownNow();
        return bench.close(GRACE_SECONDS);
    }

    private void listen() {
        try {
            Optional<String> line = asked.next();
            while (line.isPresent() && serve(line.get())) {
                line = asked.next();
            }
        } catch (IOException e) {
            LOG.debug("The studio is gone.", e);
        }
    }

    /** False when there is nothing more to do. */
    private boolean serve(String line) {
        return switch (Protocol.read(line, Ask.class)) {
            case Protocol.Read.Ours<Ask>(Ask ask) -> serve(ask);
            case Protocol.Read.Noise<Ask>() -> true;
            case Protocol.Read.Torn<Ask>(String why) -> {
                LOG.warn("The studio cannot be understood: {}", why);
                yield false;
            }
        };
    }

    private boolean serve(Ask ask) {
        switch (ask) {
            case Ask.Load load -> bench.load(load);
            case Ask.Generate generate -> bench.generate(generate);
            case Ask.Consult consult -> bench.consult(consult);
            case Ask.Cancel(long id) -> bench.cancel(id);
            case Ask.Status(long id) -> speaker.say(bench.status(id));
            case Ask.Quit() -> {
                return false;
            }
        }
        return true;
    }
}
