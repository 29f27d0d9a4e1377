package org.filmwright.ui.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.production.Job;
import org.filmwright.production.JobQueue;
import org.filmwright.production.Project;
import org.filmwright.ui.fx.Clockwork;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Toasts;
import org.filmwright.ui.kit.Underway;

/**
 * The queue of the project on the desk, line by line: failed, running, waiting, done. News is taken in at most ten times
 * a second, and the lines change only where their order does, so that thousands of jobs cost what one does.
 */
public final class JobsModel implements AutoCloseable {
    private static final Duration BREATH = Duration.ofMillis(100);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Desk desk;
    private final Clockwork clockwork;
    private final InstantSource clock;
    private final Toasts toasts;
    private final Map<String, JobRow> rows = new HashMap<>();
    private final JobOrder order = new JobOrder();
    private final ObservableList<JobLine> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
    private final BooleanProperty doneOpen = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<JobCounts> counts = new ReadOnlyObjectWrapper<>(JobCounts.NONE);
    private final ReadOnlyObjectWrapper<Optional<Duration>> left = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final Draws draws = new Draws();
    private final Bills bills;
    private final RestingLanes resting;
    private Optional<Instant> cleared = Optional.empty();
    private Pace pace = new Pace(Map.of());
    private Optional<JobNews> news = Optional.empty();
    private Optional<LongJobs> longJobs = Optional.empty();
    private Consumer<Job> done = _ -> {};
    private Clockwork.Appointment ticking = () -> {};
    private boolean isTicking;
    private boolean loading;

    public JobsModel(Desk desk, Clockwork clockwork, InstantSource clock, Toasts toasts) {
        this.desk = desk;
        this.clockwork = clockwork;
        this.clock = clock;
        this.toasts = toasts;
        bills = new Bills(desk, clock, toasts);
        resting = new RestingLanes(this::read, this::arrange);
        show.subscribe(this::arrange);
        doneOpen.subscribe(this::arrange);
        desk.project().subscribe(this::follow);
    }

    ObservableList<JobLine> lines() {
        return lines;
    }

    ObjectProperty<Show> show() {
        return show;
    }

    /** Whether the folded done jobs are unfolded. */
    BooleanProperty doneOpen() {
        return doneOpen;
    }

    ReadOnlyObjectProperty<JobCounts> counts() {
        return counts.getReadOnlyProperty();
    }

    /** Until the queue is empty, as far as this machine's own history can tell. */
    ReadOnlyObjectProperty<Optional<Duration>> left() {
        return left.getReadOnlyProperty();
    }

    /** Whether orders rest because a person paused them. */
    BooleanProperty paused() {
        return paused;
    }

    /** What jobs bought; read anew when one starts or ends. */
    ReadOnlyObjectProperty<Bill> bill() {
        return bills.read();
    }

    public ReadOnlyObjectProperty<List<Underway>> draws() {
        return draws.underway();
    }

    Instant now() {
        return clock.instant();
    }

    boolean isLoading() {
        return loading;
    }

    Optional<JobQueue> queue() {
        return desk.project().get().map(Project::jobs);
    }

