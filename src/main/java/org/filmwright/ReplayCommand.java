package org.filmwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.filmwright.images.recipe.RecipeReader;
import org.filmwright.media.MediaException;
import org.filmwright.media.Still;
import org.filmwright.production.OnePicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code image replay X.png}: makes a picture again from what its PNG says, and compares. Exit code 1 where it changed. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = "Makes a picture again as its receipt says, and tells whether it is the same.")
final class ReplayCommand implements Callable<Integer> {
    /** Peak signal to noise above which nobody sees a difference, in decibels. */
    private static final double SAME = 40;

    @Mixin
    private Console console;

    @Parameters(paramLabel = "X.png", description = "A picture made by Filmwright.")
    private Path picture;

    @Option(names = "--model", paramLabel = "FOLDER", description = "Where the model lies now, if it is not in the model manager.")
    private Optional<String> model = Optional.empty();

    @Option(names = "--image", paramLabel = "INIT.png", description = "The picture it started from, where it did.")
    private Optional<Path> start = Optional.empty();

    @Option(names = "--device", paramLabel = "ID", description = "Default: where it was made.")
    private Optional<String> device = Optional.empty();

    /** @param psnr in decibels; empty where every pixel is the same */
    record Report(String picture, String verdict, Optional<Double> psnr) {}

    @Override
    public Integer call() {
        Map<String, String> receipt = CommandFailed.orFail(RecipeReader.receipt(picture));
        Report report = ScratchFolder.with(folder -> compared(again(receipt, folder.resolve("again.png"))));
        console.result(report, () -> console.out()
                .println(report.verdict
                        + report.psnr.map(db -> String.format(Locale.ROOT, " (%.1f dB)", db)).orElse("")));
        return report.verdict.equals("changed") ? ExitCode.FAILED : ExitCode.DONE;
    }

    private Path again(Map<String, String> receipt, Path file) {
        if (!receipt.containsKey("generator") || !receipt.containsKey("seed")) {
            throw CommandFailed.refused(picture + " does not say how it was made. Nothing was compared.",
                    "Choose a picture that Filmwright made.");
        }
        if (receipt.get("generator").equals("draft")) {
            drawAgain(receipt, file);
        } else if (receipt.containsKey("model")) {
            paintAgain(receipt, file);
        } else {
            throw CommandFailed.refused(picture + " was made by " + receipt.get("generator")
                    + ", which cannot make it again here. Nothing was compared.",
                    "Choose a picture made on this machine.");
        }
        return file;
    }

    private void drawAgain(Map<String, String> receipt, Path file) {
        OnePicture order = new OnePicture(
                new Request.Words(receipt.get("prompt"), receipt.getOrDefault("negative", "")),
                FrameSize.parse(receipt.get("size")), Long.parseUnsignedLong(receipt.get("seed")), Integer.parseInt(
                        receipt.getOrDefault("take", "1")));
        DraftPictures.draw(order, file);
        Map<String, String> now = CommandFailed.orFail(RecipeReader.receipt(file));
        if (!now.getOrDefault("staging", "").equals(receipt.get("staging"))) {
            throw CommandFailed.refused(picture + " was staged for a shot of a film, which its words alone do not tell."
                    + " Nothing was compared.",
                    "Make the film again: the same script and seed draw the same pictures.");
        }
    }

    private void paintAgain(Map<String, String> receipt, Path file) {
        LocalPictures.make(order(receipt, file), model.orElse(receipt.get("model")),
                device.orElse(receipt.getOrDefault("device", "cpu")), console);
        String now = CommandFailed.orFail(RecipeReader.receipt(file)).getOrDefault("fingerprint", "");
        if (!now.equals(receipt.getOrDefault("fingerprint", now))) {
            console.notice("The model has other files than the one that made " + picture + ".");
        }
    }

    private ImageOrder order(Map<String, String> receipt, Path file) {
        try {
            Request.Words words = new Request.Words(needed(receipt, "prompt"), receipt.getOrDefault("negative", ""));
            ImageOrder.Sampling sampling = new ImageOrder.Sampling(OptionalInt.of(Integer.parseInt(needed(receipt,
                    "steps"))), OptionalDouble.of(Double.parseDouble(needed(receipt, "guidance"))), Long.parseLong(
                            needed(receipt, "seed")));
            OptionalInt tiles = receipt.containsKey("tiles")
                    ? OptionalInt.of(Integer.parseInt(receipt.get("tiles")))
                    : OptionalInt.empty();
            return new ImageOrder(words, Optional.of(FrameSize.parse(needed(receipt, "size"))), sampling,
                    startOf(receipt),
                    List.of(file), new Painter.Extras(Optional.empty(), tiles, Map.of()));
        } catch (IllegalArgumentException e) {
            throw CommandFailed.refused("What " + picture + " says of its making cannot be read (" + e.getMessage()
                    + "). Nothing was compared.", "Choose a picture that is as Filmwright made it.");
        }
    }

    /** @throws IllegalArgumentException where it is not told */
    private static String needed(Map<String, String> receipt, String key) {
        return Optional.ofNullable(receipt.get(key))
                .orElseThrow(() -> new IllegalArgumentException("no " + key));
    }

    private Optional<Painter.Start> startOf(Map<String, String> receipt) {
        Optional<String> strength = Optional.ofNullable(receipt.get("start strength"));
        if (strength.isPresent() && start.filter(Files::isRegularFile).isEmpty()) {
            throw CommandFailed.refused(picture + " started from another picture (" + receipt.get("start picture")
                    + "). Nothing was compared.", "Name that one: --image INIT.png.");
        }
        return strength.map(how -> new Painter.Start(start.orElseThrow().toAbsolutePath(), Double.parseDouble(how)));
    }

    private Report compared(Path again) throws IOException {
        try {
            Still before = Still.read(picture);
            Still now = Still.read(again);
            if (!before.size().equals(now.size())) {
                return new Report(picture.toString(), "changed", Optional.empty());
            }
            double error = meanSquare(before.argb(), now.argb());
            double psnr = 10 * Math.log10(255 * 255 / error);
            return error == 0
                    ? new Report(picture.toString(), "identical", Optional.empty())
                    : new Report(picture.toString(), psnr >= SAME ? "visually same" : "changed", Optional.of(psnr));
        } catch (MediaException e) {
            throw new CommandFailed(e.failure());
        }
    }

    private static double meanSquare(int[] a, int[] b) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int away = (a[i] >> shift & 0xff) - (b[i] >> shift & 0xff);
                sum += away * away;
            }
        }
        return sum / (3.0 * a.length);
    }
}
