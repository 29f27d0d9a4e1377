package org.filmwright.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/**
 * Brings files of known size and SHA-256 onto the disk: several ranges at once, going on after a cut or a kill, from the next
 * mirror where one fails or lies. A file has its name only when it is whole and what was promised.
 */
public final class Download {
    private final Courier courier;
    private final Manner manner;
    private final InstantSource clock;

    Download(Courier courier, Manner manner, InstantSource clock) {
        this.courier = courier;
        this.manner = manner;
        this.clock = clock;
    }

    /** Whether a redirect may be followed; asked before every one that leads to another address. */
    @FunctionalInterface
    public interface Onward {
        boolean may(URI from, URI to);
    }

    /** Waits between tries. */
    @FunctionalInterface
    public interface Pause {
        void rest(Duration time);
    }

    /** Proves to one host who asks. It is sent to no other, not even after a redirect. */
    public record Token(URI host, String value) {
        @Override
        public String toString() {
            return "Token[" + host.getHost() + "]";
        }
    }

    /**
     * @param lanes ranges at once; @param piece bytes of a range; @param mark bytes after which progress is safe from a kill
     * @param tries that bring nothing, one after the other, before a mirror is given up
     */
    public record Pace(int lanes, long piece, long mark, int tries) {
        public static final Pace USUAL = new Pace(4, 64L << 20, 8L << 20, 4);
    }

    /** @param why as the log of what leaves this machine says it */
    public record Manner(Onward onward, Optional<Token> token, Pace pace, Pause pause, String why) {}

    /** @param addresses of the same file, best first; @param file where it will be */
    public record Order(List<URI> addresses, Path file, long bytes, Digest sha256) {
        public Order {
            addresses = List.copyOf(addresses);
        }

        /** Bytes of it that are here already; what they are is looked at when it is whole. */
        public long have() throws IOException {
            return PartFile.have(this);
        }
    }

    /** @throws org.filmwright.base.Cancelled when asked to stop; what has come is kept */
    public Outcome<Path> fetch(Order order, Progress progress) {
        progress.onCancel(courier::cancel);
        try {
            if (isThere(order)) {
                return Outcome.ok(order.file());
            }
            Failure worst = new Failure.Refused("There is no address for " + order.file().getFileName() + ".",
                    "Name one.");
            for (URI address : order.addresses()) {
                switch (from(address, order, progress)) {
                    case Outcome.Ok<Path> whole -> {
                        return whole;
                    }
                    case Outcome.Failed<Path>(Failure failure) -> worst = worst instanceof Failure.Misconfigured
                            ? worst
                            : failure;
                }
            }
            return Outcome.failed(worst);
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", order.file().getFileName()
                    + " could not be written: " + e.getMessage() + ". What has come is kept."));
        }
    }

    private static boolean isThere(Order order) throws IOException {
        return Files.isRegularFile(order.file()) && Files.size(order.file()) == order.bytes()
                && Digest.ofFile(order.file()).equals(order.sha256());
    }

    /** Bytes of an earlier run may be another mirror's lies: then it is tried once more from the start. */
    private Outcome<Path> from(URI address, Order order, Progress progress) throws IOException {
        boolean resumed = true;
        while (resumed) {
            try (PartFile part = new PartFile(order)) {
                resumed = part.resumed();
                Optional<Failure> failure = new Fetching(courier, manner, clock, address, order, part, progress).run();
                if (failure.isPresent()) {
                    return Outcome.failed(failure.get());
                }
                if (part.publish()) {
                    return Outcome.ok(order.file());
                }
            }
        }
        return Outcome.failed(new Failure.Refused(order.file().getFileName() + " from " + Courier.host(address)
                + " is not what was promised (SHA-256). It was thrown away.", "Try later, or another source."));
    }

    /** A short text, such as a list of files. @param most bytes */
    public Outcome<String> text(URI address, int most, Progress progress) {
        progress.onCancel(courier::cancel);
        Answers answers = new Answers(address, clock);
        for (int tries = 1;; tries++) {
            progress.checkCancelled();
            Step step = text(address, most, answers, tries);
            switch (step) {
                case Step.Text(String text) -> {
                    return Outcome.ok(text);
                }
                case Step.Stop(Failure failure) -> {
                    return Outcome.failed(failure);
                }
                case Step.Wait(Duration time, Failure failure) -> {
                    progress.checkCancelled();
                    if (tries >= manner.pace().tries()) {
                        return Outcome.failed(failure);
                    }
                    manner.pause().rest(time);
                }
            }
        }
    }

    private sealed interface Step {
        record Text(String text) implements Step {}

        record Stop(Failure failure) implements Step {}

        record Wait(Duration time, Failure failure) implements Step {}
    }

    private Step text(URI address, int most, Answers answers, int tries) {
        return switch (courier.get(address, Optional.empty())) {
            case Courier.Arrival.Barred(String why) -> new Step.Stop(Answers.barred(why));
            case Courier.Arrival.Cut(String why) -> new Step.Wait(Answers.backoff(tries), Answers.lost(why));
            case Courier.Arrival.Here(Visit arrived) -> {
                try (Visit visit = arrived) {
                    if (visit.status() != 200) {
                        Optional<Duration> wait = answers.wait(visit, tries);
                        Failure failure = answers.failure(visit);
                        yield wait.isPresent() ? new Step.Wait(wait.get(), failure) : new Step.Stop(failure);
                    }
                    if (visit.isPage()) {
                        yield new Step.Stop(answers.page());
                    }
                    yield body(visit, most);
                } catch (IOException e) {
                    yield new Step.Wait(Answers.backoff(tries), Answers.lost(Courier.host(address)
                            + " broke off in the middle of its answer."));
                }
            }
        };
    }

    private static Step body(Visit visit, int most) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        for (int n = visit.read(piece, piece.length); n >= 0; n = visit.read(piece, piece.length)) {
            text.write(piece, 0, n);
            if (text.size() > most) {
                return new Step.Stop(new Failure.Refused("The answer has more than " + most + " bytes.",
                        "Give the address of a manifest.json."));
            }
        }
        return new Step.Text(text.toString(StandardCharsets.UTF_8));
    }
}
