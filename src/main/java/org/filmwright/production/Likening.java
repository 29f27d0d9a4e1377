package org.filmwright.production;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunState;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Trash;
import org.filmwright.production.sense.Halt;
import org.filmwright.production.sense.Senses;
import org.filmwright.production.sense.Space;
import org.filmwright.review.PromptMatch;
import org.filmwright.review.PromptMatches;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.ShotPrompt;

/**
 * Compares pictures with what their shots ask for, behind everybody: shot by shot, each kept as soon as it is known, so that
 * one goes on where one was stopped. It gives way to whoever paints on this machine, and stops where the model fails.
 */
public final class Likening implements EngineListener, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Likening.class.getName());

    private final Records records;
    private final PromptMatches matches;
    private final Senses senses;
    private final ExecutorService background;
    private final Set<String> lanes;
    /** Steps that paint here now. */
    private final Set<StepId> painting = ConcurrentHashMap.newKeySet();
    /** Pictures that the model could not read; they are asked for again when the project is opened again. */
    private final Set<Digest> unreadable = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean waits = new AtomicBoolean();
    private volatile Optional<Failure> stopped = Optional.empty();
    private volatile Optional<ShotId> wanted = Optional.empty();
    private Halt halt = new Halt();
    private boolean begun;
    private boolean closed;

    /**
     * Nothing is done before {@link #begin}.
     *
     * @param background one task at a time; shut down by {@link #close}
     * @param lanes in which models of this machine paint
     */
    public Likening(Records records, PromptMatches matches, Senses senses, ExecutorService background,
            Set<String> lanes) {
        this.records = records;
        this.matches = matches;
        this.senses = senses;
        this.background = background;
        this.lanes = Set.copyOf(lanes);
    }

    /** What is missing is compared from now on. */
    public void begin() {
        synchronized (this) {
            begun = true;
        }
        wake();
    }

    Senses senses() {
        return senses;
    }

    /** Something is new: what failed before is tried again. */
    void wake() {
        stopped = Optional.empty();
        goOn();
    }

    private synchronized void goOn() {
        if (begun && !closed && stopped.isEmpty() && !waits.getAndSet(true)) {
            background.execute(this::guarded);
        }
    }

    @Override
    public void runChanged(Run run) {
        if (run.state().ended() || run.state() == RunState.PAUSED) {
            wake();
        }
    }

    @Override
    public void stepChanged(Step step) {
        if (lanes.contains(step.lane())) {
            paints(step);
        } else if (step.state() == StepState.SUCCEEDED && step.work() instanceof StepSpec.Work.Task task
                && task.handler().equals(MakeSteps.DRAW)) {
            goOn();
        }
    }

    /** Between two pictures of a film nothing is begun: it would only be stopped by the next one. */
    private void paints(Step step) {
        if (step.state() != StepState.RUNNING) {
            painting.remove(step.id());
        } else if (painting.add(step.id())) {
            synchronized (this) {
                halt.ask();
            }
        }
    }

    /** The matches of a shot; those that are missing come before all others. Reads rows. */
    Matching of(ShotPlan plan, Shot shot) {
        Optional<Space> space = senses.likeness();
        if (space.isEmpty()) {
            return Matching.NONE;
        }
        Map<Digest, PromptMatch> found = matches.of(space.get().version(), prompt(plan, shot));
        Map<TakeId, PromptMatch> known = new HashMap<>();
        List<ImageTake> takes = takes(shot);
        takes.stream()
                .filter(take -> found.containsKey(take.media().digest()))
                .forEach(take -> known.put(take.id(), found.get(take.media().digest())));
        boolean missing = takes.stream()
                .anyMatch(take -> !known.containsKey(take.id()) && !unreadable.contains(take.media().digest()));
        if (missing) {
            wanted = Optional.of(shot.id());
            goOn();
        }
        return new Matching(known, missing && works(), stopped);
    }

    private synchronized boolean works() {
        return begun && !closed && stopped.isEmpty();
    }

    /** What is known of a shot now; nobody is asked for more. */
    Map<Digest, PromptMatch> known(ShotPlan plan, Shot shot) {
        return senses.likeness().map(space -> matches.of(space.version(), prompt(plan, shot))).orElse(Map.of());
    }

    private List<ImageTake> takes(Shot shot) {
        Trash trash = records.takes().trash();
        return records.takes().of(shot.id()).stream().filter(take -> !trash.holds(take.id())).toList();
    }

    static Digest prompt(ShotPlan plan, Shot shot) {
        return Digest.of(ShotPrompt.of(plan, shot));
    }

    /** A thread starts here: whatever was not foreseen ends here, and everything else goes on. */
    private void guarded() {
        waits.set(false);
        try {
            senses.likeness().ifPresent(this::compare);
        } catch (Cancelled asked) {
            LOG.log(System.Logger.Level.DEBUG, "Comparing pictures with prompts rests.");
        } catch (RuntimeException unforeseen) {
            LOG.log(System.Logger.Level.WARNING, "Comparing pictures with prompts failed.", unforeseen);
            stopped = Optional.of(new Failure.Bug("likening", "Pictures could not be compared with their prompts: "
                    + unforeseen.getMessage() + ". What was compared is kept."));
        }
    }

    private void compare(Space space) {
        LikenessOrders orders = LikenessOrders.missing(records, matches.known(space.version()), space, unreadable);
        LikenessBatch batch = new LikenessBatch(records, matches, space, unreadable);
        while (!orders.isEmpty()) {
            Optional<Halt> mine = next();
            if (mine.isEmpty()) {
                return;
            }
            stopped = batch.compare(orders.next(wanted), mine.get());
            if (stopped.isPresent()) {
                LOG.log(System.Logger.Level.WARNING, "Comparing pictures with prompts stopped: "
                        + stopped.get().what());
                return;
            }
        }
    }

    /** Permission for one batch; none while somebody paints, and none after the end. */
    private synchronized Optional<Halt> next() {
        halt = new Halt();
        return closed || !painting.isEmpty() ? Optional.empty() : Optional.of(halt);
    }

    /** Asks the model to stop and waits until nothing is read or written any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            halt.ask();
        }
        background.shutdown();
        boolean interrupted = Thread.interrupted();
        try {
            if (!background.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "The model that compares pictures does not stop.");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
