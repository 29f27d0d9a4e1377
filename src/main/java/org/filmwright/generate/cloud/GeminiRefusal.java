package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.filmwright.base.Failure;
import org.filmwright.generate.Answer;
import org.filmwright.net.Reply;

/** What Gemini's refusals mean: a bad key comes as 400, and quotas have several lengths. */
record GeminiRefusal(Shop shop, Reply.Answered no) {
    Answer.Failed failed() {
        return new Answer.Failed(failure());
    }

    private Failure failure() {
        JsonNode top = Wire.read(no.body());
        JsonNode error = (top.isArray() ? top.path(0) : top).path("error");
        String said = Wire.ended(shop.name() + " answered " + no.status() + ": " + Wire.message(no.body()))
                + Shop.FREE;
        if (error.path("details").findValuesAsText("reason").contains("API_KEY_INVALID")) {
            return new Failure.Misconfigured(said, "Set a key that is valid, from " + shop.keys() + ".");
        }
        if (error.path("status").asText().equals("FAILED_PRECONDITION")) {
            return new Failure.Exhausted("credit", said + " Set up billing at " + shop.bills() + ".");
        }
        String quota = String.join(" ", error.path("details").findValuesAsText("quotaId"));
        if (no.status() == 429 && error.path("message").asText().contains("limit: 0")) {
            return new Failure.Exhausted("credit",
                    said + " This model has no free tier: set up billing at " + shop.bills() + ".");
        }
        if (no.status() == 429 && quota.contains("PerDay")) {
            return new Failure.Exhausted("quota", said + " The quota of today is used up: go on tomorrow.");
        }
        return shop.unbought(delayed(error), "Change the prompt of the shot, or choose another model.");
    }

    /** The time to wait stands in the body, as a text such as {@code 34.4s}. */
    private Reply.Answered delayed(JsonNode error) {
        String delay = error.path("details").findPath("retryDelay").asText();
        if (no.header("retry-after").isPresent() || !delay.matches("\\d{1,6}(\\.\\d{1,9})?s")) {
            return no;
        }
        Map<String, String> headers = new HashMap<>(no.headers());
        headers.put("retry-after-ms", Long.toString(
                (long) Math.ceil(1000 * Double.parseDouble(delay.substring(0, delay.length() - 1)))));
        return new Reply.Answered(no.status(), headers, no.body());
    }
}
