package org.filmwright.generate.cloud;

import java.time.Duration;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.net.Reply;

/** What Anthropic's refusals mean: an empty purse can come as 403, and they say themselves what is worth another try. */
record AnthropicRefusal(Shop shop, Reply.Answered no) {
    private static final int CONFLICT = 409;

    Failure failure() {
        Failure usual = shop.unbought(no, "Choose another model, or hand in less.");
        if (Wire.read(no.body()).at("/error/type").asText().equals("billing_error")
                && !(usual instanceof Failure.Exhausted)) {
            return new Failure.Exhausted("credit", usual.what() + " Pay in at " + shop.bills() + ".");
        }
        Optional<String> again = no.header("x-should-retry");
        return switch (usual) {
            case Failure.Refused _ when again.map("true"::equals)
                    .orElse(no.status() == CONFLICT) -> new Failure.Transient(usual.what(),
                            Retry.after(no).orElse(Duration.ZERO));
            case Failure.Transient _ when again.filter("false"::equals).isPresent() -> new Failure.Refused(
                    usual.what(), "Try again later, or choose another model.");
            default -> usual;
        };
    }
}
