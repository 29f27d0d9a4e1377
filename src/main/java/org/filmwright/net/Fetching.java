package org.filmwright.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Progress;

/**
 * What is missing of one file, fetched from one address. The first range goes alone: only where it comes as a range (206)
 * the others follow side by side; where the whole file comes instead (200), that is taken.
 */
final class Fetching {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
    private static final long TOLD = 1 << 20;

    private final Courier courier;
    private final Download.Manner manner;
    private final Answers answers;
    private final Download.Order order;
    private final PartFile part;
    private final Progress progress;
    private final AtomicReference<Failure> failed = new AtomicReference<>();
    /** The server knows no ranges; only the first, alone, finds out. */
    private boolean whole;

    Fetching(Courier courier, Download.Manner manner, InstantSource clock, URI address, Download.Order order,
            PartFile part, Progress progress) {
        this.courier = courier;
        this.manner = manner;
        this.answers = new Answers(address, clock);
        this.order = order;
        this.part = part;
        this.progress = progress;
    }

    /** Empty when nothing is missing any more. */
    Optional<Failure> run() throws IOException {
        List<Range> missing = part.missing(manner.pace().piece());
        boolean alone = true;
        while (alone && !missing.isEmpty() && failed.get() == null) {
            fill(missing.getFirst(), true);
            missing = part.missing(manner.pace().piece());
            alone = whole;
        }
        if (failed.get() == null && !missing.isEmpty()) {
            sideBySide(new ConcurrentLinkedQueue<>(missing));
        }
        return Optional.ofNullable(failed.get());
    }

