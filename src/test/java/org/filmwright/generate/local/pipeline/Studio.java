package org.filmwright.generate.local.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.model.Speeds;
import org.filmwright.generate.local.runner.Loader;
import org.filmwright.generate.local.sample.SampleModel;

/** A painter of sample models on the processor, with a folder for its pictures. */
final class Studio {
    static final FrameSize SMALL = new FrameSize(64, 32);
    private final Path folder;
    boolean frugal;
    Speeds speeds = Speeds.forgetful();

    Studio(Path folder) {
        this.folder = folder;
    }

    /** What is ordered; each call changes it. */
    static final class Wish {
        String prompt = "a red cat";
        String negative = "";
        FrameSize size = SMALL;
        OptionalInt steps = OptionalInt.empty();
        OptionalDouble guidance = OptionalDouble.empty();
        long seed = 1;
        Optional<Painter.Start> start = Optional.empty();
        OptionalInt tiles = OptionalInt.empty();
        boolean dump;

        Wish steps(int number) {
            steps = OptionalInt.of(number);
            return this;
        }

        Wish guidance(double scale) {
            guidance = OptionalDouble.of(scale);
            return this;
        }

        Wish seed(long number) {
            seed = number;
            return this;
        }

        Wish dumped() {
            dump = true;
            return this;
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Outcome<Painter> load(SampleModel model) throws IOException {
        return load(model.write(Files.createTempDirectory(folder, "model")));
    }

    Outcome<Painter> load(Path model) {
        return new ModelLoader(folder.resolve("cache"), speeds, InstantSource.system())
                .load(new Loader.Setup(model, "cpu", frugal));
    }

    Painter.Order order(Wish wish) {
        Painter.Extras extras = new Painter.Extras(wish.dump ? Optional.of(file("latents.json")) : Optional.empty(),
                wish.tiles, java.util.Map.of());
        return new Painter.Order(wish.prompt, wish.negative, wish.size, wish.steps, wish.guidance, wish.seed,
                wish.start,
                file("picture.png"), extras);
    }

    Painter.Painted paint(SampleModel model, Wish wish) throws IOException {
        try (Painter painter = value(load(model))) {
            return value(painter.paint(order(wish), Progress.NONE));
        }
    }

    Failure failure(SampleModel model, Wish wish) throws IOException {
        return switch (load(model)) {
            case Outcome.Failed<Painter>(Failure failure) -> failure;
            case Outcome.Ok<Painter>(Painter painter) -> {
                try (painter) {
                    yield failure(painter.paint(order(wish), Progress.NONE));
                }
            }
        };
    }

    static <T> Failure failure(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T>(T value) -> throw new AssertionError("It worked: " + value);
            case Outcome.Failed<T>(Failure failure) -> failure;
        };
    }

    static <T> T value(Outcome<T> outcome) {
        return outcome.orElse(failure -> {
            throw new AssertionError(failure);
        });
    }
}
