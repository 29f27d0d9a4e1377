package org.filmwright;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Choice;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.Event;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Question;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.StepId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code workflows}: the runs of a project and the gates at which they wait for a person. */
@Command(name = "workflows", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, description = "Shows the workflows of a project and decides at their gates.")
final class WorkflowsCommand {
    /** One run as printed. */
    record Row(String id, String name, String state, Map<String, Integer> steps, Instant createdAt,
            Optional<Instant> endedAt, Optional<String> failure, List<Gate> gates) {
        static Row of(Run run, List<OpenQuestion> questions) {
            Map<String, Integer> steps = new TreeMap<>();
            run.counts().forEach((state, n) -> steps.put(JobsCommand.word(state), n));
            return new Row(run.id().value(), run.name(), JobsCommand.word(run.state()), steps, run.createdAt(),
                    run.endedAt(), run.failure().map(Wording::of), questions.stream()
                            .filter(open -> open.run().equals(run.id()))
                            .map(Gate::of)
                            .toList());
        }
    }

    /** An open question as printed. */
    record Gate(String gate, String question, List<Answer> choices) {
        static Gate of(OpenQuestion open) {
            return new Gate(open.path(), open.question().text(),
                    open.question().options().stream().map(Answer::of).toList());
        }
    }

    record Answer(String choice, String label, String why) {
        static Answer of(Question.Option option) {
            return new Answer(option.choice(), option.label(), option.why());
        }
    }

    /** One event as printed. */
    record Entry(long seq, Instant at, String type, Map<String, String> detail) {
        static Entry of(Event event) {
            return new Entry(event.seq(), event.at(), event.type(), new TreeMap<>(event.detail()));
        }
    }

    @Command(name = "list", description = "All workflows, newest first, and what they ask.")
    int list(@Mixin Console console, @Mixin JobsCommand.Place place) {
        try (Desk desk = place.open()) {
            List<Row> rows = desk.engine().runs().stream().map(run -> row(desk, run)).toList();
            console.result(rows, () -> rows.forEach(row -> print(console, row)));
            return ExitCode.DONE;
        }
    }

    @Command(name = "show", description = "One workflow: its steps by state, and its open gates.")
    int show(@Mixin Console console, @Mixin JobsCommand.Place place, @Parameters(paramLabel = "ID") String id) {
        try (Desk desk = place.open()) {
            Row row = row(desk, desk.run(id));
            console.result(row, () -> print(console, row));
            return ExitCode.DONE;
        }
    }

    @Command(name = "decide", description = "Answers at a gate; the next make goes on from there.")
    int decide(@Mixin Console console, @Mixin JobsCommand.Place place, @Parameters(paramLabel = "GATE") String gate,
            @Parameters(paramLabel = "CHOICE") String choice,
            @Option(names = "--comment", defaultValue = "", description = "Why; kept with the decision.") String comment) {
        try (Desk desk = place.open()) {
            StepId step = gate(desk, gate);
            Choice answer = new Choice(choice, comment, System.getProperty("user.name"), Desk.clock().instant());
            Row row = row(desk, Desk.orFail(desk.engine().decide(step, answer)));
            console.result(row, () -> console.out()
                    .printf("%s: %s. %s%n", gate, choice, row.gates().isEmpty()
                            ? "Nothing else is asked; run the same make again to go on."
                            : row.gates().size() + " more to decide."));
            return ExitCode.DONE;
        }
    }

    @Command(name = "events", description = "Everything that happened in a workflow, in order.")
    int events(@Mixin Console console, @Mixin JobsCommand.Place place, @Parameters(paramLabel = "ID") String id) {
        try (Desk desk = place.open()) {
            List<Entry> entries = desk.engine().events(desk.run(id).id()).stream().map(Entry::of).toList();
            console.result(entries, () -> entries.forEach(entry -> console.out()
                    .printf("%5d  %s  %-22s %s%n", entry.seq(), entry.at(), entry.type(),
                            entry.detail().getOrDefault("path", ""))));
            return ExitCode.DONE;
        }
    }

    @Command(name = "cancel", description = "Stops a workflow; what is done is kept, and starting it again goes on.")
    int cancel(@Mixin Console console, @Mixin JobsCommand.Place place, @Parameters(paramLabel = "ID") String id) {
        return change(console, place, id, EngineApi::cancel);
    }

    @Command(name = "pause", description = "Starts nothing new in a workflow.")
    int pause(@Mixin Console console, @Mixin JobsCommand.Place place, @Parameters(paramLabel = "ID") String id) {
        return change(console, place, id, EngineApi::pause);
    }

    @Command(name = "resume", description = "Lets a paused, failed or cancelled workflow go on with the next make.")
    int resume(@Mixin Console console, @Mixin JobsCommand.Place place, @Parameters(paramLabel = "ID") String id) {
        return change(console, place, id, EngineApi::resume);
    }

    private static int change(Console console, JobsCommand.Place place, String id,
            BiFunction<EngineApi, RunId, Outcome<Run>> change) {
        try (Desk desk = place.open()) {
            Row row = row(desk, Desk.orFail(change.apply(desk.engine(), desk.run(id).id())));
            console.result(row, () -> print(console, row));
            return ExitCode.DONE;
        }
    }

    private static Row row(Desk desk, Run run) {
        return Row.of(run, desk.engine().questions());
    }

    /** An open gate by its path, in the newest workflow that has one, or by the id of its job. */
    private static StepId gate(Desk desk, String word) {
        List<OpenQuestion> open = desk.engine().questions();
        return open.stream()
                .filter(each -> each.path().equals(word))
                .map(OpenQuestion::step)
                .reduce((older, newer) -> newer)
                .orElseGet(() -> desk.step(word).id());
    }

    private static void print(Console console, Row row) {
        console.out().printf("%.8s  %-10s %-10s %s%n", row.id(), row.name(), row.state(), row.steps());
        row.failure().ifPresent(text -> console.out().println("          " + text));
        for (Gate gate : row.gates()) {
            console.out().printf("          %s: %s%n", gate.gate(), gate.question());
            gate.choices()
                    .forEach(answer -> console.out()
                            .printf("            %-12s %s %s%n", answer.choice(), answer.label(), answer.why()));
        }
    }
}
