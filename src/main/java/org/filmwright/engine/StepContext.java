package org.filmwright.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.filmwright.base.Digest;
import org.filmwright.base.Progress;

/** What a handler is given. What it does not ask for, costs nothing. */
public final class StepContext {
    private final Execution execution;
    private final LedgerView view;
    private final StagingArea staging;
    private final Purse purse;

    StepContext(Execution execution, LedgerView view, StagingArea staging, Purse purse) {
        this.execution = execution;
        this.view = view;
        this.staging = staging;
        this.purse = purse;
    }

    /** The step as claimed: its epoch and attempt are those of this execution. */
    public Step step() {
        return execution.step();
    }

    /** The JSON the step was created with. */
    public String input() {
        return step().input();
    }

    /** When the run of this step was begun, in whatever process. */
    public Instant begun() {
        return view.run(step().run()).orElseThrow().createdAt();
    }

    /** Whether somebody stopped the run of this step; not so where only the engine is closed, and it will go on. */
    public boolean dismissed() {
        return switch (view.run(step().run()).orElseThrow().state()) {
            case CANCELLING, CANCELLED -> true;
            case CREATED, RUNNING, PAUSING, PAUSED, SUCCEEDED, FAILED -> false;
        };
    }

    /** Output JSON of the steps it depends on, by path. */
    public Map<String, String> upstream() {
        return view.upstream(step().id());
    }

    /** What a person answered to this step's last question, if it asked one. */
    public Optional<Choice> answer() {
        return answers().reduce((older, newer) -> newer);
    }

    /** How often a person answered this, at any of this step's questions. */
    public long answered(String choice) {
        return answers().filter(answer -> answer.choice().equals(choice)).count();
    }

    /**
     * What was said by those who sent this step's work back, oldest first: at gates that come after it and lead back to it
     * or to something before it.
     */
    public List<Returned> sentBack() {
        List<Returned> returned = view.returned(step().run()).stream().filter(Returned::sentBack).toList();
        if (returned.isEmpty()) {
            return List.of();
        }
        Set<StepId> later = new HashSet<>(Set.of(step().id()));
        Map<StepId, List<StepId>> before = view.dependencies(step().run());
        for (boolean grown = true; grown;) {
            grown = later.addAll(before.entrySet()
                    .stream()
                    .filter(entry -> entry.getValue().stream().anyMatch(later::contains))
                    .map(Map.Entry::getKey)
                    .toList());
        }
        return returned.stream().filter(each -> later.contains(each.step())).toList();
    }

    /** How often somebody wanted another result than the one that was there: by a retry, or by a loop that came back here. */
    public long anew() {
        return view.events(step().run())
                .stream()
                .filter(event -> event.type().equals(Reopening.ANEW) && event.step().equals(Optional.of(step().id())))
                .count();
    }

    private Stream<Choice> answers() {
        return view.answers(step().id()).stream();
    }

    /** A folder of this execution, on the file system of the project, empty at first; removed afterwards. */
    public Path staging() {
        return staging.make(step());
    }

    public Progress progress() {
        return execution;
    }

    /** What this step has bought or tried to, oldest first. */
    public List<PaidCall> calls() {
        return view.spend().calls(step().id());
    }

    /**
     * The only way to somebody who may charge. What the handler answers is what this answers: a purchase that this step
     * made before, in whatever state a crash left it, is gone on with and not made again.
     *
     * @param delivered makes the step's result of what was delivered; called again after a crash
     */
    public StepResult spend(Purchase purchase, Seller seller, Function<PaidCall.Closing, StepResult> delivered) {
        return purse.spend(purchase, seller, delivered);
    }

    /** The digest of all that the step is given: its input, and the outputs of the steps before it, in their order. */
    public String given() {
        List<String> outputs = new TreeMap<>(upstream()).values()
                .stream()
                .map(output -> Digest.of(output).hex())
                .toList();
        return Digest.of(Digest.of(input()).hex() + outputs).hex();
    }
}
