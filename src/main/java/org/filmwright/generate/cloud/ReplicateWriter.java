package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.RemoteText;
import org.filmwright.generate.TextAnswer;
import org.filmwright.generate.TextRequest;
import org.filmwright.net.Door;
import org.filmwright.net.Reply;

/** Llama on Replicate: a job with a number, which is asked for until it is done. */
public final class ReplicateWriter implements RemoteText {
    public static final String ID = "replicate";
    public static final String ADDRESS = "https://api.replicate.com/v1";
    static final Shop SHOP = new Shop(ID, "Replicate", "replicate.com/account/api-tokens",
            "replicate.com/account/billing");
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Door door;
    private final RemoteModel model;
    private final InstantSource clock;

    public ReplicateWriter(Door door, RemoteModel model, InstantSource clock) {
        this.door = door;
        this.model = model;
        this.clock = clock;
    }

    public static Map<String, String> headers(String key) {
        return Map.of("Authorization", "Bearer " + key);
    }

    @Override
    public Generator.Descriptor describe() {
        return new Generator.Descriptor(ID, "Replicate · " + model.name(), model.name(), ID);
    }

    @Override
    public int contextTokens() {
        return model.contextTokens();
    }

    @Override
    public RemoteGenerator.Terms terms(TextRequest request) {
        return SHOP.terms(model.name(), model.prices(), request);
    }

    @Override
    public TextAnswer start(TextRequest request, String key, Reader reader, Progress progress) {
        Reply reply = door.post("/models/" + model.name() + "/predictions", body(request), progress);
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return SHOP.failed(reply);
        }
        JsonNode job = Wire.read(answered.body());
        String id = job.path("id").asText();
        return ReplicateJobs.isId(id)
                ? new TextAnswer.Pending(id, POLL)
                : new TextAnswer.Failed(SHOP.doubtful("its answer names no job"));
    }

    private String body(TextRequest request) {
        ObjectNode input = Wire.object();
        input.put("prompt", prompt(request))
                .put("system_prompt", request.instructions())
                .put("max_tokens", request.style().maxTokens());
        request.style().temperature().ifPresent(warmth -> input.put("temperature", Math.max(0.01, warmth)));
        ObjectNode body = Wire.object();
        body.set("input", input);
        return body.toString();
    }

    /** One text: earlier turns are told. */
    private static String prompt(TextRequest request) {
        return request.turns().size() == 1
                ? request.turns().getFirst().text()
                : request.turns()
                        .stream()
                        .map(turn -> switch (turn.voice()) {
                            case ASKED -> turn.text();
                            case ANSWERED -> "You answered:\n" + turn.text();
                        })
                        .collect(Collectors.joining("\n\n"));
    }

    @Override
    public TextAnswer resume(String handle, Progress progress) {
        if (!ReplicateJobs.isId(handle)) {
            return new TextAnswer.Failed(new Failure.Refused("'" + Wire.sentence(handle) + "' is no job of Replicate.",
                    "Copy its id from your list there."));
        }
        Reply reply = door.get("/predictions/" + handle, progress);
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            boolean gone = reply instanceof Reply.Answered no && no.status() == 404;
            return new TextAnswer.Failed(gone
                    ? new Failure.Refused("Replicate no longer knows the job " + handle + ". It may have been charged.",
                            "Have it written again; what was charged stands at " + SHOP.bills() + ".")
                    : SHOP.unseen(reply));
        }
        return read(handle, Wire.read(answered.body()), progress);
    }

    private TextAnswer read(String handle, JsonNode job, Progress progress) {
        return switch (job.path("status").asText()) {
            case "succeeded" -> written(job);
            case "failed" -> failed(job, job.path("error").asText("no reason"));
            case "canceled" -> failed(job, "it was stopped");
            // the deadline passed before it began: the job is over, and to ask for it again is of no use
            case "aborted" -> new TextAnswer.Failed(new Failure.Refused("Replicate did not begin in time." + Shop.FREE,
                    "Have it written again, or choose another model."));
            // what is not known yet is still running
            default -> running(handle, job, progress);
        };
    }

    private TextAnswer running(String handle, JsonNode job, Progress progress) {
        if (ReplicateJobs.isLate(job, clock.instant())) {
            door.post("/predictions/" + handle + "/cancel", "{}", progress);
            return failed(job, "it was not done in an hour, and was asked to stop");
        }
        return new TextAnswer.Pending(handle, POLL);
    }

    private TextAnswer written(JsonNode job) {
        JsonNode output = job.path("output");
        List<String> pieces = new ArrayList<>();
        output.forEach(piece -> pieces.add(piece.asText()));
        String text = output.isTextual() ? output.asText() : String.join("", pieces);
        long written = job.at("/metrics/output_token_count").asLong(0);
        boolean full = written > 0 && written >= job.at("/input/max_tokens").asLong(Long.MAX_VALUE);
        return new TextAnswer.Written(text, full ? TextAnswer.Ending.CUT_OFF : TextAnswer.Ending.FINISHED,
                new Answer.Usage(job.at("/metrics/predict_time").asDouble(0), charged(job)));
    }

    private TextAnswer failed(JsonNode job, String why) {
        return new TextAnswer.Failed(new Failure.Refused("Replicate failed: " + Wire.sentence(why) + ".",
                "Change the scene, or choose another model."), charged(job));
    }

    /** Where it says how much it read and wrote. */
    private Optional<Money> charged(JsonNode job) {
        JsonNode metrics = job.path("metrics");
        return metrics.has("input_token_count") && metrics.has("output_token_count")
                ? model.prices()
                        .map(prices -> prices.of(new Prices.Tokens(metrics.get("input_token_count").asLong(), 0, 0,
                                metrics.get("output_token_count").asLong())))
                : Optional.empty();
    }

    @Override
    public RemoteGenerator.Trace find(String key, Instant sentAbout) {
        return ReplicateJobs.find(door, SHOP, model.name(), sentAbout);
    }

    @Override
    public RemoteGenerator.Stop cancel(String handle) {
        Reply reply = door.post("/predictions/" + handle + "/cancel", "{}", Progress.NONE);
        boolean stopped = reply instanceof Reply.Answered answered && answered.ok();
        return new RemoteGenerator.Stop(stopped, Optional.empty(),
                stopped ? "Replicate stopped it." : "Replicate could not be asked to stop it.");
    }

    @Override
    public void close() {}
}
