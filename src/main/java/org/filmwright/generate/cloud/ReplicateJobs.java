package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.filmwright.base.Progress;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.net.Door;
import org.filmwright.net.Reply;

/** The jobs that Replicate has for whoever asks. */
final class ReplicateJobs {
    private static final Pattern JOB = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Duration AROUND = Duration.ofMinutes(10);
    /** What nobody has finished by then, nobody will. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private ReplicateJobs() {}

    /** The id of a job in an answer; empty where it names none. */
    static Optional<String> id(JsonNode answer) {
        return Optional.of(answer.path("id").asText()).filter(ReplicateJobs::isId);
    }

    static boolean isId(String text) {
        return JOB.matcher(text).matches();
    }

    /** Whether a job has taken too long, whatever its state is called. */
    static boolean isLate(JsonNode job, Instant now) {
        return time(job, "created_at").filter(created -> Duration.between(created, now).compareTo(LONGEST) > 0)
                .isPresent();
    }

    /** Their list names no keys: a job of this model from about then is a hint for a person, and no more. */
    static RemoteGenerator.Trace find(Door door, Shop shop, String model, Instant sentAbout) {
        Reply reply = door.get("/predictions", Progress.NONE);
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return new RemoteGenerator.Trace.Unanswered(shop.unasked(reply));
        }
        List<String> jobs = new ArrayList<>();
        Wire.read(answered.body()).path("results").forEach(job -> {
            if (job.path("model").asText().equals(model)
                    && time(job, "created_at").filter(at -> near(at, sentAbout)).isPresent()) {
                jobs.add(job.path("id").asText());
            }
        });
        return new RemoteGenerator.Trace.Unknown("Sent about " + sentAbout + ". Jobs of " + model
                + " from about then: " + (jobs.isEmpty() ? "none" : String.join(", ", jobs)) + ".");
    }

    static Optional<Instant> time(JsonNode job, String field) {
        try {
            return Optional.of(Instant.parse(job.path(field).asText()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean near(Instant created, Instant sent) {
        return Duration.between(created, sent).abs().compareTo(AROUND) < 0;
    }
}
