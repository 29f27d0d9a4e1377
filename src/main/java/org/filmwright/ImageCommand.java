package org.filmwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.Request;
import org.filmwright.generate.local.Painter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code image PROMPT --out X.png}: one picture or several, by the storyboard artist or a model of this machine. */
@Command(name = "image", mixinStandardHelpOptions = true, subcommands = {ReplayCommand.class, EnlargeCommand.class,
    DepthCommand.class, BetweenCommand.class,
    LikenessCommand.class}, description = "Makes a picture of a sentence; how it was made is written into the PNG.")
final class ImageCommand implements Callable<Integer> {
    private static final int MOST = 64;
    private static final long SEEDS = 1L << 32;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROMPT", arity = "0..1", description = "What is to be seen.")
    private String prompt;

    @Option(names = "--out", paramLabel = "X.png", description = "The picture to write; with --count, X-1.png, X-2.png and so on.")
    private Path out;

    @Option(names = "--generator", paramLabel = "ID", description = "draft, the storyboard artist, or local, a model of this machine. Default: local where --model is given.")
    private Optional<String> generator = Optional.empty();

    @Option(names = "--model", paramLabel = "FOLDER", description = "The folder of an exported model, or the name of one in the model manager.")
    private Optional<String> model = Optional.empty();

    @Option(names = "--size", paramLabel = "WxH", description = "Default: 1280x720 for draft, 512x512 for a model.")
    private Optional<FrameSize> size = Optional.empty();

    @Option(names = "--steps", paramLabel = "N", description = "Default: what the model is made for.")
    private Optional<Integer> steps = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "0 to 4294967295. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--guidance", paramLabel = "G", description = "How closely the words are followed. Default: what the model is made for.")
    private Optional<Double> guidance = Optional.empty();

    @Option(names = "--negative", paramLabel = "TEXT", defaultValue = "", description = "What is not to be seen.")
    private String negative;

    @Option(names = "--image", paramLabel = "INIT.png", description = "A picture to start from.")
    private Optional<Path> start = Optional.empty();

    @Option(names = "--strength", paramLabel = "S", defaultValue = "0.6", description = "How far from that picture, above 0 to 1. Default: ${DEFAULT-VALUE}.")
    private double strength;

    @Option(names = "--count", paramLabel = "N", defaultValue = "1", description = "So many pictures, with one seed more each. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(names = "--device", paramLabel = "ID", description = "cpu, or a card: cuda:0. Default: a card where its runtime is installed.")
    private Optional<String> device = Optional.empty();

    @Option(names = "--dump-latents", paramLabel = "F.json", description = "Writes the numbers of the first picture's steps, for comparing with a reference.")
    private Optional<Path> dump = Optional.empty();

    @Override
    public Integer call() {
        refuseWrongUse();
        refuseTargets();
        ImageOrder order = new ImageOrder(new Request.Words(prompt, negative), size,
                new ImageOrder.Sampling(toInt(steps), toDouble(guidance), seed), start
                        .map(picture -> new Painter.Start(picture.toAbsolutePath(), strength)),
                files(), new Painter.Extras(dump.map(Path::toAbsolutePath), OptionalInt.empty(), Map.of()));
        ImageReport report = model.isPresent()
                ? LocalPictures.make(order, model.get(), device.orElseGet(LocalModels::bestDevice), console)
                : DraftPictures.make(order);
        console.result(report, () -> report.print(console));
        return ExitCode.DONE;
    }

    private void refuseWrongUse() {
        require(prompt != null && !prompt.isBlank(), "Say what is to be seen: image \"a red boat\" --out boat.png.");
        require(out != null, "Name the picture to write: --out X.png.");
        require(out.toString().toLowerCase(Locale.ROOT).endsWith(".png"), "A picture is a PNG: '" + out
                + "' does not end in .png.");
        require(count >= 1 && count <= MOST, "1 to " + MOST + " pictures can be made at once, not " + count + ".");
        require(seed >= 0 && seed + count <= SEEDS, "Seeds are 0 to 4294967295: " + seed + ".");
        require(steps.isEmpty() || steps.get() >= 1 && steps.get() <= 200, "A picture takes 1 to 200 steps.");
        require(guidance.isEmpty() || guidance.get() >= 0 && guidance.get() <= 100, "Guidance is 0 to 100.");
        require(strength > 0 && strength <= 1, "Strength is above 0 and at most 1: " + strength + ".");
        String who = generator.orElse(model.isPresent() ? "local" : "draft");
        require(who.equals("draft") || who.equals("local"),
                "There is no generator '" + who + "'. There are: draft, local.");
        require(who.equals("local") == model.isPresent(), who.equals("local")
                ? "Name the model that paints: --model FOLDER."
                : "The storyboard artist needs no model: leave out --model, or --generator.");
        require(model.isPresent() || dump.isEmpty() && start.isEmpty(),
                "--image and --dump-latents are for a model: name one with --model FOLDER.");
    }

    private void refuseTargets() {
        Path folder = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw CommandFailed.refused("Cannot write the picture: there is no folder " + folder
                    + " that can be written to. Nothing was made.", "Make the folder, or choose another --out.");
        }
        dump.map(file -> file.toAbsolutePath().getParent()).filter(home -> !Files.isWritable(home)).ifPresent(home -> {
            throw CommandFailed.refused("Cannot write the numbers: there is no folder " + home
                    + " that can be written to. Nothing was made.",
                    "Make the folder, or choose another --dump-latents.");
        });
        start.filter(file -> !Files.isRegularFile(file)).ifPresent(file -> {
            throw CommandFailed.refused("There is no picture " + file + ". Nothing was made.", "Check the name.");
        });
    }

    private List<Path> files() {
        if (count == 1) {
            return List.of(out);
        }
        String name = out.getFileName().toString();
        String stem = name.substring(0, name.length() - 4);
        List<Path> files = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            files.add(out.resolveSibling(stem + "-" + number + ".png"));
        }
        return files;
    }

    private static OptionalInt toInt(Optional<Integer> value) {
        return value.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static OptionalDouble toDouble(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private void require(boolean right, String sentence) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }

    /** Moves a finished file to its place, whole or not at all. */
    static void publish(Path made, Path file) {
        try {
            Files.move(made, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw CommandFailed.refused("The picture could not be written to " + file + ": " + e.getMessage() + ".",
                    "Make room, or choose another --out.");
        }
    }
}
