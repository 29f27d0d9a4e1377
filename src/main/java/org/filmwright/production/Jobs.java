package org.filmwright.production;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.filmwright.engine.Run;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;

/** Steps as jobs. The orders of runs are read once each, since every step of the film carries its own. */
final class Jobs {
    private static final Map<String, Job.Task> TASKS = Map.ofEntries(Map.entry(MakeSteps.READ, Job.Task.READ),
            Map.entry(MakeSteps.PLAN, Job.Task.PLAN), Map.entry(MakeSteps.DRAW, Job.Task.DRAW),
            Map.entry(MakeSteps.CIRCLE, Job.Task.CIRCLE), Map.entry(MakeSteps.CLIP, Job.Task.CLIP),
            Map.entry(MakeSteps.DELIVER, Job.Task.DELIVER), Map.entry(MakeSteps.ASSEMBLE, Job.Task.ASSEMBLE),
            Map.entry(MakeSteps.EXPORT, Job.Task.EXPORT), Map.entry(MakeSteps.ENLARGE, Job.Task.ENLARGE),
            Map.entry(MakeSteps.STORYBOARD, Job.Task.STORYBOARD), Map.entry(MakeSteps.RECUT, Job.Task.RECUT));

    private final Map<String, Optional<MakeOrder>> orders = new HashMap<>();
    private final Map<String, Optional<MakeOrder.Look>> looks = new HashMap<>();

    List<Job> of(Run run, List<Step> steps) {
        return steps.stream()
                .map(step -> of(run, step))
                .filter(job -> job.state() != Job.State.DROPPED)
                .toList();
    }

    Job of(Run run, Step step) {
        Job.Times times = new Job.Times(step.ending().startedAt(), step.ending().endedAt(), step.ending().nextAt());
        return new Job(step.id().value(), run.id().value(), new Job.Place(step.urgency(), step.position()),
                work(run, step), state(run, step.state()), times,
                step.ending().failure());
    }

    private Job.Work work(Run run, Step step) {
        Job.Task task = step.work() instanceof StepSpec.Work.Task(var handler, var _, var _, var _)
                ? TASKS.getOrDefault(handler, Job.Task.OTHER)
                : Job.Task.OTHER;
        List<String> path = List.of(step.path().split("/"));
        boolean ofShot = path.size() > 2 && path.getFirst().equals("shot");
        String number = ofShot ? path.getLast() : path.size() > 2 ? path.get(1) : "";
        String shot = ofShot ? path.get(1) : task == Job.Task.OTHER ? step.path() : "";
        return new Job.Work(task, shot, number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0,
                maker(run, task), step.lane(), size(run, task));
    }

    private String maker(Run run, Job.Task task) {
        return switch (task) {
            case DRAW -> look(run).map(MakeOrder.Look::imageGenerator).orElse("");
            case CLIP -> look(run).map(MakeOrder.Look::clipGenerator).orElse("");
            case READ, PLAN, CIRCLE, DELIVER, ASSEMBLE, EXPORT, STORYBOARD, ENLARGE, RECUT, OTHER -> "";
        };
    }

    private Optional<FrameSize> size(Run run, Job.Task task) {
        return switch (task) {
            case DRAW, CLIP, EXPORT -> look(run).map(MakeOrder.Look::size);
            case READ, PLAN, CIRCLE, DELIVER, ASSEMBLE, STORYBOARD, ENLARGE, RECUT, OTHER -> Optional.empty();
        };
    }

    /** How its pictures and clips are made, also in a run that refreshes a scene. */
    private synchronized Optional<MakeOrder.Look> look(Run run) {
        return looks.computeIfAbsent(run.id().value(), _ -> LastOrder.look(run));
    }

    /** The order of a run that makes a film. */
    synchronized Optional<MakeOrder> order(Run run) {
        return orders.computeIfAbsent(run.id().value(), _ -> FilmWorkflows.isFilm(run.name())
                ? Optional.of(Json.read(run.input(), StepOrder.class).make())
                : Optional.empty());
    }

    static Job.State state(Run run, StepState step) {
        return switch (step) {
            case FAILED -> Job.State.FAILED;
            case RUNNING, WAITING_EXTERNAL -> Job.State.RUNNING;
            case WAITING_DECISION -> Job.State.ASKING;
            case PENDING, WAITING_CHILD -> standing(run, Job.State.BLOCKED);
            case PARKED -> standing(run, Job.State.LACKING);
            case READY -> standing(run, Job.State.WAITING);
            case RETRY_WAIT -> standing(run, Job.State.RETRYING);
            case CANCELLED -> Job.State.STOPPED;
            case SUCCEEDED -> Job.State.DONE;
            case SKIPPED -> Job.State.DROPPED;
        };
    }

    private static Job.State standing(Run run, Job.State open) {
        return switch (run.state()) {
            case CREATED, RUNNING, SUCCEEDED -> open;
            case PAUSING, PAUSED -> Job.State.PAUSED;
            case FAILED, CANCELLING, CANCELLED -> Job.State.HELD;
        };
    }
}
