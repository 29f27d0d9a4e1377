package org.filmwright.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.engine.flow.Texts;

/** The engine on one project: every answer of a handler is one transaction that also starts what may follow. */
public final class Engine implements EngineApi {
    private final Ledger ledger;
    private final Workshop workshop;
    private final Optional<String> by;

    private Engine(Ledger ledger, Workshop workshop, Optional<String> by) {
        this.ledger = ledger;
        this.workshop = workshop;
        this.by = by;
    }

    /**
     * Takes up what an earlier process left and starts whatever is ready.
     *
     * @param handlers by the name that tasks call them
     * @throws LedgerFailed when the project cannot be written
     */
    public static Engine open(Ledger ledger, Map<String, StepHandler> handlers, EngineSettings settings, Crew crew) {
        Workshop workshop = new Workshop(ledger, handlers, settings, crew);
        workshop.open();
        return new Engine(ledger, workshop, Optional.empty());
    }

    /** The same engine in the hands of somebody: the event log says who started, paused and cancelled. */
    public Engine as(String person) {
        return new Engine(ledger, workshop, Optional.of(person));
    }

    @Override
    public Outcome<RunId> start(RunSpec spec) {
        RunId id = spec.id();
        return (run(id).isPresent() ? resume(id) : begin(spec)).then(run -> Outcome.ok(id));
    }

    private Outcome<Run> begin(RunSpec spec) {
        EngineFact fact = new EngineFact.Started(spec, workshop.now(), by);
        return workshop.attempt(fact, moves -> applied(fact, moves, spec.id()));
    }

    @Override
    public Optional<Run> run(RunId run) {
        return ledger.view().run(run);
    }

    @Override
    public List<Run> runs() {
        return ledger.view().runs();
    }

    @Override
    public List<Step> steps(RunId run) {
        return ledger.view().steps(run);
    }

    @Override
    public List<Event> events(RunId run) {
        return ledger.view().events(run);
    }

    @Override
    public List<OpenQuestion> questions() {
        return ledger.view().questions();
    }

    @Override
    public Statistics statistics() {
        return ledger.view().statistics();
    }

    @Override
    public List<Reviewed> reviewed(String handlers) {
        return ledger.view().reviewed(handlers);
    }

    @Override
    public Map<String, Instant> countedFrom() {
        return ledger.view().countedFrom();
    }

    @Override
    public Outcome<Instant> countAnew(String name) {
        EngineFact.CountedAnew fact = new EngineFact.CountedAnew(name, workshop.now().truncatedTo(ChronoUnit.MICROS),
                by);
        return workshop.attempt(fact, moves -> {
            new RunMoves(moves).apply(fact);
            return Outcome.ok(fact.at());
        });
    }

    @Override
    public Map<String, Pace> paces() {
        return workshop.paces();
    }

    @Override
    public Optional<Step> maker(String handler, String basis) {
        return ledger.view().maker(Memo.of(handler, basis).key());
    }

    @Override
    public Outlook outlook(RunId run) {
        LedgerView view = ledger.view();
        return forecast(view).of(view.steps(run), view.dependencies(run));
    }

    @Override
    public Outlook outlook() {
        LedgerView view = ledger.view();
        List<RunId> open = view.runs().stream().filter(run -> run.state() == RunState.RUNNING).map(Run::id).toList();
        Map<StepId, List<StepId>> before = new HashMap<>();
        open.forEach(run -> before.putAll(view.dependencies(run)));
        return forecast(view).of(open.stream().flatMap(run -> view.steps(run).stream()).toList(), before);
    }

    private Forecast forecast(LedgerView view) {
        Map<String, Integer> room = view.lanes()
                .stream()
                .collect(Collectors.toMap(Lane::name, lane -> lane.spec().room()));
        Map<StepId, Execution.Report> reports = workshop.shift()
                .all()
                .stream()
                .collect(Collectors.toMap(each -> each.step().id(), Execution::latest, (a, _) -> a));
        return new Forecast(workshop.paces(), room, reports, workshop.now());
    }

    @Override
    public Dispatch dispatch() {
        return new Dispatch(ledger, workshop, by);
    }

    @Override
    public Outcome<Run> decide(StepId step, Choice choice) {
        Optional<OpenQuestion> open = ledger.view().question(step);
        if (open.isEmpty()) {
            return refused("No question is open there: it was answered, withdrawn, or never asked.",
                    "List the open questions to see what waits.");
        }
        OpenQuestion asked = open.get();
        if (asked.question().option(choice.choice()).isEmpty()) {
            return refused("'" + choice.choice() + "' is not an answer to: " + asked.question().text(), "Choose one of "
                    + asked.question().options().stream().map(Question.Option::choice).toList() + ".");
        }
        Optional<String> unfit = misfit(asked.question(), choice);
        if (unfit.isPresent()) {
            return refused(unfit.get(), "Show the workflow to see what is asked.");
        }
        Optional<String> missing = ledger.view()
                .spend()
                .hold(step)
                .flatMap(hold -> SpendQuestions.missing(hold, choice));
        if (missing.isPresent()) {
            return refused(missing.get(), "Give it with the answer; nothing was decided.");
        }
        EngineFact fact = new EngineFact.Decided(step, asked.number(), choice);
        return workshop.attempt(fact, moves -> applied(fact, moves, asked.run())
                .then(run -> meanwhile(moves.tx(), asked, choice).map(Engine::<Run>tooLate).orElse(Outcome.ok(run))))
                .then(run -> {
                    workshop.bulletin().decided(asked, choice);
                    return Outcome.ok(run);
                });
    }

