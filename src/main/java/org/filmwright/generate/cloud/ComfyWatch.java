package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.net.Door;
import org.filmwright.net.Ear;
import org.filmwright.net.Reply;

/**
 * Watches one job of ComfyUI: hears over the socket how far it is, and asks its history, which alone tells whether it is
 * done; the socket may break, or tell it too early.
 */
final class ComfyWatch implements AutoCloseable, Ear {
    /** In neither queue nor history so many times: it was restarted, and knows nothing any more. */
    private static final int MISSED = 3;
    private static final int MOST_TOLD = 1000;
    private static final JsonNode GLIMPSE = Wire.object().put("type", "glimpse");
    private final Door door;
    private final String id;
    private final Duration look;
    private final String client = UUID.randomUUID().toString();
    /** What does not fit is dropped: history tells how it ended. */
    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>(MOST_TOLD);
    private final AtomicReference<byte[]> seen = new AtomicReference<>();
    private Runnable hangUp = () -> {};

    ComfyWatch(Door door, String id, Duration look) {
        this.door = door;
        this.id = id;
        this.look = look;
    }

    String id() {
        return id;
    }

    String client() {
        return client;
    }

    /** Before the order is sent: what is told to nobody is not told again. */
    ComfyWatch listen() {
        hangUp = door.listen("/ws?clientId=" + client, this);
        return this;
    }

    @Override
    public void text(String text) {
        JsonNode message = Wire.read(text);
        if (message.at("/data/prompt_id").asText(id).equals(id)) {
            told.offer(message);
        }
    }

    /** Of pictures that come faster than they are looked at, the last. */
    @Override
    public void bytes(byte[] bytes) {
        if (seen.getAndSet(bytes) == null) {
            told.offer(GLIMPSE);
        }
    }

    @Override
    public void end() {
        // its history is asked all the same
    }

    Optional<ComfyHistory> history(Progress progress) {
        return door.get("/history/" + id, progress) instanceof Reply.Answered answered && answered.ok()
                ? ComfyHistory.of(id, answered.body())
                : Optional.empty();
    }

    /** Whether it waits or is being made. */
    boolean knows(Progress progress) {
        Place place = place(progress);
        return place == Place.WAITING || place == Place.RUNNING;
    }

    private enum Place {
        WAITING, RUNNING, NOWHERE, UNTOLD
    }

    private Place place(Progress progress) {
        if (!(door.get("/queue", progress) instanceof Reply.Answered answered && answered.ok())) {
            return Place.UNTOLD;
        }
        JsonNode queue = Wire.read(answered.body());
        JsonNode waiting = queue.path("queue_pending");
        if (!queue.path("queue_running").isArray()) {
            return Place.UNTOLD;
        }
        if (isOurs(waiting)) {
            progress.report(0, "waiting at ComfyUI, " + before(waiting, queue.path("queue_running")) + " before it");
            return Place.WAITING;
        }
        return isOurs(queue.path("queue_running")) ? Place.RUNNING : Place.NOWHERE;
    }

    private boolean isOurs(JsonNode jobs) {
        return jobs.valueStream().anyMatch(this::isOur);
    }

    private boolean isOur(JsonNode job) {
        return job.path(1).asText().equals(id);
    }

    private long before(JsonNode waiting, JsonNode running) {
        double own = waiting.valueStream().filter(this::isOur).findFirst().orElseThrow().path(0).asDouble();
        return running.size() + waiting.valueStream().filter(job -> job.path(0).asDouble() < own).count();
    }

    /** Until it is over, whichever way. @throws Cancelled when asked to stop */
    Outcome<ComfyHistory> outcome(Progress progress) {
        int missed = 0;
        Place place = Place.NOWHERE;
        while (missed < MISSED) {
            Optional<JsonNode> heard = heard();
            progress.checkCancelled();
            if (heard.filter(message -> isStep(message, progress)).isPresent()) {
                continue;
            }
            Optional<ComfyHistory> done = history(progress);
            if (done.isPresent()) {
                return Outcome.ok(done.get());
            }
            place = place(progress);
            missed = switch (place) {
                case NOWHERE, UNTOLD -> missed + (heard.isEmpty() ? 1 : 0);
                case WAITING, RUNNING -> 0;
            };
        }
        return Outcome.failed(new Failure.Transient(place == Place.UNTOLD
                ? "ComfyUI does not answer any more. What it had begun is ordered again when it is back."
                : "ComfyUI knows nothing of this any more: it was restarted, or somebody emptied its queue. It is"
                        + " ordered again.",
                Duration.ZERO));
    }

    /** The next that matters, or nothing within a while. */
    private Optional<JsonNode> heard() {
        try {
            return Optional.ofNullable(told.poll(look.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    /** Whether it tells only how far it is; that is passed on. */
    private boolean isStep(JsonNode message, Progress progress) {
        return switch (message.path("type").asText()) {
            case "progress" -> {
                tell(message, progress);
                yield true;
            }
            case "glimpse" -> {
                Optional.ofNullable(seen.getAndSet(null)).flatMap(ComfyPreview::of).ifPresent(progress::glimpse);
                yield true;
            }
            default -> false;
        };
    }

    private static void tell(JsonNode step, Progress progress) {
        double most = Math.max(1, step.at("/data/max").asDouble(1));
        double steps = Math.clamp(step.at("/data/value").asDouble(0), 0, most);
        progress.report(0.9 * steps / most, "step " + (int) steps + " of " + (int) most);
    }

    /** Takes out of its queue only what is ours: an interrupt without a look would stop whatever somebody else has made there. */
    void stop() {
        switch (place(Progress.NONE)) {
            case WAITING -> door.post("/queue", Wire.object()
                    .set("delete", Wire.JSON.createArrayNode().add(id))
                    .toString(), Progress.NONE);
            case RUNNING -> door.post("/interrupt", Wire.object().put("prompt_id", id).toString(), Progress.NONE);
            case NOWHERE, UNTOLD -> {
                // nothing of ours is there
            }
        }
    }

    @Override
    public void close() {
        hangUp.run();
    }
}
