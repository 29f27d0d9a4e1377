package org.filmwright.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.filmwright.base.Cancelled;

/** Where a started step is worked on, until what came of it is recorded. */
final class Workbench {
    private static final System.Logger LOG = System.getLogger(Workbench.class.getName());
    private final Workshop workshop;
    private final Handlers handlers;
    private final Endings endings;
    private final EngineSettings settings;
    private final Crew crew;
    private final StagingArea staging;
    private final Shift shift;
    private final Turnstile turnstile;

    Workbench(Workshop workshop, Handlers handlers, Endings endings, EngineSettings settings, Crew crew) {
        this.workshop = workshop;
        this.handlers = handlers;
        this.endings = endings;
        this.settings = settings;
        this.crew = crew;
        this.staging = new StagingArea(settings.staging());
        this.shift = new Shift(crew, this::leaveBehind);
        this.turnstile = new Turnstile(shift::size, this::record);
    }

    Shift shift() {
        return shift;
    }

    void begin(Step step) {
        Execution execution = new Execution(step, workshop.bulletin(), settings.clock());
        shift.begin(execution, handlers.limit(step));
        crew.work(() -> execute(execution));
    }

    void stop(StepId step) {
        shift.of(step).ifPresent(execution -> {
            execution.stop(Execution.Stop.WISHED);
            shift.end(execution);
        });
    }

    void stopAll() {
        shift.all().forEach(each -> each.stop(Execution.Stop.WISHED));
    }

    /** Those that were asked to stop and did not: their steps end without them. */
    void leaveAllBehind() {
        shift.all().forEach(this::leaveBehind);
    }

    /** Where a worker begins: whatever a handler throws becomes a failure of its step here. */
    private void execute(Execution execution) {
        BiConsumer<StepMoves, Step> end;
        try {
            // Cancelled while it waited for a thread: nothing of it begins any more.
            execution.checkCancelled();
            end = handlers.missing(execution.step())
                    .<BiConsumer<StepMoves, Step>>map(why -> (moves, step) -> moves.park(step, why))
                    .orElseGet(() -> endings.of(handlers.work(execution, staging)));
        } catch (Cancelled stopped) {
            end = stopped(execution);
        } catch (Throwable mishap) {
            LOG.log(System.Logger.Level.DEBUG, execution.step().path(), mishap);
            end = failed(execution.step(), mishap);
        }
        try {
            settle(execution, end);
        } finally {
            staging.clear(execution.step());
        }
    }

    private BiConsumer<StepMoves, Step> stopped(Execution execution) {
        return endings.of(execution.stopped().orElse(Execution.Stop.WISHED), handlers.limit(execution.step()));
    }

    private BiConsumer<StepMoves, Step> failed(Step step, Throwable mishap) {
        return endings.of(new Handlers.Answer(new StepResult.Failed(Handlers.failureOf(step, mishap)),
                Optional.empty()));
    }

    /** It was asked to stop and did not: the step ends without it, and whatever it answers later does not count. */
    private void leaveBehind(Execution execution) {
        LOG.log(System.Logger.Level.WARNING, execution.step().path() + " does not stop; it is left behind.");
        settle(execution, stopped(execution));
    }

    /** Where a worker ends: what cannot even be recorded ends the waiting for this engine. */
    private void settle(Execution execution, BiConsumer<StepMoves, Step> end) {
        try {
            recordOrFail(execution, end);
        } catch (Throwable broken) {
            LOG.log(System.Logger.Level.DEBUG, execution.step().path(), broken);
            workshop.standstill().broken(Handlers.failureOf(execution.step(), broken));
        } finally {
            shift.end(execution);
        }
    }

    private void recordOrFail(Execution execution, BiConsumer<StepMoves, Step> end) {
        try {
            turnstile.handIn(execution, end);
        } catch (IllegalArgumentException | IllegalStateException mistake) {
            LOG.log(System.Logger.Level.DEBUG, execution.step().path(), mistake);
            turnstile.handIn(execution, failed(execution.step(), mistake));
        }
    }

    private void record(List<Turnstile.Ended> batch) {
        workshop.act(moves -> {
            // Before anything else that follows the commit: the steps may be begun again there.
            moves.tx().afterCommit(() -> batch.forEach(each -> shift.end(each.execution())));
            batch.forEach(each -> each.apply(moves));
            return batch;
        });
    }
}
