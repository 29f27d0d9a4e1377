package org.filmwright.engine;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;

/** Hands a step to who can do it, or finds that it was done before. */
final class Handlers {
    private static final Duration LIMIT = Duration.ofHours(1);
    private final Map<String, StepHandler> byName;
    private final Workshop workshop;
    private final Predicate<MediaRef> published;

    Handlers(Map<String, StepHandler> byName, Workshop workshop, Predicate<MediaRef> published) {
        this.byName = Map.copyOf(byName);
        this.workshop = workshop;
        this.published = published;
    }

    /** What came of a step, and under which key that may be found again. */
    record Answer(StepResult result, Optional<Memo> memo) {}

    /** A step that nothing here can do waits for a program that can. */
    Optional<Failure> missing(Step step) {
        return handler(step).isPresent()
                ? Optional.empty()
                : Optional.of(lacking(step, name(step), "Nothing here can do it."));
    }

    /** What a step says that waits for something that is not here. */
    static Failure lacking(Step step, String what, String why) {
        return new Failure.Misconfigured(step.path() + " waits for: " + what + ". " + why,
                "It goes on by itself when the project is opened by a Filmwright that can.");
    }

    Answer work(Execution execution, StagingArea staging) {
        Step step = execution.step();
        StepHandler handler = handler(step).orElseThrow();
        StepContext context = new StepContext(execution, workshop.view(), staging,
                new Till(workshop, step, execution));
        Optional<Memo> memo = handler.memo(context).map(basis -> Memo.of(name(step), basis));
        return memo.flatMap(this::found).orElseGet(() -> made(handler, context, memo));
    }

    private static Answer made(StepHandler handler, StepContext context, Optional<Memo> memo) {
        StepResult result = handler.run(context);
        return new Answer(result, memo.filter(_ -> handler.lasting(result)));
    }

    /** Made before, and every file of it is still there. */
    private Optional<Answer> found(Memo memo) {
        return workshop.view()
                .remembered(memo.key())
                .filter(old -> old.artifacts().stream().allMatch(published))
                .map(old -> new Answer(old, Optional.of(memo.found())));
    }

    Duration limit(Step step) {
        return handler(step).map(StepHandler::limit).orElse(LIMIT);
    }

    /** The same step with less, where its handler offers that. */
    Optional<StepSpec.Work> smaller(Step step) {
        return handler(step).flatMap(handler -> handler.smaller(step.input()))
                .flatMap(input -> step.work() instanceof StepSpec.Work.Task task
                        ? Optional.of(new StepSpec.Work.Task(task.handler(), task.lane(), input, task.maxAttempts()))
                        : Optional.empty());
    }

    /** By its name; else whoever takes all of its kind: {@code agent:*} for {@code agent:logline}. */
    private Optional<StepHandler> handler(Step step) {
        String name = name(step);
        return Optional.ofNullable(byName.get(name))
                .or(() -> Optional.ofNullable(byName.get(name.replaceFirst(":.*", ":*"))));
    }

    private static String name(Step step) {
        return switch (step.work()) {
            case StepSpec.Work.Task task -> task.handler();
            case StepSpec.Work.Gate _,StepSpec.Work.Subflow _ -> "";
        };
    }

    /** A handler's mishap as a failure of its step. */
    static Failure failureOf(Step step, Throwable mishap) {
        return switch (mishap) {
            case LedgerFailed failed -> failed.failure();
            case OutOfMemoryError full -> new Failure.Exhausted("memory",
                    "The memory ran out at " + step.path() + ". Everything before it was kept.");
            case UncheckedIOException io -> new Failure.Exhausted("disk",
                    "A file could not be read or written at " + step.path() + ": " + io.getCause().getMessage());
            default -> new Failure.Bug("step." + mishap.getClass().getSimpleName(),
                    step.path() + " broke: " + mishap.getMessage());
        };
    }
}
