package org.filmwright.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.filmwright.base.MediaRef;
import org.filmwright.engine.flow.Definition;

/** One look at the rows of {@link MemoryLedger}, or one change of them. */
final class MemoryTx implements LedgerTx {
    private final MemoryTables rows;
    private final List<Runnable> after = new ArrayList<>();

    MemoryTx(MemoryTables rows) {
        this.rows = rows;
    }

    /** Does what waited for it. */
    void committed() {
        after.forEach(Runnable::run);
    }

    @Override
    public SpendTx spend() {
        return rows.purse();
    }

    @Override
    public Optional<Run> run(RunId run) {
        return Optional.ofNullable(rows.runs().get(run)).map(this::counted);
    }

    @Override
    public List<Run> runs() {
        return rows.runs().values().stream().map(this::counted).toList().reversed();
    }

    @Override
    public Lineage lineage(RunId run) {
        return rows.lineages().getOrDefault(run, new Lineage(Optional.empty(), Optional.empty(), run.value()));
    }

    @Override
    public Optional<Definition> definition(String hash) {
        return Optional.ofNullable(rows.definitions().get(hash));
    }

    @Override
    public void define(Definition definition) {
        rows.definitions().putIfAbsent(definition.hash(), definition);
    }

    @Override
    public void lineage(RunId run, Lineage lineage) {
        rows.lineages().put(run, lineage);
    }

    @Override
    public List<Step> dependencies(StepId step) {
        return rows.dependsOn().getOrDefault(step, List.of()).stream().map(rows.steps()::get).toList();
    }

    @Override
    public int rounds(StepId step) {
        return rows.rounds().getOrDefault(step, 0);
    }

    @Override
    public void rounds(StepId step, int taken) {
        rows.rounds().put(step, taken);
    }

    @Override
    public Optional<Step> step(StepId step) {
        return Optional.ofNullable(rows.steps().get(step));
    }

    @Override
    public List<Step> steps(RunId run) {
        return those(step -> step.run().equals(run));
    }

    @Override
    public List<Step> inState(StepState state) {
        return those(step -> step.state() == state);
    }

    @Override
    public List<Event> events(RunId run) {
        return List.copyOf(rows.events().getOrDefault(run, List.of()));
    }

    @Override
    public List<OpenQuestion> questions() {
        return rows.open();
    }

    @Override
    public Optional<OpenQuestion> question(StepId step) {
        return questions().stream().filter(open -> open.step().equals(step)).findFirst();
    }

    @Override
    public List<Choice> answers(StepId step) {
        return rows.asked()
                .entrySet()
                .stream()
                .filter(entry -> entry.getKey().step().equals(step) && entry.getValue().state().equals("ANSWERED"))
                .sorted(Comparator.comparing(entry -> entry.getKey().number()))
                .flatMap(entry -> entry.getValue().choice().stream())
                .toList();
    }

