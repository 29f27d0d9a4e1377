package org.filmwright.generate.cloud;

import java.time.Duration;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.generate.TextAnswer;
import org.filmwright.net.Reply;

/**
 * A server that charges nothing, as messages name it, and what its failures mean.
 *
 * @param start how it is started; @param fetch how a model that is missing gets there
 */
record Home(String name, String address, String model, String start, String fetch) {
    private static final Duration LOADING = Duration.ofSeconds(3);
    private static final String KEPT = " Nothing was changed.";

    /** What a reply means that is no good answer. */
    TextAnswer.Failed failed(Reply reply) {
        return new TextAnswer.Failed(switch (reply) {
            case Reply.Unreached(String why) -> new Failure.Misconfigured(
                    name + " does not answer at " + address + " (" + Wire.sentence(why) + ")." + KEPT, start);
            case Reply.Lost(String why, boolean late) -> new Failure.Transient(late
                    ? name + " took too long to answer." + KEPT
                    : name + " broke off (" + Wire.sentence(why) + ")." + KEPT, Duration.ZERO);
            case Reply.Answered answered -> refused(answered);
        });
    }

    private Failure refused(Reply.Answered answered) {
        String said = Wire.ended(name + " answered " + answered.status() + ": " + Wire.message(answered.body()));
        return switch (answered.status()) {
            case 401, 403 -> new Failure.Misconfigured(said + KEPT, "Set the key that this server was started with.");
            case 404 -> new Failure.Misconfigured(said + KEPT, "Choose a model that it has. " + fetch);
            case 429 -> new Failure.Transient(said + KEPT, Retry.after(answered).orElse(Duration.ZERO));
            case 503 -> new Failure.Transient(said + KEPT, Retry.after(answered).orElse(LOADING));
            case 408, 500, 502, 504, 520, 522, 524, 529 -> new Failure.Transient(said + KEPT,
                    Retry.after(answered).orElse(Duration.ZERO));
            default -> new Failure.Refused(said + KEPT, "Choose another model or server in the settings.");
        };
    }

    TextAnswer.Failed broken(String what) {
        return new TextAnswer.Failed(new Failure.Transient(name + " " + what + KEPT, Duration.ZERO));
    }

    TextAnswer.Failed declined() {
        return declined(name, Optional.empty());
    }

    static TextAnswer.Failed declined(String who, Optional<org.filmwright.base.Money> charged) {
        return new TextAnswer.Failed(new Failure.Refused(who + " declined to write this. Nothing was changed.",
                "Change the scene, or choose another model."), charged);
    }
}
