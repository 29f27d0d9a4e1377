package org.filmwright;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.Easel;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.graph.CardFailures;
import org.filmwright.generate.local.model.Forecast;
import org.filmwright.generate.local.model.ModelFolder;
import org.filmwright.generate.local.runner.Runner;

/** Pictures of a sentence by a model of this machine. */
final class LocalPictures {
    static final FrameSize SIZE = new FrameSize(512, 512);

    private LocalPictures() {}

    static ImageReport make(ImageOrder order, String model, String device, Console console) {
        Path folder = CommandFailed.orFail(LocalModels.folder(model));
        CommandFailed.orFail(ModelFolder.read(folder)); // what is damaged is told before a process is started for it
        String where = LocalModels.name(device);
        Forecast forecast = CommandFailed.orFail(LocalModels.forecast(folder, order.painterOrder(0, SIZE), where));
        console.notice(forecast.sentence());
        List<ImageReport.Picture> pictures = new ArrayList<>();
        Optional<Integer> steps = Optional.empty();
        String used = device;
        boolean whole = false;
        try (Runner runner = LocalModels.runner(device)) {
            for (int i = 0; i < order.files().size(); i++) {
                Painter.Painted painted = Stopping.during(runner::close, console,
                        paint(runner, folder, order, i, console));
                steps = Optional.ofNullable(painted.receipt().get("steps")).map(Integer::parseInt);
                used = painted.receipt().getOrDefault("device", device);
                pictures.add(picture(painted, order.files().get(i)));
            }
            whole = true;
        } finally {
            if (!whole && !pictures.isEmpty()) {
                console.notice("%d of %d pictures were made and kept, up to %s.".formatted(pictures.size(),
                        order.files().size(), pictures.getLast().file()));
            }
        }
        return ImageReport.of(pictures, Optional.of(folder.getFileName().toString()), steps, "local", used,
                forecast.seconds());
    }

    private static java.util.function.Supplier<Painter.Painted> paint(Easel easel, Path model, ImageOrder order,
            int number,
            Console console) {
        return () -> {
            try {
                Outcome<Painter.Painted> painted = easel.paint(model, order.painterOrder(number, SIZE),
                        new TerminalProgress(
                                console));
                return painted.orElse(failure -> {
                    throw new CommandFailed(CardFailures.isOfCard(failure)
                            && failure instanceof Failure.Misconfigured(String what, String remedy)
                                    ? new Failure.Misconfigured(what, remedy + " The processor is --device cpu.")
                                    : failure);
                });
            } catch (Cancelled stopped) {
                throw CommandFailed.refused("The picture was stopped. Nothing half-written was kept.", "Run it again.");
            }
        };
    }

    private static ImageReport.Picture picture(Painter.Painted painted, Path file) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        painted.stages().forEach(stage -> seconds.merge(stage.name(), stage.seconds(), Double::sum));
        return new ImageReport.Picture(file.toString(), Long.parseLong(painted.receipt().get("seed")), painted.receipt()
                .get("size"), seconds, painted.notices(),
                Optional.of(new ImageReport.Memory(
                        painted.receipt().get("memory"), painted.receipt().get("promise"),
                        painted.receipt().get("peak"))));
    }
}
