package org.filmwright.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.MediaRef;
import org.filmwright.engine.flow.Definition;

/** Questions to the rows. */
public interface LedgerView {
    /** Paid calls, caps and who waits for money. */
    SpendView spend();

    Optional<Run> run(RunId run);

    /** Newest first. */
    List<Run> runs();

    /** Where a run comes from; one that stands alone is its own origin. */
    Lineage lineage(RunId run);

    Optional<Definition> definition(String hash);

    Optional<Step> step(StepId step);

    default Optional<Step> step(RunId run, String path) {
        return step(StepId.of(run, path));
    }

    /** In their order. */
    List<Step> steps(RunId run);

    List<Step> inState(StepState state);

    Optional<Lane> lane(String name);

    /** By name. */
    List<Lane> lanes();

    /** How many steps take up room in a lane. */
    int inFlight(String lane);

    /** The steps that wait for room in a lane, of running runs, in the order in which they should start. */
    List<Step> queue(String lane, int most);

    /** Runs that ended before then, oldest first. */
    List<RunId> endedBefore(Instant then, int most);

    /** What the steps of a run depend on. */
    Map<StepId, List<StepId>> dependencies(RunId run);

    /** What a step that succeeded under this memo key made; the newest, with its files. */
    Optional<StepResult.Succeeded> remembered(String memo);

    /** The step that succeeded under this memo key first. */
    Optional<Step> maker(String memo);

    /** The files that a step stands for. */
    List<MediaRef> artifacts(StepId step);

    /** How long steps take here, by handler. */
    Map<String, Pace> paces();

    Statistics statistics();

    /** The steps of all handlers whose names begin so, those of the oldest run first, with what was asked about them. */
    List<Reviewed> reviewed(String handlers);

    /** Since when the statistics of a name count, where somebody had them counted anew. */
    Map<String, Instant> countedFrom();

    List<Event> events(RunId run);

    /** Open ones, oldest first. */
    List<OpenQuestion> questions();

    Optional<OpenQuestion> question(StepId step);

    /** What the step's questions were answered, the last one last; none if it was opened again since. */
    List<Choice> answers(StepId step);

    /** What questions of a run were answered that have been opened again since, oldest first. */
    List<Returned> returned(RunId run);

    /** Outputs of the steps that this one depends on, by path. */
    Map<String, String> upstream(StepId step);
}
