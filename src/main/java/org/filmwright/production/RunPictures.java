package org.filmwright.production;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.Replay;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunState;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepState;
import org.filmwright.engine.flow.Workflow;
import org.filmwright.production.RunPicture.Span;

/** Draws the runs of an engine. */
record RunPictures(EngineApi engine) {
    /** A step as it stood. */
    private record Seen(String path, Job.State state, Optional<StepId> id, Span span, Optional<String> trouble) {}

    /** How a run stands now. */
    Optional<RunPicture> now(RunId id) {
        return engine.run(id).map(run -> picture(run, Optional.empty(), steps(run), children(run)));
    }

    /** How it stood after that event of its log; nested runs are not told once more. */
    Optional<RunPicture> at(RunId id, int event) {
        return engine.run(id).flatMap(run -> Replay.at(engine.events(id), event).map(then -> {
            Map<String, StepId> ids = engine.steps(id).stream().collect(Collectors.toMap(Step::path, Step::id));
            Run stood = new Run(run.id(), run.name(), run.key(), run.input(), run.priority(), state(then.run()),
                    Optional.empty(), run.counts(), run.createdAt(), Optional.empty());
            List<Seen> steps = then.steps()
                    .entrySet()
                    .stream()
                    .map(each -> new Seen(each.getKey(), Jobs.state(stood, stepState(each.getValue())),
                            Optional.ofNullable(ids.get(each.getKey())), Span.NONE, Optional.empty()))
                    .toList();
            return picture(stood, Optional.of(then.at()), steps, Map.of());
        }));
    }

