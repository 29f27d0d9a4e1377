package org.filmwright;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.filmwright.base.Outcome;
import org.filmwright.production.MakeOrder;
import org.filmwright.production.MakeReport;
import org.filmwright.production.Beginning;
import org.filmwright.production.Made;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code make}: the main job, script to film. The same command after a kill goes on where it stopped. */
@Command(name = "make", mixinStandardHelpOptions = true, description = "Makes a film of a screenplay, or of a story in prose. The same command again goes on where it stopped.")
final class MakeCommand implements Callable<Integer> {
    @Mixin
    private Console console;

    @Parameters(paramLabel = "SCRIPT", description = "A screenplay (.fountain), or a story in prose (.txt, .md).")
    private Path script;

    @Option(names = "--out", required = true, paramLabel = "FILM.mp4", description = "Where the film goes.")
    private Path film;

    @Option(names = "--project", paramLabel = "DIR", description = "The project folder; made when missing. Default: a folder beside the film, named after the script.")
    private Path project;

    @Mixin
    private FilmOptions options;

    @ArgGroup(exclusive = false, heading = "With a farm of workers:%n")
    private FarmOptions farm;

    @Override
    public Integer call() {
        options.check(film);
        Beginning given = CommandFailed.orFail(Beginning.read(script));
        ProgressLine progress = new ProgressLine(console.err(), Console.isTerminal(), Wiring.clock());
        try (Wiring wiring = CommandFailed.orFail(open())) {
            wiring.news().forEach(console::notice);
            Beginning seed = CommandFailed.orFail(given.keptIn(wiring.conductor()))
                    .asItStands(wiring.conductor());
            MakeOrder order = options.order(seed.source(), film);
            Made made = Stopping.during(wiring::close, console, () -> make(wiring, order, seed.bytes(), progress));
            progress.end();
            return tell(made);
        }
    }

    private Made make(Wiring wiring, MakeOrder order, byte[] text, ProgressLine progress) {
        if (farm == null) {
            return wiring.conductor().make(order, text, progress);
        }
        try (FarmWatch _ = new FarmWatch(wiring.engine(), progress)) {
            return wiring.conductor().make(order, text, progress);
        }
    }

    private Outcome<Wiring> open() {
        return farm == null
                ? Wiring.openOrCreate(projectFolder())
                : Wiring.join(farm.address(), projectFolder(), farm.node(), Wiring.withFilm(farm.room()));
    }

    private Path projectFolder() {
        if (project != null) {
            return project.toAbsolutePath().normalize();
        }
        String name = script.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return film.toAbsolutePath().normalize().resolveSibling(name + ".filmwright");
    }

    private int tell(Made made) {
        return switch (made) {
            case Made.Film(MakeReport report) -> {
                console.result(report, () -> new MakeTable(console.out()).print(report));
                yield ExitCode.DONE;
            }
            case Made.Waiting(var questions) when questions.isEmpty() -> {
                console.notice("Stopped. Everything made so far is kept; the same command goes on from there.");
                yield ExitCode.INTERRUPTED;
            }
            case Made.Waiting(var questions) -> {
                questions.forEach(question -> console.notice(question.path() + ": " + question.question().text()));
                console.notice(questions.size()
                        + " shots wait for you. Decide in the studio, or with: filmwright workflows decide GATE CHOICE --project "
                        + projectFolder());
                yield ExitCode.NEEDS_DECISION;
            }
            case Made.Failed(var failure) -> throw new CommandFailed(failure);
        };
    }
}
