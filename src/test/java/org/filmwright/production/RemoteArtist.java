package org.filmwright.production;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.filmwright.base.Money;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.Request;
import org.filmwright.generate.draft.DraftGenerator;

/** A provider in a test: draws like the storyboard artist, as a job that has to be asked for, and takes four cents. */
final class RemoteArtist implements RemoteGenerator {
    static final Money PRICE = Money.of("0.04", "USD");
    private final DraftGenerator hand = new DraftGenerator(InstantSource.system());
    private final Map<String, String> jobs = new ConcurrentHashMap<>();
    private final List<String> sold = new ArrayList<>();

    @Override
    public Descriptor describe() {
        return new Descriptor("remote", "Remote artist", "1", "acme");
    }

    @Override
    public Limits limits() {
        return new Limits(2, 600, Duration.ofMinutes(1));
    }

    @Override
    public Terms terms(Request request) {
        return new Terms("acme", "flux", Optional.of(PRICE));
    }

    @Override
    public synchronized Answer start(Request request, String key, Progress progress) {
        sold.add(key);
        jobs.put("job-" + key, key);
        return new Answer.Pending("job-" + key, Duration.ZERO);
    }

    @Override
    public Answer resume(Request request, String handle, Progress progress) {
        return switch (hand.start(request, progress)) {
            case Answer.Done(var outputs, var usage) -> new Answer.Done(outputs,
                    new Answer.Usage(usage.seconds(), Optional.of(PRICE)));
            case Answer other -> other;
        };
    }

    @Override
    public Trace find(String key, Instant sentAbout) {
        return jobs.containsKey("job-" + key) ? new Trace.Accepted("job-" + key) : new Trace.Never();
    }

    @Override
    public Stop cancel(String handle) {
        return new Stop(true, Optional.empty(), "Stopped.");
    }

    /** The keys of everything that was charged. */
    synchronized List<String> sold() {
        return List.copyOf(sold);
    }

    @Override
    public void close() {
        hand.close();
    }
}
