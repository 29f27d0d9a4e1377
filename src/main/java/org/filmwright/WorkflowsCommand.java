package org.filmwright;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.filmwright.WorkflowRows.Entry;
import org.filmwright.WorkflowRows.Place;
import org.filmwright.WorkflowRows.Row;
import org.filmwright.WorkflowRows.Whole;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Choice;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.Event;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Replay;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepState;
import org.filmwright.production.FilmWorkflows;
import org.filmwright.production.Gatekeeper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code workflows}: the runs of a project and the gates at which they wait for a person. */
@Command(name = "workflows", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, subcommands = {
    WorkflowStart.class,
    WorkflowEstimate.class}, description = "Starts the workflows of a project, shows them and decides at their gates.")
final class WorkflowsCommand {
    /** A workflow that can be started, as printed. */
    record Offer(String name, int version, String title, String hash) {}

    record Listing(List<Row> runs, List<Offer> workflows, List<String> refused) {}

    /** Whether a command goes on with the work at once. */
    static final class Going {
        @Option(names = "--go-on", description = "Works on at once, until the workflow ends or asks again.")
        private boolean now;
    }

    @Command(name = "list", description = "All workflows, newest first, and what they ask.")
    int list(@Mixin Console console, @Mixin JobsCommand.Place place,
            @Option(names = "--startable", description = "Those that can be started instead, and files that cannot be used.") boolean startable) {
        try (Desk desk = place.open()) {
            if (startable) {
                Listing offers = offers(desk);
                console.result(offers, () -> print(console, offers));
                return ExitCode.DONE;
            }
            List<Row> rows = desk.engine().runs().stream().map(run -> Row.of(desk.engine(), run)).toList();
            console.result(rows, () -> rows.forEach(row -> WorkflowRows.print(console, row)));
            return ExitCode.DONE;
        }
    }

