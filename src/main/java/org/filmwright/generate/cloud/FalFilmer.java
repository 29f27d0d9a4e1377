package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Request;
import org.filmwright.net.Door;
import org.filmwright.net.Reply;

/** Clips of models on fal: the picture is handed in, the job waits in their queue, and its result tells how it went. */
public final class FalFilmer implements Elsewhere {
    static final Shop SHOP = new Shop("fal", "fal", "fal.ai/dashboard/keys", "fal.ai/dashboard/billing");
    private static final Duration POLL = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final CloudArtist artist;
    private final FalOrder order;
    private final Lab lab;

    public FalFilmer(Provider provider, Offering offering, Access access, Lab lab) {
        this.artist = new CloudArtist(provider, offering, access, SHOP);
        this.order = new FalOrder(offering);
        this.lab = lab;
    }

    @Override
    public CloudArtist artist() {
        return artist;
    }

    @Override
    public Makes makes() {
        return Makes.CLIPS;
    }

    @Override
    public Terms terms(Request request) {
        double seconds = request instanceof Request.Clip clip ? order.seconds(clip) : 0;
        return new Terms(artist.provider().id(), artist.offering().model(), artist.offering().price(seconds));
    }

    /** Of the shortest clip that the model makes. */
    @Override
    public Optional<Tariff> tariff() {
        return artist.offering()
                .price()
                .flatMap(
                        price -> artist.offering().price(order.shortest()).map(money -> new Tariff(money, price.on())));
    }

    @Override
    public Answer start(Request request, String key, Progress progress) {
        return switch (request) {
            case Request.Image _ -> new Answer.Failed(new Failure.Refused(describe().name()
                    + " makes clips, not pictures." + Shop.FREE, "Choose another image generator."));
            case Request.Clip clip -> artist.access()
                    .door()
                    .then(door -> new FalUpload(artist.access(), artist.provider()).handedIn(clip.picture(), progress)
                            .then(picture -> Outcome.ok(submitted(door, clip, picture, progress))))
                    .orElse(Answer.Failed::new);
        };
    }

    private Answer submitted(Door door, Request.Clip clip, URI picture, Progress progress) {
        ObjectNode input = order.input(clip, picture);
        Reply reply = door.post("/" + artist.offering().model(), input.toString(), progress);
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return new Answer.Failed(new FalRefusal(SHOP, reply)
                    .failure("Change the prompt or the picture, or choose another model."));
        }
        String id = Wire.read(answered.body()).path("request_id").asText();
        return ReplicateJobs.isId(id)
                ? new Answer.Pending(id, POLL)
                : new Answer.Failed(SHOP.doubtful("its answer names no job"));
    }

    /** Their queue knows jobs by owner and app; what follows in the name of a model is for the order only. */
    private String job(String id) {
        String[] names = artist.offering().model().split("/");
        return "/" + names[0] + "/" + names[1] + "/requests/" + id;
    }

    @Override
    public Answer resume(Request request, String handle, Progress progress) {
        if (!ReplicateJobs.isId(handle) || !(request instanceof Request.Clip clip)) {
            return new Answer.Failed(new Failure.Refused("'" + handle + "' is no job of a clip at fal.",
                    "Take its id from fal.ai/dashboard/requests."));
        }
        return switch (artist.access().door()) {
            case Outcome.Failed<Door>(Failure failure) -> new Answer.Failed(SHOP.unseen(failure.what(), PAUSE));
            case Outcome.Ok<Door>(Door door) -> asked(door, handle, clip, progress);
        };
    }

    private Answer asked(Door door, String id, Request.Clip clip, Progress progress) {
        Reply reply = door.get(job(id) + "/status", progress);
        if (reply instanceof Reply.Answered no && no.status() == 404) {
            return lost("it no longer knows the job " + id, clip);
        }
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return new Answer.Failed(SHOP.unseen(reply));
        }
        JsonNode status = Wire.read(answered.body());
        String state = status.path("status").asText();
        if (!state.equals("COMPLETED")) {
            progress.report(state.equals("IN_PROGRESS") ? 0.5 : 0.1, state.equals("IN_QUEUE")
                    ? "in the queue at fal, " + status.path("queue_position").asInt(0) + " before it"
                    : "filming at fal");
            return new Answer.Pending(id, POLL);
        }
        return status.hasNonNull("error")
                ? artist.spoiled(status.path("error").asText(), terms(clip).price())
                : result(door, id, clip, progress);
    }

    /** There is no state for failure: the result itself answers with the code of the model. */
    private Answer result(Door door, String id, Request.Clip clip, Progress progress) {
        Reply reply = door.get(job(id), progress);
        if (!(reply instanceof Reply.Answered answered)) {
            return new Answer.Failed(SHOP.unseen(reply));
        }
        String said = Wire.message(answered.body());
        if (answered.ok()) {
            String from = Wire.read(answered.body()).at("/video/url").asText();
            return from.isEmpty()
                    ? said.contains("in progress") ? new Answer.Pending(id, POLL) : lost("names no video", clip)
                    : fetched(from, id, clip, progress);
        }
        boolean kind = answered.header("x-fal-error-type").isPresent() || answered.body().contains("error_type");
        return switch (answered.status()) {
            case 401, 403, 408, 429 -> new Answer.Failed(SHOP.unseen(reply));
            case 404 -> lost("its result has expired", clip);
            case 422 -> artist.spoiled(said, terms(clip).price());
            case 400 -> said.contains("in progress")
                    ? new Answer.Pending(id, POLL)
                    : artist.spoiled(said, Optional.empty());
            default -> kind ? artist.spoiled(said, Optional.empty()) : new Answer.Failed(SHOP.unseen(reply));
        };
    }

    private Answer lost(String why, Request.Clip clip) {
        return new Delivery(artist.access(), SHOP, terms(clip).price()).lost(why);
    }

    private Answer fetched(String from, String id, Request.Clip clip, Progress progress) {
        Delivery.Parcel parcel = new Delivery.Parcel(clip.folder().resolve("clip.mp4"), FalOrder.MOST_BYTES,
                order.receipt(clip, describe(), id), 0);
        return new Delivery(artist.access(), SHOP, terms(clip).price()).fetched(from, parcel,
                raw -> lab.conformed(raw, clip, parcel.file(), progress.part(0.9, 1)), progress);
    }

    /** They keep no list by keys: what was ordered stands on their page. */
    @Override
    public Trace find(String key, Instant sentAbout) {
        return SHOP.unknown(sentAbout);
    }

    @Override
    public Stop cancel(String handle) {
        Reply reply = !ReplicateJobs.isId(handle)
                ? new Reply.Unreached("no job")
                : artist.access()
                        .door()
                        .then(door -> Outcome.ok(door.put(job(handle) + "/cancel", "{}", Progress.NONE)))
                        .orElse(failure -> new Reply.Unreached(failure.what()));
        String state = reply instanceof Reply.Answered answered
                ? Wire.read(answered.body()).path("status").asText()
                : "";
        return switch (state) {
            case "OK" -> new Stop(true, Optional.empty(), "fal took it out of its queue: nothing is charged.");
            case "CANCELLATION_REQUESTED" -> new Stop(false, Optional.empty(),
                    "fal was asked to stop it while it ran: it may be charged.");
            case "ALREADY_COMPLETED" -> new Stop(false, Optional.empty(), "fal had finished it: it is charged.");
            default -> new Stop(false, Optional.empty(), "fal could not be asked to stop it: it may be charged.");
        };
    }
}
