package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator.Makes;
import org.filmwright.net.Door;
import org.filmwright.net.Reply;

/**
 * One order at a ComfyUI. The id of its job follows from the graph with its values, so that the same order after a crash finds
 * its result, or its place in the queue, and is not made twice. What failed there keeps its id: the next try has the next one.
 *
 * @param nodes the graph, with values in its slots
 * @param look how often it is asked where its socket tells nothing
 */
record ComfyOrder(Door door, JsonNode nodes, Duration look) {
    private static final int TRIES = 50;

    /** What is to come of it. @param parcel by the id of the job @param kept looks at the file that came, and keeps it */
    record Wanted(Makes what, Function<String, Delivery.Parcel> parcel,
            BiFunction<Path, Delivery.Parcel, Outcome<Path>> kept) {}

    /** @throws Cancelled when asked to stop; what is ours is then taken out there, too */
    Answer made(Wanted wanted, Progress progress) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            String id = id(attempt);
            ComfyWatch watch = new ComfyWatch(door, id, look);
            Optional<ComfyHistory> before = watch.history(progress);
            if (before.isEmpty()) {
                return ordered(watch, wanted, progress);
            }
            Optional<String> lies = before.filter(ComfyHistory::succeeded).flatMap(done -> done.result(wanted.what));
            if (lies.isPresent()) {
                Answer answer = fetched(lies.get(), id, wanted, progress);
                if (!(answer instanceof Answer.Failed(Failure.Refused _, var _))) {
                    return answer;
                }
            }
        }
        return new Answer.Failed(new Failure.Refused("ComfyUI failed at this " + TRIES + " times.",
                "Try the graph in ComfyUI's own window, or change the seed."));
    }

    private String id(int attempt) {
        String what = nodes + (attempt == 0 ? "" : " " + attempt);
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Answer ordered(ComfyWatch watch, Wanted wanted, Progress progress) {
        try (ComfyWatch listening = watch.listen()) {
            return sent(listening, progress)
                    .<Answer>then(dropped -> listening.outcome(progress)
                            .then(done -> Outcome.ok(ended(done, dropped, watch.id(), wanted, progress))))
                    .orElse(Answer.Failed::new);
        } catch (Cancelled stopped) {
            // also of an order whose answer was on its way
            watch.stop();
            throw stopped;
        }
    }

    /** @return what it says about nodes that it leaves out; nothing where the order is there already */
    private Outcome<String> sent(ComfyWatch watch, Progress progress) {
        return watch.knows(progress) ? Outcome.ok("") : posted(watch, progress);
    }

    /** A lost answer is no harm: whether it arrived can be seen in its queue. */
    private Outcome<String> posted(ComfyWatch watch, Progress progress) {
        ObjectNode body = Wire.object().put("client_id", watch.client()).put("prompt_id", watch.id());
        body.set("prompt", nodes);
        return switch (door.post("/prompt", body.toString(), progress)) {
            case Reply.Answered answered when answered.ok() && Wire.read(answered.body()).has("prompt_id") -> Outcome
                    .ok(ComfyRefusal.dropped(answered.body()));
            case Reply.Answered answered when answered.ok() -> arrived(watch, "its answer cannot be read", progress);
            case Reply.Answered answered -> Outcome.failed(ComfyRefusal.of(answered, "the graph"));
            case Reply.Lost(String why, boolean _) -> arrived(watch, why, progress);
            case Reply.Unreached(String why) -> Outcome.failed(ComfyRefusal.nobody(door, why));
        };
    }

    private static Outcome<String> arrived(ComfyWatch watch, String why, Progress progress) {
        return watch.knows(progress) ? Outcome.ok("") : Outcome.failed(ComfyRefusal.broken(why));
    }

    private Answer ended(ComfyHistory done, String dropped, String id, Wanted wanted, Progress progress) {
        if (!done.succeeded()) {
            return new Answer.Failed(done.failure());
        }
        return done.result(wanted.what)
                .map(lies -> fetched(lies, id, wanted, progress))
                .orElseGet(() -> new Answer.Failed(nothing(wanted.what, dropped)));
    }

    private static Failure nothing(Makes what, String dropped) {
        String kind = switch (what) {
            case PICTURES -> "picture (PNG or JPEG)";
            case CLIPS -> "video (MP4 or WebM)";
        };
        return new Failure.Refused("ComfyUI is done, and there is no " + kind + (dropped.isEmpty()
                ? "."
                : ": it left out " + dropped + "."),
                "The graph needs a node that saves one; one that is made once more may come out of its memory with"
                        + " nothing: then change the seed.");
    }

    private Answer fetched(String from, String id, Wanted wanted, Progress progress) {
        progress.report(0.9, "fetching");
        Delivery.Parcel parcel = wanted.parcel.apply(id);
        Path raw = parcel.file().resolveSibling(parcel.file().getFileName() + ".raw");
        Reply reply = door.get(from, raw, parcel.most(), progress);
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return new Answer.Failed(ComfyRefusal.unfetched(reply));
        }
        if (answered.header("content-type").filter(type -> type.startsWith("text/")).isPresent()) {
            return new Answer.Failed(new Failure.Refused("A page came from ComfyUI in the place of what it made.",
                    "Correct its address in artists.json, or look at what stands in front of it."));
        }
        return wanted.kept.apply(raw, parcel)
                .<Answer>then(file -> Outcome.ok(new Answer.Done(List.of(new Answer.Output(file,
                        ReceivedPicture.LIKELY_SUBJECT, parcel.receipt())), new Answer.Usage(0))))
                .orElse(Answer.Failed::new);
    }
}
