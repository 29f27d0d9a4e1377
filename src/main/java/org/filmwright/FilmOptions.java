package org.filmwright;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.production.ApprovalPolicy;
import org.filmwright.production.MakeOrder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a film is to be, mixed in where a command orders one. */
final class FilmOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--image-generator", paramLabel = "ID", defaultValue = "draft", description = "Who draws: draft, a model of this machine as local:NAME, or a provider's as replicate:flux-schnell. Default: ${DEFAULT-VALUE}.")
    private String imageGenerator;

    @Option(names = "--clip-generator", paramLabel = "ID", defaultValue = "camera", description = "Who moves the pictures: camera, or a model of a provider as fal:kling-v2.1. Default: ${DEFAULT-VALUE}.")
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

    /** @throws ParameterException or {@link CommandFailed} where such a film cannot be ordered or written */
    void check(Path film) {
        if (size.width() < 64 || size.height() < 64 || size.width() % 2 + size.height() % 2 > 0) {
            throw usage("A film has even sides of 64 pixels or more, not " + size + ". Example: --size 1280x720.");
        }
        if (takes < 1 || takes > 8) {
            throw usage("A shot gets 1 to 8 takes, not " + takes + ".");
        }
        checkGenerator("--image-generator", imageGenerator, Wiring.imageGenerators());
        checkGenerator("--clip-generator", clipGenerator, Wiring.clipGenerators());
        CommandFailed.orFail(ArtistDesk.asked(imageGenerator));
        CommandFailed.orFail(ArtistDesk.asked(clipGenerator));
        if (!film.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".mp4")) {
            throw usage("The film is an MP4: --out " + film + " does not end in .mp4.");
        }
        checkTarget(film.toAbsolutePath());
    }

    MakeOrder order(MakeOrder.Source script, Path film) {
        MakeOrder.Look look = new MakeOrder.Look(size, rate, titleCards, subtitles, imageGenerator, clipGenerator);
        return new MakeOrder(script, film.toAbsolutePath().normalize().toString(),
                takes, approve, look, seed);
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
}