    private void sideBySide(Queue<Range> rest) throws IOException {
        List<Future<?>> lanes = new ArrayList<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("download-", 0).factory())) {
            for (int i = 0; i < Math.min(manner.pace().lanes(), rest.size()); i++) {
                lanes.add(threads.submit(() -> lane(rest)));
            }
        }
        for (Future<?> lane : lanes) {
            ended(lane);
        }
    }

    private static void ended(Future<?> lane) throws IOException {
        try {
            lane.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Cancelled stopped -> throw stopped;
                case UncheckedIOException disk -> throw disk.getCause();
                default -> throw new IllegalStateException("A lane of a download broke", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    private void lane(Queue<Range> rest) {
        try {
            for (Range range = rest.poll(); range != null && failed.get() == null; range = rest.poll()) {
                fill(range, false);
            }
        } catch (IOException e) {
            failed.compareAndSet(null, Answers.lost("The disk failed."));
            throw new UncheckedIOException(e);
        }
    }

    /** How far one request brought it. @param pause before the next; @param why where it ended too early */
    private record Step(long at, Optional<Duration> pause, Optional<Failure> why) {
        static Step on(long at) {
            return new Step(at, Optional.empty(), Optional.empty());
        }

        static Step cut(long at, Duration wait, Failure why) {
            return new Step(at, Optional.of(wait), Optional.of(why));
        }

        static Step stop(long at, Failure why) {
            return new Step(at, Optional.empty(), Optional.of(why));
        }
    }

    private void fill(Range range, boolean alone) throws IOException {
        long at = range.from();
        int tries = 0;
        while (at < range.to() && failed.get() == null) {
            progress.checkCancelled();
            Step step = once(new Range(at, range.to()), alone, tries + 1);
            tries = step.at() > at ? 0 : tries + 1;
            at = step.at();
            if (step.why().isPresent()) {
                progress.checkCancelled();
                if (step.pause().isEmpty() || tries >= manner.pace().tries()) {
                    failed.compareAndSet(null, step.why().get());
                } else if (at < range.to() && failed.get() == null) {
                    manner.pause().rest(step.pause().get());
                }
            }
        }
    }

    private Step once(Range range, boolean alone, int tries) throws IOException {
        return switch (courier.get(answers.address(), Optional.of(range))) {
            case Courier.Arrival.Barred(String why) -> Step.stop(range.from(), Answers.barred(why));
            case Courier.Arrival.Cut(String why) -> Step.cut(range.from(), Answers.backoff(tries), Answers.lost(why));
            case Courier.Arrival.Here(Visit arrived) -> {
                try (Visit visit = arrived) {
                    yield read(visit, range, alone, tries);
                }
            }
        };
    }

    private Step read(Visit visit, Range range, boolean alone, int tries) throws IOException {
        int status = visit.status();
        if (status != 200 && status != 206) {
            Failure failure = answers.failure(visit);
            return answers.wait(visit, tries)
                    .map(wait -> Step.cut(range.from(), wait, failure))
                    .orElseGet(() -> Step.stop(range.from(), failure));
        }
        Optional<Failure> wrong = status == 206 ? wrongRange(visit, range) : wrongWhole(visit, alone);
        if (wrong.isPresent()) {
            return Step.stop(range.from(), wrong.get());
        }
        whole = whole || status == 200;
        Range coming = status == 206 ? range : new Range(0, order.bytes());
        long at = stream(visit, coming);
        long reached = Math.max(at, range.from());
        return at == coming.to()
                ? Step.on(reached)
                : Step.cut(reached, Answers.backoff(tries), Answers.lost(answers.host() + " broke off."));
    }

    private Optional<Failure> wrongRange(Visit visit, Range range) throws IOException {
        Matcher said = CONTENT_RANGE.matcher(visit.header("Content-Range").orElse(""));
        if (!said.matches()) {
            return Optional.of(answers.lie("sent a part of a file and did not say which"));
        }
        if (!said.group(3).equals("*") && Long.parseLong(said.group(3)) != order.bytes()) {
            return Optional.of(impostor(visit));
        }
        boolean asked = Long.parseLong(said.group(1)) == range.from()
                && Long.parseLong(said.group(2)) == range.to() - 1
                && (visit.length().isEmpty() || visit.length().getAsLong() == range.to() - range.from());
        return asked ? decoded(visit) : Optional.of(answers.lie("sent other bytes than it was asked for"));
    }

    private Optional<Failure> wrongWhole(Visit visit, boolean alone) throws IOException {
        if (visit.length().isPresent() && visit.length().getAsLong() != order.bytes()) {
            return Optional.of(impostor(visit));
        }
        return alone ? decoded(visit) : Optional.of(answers.lie("stopped sending parts of the file"));
    }

    private Failure impostor(Visit visit) {
        try {
            return visit.isPage() ? answers.page() : answers.impostor(visit);
        } catch (IOException gone) {
            return answers.wrongLength();
        }
    }

    private Optional<Failure> decoded(Visit visit) {
        if (visit.isPage() && !order.file().getFileName().toString().endsWith(".html")) {
            return Optional.of(answers.page());
        }
        return visit.header("Content-Encoding")
                .filter(coding -> !coding.equalsIgnoreCase("identity"))
                .map(
                        _ -> answers.lie("sent the file in an encoding nobody asked for"));
    }

    /** Writes what comes; answers where it ended, which is before the end where the connection broke. */
    private long stream(Visit visit, Range coming) throws IOException {
        byte[] piece = new byte[1 << 16];
        long at = coming.from();
        long marked = at;
        long told = at;
        try {
            while (at < coming.to() && failed.get() == null) {
                progress.checkCancelled();
                int some = next(visit, piece, coming.to() - at);
                if (some < 0) {
                    break;
                }
                part.write(at, piece, some);
                at += some;
                if (at - marked >= manner.pace().mark()) {
                    part.done(marked, at);
                    marked = at;
                }
                if (at - told >= TOLD) {
                    told = at;
                    tell();
                }
            }
        } finally {
            part.done(marked, at);
        }
        tell();
        return at;
    }

    /** Negative where it ended or the connection broke; a disk that fails is something else. */
    private static int next(Visit visit, byte[] piece, long most) {
        try {
            return visit.read(piece, (int) Math.min(piece.length, most));
        } catch (IOException broken) {
            return -1;
        }
    }

    private void tell() {
        progress.report((double) part.have() / order.bytes(), order.file().getFileName().toString());
    }
}
