package org.filmwright.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/**
 * Durable runs of steps. What a call has answered survives a crash. All calls may be made from any thread; a run, step or
 * question that does not exist is refused with a sentence.
 */
public interface EngineApi extends AutoCloseable {
    /** Starts a run; one with the same key that was paused, failed or cancelled goes on where it stopped. */
    Outcome<RunId> start(RunSpec spec);

    Optional<Run> run(RunId run);

    /** All runs, newest first. */
    List<Run> runs();

    /** The steps of a run in their order. */
    List<Step> steps(RunId run);

    List<Event> events(RunId run);

    /** The runs that steps of this one wait for or waited for. */
    List<RunId> nested(RunId run);

    /** Where a run comes from. */
    Lineage lineage(RunId run);

    /** The gates that wait for a person, oldest first. */
    List<OpenQuestion> questions();

    Statistics statistics();

    /** The steps of all handlers whose names begin so, those of the oldest run first, with what was asked about them. */
    List<Reviewed> reviewed(String handlers);

    /** Since when the statistics of a name count, where somebody had them counted anew. */
    Map<String, Instant> countedFrom();

    /** Has the statistics of a name begin anew, now; what was done is kept. Durable when it returns. */
    Outcome<Instant> countAnew(String name);

    /** How long steps usually take here, by handler; those that found old work again are not counted. */
    Map<String, Pace> paces();

    /** The step that first made what a handler remembers under this basis. */
    Optional<Step> maker(String handler, String basis);

    /** How long a run will still take. */
    Outlook outlook(RunId run);

    /** How long everything that runs will still take. */
    Outlook outlook();

    /** Lanes and queues in a person's hand. */
    Dispatch dispatch();

    /** Answers the open question of a step; durable when it returns. */
    Outcome<Run> decide(StepId step, Choice choice);

    /** What was spent, and the caps. */
    SpendApi spending();

    /** Opens an ended step again, and everything that depends on it; its run goes on. */
    Outcome<Run> retry(StepId step);

    /** Nothing new starts; running steps end first. */
    Outcome<Run> pause(RunId run);

    /** A paused, failed or cancelled run goes on where it stopped. */
    Outcome<Run> resume(RunId run);

    /** Nothing new starts; running steps are asked to stop. */
    Outcome<Run> cancel(RunId run);

    /**
     * Blocks until the run rests: it ended, is paused, or waits for a person; or until the engine is closed. Fails if
     * nothing can be recorded any more.
     */
    Outcome<Run> await(RunId run);

    /** Blocks until nothing can be recorded any more, or the engine is closed. */
    Failure awaitTrouble() throws InterruptedException;

    /** Calls {@code listener} until the answer is closed. */
    Subscription listen(EngineListener listener);

    /** Asks running steps to stop, puts them back, and waits for that. They go on when the project is opened again. */
    @Override
    void close();

    /** Ends a subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
