package org.filmwright;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.filmwright.base.MediaRef;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.Event;
import org.filmwright.engine.Lineage;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Question;
import org.filmwright.engine.Replay;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepState;
import org.filmwright.engine.flow.Definition;

/** Workflows as they are printed. */
final class WorkflowRows {
    private WorkflowRows() {}

    /**
     * One run as printed.
     *
     * @param waitsFor what has to be here before it can go on: one sentence a step
     * @param within the run it is nested in
     */
    record Row(String id, String name, String state, Optional<Integer> version, Optional<String> definition,
            Map<String, Integer> steps, Instant createdAt, Optional<Instant> endedAt, Optional<String> failure,
            List<String> waitsFor, Optional<String> within, String correlation, List<Gate> gates) {
        static Row of(EngineApi engine, Run run) {
            Lineage lineage = engine.lineage(run.id());
            Map<String, Integer> steps = new TreeMap<>();
            run.counts().forEach((state, n) -> steps.put(JobsCommand.word(state), n));
            boolean nested = lineage.parent().isPresent();
            return new Row(run.id().value(), run.name(), JobsCommand.word(run.state()),
                    lineage.definition().map(Definition::version), lineage.definition().map(Definition::hash), steps,
                    run.createdAt(), run.endedAt(), run.failure().map(Wording::of), waits(engine, run),
                    nested ? Optional.of(lineage.correlation()) : Optional.empty(), lineage.correlation(),
                    WorkflowRows.gates(engine, run));
        }

        private static List<String> waits(EngineApi engine, Run run) {
            return run.count(StepState.PARKED) == 0
                    ? List.of()
                    : engine.steps(run.id())
                            .stream()
                            .filter(step -> step.state() == StepState.PARKED)
                            .flatMap(step -> step.ending().failure().stream())
                            .map(Wording::of)
                            .toList();
        }
    }

    /** The open questions of a run and of those nested in it. */
    static List<Gate> gates(EngineApi engine, Run run) {
        List<RunId> all = family(engine, run.id()).toList();
        return engine.questions().stream().filter(open -> all.contains(open.run())).map(Gate::of).toList();
    }

    private static Stream<RunId> family(EngineApi engine, RunId run) {
        return Stream.concat(Stream.of(run), engine.nested(run).stream().flatMap(each -> family(engine, each)));
    }

    /** An open question as printed. */
    record Gate(String gate, String question, Optional<Instant> dueAt, List<Answer> choices) {
        static Gate of(OpenQuestion open) {
            return new Gate(open.path(), open.question().text(), open.dueAt(),
                    open.question().options().stream().map(Answer::of).toList());
        }
    }

    /** @param does accept, edit, redo or reject, in the words of the engine */
    record Answer(String choice, String label, String why, String does, String cost, List<String> preview) {
        static Answer of(Question.Option option) {
            return new Answer(option.choice(), option.label(), option.why(), JobsCommand.word(option.then()),
                    option.cost(), option.preview().stream().map(MediaRef::path).toList());
        }
    }

    /** One event as printed. */
    record Entry(long seq, Instant at, String type, Optional<String> step, long epoch, Optional<String> by,
            String correlation, Map<String, String> detail, String hash) {
        static Entry of(Event event, String correlation) {
            Map<String, String> detail = new TreeMap<>(event.detail());
            Optional<String> by = Optional.ofNullable(detail.remove("by"));
            return new Entry(event.seq(), event.at(), event.type(), event.step().map(Object::toString), event.epoch(),
                    by, correlation, detail, event.hash());
        }
    }

    /** One step of a run as printed. */
    record Place(String path, String state, int attempt, Optional<String> note) {
        static Place of(Step step) {
            return new Place(step.path(), JobsCommand.word(step.state()), step.tries().attempt(),
                    step.ending().failure().map(Wording::of));
        }
    }

    /** A run with its steps as printed. */
    record Whole(Row run, List<Place> steps) {}

    static void print(Console console, Row row) {
        console.out()
                .printf("%.8s  %-22s %-10s %s%s%n", row.id(), row.name(), row.state(), row.steps(),
                        row.within().map(outer -> "  in " + outer.substring(0, 8)).orElse(""));
        row.failure().ifPresent(text -> console.out().println("          " + text));
        row.waitsFor().forEach(text -> console.out().println("          " + text));
        if (row.within().isEmpty()) {
            row.gates().forEach(gate -> print(console, gate));
        }
    }

    private static void print(Console console, Gate gate) {
        console.out().printf("          %s: %s%n", gate.gate(), gate.question());
        gate.dueAt().ifPresent(due -> console.out().println("            to be answered by " + due));
        gate.choices()
                .forEach(answer -> console.out()
                        .printf("            %-12s %s. %s%s%s%n", answer.choice(), answer.label(), answer.why(),
                                answer.cost().isEmpty() ? "" : " Costs " + answer.cost() + ".",
                                answer.preview().isEmpty() ? "" : " Look at " + String.join(", ", answer.preview())));
    }

    static void print(Console console, Entry entry) {
        String more = entry.detail().getOrDefault("path", "");
        String to = entry.detail().containsKey("to")
                ? " back to " + entry.detail().get("to") + ", round " + entry.detail().get("round")
                : "";
        console.out()
                .printf("%5d  %s  %-22s %s%s%s%n", entry.seq(), entry.at(), entry.type(), more, to,
                        entry.by().map(person -> "  by " + person).orElse(""));
    }

    static void print(Console console, Replay.Picture picture, Instant start) {
        console.out()
                .printf("%5d  +%9.3f s  %-22s %-28s %s%n", picture.seq(),
                        Duration.between(start, picture.at()).toNanos() / 1e9, picture.type(),
                        picture.path().orElse(""), picture.counts());
    }
}
