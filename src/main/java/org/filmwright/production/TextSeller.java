package org.filmwright.production;

import java.util.List;
import org.filmwright.base.Failure;
import org.filmwright.base.Progress;
import org.filmwright.engine.PaidCall;
import org.filmwright.engine.Seller;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.RemoteText;
import org.filmwright.generate.TextAnswer;
import org.filmwright.generate.TextGenerator;
import org.filmwright.generate.TextRequest;

/** A writer who charges, as the spend ledger calls them: the text itself is part of the purchase that is recorded. */
record TextSeller(RemoteText remote, TextRequest request, TextGenerator.Reader reader) implements Seller {
    /** What was bought. */
    record Text(String text, TextAnswer.Ending ending) {}

    @Override
    public Sale start(PaidCall call, Progress progress) {
        return sale(remote.start(request, call.key(), reader, progress));
    }

    @Override
    public Sale resume(PaidCall call, String job, Progress progress) {
        return sale(remote.resume(job, progress));
    }

    private static Sale sale(TextAnswer answer) {
        return switch (answer) {
            case TextAnswer.Written(String text, TextAnswer.Ending ending, var usage) -> new Sale.Delivered(
                    Json.of(new Text(text, ending)), List.of(), usage.charged());
            case TextAnswer.Pending(String handle, var pollAfter) -> new Sale.Pending(handle, pollAfter);
            case TextAnswer.Failed(Failure failure, var charged) -> new Sale.Failed(failure, charged);
        };
    }

    @Override
    public Trace find(PaidCall call) {
        return PaidGenerator.trace(remote.find(call.key(), call.remote().sentAt().orElse(call.buyer().at())));
    }

    @Override
    public Stop cancel(PaidCall call, String job) {
        RemoteGenerator.Stop stop = remote.cancel(job);
        return new Stop(stop.stopped(), stop.charged(), stop.words());
    }
}