    Optional<JobRow> row(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** Asks the queue for something that takes its time; what it refuses is told. */
    <T> void ask(Function<JobQueue, Outcome<T>> question) {
        ask(question, orTold(done -> {}));
    }

    /** The same; what it refuses is for whoever asked. */
    <T> void ask(Function<JobQueue, Outcome<T>> question, Consumer<Outcome<T>> answer) {
        queue().ifPresent(queue -> desk.recorder().ask(() -> question.apply(queue), answer));
    }

    private <T> Consumer<Outcome<T>> orTold(Consumer<T> then) {
        return answer -> {
            switch (answer) {
                case Outcome.Ok<T>(T done) -> then.accept(done);
                case Outcome.Failed<T>(var failure) -> toasts.failed(Failures.words(failure));
            }
        };
    }

    /** Asks the queue for something and hands the answer over. */
    <T> void read(Function<JobQueue, T> question, Consumer<T> answer) {
        queue().ifPresent(queue -> desk.offstage().ask(() -> question.apply(queue), answer));
    }

    /** The size at which a failed job could be tried. */
    Optional<FrameSize> smaller(Job job) {
        return queue().flatMap(queue -> queue.smaller(job));
    }

    void pauseOrResume() {
        boolean resting = paused.get();
        ask(queue -> resting ? queue.resume() : queue.pause());
    }

    /** Only what waits for room has a place to change. */
    void move(Job job, JobQueue.Way way) {
        if (job.state() == Job.State.WAITING) {
            rearrange(queue -> queue.move(job, way));
        }
    }

    /** What was dragged takes the place of what it was dropped on. */
    void move(String job, String place) {
        row(job).ifPresent(moved -> row(place).ifPresent(there -> rearrange(queue -> queue.moveTo(moved.job().get(),
                there.job().get()))));
    }

    private void rearrange(Function<JobQueue, Outcome<List<Job>>> how) {
        read(how, orTold(lane -> {
            lane.stream().filter(moved -> rows.containsKey(moved.id())).forEach(this::accept);
            arrange();
        }));
    }

    void clearDone() {
        read(JobQueue::clearDone, orTold(until -> {
            cleared = Optional.of(until);
            rows.values().removeIf(this::isCleared);
            arrange();
        }));
    }

    private void follow(Optional<Project> project) {
        news.ifPresent(JobNews::close);
        rows.clear();
        order.clear();
        bills.forget();
        resting.forget();
        arrange();
        loading = project.isPresent();
        news = project.map(open -> new JobNews(open.jobs(), clockwork, BREATH, this::take));
        project.ifPresent(open -> desk.offstage().ask(() -> Opened.of(open.jobs()), opened -> begin(open, opened)));
    }

    private record Opened(List<Job> jobs, Optional<Instant> cleared) {
        static Opened of(JobQueue queue) {
            return new Opened(queue.all(), queue.cleared());
        }
    }

    private void begin(Project of, Opened opened) {
        if (desk.project().get().filter(open -> open == of).isPresent()) {
            loading = false;
            cleared = opened.cleared();
            pace = Pace.of(opened.jobs());
            opened.jobs().reversed().forEach(this::accept);
            arrange();
            news.ifPresent(JobNews::open);
            bills.readAnew();
        }
    }

    /** From now on tells of jobs that end while a person is elsewhere. */
    public void tell(LongJobs told) {
        longJobs = Optional.of(told);
    }

    /** From now on what cost far more than expected is told with a way to the costs. */
    public void tellOfCosts(Runnable toCosts) {
        bills.leadTo(toCosts);
    }

    /** From now on tells of each job that has just been done. */
    public void whenDone(Consumer<Job> told) {
        done = told;
    }

    /** Takes in what was heard since the last time. */
    private void take(JobNews.Heard heard) {
        List<Job> ended = heard.jobs().stream().filter(this::hasJustEnded).toList();
        heard.jobs().forEach(this::accept);
        heard.progress()
                .forEach((id, report) -> row(id).filter(row -> row.state() == Job.State.RUNNING)
                        .ifPresent(row -> row.progressed(report.fraction(), report.note())));
        heard.glimpses()
                .forEach((id, picture) -> row(id).filter(row -> row.state() == Job.State.RUNNING)
                        .ifPresent(row -> row.seen(picture)));
        if (heard.jobs().stream().anyMatch(job -> job.state() == Job.State.DONE)) {
            pace = Pace.of(rows.values().stream().map(row -> row.job().get()).toList());
        }
        arrange();
        tick();
        if (!heard.jobs().isEmpty()) {
            bills.readAnew();
        }
        boolean idle = rows.values().stream().noneMatch(row -> row.state().isUnderWay());
        longJobs.ifPresent(told -> told.heard(ended, idle));
        ended.stream().filter(job -> job.state() == Job.State.DONE).forEach(done);
    }

    private boolean hasJustEnded(Job job) {
        boolean over = job.state() == Job.State.DONE || job.state() == Job.State.FAILED;
        return over && row(job.id()).filter(row -> row.state() == job.state()).isEmpty();
    }

    private void accept(Job job) {
        order.heard(job);
        if (job.state() == Job.State.DROPPED) {
            rows.remove(job.id());
        } else {
            JobRow row = rows.computeIfAbsent(job.id(), _ -> new JobRow(job));
            row.changed(job, pace);
            if (isCleared(row)) {
                rows.remove(job.id());
            }
        }
    }

    private boolean isCleared(JobRow row) {
        return row.state() == Job.State.DONE
                && cleared.flatMap(until -> row.job().get().times().endedAt().map(end -> !end.isAfter(until)))
                        .orElse(false);
    }

    private void arrange() {
        counts.set(JobCounts.of(rows.values()));
        draws.of(rows.values());
        List<JobLine> wanted = new ArrayList<>();
        List<JobRow> open = rows.values()
                .stream()
                .filter(row -> row.state() != Job.State.DONE && show.get().shows(row.state()))
                .sorted(order.queue())
                .toList();
        open.forEach(row -> wanted.add(new JobLine.Entry(row)));
        place(open);
        if (show.get().shows(Job.State.DONE)) {
            addDone(wanted);
        }
        if (!wanted.equals(lines)) {
            lines.setAll(wanted);
        }
        paused.set(rows.values().stream().anyMatch(row -> row.state() == Job.State.PAUSED));
        resting.look(rows.values());
        estimate();
        keepTicking();
    }

    private void addDone(List<JobLine> wanted) {
        List<JobRow> done = rows.values()
                .stream()
                .filter(row -> row.state() == Job.State.DONE)
                .sorted(JobOrder.NEWEST_END)
                .toList();
        boolean all = show.get() == Show.DONE || doneOpen.get();
        if (show.get() == Show.ALL && done.size() > 1) {
            done.stream().limit(1).forEach(row -> wanted.add(new JobLine.Entry(row)));
            wanted.add(new JobLine.DoneGroup(done.size() - 1, doneOpen.get()));
            done.stream().skip(1).filter(_ -> all).forEach(row -> wanted.add(new JobLine.Entry(row)));
        } else {
            done.forEach(row -> wanted.add(new JobLine.Entry(row)));
        }
    }

    private void place(List<JobRow> open) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (JobRow row : open) {
            if (row.state().waits()) {
                boolean queued = row.state() == Job.State.WAITING;
                int at = queued ? places.merge(row.job().get().work().lane(), 1, Integer::sum) : 0;
                row.placed(at, pace.of(row.job().get()), queued ? resting.words(row.job().get()) : "");
            }
        }
    }

