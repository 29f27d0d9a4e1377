package org.filmwright.ui.jobs;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Money;
import org.filmwright.production.Artists;
import org.filmwright.production.Job;
import org.filmwright.production.JobQueue;
import org.filmwright.production.Spending;
import org.filmwright.ui.kit.ArtistChoice;
import org.filmwright.ui.kit.CostText;
import org.filmwright.ui.kit.EtaText;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.Words;

/** Jobs in the studio's words. */
final class JobWords {
    private JobWords() {}

    /** {@code 2-B take 4}, {@code Scene 2}, {@code Film}; a workflow's own {@code concept_gate} is {@code Concept gate}. */
    static String name(Job job) {
        String shot = job.work().task() == Job.Task.OTHER ? sentence(job.work().shot()) : job.work().shot();
        return Words.of("job.name." + job.work().task(), "shot", shot, "n", job.work().number());
    }

    static String sentence(String path) {
        String words = path.replace('_', ' ').replace("/", " · ");
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String kind(Job job) {
        return Words.of("job.kind." + job.work().task());
    }

    /** Who does it: the generator's name, its id where it has none here. */
    static String maker(Job job) {
        return ArtistChoice.name(job.work().maker());
    }

    static String where(Job job) {
        String lane = job.work().lane();
        return Words.has("lane." + lane) ? Words.of("lane." + lane) : lane;
    }

    /** That a lane rests, and until when; why stands at the job that failed in it. */
    static String rests(Job job, JobQueue.Rest rest) {
        return rest.until()
                .map(until -> Words.of(named("job.rests", job), "lane", where(job), "time", at(until)))
                .orElseGet(() -> Words.of(named("job.rests.open", job), "lane", where(job)));
    }

    /** Of those who are several. */
    private static String named(String key, Job job) {
        String own = key + "." + job.work().lane();
        return Words.has(own) ? own : key;
    }

    static Status status(Job.State state) {
        return switch (state) {
            case FAILED -> Status.FAILED;
            case RUNNING -> Status.GENERATING;
            case ASKING -> Status.CHANGES;
            case LACKING -> Status.WARNING;
            case WAITING, BLOCKED, RETRYING -> Status.WAITING;
            case PAUSED, HELD -> Status.PAUSED;
            case STOPPED, DROPPED -> Status.STOPPED;
            case DONE -> Status.DONE;
        };
    }

    /** What a job does now, in the middle of its row. */
    static String now(Job job, JobRow.Live live) {
        return switch (job.state()) {
            case FAILED, LACKING -> reason(job);
            case RUNNING -> running(job, live);
            case WAITING -> !live.rest().isEmpty()
                    ? live.rest()
                    : live.place() == 1
                            ? Words.of("job.next")
                            : Words.of("job.waiting", "place", ordinal(live.place()));
            case BLOCKED, ASKING, PAUSED, HELD, STOPPED, DROPPED -> Words.of("job.state." + job.state());
            case RETRYING -> Words.of("job.retrying", "why", reason(job));
            case DONE -> job.work().size().map(JobWords::size).orElse("");
        };
    }

    /** Models take minutes, and say what they do; others are done before one could read it. */
    private static String running(Job job, JobRow.Live live) {
        String far = Double.isNaN(live.fraction())
                ? Words.of("job.running")
                : Words.of("unit.percent", "value", Math.round(live.fraction() * 100));
        return Artists.model(job.work().maker()).isEmpty() || live.note().isEmpty()
                ? far
                : Words.of("job.running.note", "far", far, "note", live.note());
    }

    static String time(Job job, JobRow.Live live) {
        return switch (job.state()) {
            case RUNNING, WAITING, BLOCKED, RETRYING, PAUSED -> live.eta();
            case DONE -> Pace.took(job).map(EtaText::took).orElse("");
            case FAILED, LACKING, ASKING, HELD, STOPPED, DROPPED -> "";
        };
    }

    /** What it bought; what is made on this machine is free, and what generates nothing has no price. */
    static String cost(Job job, Bill bill) {
        Spending.Price price = bill.jobs().get(job.id());
        if (price != null) {
            Money paid = price.amount();
            return price.certain()
                    ? CostText.spent(paid.amount(), paid.currency())
                    : CostText.estimated(paid.amount(), paid.currency());
        }
        return job.work().maker().isEmpty() ? "" : free();
    }

    /** That it cost far more than expected, where it did. */
    static Optional<String> alarm(Job job, Bill bill) {
        return bill.alarm(job.id())
                .map(alarm -> Words.of("job.cost.alarm", "cost", cost(job, bill), "estimated", CostText.spent(alarm
                        .estimated()
                        .amount(), alarm.estimated().currency())));
    }

    /** {@code Today $1.84}. */
    static String today(Bill bill) {
        String spent = bill.today()
                .stream()
                .map(money -> CostText.spent(money.amount(), money.currency()))
                .collect(Collectors.joining(" + "));
        return Words.of("jobs.today", "spent", spent.isEmpty() ? free() : spent);
    }

    private static String free() {
        return CostText.none();
    }

    static String reason(Job job) {
        return job.failure().map(Failures::words).orElse("");
    }

    static String size(FrameSize size) {
        return Words.of("unit.size", "width", size.width(), "height", size.height());
    }

    /** Said by a screen reader: name, state, what it does now. */
    static String spoken(Job job, JobRow.Live live) {
        return Words.of("job.spoken", "name", name(job), "status", status(job.state()).words(), "now", now(job, live));
    }

    /** The clock of this place: {@code 14:02:31}. */
    static String at(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneId.systemDefault())
                .format(DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM));
    }

    /** The chip in the top bar; empty while there is nothing to do. */
    static String chip(JobCounts counts, boolean paused, Optional<Duration> left) {
        String jobs = Words.count("chip.jobs", counts.open());
        if (counts.open() == 0) {
            return "";
        }
        if (paused) {
            return Words.of("chip.paused", "jobs", jobs);
        }
        return left.map(time -> Words.of("chip.left", "jobs", jobs, "time", Words.duration(time.toMillis() / 1e3)))
                .orElse(jobs);
    }

    private static String ordinal(int place) {
        String key = "ordinal." + place;
        return Words.has(key)
                ? Words.of(key)
                : Words.of("ordinal", "n", String.format(Locale.getDefault(), "%,d", place));
    }
}
