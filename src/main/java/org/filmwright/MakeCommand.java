package org.filmwright;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.production.ApprovalPolicy;
import org.filmwright.production.MakeOrder;
import org.filmwright.production.MakeReport;
import org.filmwright.production.Made;
import org.filmwright.story.ScriptFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code make}: the main job, script to film. The same command after a kill goes on where it stopped. */
@Command(name = "make", description = "Makes a film of a screenplay. The same command again goes on where it stopped.")
final class MakeCommand implements Callable<Integer> {
    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SCRIPT", description = "A screenplay (.fountain).")
    private Path script;

    @Option(names = "--out", required = true, paramLabel = "FILM.mp4", description = "Where the film goes.")
    private Path film;

    @Option(names = "--project", paramLabel = "DIR", description = "The project folder; made when missing. Default: a folder beside the film, named after the script.")
    private Path project;

    @Option(names = "--image-generator", paramLabel = "ID", defaultValue = "draft", description = "Who draws. Default: ${DEFAULT-VALUE}.")
    private String imageGenerator;

    @Option(names = "--clip-generator", paramLabel = "ID", defaultValue = "camera", description = "Who moves the pictures. Default: ${DEFAULT-VALUE}.")
    private String clipGenerator;

    @Option(names = "--takes", paramLabel = "N", defaultValue = "3", description = "Pictures per shot, 1 to 8. Default: ${DEFAULT-VALUE}.")
    private int takes;

    @Option(names = "--approve", paramLabel = "best|first|ask", defaultValue = "best", description = "Who circles the takes. Default: ${DEFAULT-VALUE}.")
    private ApprovalPolicy approve;

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "1280x720", description = "Even numbers from 64x64. Default: ${DEFAULT-VALUE}.")
    private FrameSize size;

    @Option(names = "--fps", paramLabel = "F", defaultValue = "24", description = "Frames a second: 24, 25, 23.976, 30000/1001. Default: ${DEFAULT-VALUE}.")
    private FrameRate rate;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same script and seed give the same film. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--title-cards", description = "Start with a card made from the title page.")
    private boolean titleCards;

    @Option(names = "--subtitles", description = "Add the dialogue as a soft subtitle track and an .srt file.")
    private boolean subtitles;

    @ArgGroup(exclusive = false, heading = "With a farm of workers:%n")
    private FarmOptions farm;

    @Override
    public Integer call() {
        checkUsage();
        byte[] text = CommandFailed.orFail(ScriptFile.readFilmable(script)).bytes();
        MakeOrder order = order(text);
        ProgressLine progress = new ProgressLine(console.err(), Console.isTerminal(), Wiring.clock());
        try (Wiring wiring = CommandFailed.orFail(open())) {
            wiring.news().forEach(console::notice);
            Thread stop = Thread.ofPlatform().name("stop").unstarted(wiring::close);
            Runtime.getRuntime().addShutdownHook(stop);
            Made made = wiring.conductor().make(order, text, progress);
            progress.end();
            forget(stop);
            return tell(made);
        }
    }

    private Outcome<Wiring> open() {
        return farm == null
                ? Wiring.openOrCreate(projectFolder())
                : Wiring.join(farm.address(), projectFolder(), farm.node(), Wiring.withFilm(farm.room()));
    }

    private void forget(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            console.notice("Stopping.");
        }
    }

    private void checkUsage() {
        if (size.width() < 64 || size.height() < 64 || size.width() % 2 + size.height() % 2 > 0) {
            throw usage("A film has even sides of 64 pixels or more, not " + size + ". Example: --size 1280x720.");
        }
        if (takes < 1 || takes > 8) {
            throw usage("A shot gets 1 to 8 takes, not " + takes + ".");
        }
        checkGenerator("--image-generator", imageGenerator, Wiring.IMAGE_GENERATORS);
        checkGenerator("--clip-generator", clipGenerator, Wiring.CLIP_GENERATORS);
        if (!film.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".mp4")) {
            throw usage("The film is an MP4: --out " + film + " does not end in .mp4.");
        }
        checkTarget(film.toAbsolutePath());
    }

    private void checkGenerator(String option, String id, Set<String> known) {
        if (!known.contains(id)) {
            throw usage("There is no " + option + " '" + id + "'. There are: " + String.join(", ", known) + ".");
        }
    }

    private static void checkTarget(Path film) {
        Path folder = film.getParent();
        if (Files.isDirectory(film)) {
            throw CommandFailed.refused("Cannot write the film: " + film + " is a folder. Nothing was made.",
                    "Give --out a file name inside it, such as " + film.resolve("film.mp4") + ".");
        }
        if (!Files.isDirectory(folder)) {
            throw CommandFailed.refused("Cannot write the film: there is no folder " + folder + ". Nothing was made.",
                    "Make the folder, or choose another --out.");
        }
        if (!Files.isWritable(folder) || Files.exists(film) && !Files.isWritable(film)) {
            throw CommandFailed.refused("Cannot write the film: no permission to write " + film + ". Nothing was made.",
                    "Choose another --out, or change the permission.");
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private MakeOrder order(byte[] text) {
        MakeOrder.Look look = new MakeOrder.Look(size, rate, titleCards, subtitles, imageGenerator, clipGenerator);
        return new MakeOrder(MakeOrder.Source.of(script.getFileName().toString(), text),
                film.toAbsolutePath().normalize().toString(), takes,
                approve, look, seed);
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