    @Override
    public List<Returned> returned(RunId run) {
        return rows.asked()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().state().equals("WITHDRAWN")
                        && entry.getValue().choice().isPresent()
                        && step(entry.getKey().step()).filter(step -> step.run().equals(run)).isPresent())
                .sorted(Comparator
                        .comparing((Map.Entry<MemoryTables.Key, MemoryTables.Asked> entry) -> entry.getValue().at())
                        .thenComparing(entry -> entry.getKey().number()))
                .map(entry -> new Returned(entry.getKey().step(), entry.getValue().question().orElseThrow(),
                        entry.getValue().choice().orElseThrow()))
                .toList();
    }

    @Override
    public Map<String, String> upstream(StepId step) {
        Map<String, String> outputs = new HashMap<>();
        rows.dependsOn()
                .getOrDefault(step, List.of())
                .stream()
                .map(rows.steps()::get)
                .forEach(before -> before.ending().output().ifPresent(out -> outputs.put(before.path(), out)));
        return outputs;
    }

    @Override
    public void insert(Run run) {
        rows.runs().put(run.id(), run);
    }

    @Override
    public void update(Run run) {
        rows.runs().put(run.id(), run);
    }

    @Override
    public void insert(Step step, List<StepId> dependsOn) {
        rows.steps().put(step.id(), step);
        rows.dependsOn().put(step.id(), List.copyOf(dependsOn));
    }

    @Override
    public void update(Step step, List<StepId> dependsOn) {
        insert(step, dependsOn);
    }

    @Override
    public boolean update(Step before, Step after) {
        Step row = rows.steps().get(before.id());
        boolean same = row.state() == before.state() && row.tries().epoch() == before.tries().epoch();
        if (same) {
            rows.steps().put(after.id(), after);
        }
        return same;
    }

    @Override
    public List<Step> dependents(StepId step) {
        return those(each -> rows.dependsOn().getOrDefault(each.id(), List.of()).contains(step));
    }

    @Override
    public List<Step> children(StepId step) {
        return those(each -> each.parent().equals(Optional.of(step)));
    }

    @Override
    public int openDependencies(StepId step) {
        return (int) rows.dependsOn()
                .get(step)
                .stream()
                .map(rows.steps()::get)
                .filter(each -> each.state() != StepState.SUCCEEDED && each.state() != StepState.SKIPPED)
                .count();
    }

    @Override
    public void put(Lane lane) {
        rows.lanes().put(lane.name(), lane);
    }

    @Override
    public Optional<Lane> lane(String name) {
        return Optional.ofNullable(rows.lanes().get(name));
    }

    @Override
    public List<Lane> lanes() {
        return rows.lanes().values().stream().sorted(Comparator.comparing(Lane::name)).toList();
    }

    @Override
    public int inFlight(String lane) {
        return those(each -> each.state().inFlight() && each.lane().equals(lane)).size();
    }

    @Override
    public List<Step> queue(String lane, int most) {
        return those(each -> each.state() == StepState.READY && each.lane().equals(lane)
                && rows.runs().get(each.run()).state() == RunState.RUNNING).stream()
                .sorted(Comparator.comparingLong(Step::urgency)
                        .thenComparing(each -> each.run().value())
                        .thenComparing(Step::position))
                .limit(most)
                .toList();
    }

    @Override
    public void rework(Step step) {
        rows.steps().put(step.id(), step);
    }

    @Override
    public void put(String handler, Pace pace) {
        rows.paces().put(handler, pace);
    }

    @Override
    public void countFrom(String name, Instant since) {
        rows.countedFrom().put(name, since);
    }

    @Override
    public Map<String, Instant> countedFrom() {
        return Map.copyOf(rows.countedFrom());
    }

    @Override
    public List<Reviewed> reviewed(String handlers) {
        return rows.reviewed(handlers);
    }

    @Override
    public Map<String, Pace> paces() {
        return Map.copyOf(rows.paces());
    }

    @Override
    public void delete(RunId run) {
        List<StepId> steps = steps(run).stream().map(Step::id).toList();
        rows.asked().keySet().removeIf(key -> steps.contains(key.step()));
        steps.forEach(rows.steps()::remove);
        steps.forEach(rows.dependsOn()::remove);
        rows.events().remove(run);
        rows.runs().remove(run);
    }

    @Override
    public List<RunId> endedBefore(Instant then, int most) {
        return rows.runs()
                .values()
                .stream()
                .filter(run -> run.state().ended() && run.endedAt().filter(then::isAfter).isPresent())
                .sorted(Comparator.comparing(run -> run.endedAt().orElseThrow()))
                .limit(most)
                .map(Run::id)
                .toList();
    }

    @Override
    public Map<StepId, List<StepId>> dependencies(RunId run) {
        Map<StepId, List<StepId>> before = new HashMap<>();
        steps(run).forEach(step -> before.put(step.id(), rows.dependsOn().get(step.id())));
        return before;
    }

    @Override
    public Optional<StepResult.Succeeded> remembered(String memo) {
        return those(step -> step.state() == StepState.SUCCEEDED && step.ending().memo().equals(Optional.of(memo)))
                .stream()
                .max(Comparator.comparing(step -> step.ending().endedAt().orElseThrow()))
                .map(step -> new StepResult.Succeeded(step.ending().output().orElseThrow(),
                        rows.artifacts().getOrDefault(step.id(), List.of()), List.of(),
                        step.ending().confidence()));
    }

    @Override
    public Optional<Step> maker(String memo) {
        return those(step -> step.state() == StepState.SUCCEEDED && step.ending().memo().equals(Optional.of(memo)))
                .stream()
                .min(Comparator.comparing(step -> step.ending().endedAt().orElseThrow()));
    }

    @Override
    public Statistics statistics() {
        return MemoryStatistics.of(List.copyOf(rows.steps().values()), rows.asked()
                .values()
                .stream()
                .map(asked -> new MemoryStatistics.Review(asked.state(), asked.at(), asked.choice()))
                .toList());
    }

    @Override
    public void hasten(RunId run, long by) {
        rows.steps().replaceAll((id, step) -> step.run().equals(run) ? step.placed(step.urgency() - by) : step);
    }

    @Override
    public List<MediaRef> artifacts(StepId step) {
        return rows.artifacts().getOrDefault(step, List.of());
    }

    @Override
    public void artifacts(Step step, List<MediaRef> media) {
        rows.artifacts().put(step.id(), media);
    }

    @Override
    public int ask(StepId step, Question question, Instant at) {
        int number = 1 + (int) rows.asked()
                .entrySet()
                .stream()
                .filter(entry -> entry.getKey().step().equals(step) && entry.getValue().question().isPresent())
                .count();
        rows.asked()
                .merge(new MemoryTables.Key(step, number),
                        new MemoryTables.Asked(Optional.of(question), at, Optional.empty(), "OPEN"),
                        (early, fresh) -> new MemoryTables.Asked(fresh.question(), at, early.choice(),
                                early.state()));
        return number;
    }

    @Override
    public void answer(StepId step, int number, Choice choice) {
        rows.asked()
                .computeIfPresent(new MemoryTables.Key(step, number),
                        (key, asked) -> new MemoryTables.Asked(asked.question(), asked.at(),
                                Optional.of(choice), "ANSWERED"));
    }

    @Override
    public void answerEarly(StepId step, int number, Choice choice) {
        rows.asked()
                .putIfAbsent(new MemoryTables.Key(step, number),
                        new MemoryTables.Asked(Optional.empty(), choice.at(),
                                Optional.of(choice), "ANSWERED"));
    }

    @Override
    public Optional<Choice> earlyAnswer(StepId step, int number) {
        return Optional.ofNullable(rows.asked().get(new MemoryTables.Key(step, number)))
                .flatMap(MemoryTables.Asked::choice);
    }

    @Override
    public void withdraw(StepId step) {
        rows.asked()
                .replaceAll((key, asked) -> key.step().equals(step) && asked.question().isPresent()
                        ? new MemoryTables.Asked(asked.question(), asked.at(), asked.choice(), "WITHDRAWN")
                        : asked);
    }

    @Override
    public void log(RunId run, Event.Entry entry) {
        List<Event> log = rows.events().computeIfAbsent(run, each -> new ArrayList<>());
        log.add(Event.after(log.isEmpty() ? Event.Head.START : log.getLast().head(), run, entry));
    }

    @Override
    public void afterCommit(Runnable action) {
        after.add(action);
    }

    private Run counted(Run run) {
        Map<StepState, Integer> counts = new EnumMap<>(StepState.class);
        steps(run.id()).forEach(step -> counts.merge(step.state(), 1, Integer::sum));
        return run.counted(counts);
    }

    private List<Step> those(Predicate<Step> which) {
        return rows.steps().values().stream().filter(which).toList();
    }
}