    @Command(name = "show", description = "One workflow: its steps and its open gates; or how it stood, or went.")
    int show(@Mixin Console console, @Mixin JobsCommand.Place place, @Parameters(paramLabel = "ID") String id,
            @Option(names = "--at", paramLabel = "SEQ", description = "As it stood after this event.") Optional<Long> at,
            @Option(names = "--replay", description = "Event by event, as it went.") boolean replay) {
        try (Desk desk = place.open()) {
            Run run = desk.run(id);
            List<Event> log = desk.engine().events(run.id());
            if (replay) {
                List<Replay.Picture> pictures = Replay.of(log);
                Instant start = run.createdAt();
                console.result(pictures,
                        () -> pictures.forEach(picture -> WorkflowRows.print(console, picture, start)));
            } else if (at.isPresent()) {
                stood(console, run, log, at.get());
            } else {
                Whole whole = new Whole(Row.of(desk.engine(), run),
                        desk.engine().steps(run.id()).stream().map(Place::of).toList());
                console.result(whole, () -> print(console, whole));
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "decide", description = "Answers at a gate.")
    int decide(@Mixin Console console, @Mixin JobsCommand.Place place, @Parameters(paramLabel = "GATE") String gate,
            @Parameters(paramLabel = "CHOICE") String choice,
            @Option(names = "--comment", defaultValue = "", description = "Why; kept with the decision.") String comment,
            @Option(names = "--edit", paramLabel = "FILE", description = "What counts instead, for choices that edit: the text where text is judged, else JSON; - reads standard input.") Optional<Path> edit,
            @Mixin Going going) {
        RunId outermost;
        try (Desk desk = place.open()) {
            StepId step = gate(desk, gate);
            Gatekeeper gates = new Gatekeeper(desk.engine(), Desk.clock());
            Choice answer = new Choice(choice, comment, Desk.person(), Desk.clock().instant(),
                    edit.map(file -> CommandFailed.orFail(gates.edited(step, text(file)))));
            Run run = CommandFailed.orFail(desk.engine().decide(step, answer));
            outermost = new RunId(desk.engine().lineage(run.id()).correlation());
            if (!going.now) {
                Row row = Row.of(desk.engine(), desk.engine().run(outermost).orElse(run));
                console.result(row, () -> console.out().printf("%s: %s. %s%n", gate, choice, next(row)));
                return ExitCode.DONE;
            }
        }
        return WorkflowStart.goOn(console, place, outermost);
    }

    @Command(name = "events", description = "Everything that happened in a workflow, in order, and who set it off.")
    int events(@Mixin Console console, @Mixin JobsCommand.Place place, @Parameters(paramLabel = "ID") String id) {
        try (Desk desk = place.open()) {
            RunId run = desk.run(id).id();
            String correlation = desk.engine().lineage(run).correlation();
            List<Entry> entries = desk.engine()
                    .events(run)
                    .stream()
                    .map(event -> Entry.of(event, correlation))
                    .toList();
            console.result(entries, () -> entries.forEach(entry -> WorkflowRows.print(console, entry)));
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

    @Command(name = "resume", description = "Lets a paused, failed or cancelled workflow go on.")
    int resume(@Mixin Console console, @Mixin JobsCommand.Place place, @Parameters(paramLabel = "ID") String id,
            @Mixin Going going) {
        if (!going.now) {
            return change(console, place, id, EngineApi::resume);
        }
        RunId run;
        try (Desk desk = place.open()) {
            run = desk.run(id).id();
        }
        return WorkflowStart.goOn(console, place, run);
    }

    @Command(name = "repair", description = "Opens the failed steps of a workflow again, or a chosen one, and all that follows. Nothing is deleted.")
    int repair(@Mixin Console console, @Mixin JobsCommand.Place place, @Parameters(paramLabel = "ID") String id,
            @Option(names = "--from", paramLabel = "STEP", description = "The step to begin with, by its path.") Optional<String> from,
            @Mixin Going going) {
        RunId run;
        try (Desk desk = place.open()) {
            run = desk.run(id).id();
            List<Step> steps = desk.engine().steps(run);
            List<Step> broken = steps.stream()
                    .filter(step -> from
                            .map(step.path()::equals)
                            .orElse(step.state() == StepState.FAILED || step.state() == StepState.CANCELLED))
                    .toList();
            if (broken.isEmpty()) {
                throw CommandFailed.refused(from.map(path -> "The workflow has no step '" + path + "'.")
                        .orElse("No step of this workflow has failed; nothing was changed."),
                        "Name the step to begin with: --from STEP.");
            }
            broken.forEach(step -> CommandFailed.orFail(desk.engine().retry(step.id())));
            if (!going.now) {
                Row row = Row.of(desk.engine(), desk.run(id));
                console.result(row, () -> WorkflowRows.print(console, row));
                return ExitCode.DONE;
            }
        }
        return WorkflowStart.goOn(console, place, run);
    }

    private static int change(Console console, JobsCommand.Place place, String id,
            BiFunction<EngineApi, RunId, Outcome<Run>> change) {
        try (Desk desk = place.open()) {
            Row row = Row.of(desk.engine(), CommandFailed.orFail(change.apply(desk.engine(), desk.run(id).id())));
            console.result(row, () -> WorkflowRows.print(console, row));
            return ExitCode.DONE;
        }
    }

    private static String next(Row row) {
        String start = row.name().equals("make")
                ? "run the same make again to go on"
                : "go on with: filmwright workflows resume " + row.id().substring(0, 8) + " --go-on";
        return row.gates().isEmpty()
                ? "Nothing else is asked; " + start + "."
                : row.gates().size()
                        + " more to decide.";
    }

    private static String text(Path file) {
        try {
            byte[] bytes = file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandFailed.refused("Cannot read " + file + ". Nothing was decided.",
                    "Name a file with the text or JSON that counts instead, or - for standard input.");
        }
    }

    private static void stood(Console console, Run run, List<Event> log, long seq) {
        Replay.Picture picture = Replay.at(log, seq)
                .orElseThrow(() -> CommandFailed.refused("The workflow has no event " + seq + ".",
                        "It has events 1 to " + log.size() + "."));
        console.result(picture, () -> {
            console.out()
                    .printf("%s was %s at event %d, %s%n", run.name(), picture.run(), picture.seq(), picture.at());
            picture.steps().forEach((path, state) -> console.out().printf("  %-17s %s%n", state, path));
        });
    }

    private static void print(Console console, Whole whole) {
        WorkflowRows.print(console, whole.run());
        for (Place step : whole.steps()) {
            console.out().printf("  %-17s %-30s %s%n", step.state(), step.path(), step.note().orElse(""));
        }
    }

    private static void print(Console console, Listing offers) {
        offers.workflows()
                .forEach(offer -> console.out()
                        .printf("%-24s %3d  %s%n", offer.name(), offer.version(), offer.title()));
        offers.refused().forEach(text -> console.out().println(text));
    }

    private static Listing offers(Desk desk) {
        var catalog = new FilmWorkflows(desk.folder().root()).catalog();
        return new Listing(List.of(), catalog.all()
                .stream()
                .map(flow -> new Offer(flow.name(), flow.definition().version(), flow.title(),
                        flow.definition().hash()))
                .toList(), catalog.refused().values().stream().map(Wording::of).toList());
    }

    /** An open gate by its path, in the newest workflow that has one, or by the id of its job. */
    private static StepId gate(Desk desk, String word) {
        Stream<OpenQuestion> open = desk.engine().questions().stream();
        return open.filter(each -> each.path().equals(word))
                .map(OpenQuestion::step)
                .reduce((older, newer) -> newer)
                .orElseGet(() -> desk.step(word).id());
    }
}
