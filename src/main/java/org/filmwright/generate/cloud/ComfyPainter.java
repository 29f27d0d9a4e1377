package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.Request;
import org.filmwright.net.Door;
import org.filmwright.net.Reply;

/**
 * Pictures of a ComfyUI on this machine or the network at home: free, one at a time. The id of a job follows from what it is
 * to draw, so that the same order after a crash finds its picture, or waits for it, and is not drawn twice.
 */
public final class ComfyPainter implements Generator {
    public static final String ID = "comfyui";
    private static final long SEEDS = 0xffff_ffffL;
    private static final long PIXELS = 1L << 20;

    private final CloudArtist artist;
    private final Supplier<Outcome<ComfyGraph>> graph;
    private final Duration look;

    /** @param graph read anew for each picture @param look how often it is asked where its socket tells nothing */
    public ComfyPainter(Provider provider, Offering offering, Access access, Supplier<Outcome<ComfyGraph>> graph,
            Duration look) {
        this.artist = new CloudArtist(provider, offering, access,
                new Shop(ID, "ComfyUI", "", provider.address().toString()));
        this.graph = graph;
        this.look = look;
    }

    @Override
    public Descriptor describe() {
        return artist.describe();
    }

    @Override
    public Answer start(Request request, Progress progress) {
        return switch (request) {
            case Request.Image image -> draw(artist.seeded(image, SEEDS), progress);
            case Request.Clip _ -> artist.onlyPictures();
        };
    }

    private Answer draw(Request.Image image, Progress progress) {
        return graph.get()
                .then(template -> template.with(slots(image)))
                .then(nodes -> artist.access().door().then(door -> Outcome.ok(drawn(door, nodes, image, progress))))
                .orElse(Answer.Failed::new);
    }

    private Map<String, Object> slots(Request.Image image) {
        JsonNode form = artist.offering().form();
        FrameSize size = Aspect.near(image.size(), form.path("pixels").asLong(PIXELS), form.path("step").asInt(64));
        Map<String, Object> slots = new LinkedHashMap<>();
        slots.put("prompt", image.prompt());
        slots.put("negative", image.words().negative());
        slots.put("seed", image.seed());
        slots.put("width", size.width());
        slots.put("height", size.height());
        slots.put("model", artist.offering().model());
        return slots;
    }

    private Answer drawn(Door door, JsonNode nodes, Request.Image image, Progress progress) {
        String id = UUID.nameUUIDFromBytes(nodes.toString().getBytes(StandardCharsets.UTF_8)).toString();
        ComfyWatch watch = new ComfyWatch(door, id, look);
        Optional<ComfyHistory> before = watch.history(progress)
                .filter(ComfyHistory::succeeded)
                .filter(done -> !done.files().isEmpty());
        if (before.isPresent()) {
            return fetched(door, before.get(), image, id, progress);
        }
        try (ComfyWatch listening = watch.listen()) {
            return ended(door, nodes, listening, progress).<Answer>then(done -> Outcome.ok(
                    fetched(door, done, image, id, progress))).orElse(Answer.Failed::new);
        }
    }

    /** Whoever is asked to stop takes the job out there, too; also one whose order was on its way. */
    private static Outcome<ComfyHistory> ended(Door door, JsonNode nodes, ComfyWatch watch, Progress progress) {
        try {
            Optional<Failure> refused = watch.knows(progress)
                    ? Optional.empty()
                    : posted(door, nodes, watch, progress);
            return refused.isPresent() ? Outcome.failed(refused.get()) : watch.outcome(progress);
        } catch (Cancelled stopped) {
            watch.stop();
            throw stopped;
        }
    }

    /** A lost answer is no harm: whether it arrived can be seen in its queue. */
    private static Optional<Failure> posted(Door door, JsonNode nodes, ComfyWatch watch, Progress progress) {
        ObjectNode body = Wire.object().put("client_id", watch.client()).put("prompt_id", watch.id());
        body.set("prompt", nodes);
        return switch (door.post("/prompt", body.toString(), progress)) {
            case Reply.Answered answered when answered.ok() -> Optional.empty();
            case Reply.Answered answered -> Optional.of(ComfyRefusal.of(answered));
            case Reply.Lost(String why, boolean _) -> watch.knows(progress)
                    ? Optional.empty()
                    : Optional.of(new Failure.Transient("ComfyUI broke off (" + Wire.sentence(why) + ").",
                            Duration.ZERO));
            case Reply.Unreached(String why) -> Optional.of(ComfyRefusal.nobody(door, why));
        };
    }

    private Answer fetched(Door door, ComfyHistory done, Request.Image image, String job, Progress progress) {
        if (!done.succeeded()) {
            return new Answer.Failed(done.failure());
        }
        List<String> files = done.files();
        if (files.isEmpty()) {
            return new Answer.Failed(new Failure.Refused("ComfyUI is done, and there is no picture.",
                    "The graph needs a node that saves one."));
        }
        Delivery.Parcel parcel = artist.parcel(image, job, 0);
        Path raw = parcel.file().resolveSibling(parcel.file().getFileName() + ".raw");
        Reply reply = door.get(files.getFirst(), raw, parcel.most(), progress);
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return new Answer.Failed(artist.shop().unseen(reply));
        }
        return kept(raw, parcel);
    }

    private static Answer kept(Path raw, Delivery.Parcel parcel) {
        try {
            return ReceivedPicture.kept(Files.readAllBytes(raw), parcel.receipt(), parcel.file())
                    .<Answer>then(file -> Outcome.ok(new Answer.Done(List.of(new Answer.Output(file,
                            ReceivedPicture.LIKELY_SUBJECT, parcel.receipt())), new Answer.Usage(0))))
                    .orElse(Answer.Failed::new);
        } catch (IOException e) {
            return new Answer.Failed(new Failure.Exhausted("disk", raw + " could not be read: " + e.getMessage()
                    + "."));
        }
    }

    @Override
    public Answer resume(String handle, Progress progress) {
        return new Answer.Failed(new Failure.Bug("comfyui.resume", "ComfyUI leaves no unfinished work."));
    }

    @Override
    public void close() {}
}
