package org.filmwright.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.filmwright.base.MediaRef;
import org.filmwright.engine.flow.Growth;
import org.filmwright.engine.flow.Node;
import org.filmwright.engine.flow.Site;
import org.filmwright.engine.flow.Texts;
import org.filmwright.engine.flow.Workflow;

/** What the definition of its run says about a step, within one transaction; a run without one has no rules. */
final class Rules {
    private final LedgerTx tx;
    private final Map<RunId, Optional<Workflow>> flows = new HashMap<>();

    Rules(LedgerTx tx) {
        this.tx = tx;
    }

    /** A step and its place. */
    private record Placed(Workflow flow, Site site) {}

    Optional<Workflow> flow(RunId run) {
        return flows.computeIfAbsent(run, id -> tx.lineage(id).definition().map(Workflow::of));
    }

    /** Forgets what was known of a run: it has another definition now. */
    void forget(RunId run) {
        flows.remove(run);
    }

    private Optional<Placed> place(Step step) {
        return flow(step.run()).flatMap(flow -> flow.site(step.path()).map(site -> new Placed(flow, site)));
    }

    /** Whether a failure of the step leaves its run alone. */
    boolean mayFail(Step step) {
        return place(step).filter(at -> at.site().node().policy().onFailure() == Node.OnFailure.SKIP).isPresent();
    }

    /** Whether a result of this confidence is shown to a person first. */
    boolean needsReview(Step step, Optional<Double> confidence) {
        return confidence.isPresent() && place(step).flatMap(at -> at.site().node().policy().reviewBelow())
                .filter(least -> confidence.get() < least)
                .isPresent();
    }

    /** Whether a step is to be done, now that everything before it has ended; else it is skipped. */
    boolean enters(Step step) {
        return place(step).map(at -> enters(at, step)).orElse(true);
    }

    private boolean enters(Placed at, Step step) {
        List<Step> before = tx.dependencies(step.id());
        List<Boolean> taken = new ArrayList<>();
        List<Step> unnamed = new ArrayList<>(before);
        Map<Node.Edge, List<Step>> named = before.stream()
                .filter(from -> edge(at, from).isPresent())
                .collect(Collectors.groupingBy(from -> edge(at, from).orElseThrow()));
        named.values().forEach(unnamed::removeAll);
        named.forEach((edge, steps) -> steps.forEach(from -> taken.add(taken(edge, from))));
        at.site()
                .node()
                .after()
                .stream()
                .filter(edge -> !named.containsKey(edge))
                .forEach(edge -> taken.add(emptyTaken(at, edge, before)));
        if (taken.isEmpty() && !unnamed.isEmpty()) {
            taken.add(unnamed.stream().anyMatch(from -> from.state() == StepState.SUCCEEDED));
        }
        return taken.isEmpty() || (at.site().node().policy().join() == Node.Join.ALL
                ? taken.stream().allMatch(Boolean::booleanValue)
                : taken.stream().anyMatch(Boolean::booleanValue));
    }

    /** An edge from a fan-out without items is taken where the list itself was made. */
    private static boolean emptyTaken(Placed at, Node.Edge edge, List<Step> before) {
        Optional<String> source = at.flow().source(edge.from());
        return source.isEmpty() || before.stream()
                .filter(from -> at.flow().site(from.path()).map(Site::name).equals(source))
                .anyMatch(from -> from.state() == StepState.SUCCEEDED);
    }

    private static Optional<Node.Edge> edge(Placed at, Step from) {
        return at.flow().site(from.path()).flatMap(site -> at.flow().edge(site, at.site()));
    }

    private boolean taken(Node.Edge edge, Step from) {
        boolean succeeded = from.state() == StepState.SUCCEEDED;
        return edge.when()
                .map(when -> when.onFailure()
                        ? !succeeded && from.ending().failure().isPresent()
                        : succeeded && when.holds(output(from), input(from.run())))
                .orElse(succeeded);
    }

    /** The steps that can be known because this one has ended: items of a fan-out, and what follows them. */
    List<StepSpec> grown(Step ended) {
        return place(ended).filter(at -> at.flow().feeds(at.site()))
                .map(at -> {
                    Set<String> known = steps(at.flow(), ended.run(), Optional.of(ended.path())).stream()
                            .map(StepSpec::path)
                            .collect(Collectors.toSet());
                    return steps(at.flow(), ended.run(), Optional.empty()).stream()
                            .filter(spec -> !known.contains(spec.path()))
                            .toList();
                })
                .orElse(List.of());
    }

    private List<StepSpec> steps(Workflow flow, RunId run, Optional<String> except) {
        return Blueprint.steps(flow, Growth.of(flow, input(run), path -> except.filter(path::equals).isPresent()
                ? Optional.empty()
                : ended(run, path)));
    }

    private Optional<JsonNode> ended(RunId run, String path) {
        return tx.step(run, path)
                .filter(step -> step.state() == StepState.SUCCEEDED || step.state() == StepState.SKIPPED)
                .map(Rules::output);
    }

    /** The step to go back to after this one, if one of its loops says so and has not been used up. */
    Optional<StepId> back(Step done) {
        return place(done).flatMap(at -> at.site()
                .node()
                .policy()
                .loops()
                .stream()
                .filter(loop -> tx.rounds(done.id()) < loop.limit())
                .filter(loop -> loop.when().holds(output(done), input(done.run())))
                .findFirst()
                .flatMap(loop -> at.flow().pathFrom(at.site(), loop.to())))
                .flatMap(path -> tx.step(done.run(), path))
                .map(Step::id);
    }

    /** The question of a gate as it is asked: with what is known now, and without going back once that is used up. */
    Question asked(Step gate, Question question) {
        return place(gate).map(at -> {
            Map<String, String> known = new HashMap<>(tx.upstream(gate.id()));
            question.about()
                    .flatMap(path -> tx.step(gate.run(), path))
                    .ifPresent(subject -> subject.ending().output().ifPresent(out -> known.put(subject.path(), out)));
            Map<String, String> named = new HashMap<>(known);
            known.forEach((path, out) -> named.putIfAbsent(path.substring(path.lastIndexOf('/') + 1), out));
            boolean usedUp = at.site()
                    .node()
                    .policy()
                    .loops()
                    .stream()
                    .anyMatch(loop -> tx.rounds(gate.id()) >= loop.limit());
            List<MediaRef> result = question.about()
                    .flatMap(path -> tx.step(gate.run(), path))
                    .map(subject -> tx.artifacts(subject.id()))
                    .orElse(List.of());
            List<Question.Option> options = question.options()
                    .stream()
                    .filter(option -> !usedUp || !option.leadsTo("redo"))
                    .map(option -> option.leadsTo("accept") ? option.showing(result) : option)
                    .toList();
            return new Question(Texts.filled(question.text(), named), options, question.about(), question.deadline());
        }).orElse(question);
    }

    /** What a run puts out. */
    String output(RunId run) {
        return flow(run).flatMap(Workflow::output)
                .flatMap(node -> tx.step(run, node))
                .flatMap(step -> step.ending().output())
                .orElse("{}");
    }

    private JsonNode input(RunId run) {
        return Texts.tree(tx.run(run).orElseThrow().input());
    }

    private static JsonNode output(Step step) {
        return step.ending().output().<JsonNode>map(Texts::tree).orElse(MissingNode.getInstance());
    }
}
