package org.filmwright.generate.cloud;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.TextAnswer;
import org.filmwright.generate.TextRequest;
import org.filmwright.net.Reply;

/**
 * Somebody who charges: what a request may cost, and what its failures mean for the money.
 *
 * @param keys page on which keys are made; @param bills page that shows what was charged
 */
record Shop(String id, String name, String keys, String bills) {
    private static final Duration BUSY = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    static final String FREE = " Nothing was charged.";

    RemoteGenerator.Terms terms(String model, Optional<Prices> prices, TextRequest request) {
        Prices.Tokens most = new Prices.Tokens(request.tokens(), 0, 0, request.style().maxTokens());
        return new RemoteGenerator.Terms(id, model, prices.map(each -> each.of(most)));
    }

    TextAnswer.Failed failed(Reply reply) {
        return new TextAnswer.Failed(unbought(reply, "Choose another model, or hand in less."));
    }

    /**
     * Of a request that was to be charged: only an answer that says it was refused was certainly not.
     *
     * @param remedy where it was refused for what it asks
     */
    Failure unbought(Reply reply, String remedy) {
        return switch (reply) {
            case Reply.Unreached(String why) -> new Failure.Transient(
                    name + " could not be reached (" + Wire.sentence(why) + ")." + FREE, Duration.ZERO);
            case Reply.Lost(String why, boolean _) -> doubtful("the answer did not come: " + Wire.sentence(why));
            case Reply.Answered answered -> refused(answered, remedy);
        };
    }

    /** Of a question that is never charged. */
    Failure unasked(Reply reply) {
        return switch (reply) {
            case Reply.Unreached(String why) -> unasked(why, Duration.ZERO);
            case Reply.Lost(String why, boolean _) -> unasked(why, Duration.ZERO);
            case Reply.Answered answered when answered.status() >= 500 || answered.status() == 408 -> unasked(
                    "it answered " + answered.status(), Retry.after(answered).orElse(Duration.ZERO));
            case Reply.Answered answered -> refused(answered, "Choose another model, or hand in less.");
        };
    }

    /** Of a question about what is paid already: whatever is wrong, it lies there for a while and is asked for again. */
    Failure.Transient unseen(Reply reply) {
        return switch (reply) {
            case Reply.Unreached(String why) -> unseen(why, Duration.ZERO);
            case Reply.Lost(String why, boolean _) -> unseen(why, Duration.ZERO);
            case Reply.Answered answered -> unseen("it answered " + answered.status() + ": "
                    + Wire.message(answered.body()),
                    Retry.after(answered)
                            .orElse(answered.status() >= 500
                                    ? Duration.ZERO
                                    : PAUSE));
        };
    }

    Failure.Transient unseen(String why, Duration wait) {
        return new Failure.Transient(name + " could not be asked for what was ordered (" + Wire.sentence(why)
                + "). It is asked again.", wait);
    }

    private Failure unasked(String why, Duration wait) {
        return new Failure.Transient(name + " could not be asked (" + Wire.sentence(why) + ").", wait);
    }

    Failure doubtful(String why) {
        return new Failure.Ambiguous(name + " may have charged for this, but " + why + ".", Optional.empty());
    }

    private Failure refused(Reply.Answered answered, String remedy) {
        String said = Wire.ended(name + " answered " + answered.status() + ": " + Wire.message(answered.body())
                + answered.header("request-id").map(id -> " (request " + Wire.sentence(id) + ")").orElse(""));
        return switch (answered.status()) {
            case 401, 403 -> new Failure.Misconfigured(said + FREE, "Set a key that is valid, from " + keys + ".");
            case 402 -> new Failure.Exhausted("credit", said + FREE + " Pay in at " + bills + ".");
            case 404 -> new Failure.Misconfigured(said + FREE,
                    "This model is not there, or no longer: choose another one.");
            case 429 -> new Failure.Transient(said + FREE, Retry.after(answered).orElse(BUSY));
            // whoever is broken and names no time is a failure that counts: its lane rests after some of them
            case 503, 529 -> new Failure.Transient(said + FREE, Retry.after(answered).orElse(Duration.ZERO));
            default -> answered.status() >= 500 || answered.status() == 408
                    ? doubtful("it answered " + answered.status())
                    : new Failure.Refused(said + FREE, remedy);
        };
    }

    /** Nobody here keeps a list in which a lost answer could be looked up. */
    RemoteGenerator.Trace unknown(Instant sentAbout) {
        return new RemoteGenerator.Trace.Unknown(
                "Sent about " + sentAbout + " to " + name + ". What was charged stands at " + bills + ".");
    }

    TextAnswer.Failed declined(Optional<Money> charged) {
        return Home.declined(name, charged);
    }
}
