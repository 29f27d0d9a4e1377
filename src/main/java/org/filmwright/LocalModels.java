package org.filmwright;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.generate.Companions;
import org.filmwright.base.Progress;
import org.filmwright.generate.Generator;
import org.filmwright.generate.local.Easel;
import org.filmwright.generate.local.LocalGenerator;
import org.filmwright.generate.local.LocalModel;
import org.filmwright.generate.local.companion.LocalCompanions;
import org.filmwright.generate.local.model.CompanionFolder;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.card.Card;
import org.filmwright.generate.local.card.Cards;
import org.filmwright.generate.local.model.Forecast;
import org.filmwright.generate.local.model.Speeds;
import org.filmwright.generate.local.pipeline.Timing;
import org.filmwright.generate.local.runner.ChildJvm;
import org.filmwright.generate.local.runner.Limits;
import org.filmwright.generate.local.runner.Runner;
import org.filmwright.generate.local.runner.Runners;
import org.filmwright.production.models.Model;
import org.filmwright.production.models.ModelShelf;
import org.filmwright.production.models.Terms;

/**
 * The models of this machine, and the processes in which they work: painters in one, which starts with the first picture, and
 * companions in another, so that nobody who searches waits for a picture (decision 0095).
 */
final class LocalModels implements AutoCloseable {
    /** As wide as there are devices: which of them paints is decided there (decision 0099). */
    static final String LANE = "gpu";

    private static final String PROCESSOR = "cpu";

    private final Runners runners;
    private final Runner counsel;
    private final Companions companions;

    private LocalModels(Runners runners, Runner counsel) {
        this.runners = runners;
        this.counsel = counsel;
        this.companions = new LocalCompanions(LocalModels::shelved, counsel);
    }

    /** Where this machine computes best: on all cards for which the runtime was installed, else on the processor. */
    static LocalModels here() {
        return new LocalModels(new Runners(cards(), LocalModels::runner, Cards.ofDriver()), runner(bestDevice()));
    }

    /** All that paint where this machine does it best, and companions on a device. @param device {@code cpu}, {@code cuda:0} */
    static LocalModels on(String device) {
        return new LocalModels(new Runners(cards(), LocalModels::runner, Cards.ofDriver()), runner(device));
    }

    /** How many pictures are painted at once. */
    static int room() {
        return Math.max(1, cards().size());
    }

    /** The cards that are there and can be used; asked once, since a card does not come while a program runs. */
    private static List<Card> cards() {
        return cudaRuntime().isPresent() ? Installed.CARDS : List.of();
    }

    /** Asks the driver when somebody asks here. */
    private static final class Installed {
        private static final List<Card> CARDS = Cards.ofDriver().now();
    }

    Runners runners() {
        return runners;
    }

    /** All of the shelf that paint; one that was moved or damaged meanwhile says so when it is asked. */
    List<Generator> generators() {
        List<Generator> generators = new ArrayList<>();
        painters().forEach(model -> generators.add(new LocalGenerator(local(model), licensed(model), Wiring.clock())));
        return generators;
    }

    /** The small models of the shelf that see and measure; the same ones for as long as this is open. */
    Companions companions() {
        return companions;
    }

    /** Those of the shelf that are no companions; one that is damaged says so when it is asked to paint. */
    static List<Model> painters() {
        return shelf().all()
                .stream()
                .filter(model -> !(CompanionFolder.read(model.folder()) instanceof Outcome.Ok))
                .toList();
    }

    private static List<LocalCompanions.Shelved> shelved() {
        ModelShelf shelf = shelf();
        return shelf.all()
                .stream()
                .map(model -> new LocalCompanions.Shelved(local(model), model.addedAt(), barred(shelf, model)))
                .toList();
    }

    private static Optional<Failure> barred(ModelShelf shelf, Model model) {
        return permitted(shelf, model) instanceof Outcome.Failed<Path>(Failure failure)
                ? Optional.of(failure)
                : Optional.empty();
    }

    private Easel licensed(Model model) {
        return new Easel() {
            @Override
            public Outcome<Painter.Painted> paint(Path folder, Painter.Order order, Progress progress) {
                return permitted(shelf(), model).then(there -> runners.paint(there, order, progress));
            }

            @Override
            public Optional<Double> expected(Path folder, FrameSize size) {
                return timing(folder)
                        .then(known -> Outcome.ok(known.usual(size, runners.now().getFirst().name()).seconds()))
                        .orElse(_ -> Optional.empty());
            }
        };
    }

    /** How long an order will take here. @param where {@code cpu}, or the name of a card */
    static Outcome<Forecast> forecast(Path model, Painter.Order order, String where) {
        return timing(model).then(timing -> Outcome.ok(timing.of(order, where)));
    }

    private static Outcome<Timing> timing(Path model) {
        return Timing.of(model, Speeds.in(speeds(cache())));
    }

    /** What a device is called where times are remembered. */
    static String name(String device) {
        return device.equals(PROCESSOR) ? PROCESSOR : Cards.ofDriver().find(device).map(Card::name).orElse(device);
    }

    private static LocalModel local(Model model) {
        return LocalModel.of(model.name(), model.folder(), model.parts()
                .stream()
                .collect(Collectors.toMap(Model.Part::path, Model.Part::sha256)));
    }

    @Override
    public void close() {
        counsel.close();
        runners.close();
    }

    static ModelShelf shelf() {
        return new ModelShelf(ConfigFolder.here().resolve("models"), Wiring.clock());
    }

    /** A card only where the runtime for it was installed: the bundled one computes on the processor. */
    static String bestDevice() {
        return cards().stream().findFirst().map(Card::device).orElse(PROCESSOR);
    }

    /** Natives of ONNX Runtime's CUDA build, unpacked into the settings folder (decision 0093). */
    private static Optional<Path> cudaRuntime() {
        return Optional.of(CudaRuntime.here()).filter(CudaRuntime::isThere).map(CudaRuntime::folder);
    }

    private static Path cache() {
        return ConfigFolder.here().resolve("cache");
    }

    /** Where it is remembered how fast the models of this machine are. @param cache of what can be made anew */
    static Path speeds(Path cache) {
        return cache.resolve("speeds.json");
    }

    /** Starts nothing yet. @param device {@code cpu} or {@code cuda:0} */
    static Runner runner(String device) {
        List<String> arguments = new ArrayList<>(List.of(cache().toString()));
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
