package org.filmwright.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.filmwright.engine.ManualEngine;
import org.filmwright.review.Ruling;

/** The child of a drill: twelve clients record verdicts as fast as they can and note each one that was confirmed. */
final class FactStorm {
    static final int CLIENTS = 12;

    private FactStorm() {}

    /** @param args folder of the drill; number of the first verdict */
    public static void main(String[] args) throws InterruptedException, IOException {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);
        Path folder = Path.of(args[0]);
        AtomicLong next = new AtomicLong(Long.parseLong(args[1]));
        ProjectFolder project = ManualEngine.value(ProjectFolder.openOrCreate(folder.resolve("film"),
                Clock.systemUTC()));
        project.news().forEach(news -> System.out.println("news " + news));
        FileChannel notes = FileChannel.open(folder.resolve("confirmed.txt"), StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        Runnable client = () -> {
            while (true) {
                int number = (int) next.getAndIncrement();
                project.verdicts().record(Samples.verdict(number, Ruling.APPROVED, Samples.NOON));
                note(notes, number);
                System.out.println(number);
            }
        };
        Thread[] clients = IntStream.range(0, CLIENTS)
                .mapToObj(_ -> Thread.ofPlatform().start(client))
                .toArray(Thread[]::new);
        for (Thread each : clients) {
            each.join();
        }
    }

    private static void note(FileChannel notes, int number) {
        try {
            notes.write(ByteBuffer.wrap((number + "\n").getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