    private static RunState state(String word) {
        return word.isEmpty() ? RunState.CREATED : RunState.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static StepState stepState(String word) {
        return StepState.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private List<Seen> steps(Run run) {
        return engine.steps(run.id())
                .stream()
                .map(step -> new Seen(step.path(), Jobs.state(run, step.state()), Optional.of(step.id()),
                        new Span(step.ending().startedAt(), step.ending().endedAt()),
                        step.ending().failure().map(Failure::what)))
                .toList();
    }

    /** Runs nested in this one, by the step that waits for them; the newest of a step comes last. */
    private Map<StepId, List<RunPicture>> children(Run run) {
        Map<StepId, List<RunPicture>> found = new LinkedHashMap<>();
        for (RunId child : engine.nested(run.id())) {
            engine.lineage(child)
                    .parent()
                    .ifPresent(parent -> now(child)
                            .ifPresent(drawn -> found.computeIfAbsent(parent, _ -> new ArrayList<>()).add(drawn)));
        }
        return found;
    }

    private RunPicture picture(Run run, Optional<Instant> at, List<Seen> steps,
            Map<StepId, List<RunPicture>> children) {
        Optional<Workflow> flow = flow(run.id());
        Map<String, List<Seen>> byNode = steps.stream()
                .collect(Collectors.groupingBy(step -> nodeOf(flow, step.path()), LinkedHashMap::new,
                        Collectors.toList()));
        FlowMap map = FlowMap.of(flow, byNode.keySet());
        List<RunPicture.Stage> stages = map.stages()
                .stream()
                .map(stage -> new RunPicture.Stage(stage.name(), stage.places()
                        .stream()
                        .map(place -> node(run, place, byNode.getOrDefault(place.name(), List.of()), children))
                        .toList()))
                .toList();
        Span span = new Span(Optional.of(run.createdAt()), run.endedAt());
        return new RunPicture(run.id().value(), run.name(), flow.map(Workflow::title).orElse(run.name()),
                state(run, stages), at, span, awaited(stages));
    }

    private Optional<Workflow> flow(RunId run) {
        return engine.lineage(run).definition().map(Workflow::of);
    }

    /** What was left out because something before it is done again is not left out for good: it is not yet known. */
    private static List<RunPicture.Stage> awaited(List<RunPicture.Stage> stages) {
        List<RunPicture.Stage> drawn = new ArrayList<>();
        boolean open = false;
        for (RunPicture.Stage stage : stages) {
            boolean before = open;
            drawn.add(new RunPicture.Stage(stage.name(), stage.nodes()
                    .stream()
                    .map(node -> before || stage.nodes()
                            .stream()
                            .anyMatch(other -> other.rank() < node.rank() && !isOver(other)) ? unknown(node) : node)
                    .toList()));
            open |= !stage.nodes().stream().allMatch(RunPictures::isOver);
        }
        return drawn;
    }

    private static boolean isOver(RunPicture.Node node) {
        return node.reach().state() == Job.State.DONE || node.reach().state() == Job.State.DROPPED;
    }

    private static RunPicture.Node unknown(RunPicture.Node node) {
        return node.reach().state() != Job.State.DROPPED
                ? node
                : new RunPicture.Node(node.name(), node.kind(), node.rank(), new RunPicture.Reach(Job.State.BLOCKED, 0,
                        0), Span.NONE, Optional.empty(), Optional.empty(), List.of());
    }

    /** The node of its workflow that a step belongs to; without one, what steps of its kind are called. */
    private static String nodeOf(Optional<Workflow> flow, String path) {
        return flow.flatMap(known -> known.site(path)).map(site -> site.name()).orElseGet(() -> kindOf(path));
    }

    /** What steps are called without numbers and shots: {@code shot.draw}, {@code agent.logline-writer}. */
    private static String kindOf(String path) {
        List<String> parts = List.of(path.split("/"));
        return parts.getFirst().equals("shot") && parts.size() > 2 ? "shot." + parts.get(2) : path.replace('/', '.');
    }

    private static RunPicture.Node node(Run run, FlowMap.Place place, List<Seen> steps,
            Map<StepId, List<RunPicture>> children) {
        List<RunPicture> within = steps.stream()
                .flatMap(step -> step.id().stream())
                .flatMap(id -> children.getOrDefault(id, List.of()).stream())
                .toList();
        List<Job.State> states = steps.stream()
                .map(step -> step.state() == Job.State.BLOCKED && !within.isEmpty()
                        ? state(within.getLast().state())
                        : step.state())
                .toList();
        RunPicture.Reach reach = states.isEmpty() && run.state().ended()
                ? new RunPicture.Reach(Job.State.DROPPED, 0, 0)
                : RunPicture.Reach.of(states);
        Optional<Seen> first = steps.stream().filter(step -> step.state() == reach.state()).findFirst();
        return new RunPicture.Node(place.name(), place.kind(), place.rank(), reach, span(steps, reach),
                first.flatMap(Seen::id).map(StepId::value), first.flatMap(Seen::trouble), within);
    }

    private static Span span(List<Seen> steps, RunPicture.Reach reach) {
        Optional<Instant> from = steps.stream()
                .flatMap(step -> step.span().from().stream())
                .min(Comparator.naturalOrder());
        Optional<Instant> to = steps.stream()
                .flatMap(step -> step.span().to().stream())
                .max(Comparator.naturalOrder());
        return new Span(from, reach.done() == reach.of() ? to : Optional.empty());
    }

    private static Job.State state(RunPicture.State nested) {
        return switch (nested) {
            case RUNNING -> Job.State.RUNNING;
            case ASKING -> Job.State.ASKING;
            case LACKING -> Job.State.LACKING;
            case PAUSED -> Job.State.PAUSED;
            case FAILED -> Job.State.FAILED;
            case STOPPED -> Job.State.STOPPED;
            case DONE -> Job.State.DONE;
        };
    }

    private static RunPicture.State state(Run run, List<RunPicture.Stage> stages) {
        return switch (run.state()) {
            case CREATED, RUNNING -> waits(stages, Job.State.RUNNING)
                    ? RunPicture.State.RUNNING
                    : waits(stages, Job.State.ASKING)
                            ? RunPicture.State.ASKING
                            : waits(stages, Job.State.LACKING)
                                    ? RunPicture.State.LACKING
                                    : RunPicture.State.RUNNING;
            case PAUSING, PAUSED -> RunPicture.State.PAUSED;
            case FAILED -> RunPicture.State.FAILED;
            case CANCELLING, CANCELLED -> RunPicture.State.STOPPED;
            case SUCCEEDED -> RunPicture.State.DONE;
        };
    }

    private static boolean waits(List<RunPicture.Stage> stages, Job.State what) {
        return stages.stream().flatMap(stage -> stage.nodes().stream()).anyMatch(node -> node.reach().state() == what);
    }

    /** The steps of a node that can be opened again: those that failed or were stopped, else all that ended. */
    Stream<Step> repairable(RunId run, String node) {
        Optional<Workflow> flow = flow(run);
        List<Step> own = engine.steps(run)
                .stream()
                .filter(step -> nodeOf(flow, step.path()).equals(node))
                .toList();
        List<Step> broken = own.stream().filter(RunPictures::isBroken).toList();
        return broken.isEmpty() ? own.stream().filter(step -> step.state() == StepState.SUCCEEDED) : broken.stream();
    }

    private static boolean isBroken(Step step) {
        return step.state() == StepState.FAILED || step.state() == StepState.CANCELLED;
    }
}
