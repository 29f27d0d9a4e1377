package org.filmwright;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.filmwright.base.FrameSize;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunState;
import org.filmwright.export.BoardSheet;
import org.filmwright.export.FilmSpec;
import org.filmwright.media.VideoSettings;
import org.filmwright.production.Export;
import org.filmwright.production.Exported;
import org.filmwright.production.MakeReport;
import org.filmwright.production.Project;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Timecode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code export}: the film of a project as it is cut now, its storyboard, or both. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Writes the film of a project as it is cut now, its storyboard, or both. The same command after a kill goes on where it stopped.")
final class ExportCommand implements Callable<Integer> {
    /** A shape may be so far off another one, as whole pixels make it. */
    private static final double SAME_SHAPE = 0.01;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--project", required = true, paramLabel = "DIR", description = "The project folder.")
    private Path project;

    @Option(names = "--out", paramLabel = "FILM.mp4", description = "Where the film goes.")
    private Optional<Path> film = Optional.empty();

    @Option(names = "--storyboard", paramLabel = "BOARD.pdf", description = "Where the storyboard goes.")
    private Optional<Path> board = Optional.empty();

    @Option(names = "--size", paramLabel = "WxH", description = "In the shape of the film. Default: as it was made.")
    private Optional<FrameSize> size = Optional.empty();

    @Option(names = "--quality", paramLabel = "fine|compact|draft", defaultValue = "fine", description = "Fine and large, or smaller. Default: ${DEFAULT-VALUE}.")
    private Quality quality;

    @Option(names = "--from", paramLabel = "TIMECODE", description = "Begins there: 00:01:04:12. Default: the beginning.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIMECODE", description = "Ends before that. Default: the end.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--subtitles", description = "Adds the dialogue as a soft track and an .srt file, where the cut has it.")
    private boolean subtitles;

    @Option(names = "--shots", paramLabel = "1|3|6", defaultValue = "6", description = "Shots on a page of the storyboard. Default: ${DEFAULT-VALUE}.")
    private int shots;

    @Option(names = "--paper", paramLabel = "a4|letter", description = "Default: what this place prints on.")
    private Optional<BoardSheet.Paper> paper = Optional.empty();

    @Option(names = "--portrait", description = "Pages of the storyboard stand upright.")
    private boolean portrait;

    /** How fine a film is coded. */
    enum Quality {
        FINE(VideoSettings.Purpose.FILM), COMPACT(VideoSettings.Purpose.COMPACT), DRAFT(VideoSettings.Purpose.DRAFT);

        private final VideoSettings.Purpose purpose;

        Quality(VideoSettings.Purpose purpose) {
            this.purpose = purpose;
        }
    }

    @Override
    public Integer call() {
        check();
        ProgressLine progress = new ProgressLine(console.err(), Console.isTerminal(), Wiring.clock());
        try (Wiring wiring = CommandFailed.orFail(Wiring.open(project.toAbsolutePath().normalize()))) {
            wiring.news().forEach(console::notice);
            Project open = wiring.project();
            Export wanted = wanted(open);
            Run run = Stopping.during(wiring::close, console, () -> {
                try (var _ = wiring.engine().listen(progress)) {
                    return CommandFailed.orFail(open.export(wanted).then(wiring.engine()::await));
                }
            });
            progress.end();
            return tell(wiring, run);
        }
    }

    private void check() {
        if (film.isEmpty() && board.isEmpty()) {
            throw usage("Nothing to export: give --out FILM.mp4, --storyboard BOARD.pdf, or both.");
        }
        film.filter(file -> !isNamed(file, ".mp4")).ifPresent(file -> {
            throw usage("The film is an MP4: --out " + file + " does not end in .mp4.");
        });
        board.filter(file -> !isNamed(file, ".pdf")).ifPresent(file -> {
            throw usage("The storyboard is a PDF: --storyboard " + file + " does not end in .pdf.");
        });
        if (shots != 1 && shots != 3 && shots != 6) {
            throw usage("A page of a storyboard holds 1, 3 or 6 shots, not " + shots + ".");
        }
    }

    private static boolean isNamed(Path file, String ending) {
        return file.getFileName() != null
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private Export wanted(Project open) {
        BoardSheet usual = BoardSheet.usual(Locale.getDefault());
        return new Export(film.map(file -> new Export.Film(absolute(file), film(open))),
                board.map(file -> new Export.Board(absolute(file),
                        new BoardSheet(shots, paper.orElse(usual.paper()), !portrait))));
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private FilmSpec film(Project open) {
        Cut cut = open.snapshot()
                .cut()
                .filter(now -> now.frames() > 0)
                .orElseThrow(() -> CommandFailed.refused("This project has no cut yet. Nothing was written.",
                        "Make its film first: filmwright make SCRIPT --out FILM.mp4 --project " + project + "."));
        FrameSize wanted = size.orElse(cut.size());
        if (Math.abs(wanted.aspect() / cut.size().aspect() - 1) > SAME_SHAPE) {
            throw usage("The film is " + cut.size() + ", and " + wanted + " has another shape. Example: --size "
                    + FilmSpec.lines(cut.size(), FrameSize.HD.height()) + ".");
        }
        int begin = from.map(text -> frame(text, cut)).orElse(0);
        int end = to.map(text -> frame(text, cut)).orElse(cut.frames());
        if (end <= begin || end > cut.frames()) {
            throw usage("The film lasts until " + Timecode.nonDrop(cut.rate()).format(cut.frames())
                    + "; --from and --to name a part of it.");
        }
        return new FilmSpec(wanted, quality.purpose, begin, end, subtitles);
    }

    private int frame(String timecode, Cut cut) {
        try {
            return Math.toIntExact(Timecode.nonDrop(cut.rate()).parse(timecode));
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private int tell(Wiring wiring, Run run) {
        if (run.state() == RunState.SUCCEEDED) {
            Exported made = Exported.by(wiring.engine(), run.id());
            console.result(made, () -> print(made));
            return ExitCode.DONE;
        }
        if (run.state() == RunState.FAILED && run.failure().isPresent()) {
            throw new CommandFailed(run.failure().get());
        }
        console.notice("Stopped. What is finished of the film is kept; the same command goes on from there.");
        return ExitCode.INTERRUPTED;
    }

    private void print(Exported made) {
        made.film().ifPresent(this::print);
        made.storyboard()
                .ifPresent(pdf -> console.out().printf("%-10s %s, %d shots%n", "storyboard", pdf.path(), pdf.shots()));
    }

    private void print(MakeReport.Film made) {
        console.out()
                .printf(Locale.ROOT, "%-10s %s%n%-10s %.1f s, %d frames, %dx%d at %.5g fps, %s%n", "film", made.path(),
                        "", made.seconds(), made.frames(), made.width(), made.height(), made.fps(), made.codec());
    }
}
