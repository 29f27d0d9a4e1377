package org.filmwright.production;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.filmwright.base.Money;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.Request;
import org.filmwright.generate.camera.CameraGenerator;

/** A provider of clips in a test: films as our camera does, each time a little otherwise, and takes its price for it. */
final class RemoteFilmer implements RemoteGenerator {
    private final CameraGenerator camera = new CameraGenerator();
    private final List<String> sold = new ArrayList<>();
    private Optional<Runnable> whileFilming = Optional.empty();
    private final String id;
    private final Money price;

    RemoteFilmer(String id, String price) {
        this.id = id;
        this.price = Money.of(price, "USD");
    }

    @Override
    public Descriptor describe() {
        return new Descriptor(id, id, "1", "acme");
    }

    @Override
    public Makes makes() {
        return Makes.CLIPS;
    }

    @Override
    public Limits limits() {
        return new Limits(2, 600, Duration.ofMinutes(1));
    }

    @Override
    public Terms terms(Request request) {
        return new Terms("acme", id, Optional.of(price));
    }

    /** Answers with a job from now on. @param action done when that is asked for the first time */
    void whileFilming(Runnable action) {
        whileFilming = Optional.of(action);
    }

    @Override
    public synchronized Answer start(Request request, String key, Progress progress) {
        sold.add(key);
        return whileFilming.isPresent()
                ? new Answer.Pending("job-" + key, Duration.ZERO)
                : filmed(request, progress);
    }

    private Answer filmed(Request request, Progress progress) {
        return camera.start(another((Request.Clip) request), progress) instanceof Answer.Done(var outputs, var usage)
                ? new Answer.Done(outputs.stream()
                        .map(each -> new Answer.Output(each.file(), each.subject(), Map.of()))
                        .collect(Collectors.toList()), new Answer.Usage(usage.seconds(), Optional.of(price)))
                : new Answer.Failed(new org.filmwright.base.Failure.Bug("test", "The camera failed."));
    }

    /** What a model makes anew has other bytes. */
    private Request.Clip another(Request.Clip clip) {
        Request.Motion asked = clip.motion();
        int frames = asked.frames() + sold.size() - 1;
        return new Request.Clip(clip.picture(), new Request.Motion(asked.move(), asked.start(), asked.end(), frames,
                asked.prompt()), clip.size(), clip.rate(), clip.seed(), clip.folder());
    }

    @Override
    public synchronized Answer resume(Request request, String handle, Progress progress) {
        Optional<Runnable> action = whileFilming;
        whileFilming = Optional.empty();
        action.ifPresent(Runnable::run);
        return action.isPresent() ? new Answer.Pending(handle, Duration.ZERO) : filmed(request, progress);
    }

    @Override
    public Trace find(String key, Instant sentAbout) {
        return new Trace.Never();
    }

    @Override
    public Stop cancel(String handle) {
        return new Stop(true, Optional.empty(), "Stopped.");
    }

    /** How many clips were charged. */
    synchronized int sold() {
        return sold.size();
    }

    @Override
    public void close() {
        camera.close();
    }
}
