package org.filmwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.Generator;
import org.filmwright.generate.local.Easel;
import org.filmwright.generate.local.LocalGenerator;
import org.filmwright.generate.local.LocalModel;
import org.filmwright.generate.local.model.ModelFolder;
import org.filmwright.generate.local.runner.ChildJvm;
import org.filmwright.generate.local.runner.Limits;
import org.filmwright.generate.local.runner.Runner;
import org.filmwright.production.models.Model;
import org.filmwright.production.models.ModelShelf;
import org.filmwright.production.models.Terms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models of this machine, and the process in which they paint, which starts with the first picture. */
final class LocalModels implements AutoCloseable {
    /** One picture at a time. */
    static final String LANE = "gpu";

    private static final String PROCESSOR = "cpu";
    private static final String CARD = "cuda:0";

    private static final Logger LOG = LoggerFactory.getLogger(LocalModels.class);

    private final Runner runner;
    private final Path film;

    private LocalModels(Runner runner, Path film) {
        this.runner = runner;
        this.film = film;
    }

    /** Where this machine computes best. @param film the folder of the project that they paint for */
    static LocalModels here(Path film) {
        return new LocalModels(runner(bestDevice()), film);
    }

    /** All of the shelf that paint; one that was moved or damaged meanwhile says so when it is asked. */
    List<Generator> generators() {
        List<Generator> generators = new ArrayList<>();
        shelf().all()
                .forEach(model -> generators.add(new LocalGenerator(painter(model), licensed(model), Wiring.clock())));
        return generators;
    }

    private Easel licensed(Model model) {
        return (folder, order, progress) -> permitted(shelf(), model)
                .then(there -> runner.paint(there, order, progress))
                .then(painted -> {
                    used(model.name(), film);
                    return Outcome.ok(painted);
                });
    }

    /** Writes down that a model of the shelf painted a picture. @param film as in Use */
    static void used(String model, Path film) {
        try {
            shelf().uses().painted(model, film, Wiring.clock().instant());
        } catch (IOException e) {
            LOG.warn("That {} painted for {} could not be written down.", model, film, e);
        }
    }

    private static LocalModel painter(Model model) {
        return LocalModel.of(model.name(), model.folder(), model.parts()
                .stream()
                .collect(Collectors.toMap(Model.Part::path, Model.Part::sha256)));
    }

    @Override
    public void close() {
        runner.close();
    }

    static ModelShelf shelf() {
        return new ModelShelf(ConfigFolder.here().resolve("models"), Wiring.clock(), LocalModels::wrong);
    }

    /**
     * What newcomers are held against, beside being whole: one that says that it paints has to be able to. Others are
     * companions, which are looked at by whoever uses them.
     */
    static Optional<Failure.Refused> wrong(Path folder) {
        return ModelFolder.isOne(folder)
                && ModelFolder.read(folder) instanceof Outcome.Failed<ModelFolder>(Failure.Refused refused)
                        ? Optional.of(refused)
                        : Optional.empty();
    }

    /** A card only where the runtime for it was installed: the bundled one computes on the processor. */
    static String bestDevice() {
        return cudaRuntime().isPresent() ? CARD : PROCESSOR;
    }

    /** Natives of ONNX Runtime's CUDA build, unpacked into the settings folder (decision 0093). */
    private static Optional<Path> cudaRuntime() {
        return Optional.of(cudaFolder()).filter(Files::isDirectory);
    }

    static Path cudaFolder() {
        return ConfigFolder.here().resolve("runtimes").resolve("cuda");
    }

    /** Starts nothing yet. @param device {@code cpu} or {@code cuda:0} */
    static Runner runner(String device) {
        List<String> arguments = new ArrayList<>(List.of(ConfigFolder.here().resolve("cache").toString()));
        natives(device).ifPresent(natives -> arguments.add(natives.toString()));
        return new Runner(device, new ChildJvm(ModelProcess.class, ChildJvm.Room.USUAL, arguments), Limits.USUAL, Wiring
                .clock());
    }

    /** What ONNX Runtime needs beside the bundled natives, to be named in {@code onnxruntime.native.path}. */
    static Optional<Path> natives(String device) {
        return device.equals(PROCESSOR) ? Optional.empty() : cudaRuntime();
    }

    /** A folder, or the name of a model on the shelf. */
    static Outcome<Path> folder(String name) {
        Path there = Path.of(name);
        if (Files.isDirectory(there)) {
            return Outcome.ok(there.toAbsolutePath().normalize());
        }
        ModelShelf shelf = shelf();
        return shelf.find(name)
                .map(model -> permitted(shelf, model))
                .orElseGet(() -> Outcome.failed(new Failure.Misconfigured("There is no model '" + name + "' here.",
                        "Name its folder with --model, or add it in the studio's model manager.")));
    }

    /** A model on the shelf is used under a licence that somebody accepted as it is now. */
    private static Outcome<Path> permitted(ModelShelf shelf, Model model) {
        return shelf.terms(model) instanceof Terms.Open open
                ? Outcome.failed(new Failure.Ambiguous(ModelRow.sentence(model.name(), open), Optional.empty()))
                : Outcome.ok(model.folder());
    }
}
