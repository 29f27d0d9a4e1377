package org.filmwright.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** The order of the work in a person's hand: lanes, queues, and single steps in them. */
public final class Dispatch {
    private static final String NOT_WAITING = " does not wait for room in a lane.";
    private final Ledger ledger;
    private final Workshop workshop;
    private final Optional<String> by;

    Dispatch(Ledger ledger, Workshop workshop, Optional<String> by) {
        this.ledger = ledger;
        this.workshop = workshop;
        this.by = by;
    }

    /** Where a waiting step may be put. */
    public enum Place {
        FRONT, UP, DOWN, BACK
    }

    /** By name. */
    public List<Lane> lanes() {
        return ledger.view().lanes().stream().map(lane -> lane.at(workshop.now())).toList();
    }

    /** The lanes of a farm in which steps wait though no worker that lives takes them; by name. */
    public List<String> unserved() {
        return ledger.workersRoom().map(this::waitingOutside).orElse(List.of());
    }

    private List<String> waitingOutside(Map<String, Integer> room) {
        return ledger.view()
                .inState(StepState.READY)
                .stream()
                .map(Step::lane)
                .distinct()
                .filter(lane -> !room.containsKey(lane) && !queue(lane, 1).isEmpty())
                .sorted()
                .toList();
    }

    /** What waits for room in a lane, first first. */
    public List<Step> queue(String lane, int most) {
        return ledger.view().queue(lane, most);
    }

    /** Nothing starts in a lane until then, or until it is resumed; what runs in it goes on. */
    public Outcome<Lane> pause(String lane, String reason, Optional<Instant> until) {
        return change(lane,
                at -> at.resumed().paused(new Lane.Pause(reason, workshop.now(), until)));
    }

    /** A lane works again, whatever it was paused for. */
    public Outcome<Lane> resume(String lane) {
        return change(lane, Lane::resumed);
    }

    /** The steps of a run with a higher priority start first, -9 to 9. */
    public Outcome<Run> prioritise(RunId run, int priority) {
        Urgency.requireInRange(priority);
        return workshop.attempt(by, moves -> moves.tx()
                .run(run)
                .map(at -> Outcome.ok(new RunMoves(moves).prioritise(at, priority)))
                .orElseGet(() -> refused("There is no run " + run + ".", "List the workflows to see their ids.")));
    }

    /** Moves a waiting step within the queue of its lane. */
    public Outcome<Step> move(StepId id, Place place) {
        return workshop.attempt(by, moves -> moves.tx()
                .step(id)
                .filter(step -> new QueueMoves(moves.tx()).place(step, place))
                .flatMap(step -> moves.tx().step(id))
                .map(Outcome::ok)
                .orElseGet(
                        () -> refused(name(id) + NOT_WAITING, "Only waiting jobs of running workflows have a place.")));
    }

    /** Takes a step that is not being worked on out of its run; what depends on it goes on without it. */
    public Outcome<Step> drop(StepId id) {
        return workshop.attempt(by, moves -> moves.tx()
                .step(id)
                .filter(step -> moves.leaveOut(step))
                .flatMap(step -> moves.tx().step(id))
                .map(Outcome::ok)
                .orElseGet(() -> refused(name(id) + " is done or being worked on.",
                        "Cancel the workflow to stop what is being worked on.")));
    }

    /** Does a step again, and everything after it, with less: as its handler offers. */
    public Outcome<Run> retrySmaller(StepId id) {
        Optional<Step> step = ledger.view().step(id);
        Optional<StepSpec.Work> less = step.flatMap(workshop::smaller);
        if (less.isEmpty()) {
            return refused(name(id) + " cannot be done smaller.", "Retry it as it is.");
        }
        return workshop.attempt(by, moves -> new RunMoves(moves).retry(moves.tx().step(id).orElseThrow(), less.get())
                ? Outcome.ok(moves.tx().run(step.get().run()).orElseThrow())
                : refused("Something that depends on " + name(id) + " is being worked on.",
                        "Pause the workflow first, then retry."));
    }

    private Outcome<Lane> change(String lane, UnaryOperator<Lane> how) {
        return workshop.attempt(by, moves -> new LaneMoves(moves.tx(), moves.now()).change(lane, how)
                .map(Outcome::ok)
                .orElseGet(() -> refused("There is no lane '" + lane + "'.",
                        "There are: " + moves.tx().lanes().stream().map(Lane::name).toList() + ".")));
    }

    private String name(StepId id) {
        return ledger.view().step(id).map(Step::path).orElse("A job that is not there");
    }

    private static <T> Outcome<T> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what, remedy));
    }
}
