package org.filmwright.ui.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.filmwright.base.Progress;
import org.filmwright.production.Job;
import org.filmwright.ui.kit.EtaText;

/** A job of the queue with what is said of it now; the same row as long as the job is there. */
final class JobRow {
    private static final int REPORTS = 3;
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int PARTS = 1000;

    private final ObjectProperty<Job> job;
    private final ObjectProperty<Live> live = new SimpleObjectProperty<>(Live.NOTHING);
    private final BooleanProperty seen = new SimpleBooleanProperty();
    private EtaText eta = new EtaText(Optional.empty());
    private int reports;

    JobRow(Job job) {
        this.job = new SimpleObjectProperty<>(job);
    }

    /**
     * What changes while it waits or runs.
     *
     * @param fraction done, 0 to 1; NaN when nothing was reported
     * @param place in the queue from 1; 0 for none
     * @param eta in words
     * @param glimpse how what it makes looks by now
     */
    record Live(double fraction, String note, int place, String eta, Optional<Progress.Glimpse> glimpse) {
        static final Live NOTHING = new Live(Double.NaN, "", 0, "", Optional.empty());
    }

    ObjectProperty<Job> job() {
        return job;
    }

    ObjectProperty<Live> live() {
        return live;
    }

    /** Whether somebody has looked at it since it failed. */
    BooleanProperty seen() {
        return seen;
    }

    String id() {
        return job.get().id();
    }

    Job.State state() {
        return job.get().state();
    }

    void changed(Job newer, Pace pace) {
        if (newer.state() != state()) {
            seen.set(false);
            reports = 0;
            eta = new EtaText(pace.of(newer));
            live.set(Live.NOTHING);
        }
        job.set(newer);
    }

    void progressed(double fraction, String note) {
        reports++;
        live.set(new Live(fraction, note, 0, live.get().eta(), live.get().glimpse()));
    }

    /** What it makes looks so by now. */
    void seen(Progress.Glimpse picture) {
        Live now = live.get();
        live.set(new Live(now.fraction(), now.note(), now.place(), now.eta(), Optional.of(picture)));
    }

    /** Says again how long it takes. */
    void tick(Instant now) {
        job.get().times().startedAt().ifPresent(started -> {
            Duration elapsed = Duration.between(started, now);
            double fraction = live.get().fraction();
            boolean early = reports < REPORTS && elapsed.compareTo(SOON) < 0;
            int parts = Double.isNaN(fraction) ? 0 : PARTS;
            int done = early || parts == 0 ? 0 : (int) Math.round(fraction * PARTS);
            live.set(new Live(fraction, live.get().note(), 0, eta.after(done, parts, elapsed),
                    live.get().glimpse()));
        });
    }

    /** Stands there in the queue. */
    void placed(int place, Optional<Duration> usual) {
        Live now = new Live(Double.NaN, "", place, usual.map(EtaText::about).orElse(""), Optional.empty());
        if (!now.equals(live.get())) {
            live.set(now);
        }
    }

    /** What it still takes, as far as it can be known. */
    Optional<Duration> left(Optional<Duration> usual, Instant now) {
        Optional<Duration> elapsed = job.get().times().startedAt().map(from -> Duration.between(from, now));
        double fraction = live.get().fraction();
        if (fraction > 0 && elapsed.isPresent()) {
            return elapsed.map(gone -> Duration.ofMillis((long) (gone.toMillis() * (1 - fraction) / fraction)));
        }
        return usual.map(time -> time.minus(elapsed.orElse(Duration.ZERO)))
                .map(time -> time.isNegative() ? Duration.ZERO : time);
    }
}
