package org.filmwright.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.engine.PaidCall;
import org.filmwright.engine.Seller;
import org.filmwright.store.MediaVault;

/** The other end of the {@link ScriptedProvider}: what a generator of a provider is to the engine. */
final class ScriptedClient implements Seller {
    static final Money PRICE = Money.of("0.04", "USD");
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration SOON = Duration.ofMillis(30);
    private final Path provider;
    private final MediaVault vault;
    private final Path staging;
    private final Consumer<String> words;

    /** @param words where every stage of a call is told, so that it can be killed there */
    ScriptedClient(Path provider, MediaVault vault, Path staging, Consumer<String> words) {
        this.provider = provider;
        this.vault = vault;
        this.staging = staging;
        this.words = words;
    }

    @Override
    public Sale start(PaidCall call, Progress progress) {
        words.accept("call start " + call.key());
        Optional<String> answer = ask("start", call);
        words.accept("call answered " + call.key());
        return answer.map(text -> sale(call, text))
                .orElseGet(() -> new Sale.Failed(new Failure.Ambiguous("No answer came in " + PATIENCE.toMillis()
                        + " ms.", Optional.empty()), Optional.empty()));
    }

    @Override
    public Sale resume(PaidCall call, String job, Progress progress) {
        words.accept("call resume " + call.key());
        return ask("poll", call, job).map(text -> sale(call, text))
                .orElseGet(() -> new Sale.Failed(new Failure.Transient("No answer.", SOON), Optional.empty()));
    }

    @Override
    public Trace find(PaidCall call) {
        words.accept("call find " + call.key());
        String[] answer = ask("find", call).orElse("silence").split(" ");
        return switch (answer[0]) {
            case "job" -> new Trace.Accepted(answer[1]);
            case "never" -> new Trace.Never();
            case "repeat" -> new Trace.Repeatable();
            case "unknown" -> new Trace.Unknown("It was sent at " + call.buyer().at() + " and cannot be looked up.");
            default -> new Trace.Unanswered(new Failure.Transient("The provider does not answer.", SOON));
        };
    }

    @Override
    public Stop cancel(PaidCall call, String job) {
        return new Stop(false, Optional.empty(), "This provider cannot stop a job; it is charged.");
    }

    private Sale sale(PaidCall call, String answer) {
        String[] parts = answer.split(" ");
        return switch (parts[0]) {
            case "done" -> delivered(call, parts[1]);
            case "job" -> new Sale.Pending(parts[1], SOON);
            default -> new Sale.Failed(new Failure.Transient("The provider is busy.", Duration.ZERO), Optional.empty());
        };
    }

    private Sale delivered(PaidCall call, String job) {
        Outcome<MediaRef> kept = published(job);
        return switch (kept) {
            case Outcome.Ok<MediaRef>(MediaRef media) -> new Sale.Delivered("\"" + call.key() + "\"", List.of(media),
                    Optional.of(PRICE));
            case Outcome.Failed<MediaRef>(Failure failure) -> new Sale.Failed(
                    new Failure.Ambiguous(failure.what(), Optional.of(job)), Optional.empty());
        };
    }

    private Outcome<MediaRef> published(String job) {
        try {
            return vault.publish(Files.writeString(staging.resolve("bought.png"), job.repeat(500)), "png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> ask(String verb, PaidCall call) {
        return ask(verb, call, call.key());
    }

    private Optional<String> ask(String verb, PaidCall call, String subject) {
        String name = "%020d-%s".formatted(System.nanoTime(), UUID.randomUUID());
        String what = call.buyer().step().value();
        try {
            Path part = Files.writeString(staging.resolve(name), String.join(" ", verb, subject,
                    call.purchase().model(), what));
            Files.move(part, provider.resolve("in").resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return answer(provider.resolve("out").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> answer(Path file) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.isRegularFile(file)) {
            if (System.nanoTime() > end) {
                return Optional.empty();
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        String text = Files.readString(file);
        Files.delete(file);
        return Optional.of(text);
    }
}
