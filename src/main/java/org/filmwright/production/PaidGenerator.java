package org.filmwright.production;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.engine.PaidCall;
import org.filmwright.engine.Seller;
import org.filmwright.generate.Answer;
import org.filmwright.generate.RemoteGenerator;

/** A remote generator as the spend ledger calls it: what it makes is published before the purchase is closed. */
record PaidGenerator(RemoteGenerator remote, Commission.Order order, Vault vault) implements Seller {
    private static final Duration DISK_PAUSE = Duration.ofMinutes(1);

    @Override
    public Sale start(PaidCall call, Progress progress) {
        return sale(call, remote.start(order.request(), call.key(), progress),
                failure -> new Failure.Ambiguous("It was made, and could not be kept: " + failure.what(),
                        Optional.empty()));
    }

    /** What is ready and cannot be kept stays with the provider, and is taken later. */
    @Override
    public Sale resume(PaidCall call, String job, Progress progress) {
        return sale(call, remote.resume(order.request(), job, progress),
                failure -> new Failure.Transient(failure.what(), DISK_PAUSE));
    }

    @Override
    public Trace find(PaidCall call) {
        return trace(remote.find(call.key(), call.remote().sentAt().orElse(call.buyer().at())));
    }

    static Trace trace(RemoteGenerator.Trace found) {
        return switch (found) {
            case RemoteGenerator.Trace.Accepted(String handle) -> new Trace.Accepted(handle);
            case RemoteGenerator.Trace.Never() -> new Trace.Never();
            case RemoteGenerator.Trace.Repeatable() -> new Trace.Repeatable();
            case RemoteGenerator.Trace.Unknown(String evidence) -> new Trace.Unknown(evidence);
            case RemoteGenerator.Trace.Unanswered(Failure failure) -> new Trace.Unanswered(failure);
        };
    }

    @Override
    public Stop cancel(PaidCall call, String job) {
        RemoteGenerator.Stop stop = remote.cancel(job);
        return new Stop(stop.stopped(), stop.charged(), stop.words());
    }

    /** How a failure to keep what was made is told. */
    private interface Unkept {
        Failure of(Failure failure);
    }

    private Sale sale(PaidCall call, Answer answer, Unkept unkept) {
        return switch (answer) {
            case Answer.Done(var outputs, var usage) when outputs.size() == 1 -> delivered(call, outputs.getFirst(),
                    usage, unkept);
            case Answer.Done(var outputs, var usage) -> new Sale.Failed(new Failure.Bug("generator.outputs",
                    "A generator was asked for one file and gave " + outputs.size() + "."), usage.charged());
            case Answer.Pending(String handle, Duration pollAfter) -> new Sale.Pending(handle, pollAfter);
            case Answer.Failed(Failure failure, var charged) -> new Sale.Failed(failure, charged);
        };
    }

    private Sale delivered(PaidCall call, Answer.Output output, Answer.Usage usage, Unkept unkept) {
        Outcome<Commission.Delivery> kept = Commission.published(vault, output.file(), order.extension(),
                output.subject());
        Digest ordered = call.purchase().request();
        boolean asNow = ordered.equals(Commission.purchase(order, remote).request());
        return switch (kept) {
            case Outcome.Ok<Commission.Delivery>(var delivery) -> new Sale.Delivered(
                    Json.of(asNow ? delivery : delivery.orderedAs(ordered)),
                    List.of(delivery.media()), usage.charged());
            case Outcome.Failed<Commission.Delivery>(Failure failure) -> new Sale.Failed(unkept.of(failure),
                    Optional.empty());
        };
    }
}
