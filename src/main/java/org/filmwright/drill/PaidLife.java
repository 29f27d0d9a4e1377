package org.filmwright.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.filmwright.store.CrashChild;

/** One life of a worker, from its start to its kill, and what it and the shop passed in it. */
final class PaidLife implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String END = "ended";
    private final CrashChild worker;
    private final CrashChild shop;
    private final BlockingQueue<String> heard;
    private PaidPoint at = PaidPoint.OPENING;
    /** The newest that it said of itself at rest. */
    private Optional<PaidStanding> standing = Optional.empty();

    /**
     * @param heard what worker and shop say, line by line: {@code worker pass intent_forced}; what the shop said before is
     *        thrown away
     */
    PaidLife(CrashChild worker, CrashChild shop, BlockingQueue<String> heard) {
        this.worker = worker;
        this.shop = shop;
        this.heard = heard;
        heard.clear();
        listen(worker, "worker ", heard);
    }

    /** Puts every line that a process says into a queue, from a thread of its own. */
    static void listen(CrashChild child, String who, BlockingQueue<String> heard) {
        Thread.ofPlatform().daemon().name("drill-ear").start(() -> {
            try {
                for (Optional<String> line = child.line(); line.isPresent(); line = child.line()) {
                    heard.add(who + line.get());
                }
                heard.add(who + END);
            } catch (IOException gone) {
                heard.add(who + END);
            }
        });
    }

    /** What somebody waits for. */
    enum Heard {
        HERE, REST, ENDED, NOTHING
    }

    /** Where the worker stands, as far as is known. */
    PaidPoint at() {
        return at;
    }

    /** As it was at the last rest. */
    PaidStanding standing() {
        return standing.orElseThrow();
    }

    void tell(String line) {
        if (line.startsWith("order ")) {
            at = PaidPoint.ORDERED;
        }
        worker.tell(line);
    }

    /** Waits until somebody holds still, the worker rests or has ended, or the time is over. */
    Heard await(long millis) throws InterruptedException, IOException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (true) {
            String line = heard.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (line == null) {
                return Heard.NOTHING;
            }
            if (line.equals("worker " + END)) {
                return Heard.ENDED;
            }
            if (hear(line)) {
                return Heard.HERE;
            }
            if (line.startsWith("worker rest ")) {
                return Heard.REST;
            }
        }
    }

    /** Takes in a line. @return whether somebody holds still */
    private boolean hear(String line) throws IOException {
        List<String> words = List.of(line.split(" ", 3));
        switch (words.get(1)) {
            case "pass", "here" -> passed(PaidPoint.of(words.get(2)));
            case "rest" -> {
                standing = Optional.of(read(words.get(2)));
                at = PaidPoint.RESTING;
            }
            default -> {
            }
        }
        return words.get(1).equals("here");
    }

    /** The lines of two processes do not come in order: within one purchase the furthest point counts. */
    private void passed(PaidPoint point) {
        boolean anew = point == PaidPoint.INTENT_WRITTEN || at == PaidPoint.RESTING;
        if (anew || point.compareTo(at) > 0) {
            at = point;
        }
    }

    private static PaidStanding read(String json) throws JsonProcessingException {
        return JSON.readValue(json, PaidStanding.class);
    }

    /** Ends it where it stands; what both said before is still taken in. @param mark a word that was not used before */
    void kill(String mark) throws InterruptedException, IOException {
        worker.kill();
        boolean ended = false;
        boolean synced = false;
        shop.tell("sync " + mark);
        while (!ended || !synced) {
            String line = heard.poll(20, TimeUnit.SECONDS);
            if (line == null) {
                throw new IOException("The shop of the drill does not answer");
            }
            ended |= line.equals("worker " + END);
            synced |= line.equals("shop sync " + mark);
            hear(line);
        }
    }

    int exitCode() throws IOException, InterruptedException {
        return worker.exitCode(60);
    }

    @Override
    public void close() {
        worker.close();
    }
}