    private void estimate() {
        Map<Job, Duration> running = new HashMap<>();
        List<Job> open = new ArrayList<>();
        Instant now = clock.instant();
        for (JobRow row : rows.values()) {
            Job job = row.job().get();
            if (job.state() == Job.State.RUNNING) {
                row.left(pace.of(job), now).ifPresent(time -> running.put(job, time));
            }
            if (job.state() == Job.State.RUNNING || job.state().waits()) {
                open.add(job);
            }
        }
        Map<String, Integer> room = queue().map(JobQueue::lanes).orElse(Map.of());
        left.set(open.isEmpty() || paused.get()
                ? Optional.empty()
                : pace.left(open, running, lane -> room.getOrDefault(lane, 1)));
    }

    /** Times are said anew each second, as long as something runs. */
    private void keepTicking() {
        boolean wanted = counts.get().running() > 0;
        if (wanted != isTicking) {
            ticking.cancel();
            ticking = wanted ? clockwork.every(SECOND, this::tick) : () -> {};
            isTicking = wanted;
        }
    }

    private void tick() {
        Instant now = clock.instant();
        rows.values().stream().filter(row -> row.state() == Job.State.RUNNING).forEach(row -> row.tick(now));
        estimate();
    }

    @Override
    public void close() {
        news.ifPresent(JobNews::close);
        ticking.cancel();
    }
}
