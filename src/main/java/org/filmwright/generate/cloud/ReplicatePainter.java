package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Request;
import org.filmwright.net.Door;
import org.filmwright.net.Reply;

/** Pictures of models on Replicate: a job with a number, asked for until it is done, and fetched at once. */
public final class ReplicatePainter implements Elsewhere {
    static final Shop SHOP = ReplicateWriter.SHOP;
    private static final Duration POLL = Duration.ofSeconds(1);
    /** Their models take seeds as signed 32-bit numbers. */
    private static final long SEEDS = 0x7fff_ffffL;

    private final CloudArtist artist;
    private final InstantSource clock;
    /** Id of the newest version, where the model is asked for by it. */
    private final AtomicReference<String> version = new AtomicReference<>("");

    public ReplicatePainter(Provider provider, Offering offering, Access access, InstantSource clock) {
        this.artist = new CloudArtist(provider, offering, access, SHOP);
        this.clock = clock;
    }

    @Override
    public CloudArtist artist() {
        return artist;
    }

    @Override
    public Answer start(Request request, String key, Progress progress) {
        return switch (request) {
            case Request.Image image -> artist.access()
                    .door()
                    .then(door -> address(door, progress)
                            .then(to -> Outcome.ok(order(door, to, artist.seeded(image, SEEDS),
                                    progress))))
                    .orElse(Answer.Failed::new);
            case Request.Clip _ -> artist.onlyPictures();
        };
    }

    /** Where a job is ordered, and by which version of the model, if by any. */
    private record Address(String path, Optional<String> version) {}

    private Outcome<Address> address(Door door, Progress progress) {
        String model = artist.offering().model();
        if (!artist.offering().byVersion()) {
            return Outcome.ok(new Address("/models/" + model + "/predictions", Optional.empty()));
        }
        if (version.get().isEmpty()) {
            Reply reply = door.get("/models/" + model, progress);
            if (!(reply instanceof Reply.Answered answered && answered.ok())) {
                return Outcome.failed(SHOP.unasked(reply));
            }
            version.set(Wire.read(answered.body()).at("/latest_version/id").asText());
        }
        return version.get().isEmpty()
                ? Outcome.failed(new Failure.Misconfigured("Replicate names no version of " + model + "." + Shop.FREE,
                        "Choose another model."))
                : Outcome.ok(new Address("/predictions", Optional.of(version.get())));
    }

    private Answer order(Door door, Address to, Request.Image image, Progress progress) {
        ObjectNode body = Wire.object();
        to.version.ifPresent(id -> body.put("version", id));
        body.set("input", input(image));
        Reply reply = door.post(to.path, body.toString(), progress);
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return artist.unbought(reply);
        }
        return ReplicateJobs.id(Wire.read(answered.body()))
                .<Answer>map(job -> new Answer.Pending(job, POLL))
                .orElseGet(() -> new Answer.Failed(SHOP.doubtful("its answer names no job")));
    }

    private ObjectNode input(Request.Image image) {
        JsonNode form = artist.offering().form();
        ObjectNode input = Wire.object().put("prompt", image.prompt()).put("seed", image.seed());
        if (form.has("aspect")) {
            input.put(form.get("aspect").asText(), Aspect.nearest(image.size(),
                    form.path("aspects").valueStream().map(JsonNode::asText).toList()));
        }
        if (form.has("pixels")) {
            FrameSize size = Aspect.near(image.size(), form.get("pixels").asLong(), form.path("step").asInt(64));
            input.put("width", size.width()).put("height", size.height());
        }
        if (form.has("negative") && !image.words().negative().isEmpty()) {
            input.put(form.get("negative").asText(), image.words().negative());
        }
        form.path("fixed").properties().forEach(each -> input.set(each.getKey(), each.getValue()));
        return input;
    }

    @Override
    public Answer resume(Request request, String handle, Progress progress) {
        if (!ReplicateJobs.isId(handle) || !(request instanceof Request.Image image)) {
            return new Answer.Failed(new Failure.Refused("'" + handle + "' is no job of a picture at Replicate.",
                    "Take its id from replicate.com/predictions."));
        }
        return switch (artist.access().door()) {
            case Outcome.Failed<Door>(Failure failure) -> new Answer.Failed(SHOP.unseen(failure.what(),
                    Duration.ofMinutes(1)));
            case Outcome.Ok<Door>(Door door) -> asked(door, handle, artist.seeded(image, SEEDS), progress);
        };
    }

    private Answer asked(Door door, String handle, Request.Image image, Progress progress) {
        Reply reply = door.get("/predictions/" + handle, progress);
        if (reply instanceof Reply.Answered no && no.status() == 404) {
            return artist.delivery().lost("it no longer knows the job " + handle);
        }
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return new Answer.Failed(SHOP.unseen(reply));
        }
        JsonNode job = Wire.read(answered.body());
        return switch (job.path("status").asText()) {
            case "succeeded" -> made(job, handle, image, progress);
            case "failed" -> artist.spoiled(job.path("error").asText("no reason"), ran(job));
            case "canceled" -> artist.spoiled("it was stopped", ran(job));
            case "aborted" -> artist.spoiled("it did not begin in time", Optional.empty());
            // what is not known yet is still running
            default -> running(door, job, handle, progress);
        };
    }

    private Answer made(JsonNode job, String handle, Request.Image image, Progress progress) {
        JsonNode output = job.path("output");
        String from = output.isArray() ? output.path(0).asText() : output.asText();
        double seconds = job.at("/metrics/predict_time").asDouble(0);
        return from.isEmpty()
                ? artist.spoiled("there is no picture in its answer; perhaps it was filtered", artist.price())
                : artist.delivery().picture(from, artist.parcel(image, handle, seconds), progress);
    }

    private Answer running(Door door, JsonNode job, String handle, Progress progress) {
        if (ReplicateJobs.isLate(job, clock.instant())) {
            door.post("/predictions/" + handle + "/cancel", "{}", Progress.NONE);
            return artist.spoiled("it was not done in an hour, and was asked to stop", artist.price());
        }
        progress.report(job.path("status").asText().equals("processing") ? 0.5 : 0.1, job.path("status").asText());
        return new Answer.Pending(handle, POLL);
    }

    /** What ran is charged for; what never began is not. */
    private Optional<Money> ran(JsonNode job) {
        boolean began = job.hasNonNull("started_at") || job.at("/metrics/predict_time").asDouble(0) > 0;
        return began ? artist.price() : Optional.empty();
    }

    @Override
    public Trace find(String key, Instant sentAbout) {
        return artist.access()
                .door()
                .then(door -> Outcome.ok(ReplicateJobs.find(door, SHOP, artist.offering().model(), sentAbout)))
                .orElse(Trace.Unanswered::new);
    }

    @Override
    public Stop cancel(String handle) {
        Reply reply = !ReplicateJobs.isId(handle)
                ? new Reply.Unreached("no job")
                : artist.access()
                        .door()
                        .then(door -> Outcome.ok(door.post("/predictions/" + handle + "/cancel", "{}", Progress.NONE)))
                        .orElse(failure -> new Reply.Unreached(failure.what()));
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return new Stop(false, Optional.empty(), "Replicate could not be asked to stop it: it may be charged.");
        }
        Optional<Money> ran = ran(Wire.read(answered.body()));
        return new Stop(true, ran, ran.isPresent()
                ? "Replicate stopped it; it had begun, so what it ran is charged."
                : "Replicate stopped it before it began: nothing is charged.");
    }
}
