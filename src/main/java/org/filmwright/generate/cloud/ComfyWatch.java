package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
    private final Door door;
    private final String id;
    private final Duration look;
    private final String client = UUID.randomUUID().toString();
    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
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
            told.add(message);
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

    /** Whether it waits or is being drawn. */
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
        return has(queue.path("queue_running"))
                ? Place.RUNNING
                : has(queue.path("queue_pending")) ? Place.WAITING : Place.NOWHERE;
    }

    private boolean has(JsonNode jobs) {
        return jobs.valueStream().anyMatch(job -> job.path(1).asText().equals(id));
    }

    /** Until it is over, whichever way. @throws Cancelled when asked to stop */
    Outcome<ComfyHistory> outcome(Progress progress) {
        int missed = 0;
        while (missed < MISSED) {
            Optional<JsonNode> heard = heard();
            progress.checkCancelled();
            if (heard.filter(ComfyWatch::isStep).isPresent()) {
                tell(heard.get(), progress);
                continue;
            }
            Optional<ComfyHistory> done = history(progress);
            if (done.isPresent()) {
                return Outcome.ok(done.get());
            }
            missed = switch (place(progress)) {
                case NOWHERE, UNTOLD -> missed + (heard.isEmpty() ? 1 : 0);
                case WAITING, RUNNING -> 0;
            };
        }
        return Outcome.failed(new Failure.Transient("ComfyUI does not know the picture any more: it was restarted, or"
                + " does not answer.", Duration.ZERO));
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

    private static boolean isStep(JsonNode message) {
        return message.path("type").asText().equals("progress");
    }

    private static void tell(JsonNode step, Progress progress) {
        double most = Math.max(1, step.at("/data/max").asDouble(1));
        double steps = Math.clamp(step.at("/data/value").asDouble(0), 0, most);
        progress.report(0.9 * steps / most, "step " + (int) steps + " of " + (int) most);
    }

    /** Takes out of its queue only what is ours: an interrupt without a look would stop whatever somebody else has drawn there. */
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
