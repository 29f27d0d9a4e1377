package org.filmwright.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.filmwright.base.Failure;

/**
 * The arrows of engine.md 5 for steps, within one transaction: row, event, dependents and the run's own state change
 * together. Remembers what changed, for the listeners.
 */
final class StepMoves {
    private final LedgerTx tx;
    private final Instant now;
    private final Map<StepId, Step> changed = new LinkedHashMap<>();
    private final Set<RunId> changedRuns = new LinkedHashSet<>();
    private final List<Instant> due = new ArrayList<>();
    private final Set<StepId> superseded = new LinkedHashSet<>();
    private final Optional<String> by;
    private final Rules rules;
    private final Course course;

    StepMoves(LedgerTx tx, Instant now) {
        this(tx, now, Optional.empty());
    }

    /** @param by who set this off; nobody where it goes on by itself */
    StepMoves(LedgerTx tx, Instant now, Optional<String> by) {
        this.tx = tx;
        this.by = by;
        this.rules = new Rules(tx);
        this.course = new Course(this);
        // Rows hold microseconds; the hash of an event must be the same when it is read back.
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    LedgerTx tx() {
        return tx;
    }

    Instant now() {
        return now;
    }

    Rules rules() {
        return rules;
    }

    /** Steps whose execution does not count any more. */
    Set<StepId> superseded() {
        return superseded;
    }

    List<Step> changed() {
        return List.copyOf(changed.values());
    }

    /** When something falls due that waits for its time. */
    List<Instant> due() {
        return List.copyOf(due);
    }

    List<Run> changedRuns() {
        return changedRuns.stream().flatMap(run -> tx.run(run).stream()).toList();
    }

    /** The step as it runs now, unless it is not this execution that runs: then its result does not count. */
    Optional<Step> held(Step claimed) {
        return tx.step(claimed.id()).filter(claimed::sameExecution);
    }

    void succeed(Step step, StepResult.Succeeded result, Optional<Memo> memo) {
        tx.artifacts(step, result.artifacts());
        if (rules.needsReview(step, result.confidence())) {
            ask(step, Question.review(step.path(), result.confidence().orElseThrow(), result.output(),
                    result.artifacts()));
            return;
        }
        Optional<String> key = memo.filter(_ -> result.expansion().isEmpty()).map(Memo::key);
        Map<String, String> detail = memo.filter(Memo::reused).isPresent() ? Map.of("reused", "yes") : Map.of();
        course.goOn(move(step, step.succeeded(result, key, now), detail));
        if (!result.expansion().isEmpty()) {
            add(step.run(), result.expansion(), Optional.of(step.id()));
        }
        settle(step.run());
    }

    void ask(Step step, Question question) {
        Step asking = move(step, step.asking());
        int number = tx.ask(step.id(), question, now);
        question.deadline().ifPresent(deadline -> due.add(now.plus(deadline.after())));
        tx.earlyAnswer(step.id(), number).ifPresent(choice -> decide(asking, number, question, choice));
    }

    /** A remote job is at it. Asking for it again is no news. */
    void await(Step step, Instant nextAt) {
        Step waiting = step.waitingOutside(nextAt);
        if (step.state() == StepState.WAITING_EXTERNAL) {
            tx.update(step, waiting);
            due.add(nextAt);
        } else {
            move(step, waiting);
            settle(step.run());
        }
    }

    void postpone(Step step, Failure failure, Instant nextAt) {
        move(step, step.postponed(failure, nextAt));
        settle(step.run());
    }

    void sendAway(Step step, Failure failure, Instant nextAt) {
        move(step, step.sentAway(failure, nextAt));
        settle(step.run());
    }

    void fail(Step step, Failure failure) {
        failed(move(step, step.failed(failure, now)), failure);
    }

    /** A handler stopped because it was asked to. */
    void stop(Step step) {
        boolean cancelling = tx.run(step.run()).filter(run -> run.state() == RunState.CANCELLING).isPresent();
        if (cancelling || step.state() == StepState.RUNNING) {
            move(step, cancelling ? step.cancelled(now) : step.putBack());
        }
        settle(step.run());
    }

    /** What was to be tried again by {@code due}, or by now. A step begun in the future had its clock set back: it is due. */
    void wake(Instant due) {
        Instant latest = due.isAfter(now) ? due : now;
        tx.inState(StepState.RETRY_WAIT)
                .stream()
                .filter(step -> step.ending().nextAt().filter(at -> !at.isAfter(latest)).isPresent()
                        || step.ending().startedAt().filter(now.plus(Lane.DRIFT)::isBefore).isPresent())
                .forEach(step -> move(step, step.ready()));
        new Gates(tx).late(now).forEach(this::expire);
    }

    private void expire(OpenQuestion late) {
        Question.Deadline deadline = late.question().deadline().orElseThrow();
        Step step = tx.step(late.step()).orElseThrow();
        switch (deadline.policy()) {
            case WAIT -> note(step, "question.late", Map.of());
            case DEFAULT -> decide(step, late.number(), late.question(), new Choice(deadline.choice(),
                    "Nobody answered in time.", "the deadline", now));
            case FAIL -> {
                withdraw(step.id());
                fail(step, new Failure.Refused("Nobody answered in time: " + late.question().text(),
                        "Retry " + step.path() + " to be asked again."));
            }
        }
    }

    /** Logs something about a step that changes none of its rows. */
    void note(Step step, String what, Map<String, String> detail) {
        Map<String, String> whole = new LinkedHashMap<>(said(detail));
        whole.put("path", step.path());
        tx.log(step.run(), new Event.Entry(now, what, Optional.of(step.id()), step.tries().epoch(), whole));
    }

    /** Nothing here can do it: it waits for a program that can. */
    void park(Step step, Failure why) {
        move(step, step.parked(why));
    }

    /** Steps that had to wait for somebody who can do them are ready where he is here now. */
    void unpark(Predicate<Step> possible) {
        tx.inState(StepState.PARKED).stream().filter(possible).forEach(step -> move(step, step.ready()));
    }

    /** Whoever works on the step works in vain. */
    Step supersede(Step running) {
        superseded.add(running.id());
        return move(running, running.putBack());
    }

    /** What a process left running when it died. */
    void recover(boolean starting) {
        for (Step orphan : tx.orphans(starting)) {
            tx.spend().calls(orphan.id()).forEach(new SpendMoves(this)::doubt);
            Step after = move(orphan, orphan.orphaned(now));
            after.ending().failure().ifPresent(failure -> failed(after, failure));
        }
        tx.runs().stream().filter(run -> !run.state().ended()).map(Run::id).forEach(this::settle);
    }

    void decide(Step asking, int number, Question question, Choice choice) {
        question.option(choice.choice()).ifPresent(option -> {
            tx.answer(asking.id(), number, choice);
            Optional<Hold> hold = tx.spend().hold(asking.id());
            hold.ifPresentOrElse(why -> new Holds(this).decide(asking, why, choice),
                    () -> answer(asking, question, option, choice));
            settle(asking.run());
        });
    }

    private void answer(Step asking, Question question, Question.Option option, Choice choice) {
        switch (option.then()) {
            case SUCCEED, EDIT -> done(asking, new Gates(tx).output(asking, question, option, choice));
            case RUN_AGAIN -> move(asking, asking.answered());
            case FAIL -> fail(asking, rejected(asking, choice));
        }
    }

    /** Adds steps to a run; one that is there already is opened again with the new work. */
    void add(RunId run, List<StepSpec> specs, Optional<StepId> parent) {
        requireDependencies(run, specs);
        Run within = tx.run(run).orElseThrow();
        int position = within.steps();
        boolean fresh = position == 0;
        List<Step> added = new ArrayList<>();
        for (StepSpec spec : specs) {
            List<StepId> before = spec.dependsOn().stream().map(path -> idOf(run, path, fresh)).toList();
            Optional<Step> known = fresh ? Optional.empty() : tx.step(run, spec.path());
            Step step = known.map(old -> old.reopened(spec.work()))
                    .orElse(Step.created(within, spec, parent, position++));
            if (known.isPresent()) {
                tx.update(step, before);
            } else {
                tx.insert(step, before);
            }
            added.add(noted(step, Map.of()));
        }
        course.begin(added);
    }

    private StepId idOf(RunId run, String path, boolean fresh) {
        Optional<Step> known = fresh ? Optional.empty() : tx.step(run, path);
        return known.map(Step::id).orElseGet(() -> StepId.of(run, path));
    }

    /** Opens steps again: pending first, all of them, then those with nothing before them ready. */
    void reopen(List<Step> steps) {
        steps.forEach(step -> withdraw(step.id()));
        for (Step step : steps.stream().flatMap(each -> tx.step(each.id()).stream()).toList()) {
            move(step, step.reopened(step.work()));
        }
        course.begin(steps);
    }

    /** Takes a step out of the plan of its run. */
    void drop(Step step) {
        withdraw(step.id());
        if (step.state() != StepState.SKIPPED) {
            move(step, step.dropped(now));
        }
    }

    /** Cancels whatever has not begun. */
    void cancelOpen(RunId run) {
        tx.steps(run).stream().filter(StepMoves::notBegun).forEach(step -> withdraw(step.id()));
        tx.steps(run).stream().filter(StepMoves::notBegun).forEach(step -> move(step, step.cancelled(now)));
    }

    private static boolean notBegun(Step step) {
        return !step.state().ended() && !step.state().inFlight();
    }

    /** Forgets what the step asked, and lets those who waited for the same answer ask themselves. */
    private void withdraw(StepId step) {
        tx.withdraw(step);
        new Holds(this).forget(step);
    }

    /** Does without a step that is not being worked on; false where it is, or has ended well or for good. */
    boolean leaveOut(Step step) {
        boolean idle = !step.state().inFlight() && step.state() != StepState.WAITING_CHILD
                && (!step.state().ended() || step.state() == StepState.FAILED);
        if (idle) {
            drop(step);
            course.release(step);
            settle(step.run());
        }
        return idle;
    }

    Step move(Step before, Step after) {
        return move(before, after, Map.of());
    }

    private Step move(Step before, Step after, Map<String, String> detail) {
        if (!tx.update(before, after)) {
            throw new IllegalStateException("Somebody else changed " + before.path());
        }
        after.ending().nextAt().ifPresent(due::add);
        return noted(after, detail);
    }

    /** Moves the run on where its steps allow it: drained, or all done. */
    void settle(RunId id) {
        Run run = tx.run(id).orElseThrow();
        boolean drained = run.working() == 0;
        boolean done = run.count(StepState.SUCCEEDED) + run.count(StepState.SKIPPED) == run.steps();
        switch (run.state()) {
            case RUNNING -> toIf(done, run, RunState.SUCCEEDED);
            case PAUSING -> toIf(drained, run, done ? RunState.SUCCEEDED : RunState.PAUSED);
            case CANCELLING -> cancelled(drained, run);
            case CREATED, PAUSED, SUCCEEDED, FAILED, CANCELLED -> toIf(false, run, run.state());
        }
    }

    void to(Run run, RunState next, Optional<Failure> why) {
        tx.update(run.to(next, why, now));
        changedRuns.add(run.id());
        Map<String, String> detail = why.map(failure -> Map.of("failure", failure.what())).orElse(Map.of());
        tx.log(run.id(), new Event.Entry(now, "run." + word(next), Optional.empty(), 0, said(detail)));
        if (next.ended()) {
            new Nested(this).ended(tx.run(run.id()).orElseThrow());
        }
    }

    private void toIf(boolean when, Run run, RunState next) {
        if (when) {
            to(run, next, Optional.empty());
        }
    }

    private void cancelled(boolean drained, Run run) {
        if (drained) {
            cancelOpen(run.id());
            to(run, RunState.CANCELLED, Optional.empty());
        }
    }

    /** The step has succeeded by what happened elsewhere. */
    void finish(Step step, String output) {
        done(step, output);
        settle(step.run());
    }

    private void done(Step step, String output) {
        Step done = move(step, step.succeeded(output, now));
        course.goOn(done);
    }

    private void failed(Step step, Failure failure) {
        if (rules.mayFail(step)) {
            course.goOn(move(step, step.skipped(now)));
            settle(step.run());
            return;
        }
        Run run = tx.run(step.run()).orElseThrow();
        if (run.state().next().contains(RunState.FAILED)) {
            to(run, RunState.FAILED, Optional.of(failure));
        }
        settle(step.run());
    }

    private void requireDependencies(RunId run, List<StepSpec> specs) {
        Set<String> together = specs.stream().map(StepSpec::path).collect(Collectors.toSet());
        specs.stream()
                .flatMap(spec -> spec.dependsOn().stream())
                .filter(path -> !together.contains(path) && tx.step(run, path).isEmpty())
                .findFirst()
                .ifPresent(path -> {
                    throw new IllegalArgumentException("No step of the run is called " + path);
                });
    }

    private Step noted(Step step, Map<String, String> more) {
        changed.put(step.id(), step);
        Map<String, String> detail = new LinkedHashMap<>(more);
        detail.put("path", step.path());
        detail.put("attempt", Integer.toString(step.tries().attempt()));
        step.ending().failure().ifPresent(failure -> detail.put("failure", failure.what()));
        tx.log(step.run(), new Event.Entry(now, "step." + word(step.state()), Optional.of(step.id()),
                step.tries().epoch(), said(detail)));
        return step;
    }

    /** With the name of whoever set it off. */
    private Map<String, String> said(Map<String, String> detail) {
        Map<String, String> whole = new LinkedHashMap<>(detail);
        by.ifPresent(person -> whole.put("by", person));
        return whole;
    }

    private static Failure rejected(Step step, Choice choice) {
        return new Failure.Refused("%s answered '%s' at %s.".formatted(choice.by(), choice.choice(), step.path()),
                "Retry the step to be asked again.");
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
