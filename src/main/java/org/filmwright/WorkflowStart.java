package org.filmwright;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.filmwright.WorkflowRows.Row;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunState;
import org.filmwright.production.Beginning;
import org.filmwright.production.Conductor;
import org.filmwright.production.FlowEstimate;
import org.filmwright.production.MakeOrder;
import org.filmwright.production.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code workflows start}: works until the workflow has ended or cannot go on by itself. */
@Command(name = "start", description = "Starts a workflow on the project's screenplay and works until it ends or asks. The same command again goes on.")
final class WorkflowStart implements Callable<Integer> {
    @Mixin
    private Console console;

    @Parameters(index = "0", paramLabel = "NAME", description = "Which workflow: see workflows list --startable.")
    private String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "STORY", description = "A screenplay (.fountain), or a story in prose (.txt, .md). Default: the screenplay that the project stands on.")
    private Optional<Path> seed;

    @Mixin
    private JobsCommand.Place place;

    @Option(names = "--script", paramLabel = "SCRIPT", description = "The same as STORY.")
    private Optional<Path> script;

    @Option(names = "--out", paramLabel = "FILM.mp4", description = "Where the film goes. Default: exports/NAME.mp4 in the project.")
    private Optional<Path> out;

    @Mixin
    private FilmOptions options;

    @Override
    public Integer call() {
        if (seed.isPresent() && script.isPresent()) {
            throw CommandFailed.refused("A story is named twice: " + seed.get() + " and --script " + script.get()
                    + ". Nothing was started.", "Name one.");
        }
        Optional<Beginning> given = seed.or(() -> script)
                .map(file -> CommandFailed.orFail(Beginning.read(file)));
        Outcome<Wiring> opened = given.isPresent() && !place.isShared()
                ? Wiring.openOrCreate(folder())
                : place.work();
        Path film = out.orElse(folder().resolve("exports").resolve(name + ".mp4"));
        return work(console, opened, folder(), (wiring, progress) -> {
            Conductor conductor = wiring.conductor();
            Beginning text = given.map(each -> CommandFailed.orFail(each.keptIn(conductor)))
                    .or(() -> conductor.script().map(Beginning::recorded))
                    .orElseThrow(() -> CommandFailed.refused("This project has no screenplay yet. Nothing was started.",
                            "Name one: workflows start NAME FILE."));
            options.check(film);
            MakeOrder order = options.order(text.source(), film);
            FlowEstimate estimate = WorkflowEstimate.of(wiring, name, order, folder())
                    .orElse(_ -> new FlowEstimate(name, List.of()));
            if (!estimate.lines().isEmpty()) {
                WorkflowEstimate.words(estimate).forEach(console::notice);
            }
            return conductor.start(name, order, text.bytes(), progress);
        });
    }

    /** Goes on with a run until it ends or asks. */
    static int goOn(Console console, JobsCommand.Place place, RunId run) {
        return work(console, place.work(), place.folder(),
                (wiring, progress) -> wiring.conductor().goOn(run, progress));
    }

    /** Starts what is asked of the light table, and works until that ends or asks. */
    static int start(Console console, JobsCommand.Place place, Function<Project, Outcome<RunId>> asked) {
        return work(console, place.work(), place.folder(), (wiring, progress) -> asked.apply(wiring.project())
                .then(run -> wiring.conductor().goOn(run, progress)));
    }

    private interface Work {
        Outcome<Run> by(Wiring wiring, ProgressLine progress);
    }

    private static int work(Console console, Outcome<Wiring> opened, Path folder, Work work) {
        ProgressLine progress = new ProgressLine(console.err(), Console.isTerminal(), Wiring.clock());
        try (Wiring wiring = CommandFailed.orFail(opened)) {
            Run run = Stopping.during(wiring::close, console,
                    () -> CommandFailed.orFail(work.by(wiring, progress)));
            progress.end();
            return tell(console, Row.of(wiring.engine(), run), run, folder);
        }
    }

    private static int tell(Console console, Row row, Run run, Path folder) {
        console.result(row, () -> WorkflowRows.print(console, row));
        if (run.state() == RunState.FAILED) {
            return run.failure().map(ExitCode::of).orElse(ExitCode.FAILED);
        }
        if (run.state() != RunState.RUNNING) {
            return ExitCode.DONE;
        }
        if (!row.gates().isEmpty()) {
            console.notice("It waits for you: filmwright workflows decide GATE CHOICE --go-on --project " + folder);
            return ExitCode.NEEDS_DECISION;
        }
        if (!row.waitsFor().isEmpty()) {
            return ExitCode.of(new Failure.Misconfigured("", ""));
        }
        console.notice("Stopped. Everything made so far is kept; the same command goes on from there.");
        return ExitCode.INTERRUPTED;
    }

    private Path folder() {
        Path folder = place.folder().toAbsolutePath().normalize();
        if (seed.or(() -> script).isPresent() && Files.isRegularFile(folder)) {
            throw CommandFailed.refused(folder + " is a file, not a project folder.", "Name a folder.");
        }
        return folder;
    }
}
