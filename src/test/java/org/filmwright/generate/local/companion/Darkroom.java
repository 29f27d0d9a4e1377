package org.filmwright.generate.local.companion;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Companion;
import org.filmwright.generate.local.Companion.Answer;
import org.filmwright.generate.local.Companion.Question;
import org.filmwright.generate.local.runner.Loader;

/** Companions of samples on the processor, and pictures to show them. */
final class Darkroom {
    private static final Loader NOBODY = setup -> Outcome.failed(new Failure.Bug("test", "No painter: " + setup));

    private final Path folder;

    Darkroom(Path folder) {
        this.folder = folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    static Outcome<Companion> load(Path model) {
        return new CompanionLoader(NOBODY).companion(new Loader.Setup(model, "cpu", false));
    }

    static Outcome<Answer> ask(Path model, Question question) {
        return load(model).then(companion -> {
            try (companion) {
                return companion.answer(question, Progress.NONE);
            }
        });
    }

    static List<float[]> vectors(Path model, Question question) {
        return ((Answer.Vectors) value(ask(model, question))).vectors();
    }

    static <T> T value(Outcome<T> outcome) {
        return outcome.orElse(failure -> {
            throw new AssertionError(failure);
        });
    }

    static <T> Failure failure(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T>(T value) -> throw new AssertionError("It worked: " + value);
            case Outcome.Failed<T>(Failure failure) -> failure;
        };
    }

    /** @param colour 0xRRGGBB of x and y */
    Path picture(String name, int width, int height, IntBinaryOperator colour) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colour.applyAsInt(x, y));
            }
        }
        Path file = file(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    static int rgb(int red, int green, int blue) {
        return red << 16 | green << 8 | blue;
    }

    /** Colours that repeat nowhere near. */
    static int motley(int x, int y) {
        return rgb((x * 37 + y * 11) % 256, (x * 5 + y * 71) % 256, (x * y + 13) % 256);
    }

    BufferedImage read(String name) throws IOException {
        return ImageIO.read(file(name).toFile());
    }

    static int colour(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xffffff;
    }

    /** The samples of a grey picture, row after row. */
    int[] grey(String name) throws IOException {
        Raster raster = read(name).getRaster();
        return raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
    }

    List<String> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