    /** What somebody else answered while this answer was on its way. */
    private static Optional<Choice> meanwhile(LedgerTx tx, OpenQuestion asked, Choice choice) {
        return tx.earlyAnswer(asked.step(), asked.number()).filter(taken -> !taken.equals(choice));
    }

    private static <T> Outcome<T> tooLate(Choice taken) {
        return refused("It was answered meanwhile: '" + taken.choice() + "', by " + taken.by() + ".",
                "Retry the step to be asked again.");
    }

    /** What is wrong with the result that somebody wrote, or did not write. */
    private static Optional<String> misfit(Question question, Choice choice) {
        boolean edits = question.option(choice.choice())
                .filter(option -> option.then() == Question.Then.EDIT)
                .isPresent();
        if (edits != choice.edited().isPresent()) {
            return Optional.of(edits
                    ? "'" + choice.choice() + "' needs what is to stand there instead."
                    : "'" + choice.choice() + "' takes no result of yours.");
        }
        try {
            return choice.edited()
                    .map(Texts::tree)
                    .filter(tree -> !tree.isObject())
                    .map(_ -> "What is to stand there has to be a JSON object.");
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public SpendApi spending() {
        return new Spending(workshop);
    }

    @Override
    public Outcome<Run> retry(StepId id) {
        Optional<Step> step = ledger.view().step(id);
        if (step.isEmpty()) {
            return refused("There is no such step.", "List the jobs to see their ids.");
        }
        RunId run = step.get().run();
        return workshop.attempt(by, moves -> retried(moves, id)
                ? Outcome.ok(moves.tx().run(run).orElseThrow())
                : refused("Something that depends on " + step.get().path() + " is being worked on.",
                        "Pause the workflow first, then retry."));
    }

    @Override
    public Outcome<Run> pause(RunId run) {
        return change(run, (runs, at) -> runs.pause(at));
    }

    @Override
    public Outcome<Run> resume(RunId run) {
        return change(run, (runs, at) -> runs.resume(at));
    }

    @Override
    public Outcome<Run> cancel(RunId run) {
        if (run(run).isEmpty()) {
            return noRun(run);
        }
        EngineFact fact = new EngineFact.Stopped(run, workshop.now(), by);
        Outcome<Run> answer = workshop.attempt(fact, moves -> applied(fact, moves, run));
        stop(run);
        return answer;
    }

    private void stop(RunId run) {
        workshop.stop(run);
        Nested.of(ledger.view(), run).forEach(this::stop);
    }

    @Override
    public Outcome<Run> await(RunId id) {
        try {
            Optional<Failure> broken = workshop.standstill()
                    .until(() -> workshop.closing() || rests(id));
            return broken.map(Outcome::<Run>failed).orElseGet(() -> run(id).map(Outcome::ok).orElse(noRun(id)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return run(id).map(Outcome::ok).orElse(noRun(id));
        }
    }

    /** Whether a run and all that are nested in it rest. */
    private boolean rests(RunId id) {
        Optional<Run> run = run(id);
        return run.filter(each -> !each.rests()).isEmpty()
                && (run.filter(each -> each.count(StepState.WAITING_CHILD) > 0)
                        .isEmpty() || nested(id).stream().allMatch(this::rests));
    }

    @Override
    public List<RunId> nested(RunId run) {
        return Nested.of(ledger.view(), run);
    }

    @Override
    public Lineage lineage(RunId run) {
        return ledger.view().lineage(run);
    }

    @Override
    public Failure awaitTrouble() throws InterruptedException {
        return workshop.standstill()
                .until(workshop::closing)
                .orElse(new Failure.Refused("The work was stopped.", "Start it again to go on."));
    }

    @Override
    public Subscription listen(EngineListener listener) {
        return workshop.bulletin().add(listener);
    }

    @Override
    public void close() {
        workshop.close();
    }

    private Outcome<Run> change(RunId id, Change change) {
        return workshop.attempt(by, moves -> {
            Optional<Run> run = moves.tx().run(id);
            run.ifPresent(at -> change.of(new RunMoves(moves), at));
            return moves.tx().run(id).map(Outcome::ok).orElse(noRun(id));
        });
    }

    private static Outcome<Run> applied(EngineFact fact, StepMoves moves, RunId run) {
        new RunMoves(moves).apply(fact);
        return Outcome.ok(moves.tx().run(run).orElseThrow());
    }

    private static boolean retried(StepMoves moves, StepId id) {
        Step step = moves.tx().step(id).orElseThrow();
        return new RunMoves(moves).retry(step, step.work());
    }

    private static <T> Outcome<T> noRun(RunId run) {
        return refused("There is no run " + run + " in this project.", "List the workflows to see their ids.");
    }

    private static <T> Outcome<T> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what, remedy));
    }

    private interface Change {
        void of(RunMoves runs, Run at);
    }
}
