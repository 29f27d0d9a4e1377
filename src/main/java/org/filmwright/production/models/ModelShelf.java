package org.filmwright.production.models;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/**
 * The models of this machine: one small JSON a model in the models folder. A model that lies elsewhere stays there; the
 * shelf only remembers it. What comes in a zip or by a download is put into the models folder whole, or not at all.
 */
public final class ModelShelf {
    private final Path folder;
    private final ModelNotes notes;
    private final Newcomer newcomer;

    public ModelShelf(Path folder, InstantSource clock) {
        this(folder, clock, ModelCheck.NONE);
    }

    /** @param check what every newcomer has to pass besides */
    public ModelShelf(Path folder, InstantSource clock, ModelCheck check) {
        this.folder = folder.toAbsolutePath().normalize();
        this.notes = new ModelNotes(this.folder);
        this.newcomer = new Newcomer(this.folder, clock, check);
    }

    public Path folder() {
        return folder;
    }

    /** By name. A note that cannot be read is passed over. */
    public List<Model> all() {
        return notes.all();
    }

    public Optional<Model> find(String name) {
        return all().stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /** Takes in a folder of ONNX files where it lies, or a zipped pack; its licence is accepted later. */
    public Outcome<Model> importFrom(Path chosen) {
        return add(chosen, Optional.empty(), Consent.LATER);
    }

    /**
     * Takes in a folder of ONNX files where it lies, after looking at every file, or unpacks a model pack into the models
     * folder. {@link Failure.Ambiguous} where its licence was not accepted.
     *
     * @param name empty for what the folder or the pack is called
     */
    public Outcome<Model> add(Path chosen, Optional<String> name, Consent consent, Progress progress) {
        try {
            if (Files.isDirectory(chosen)) {
                Path from = chosen.toRealPath();
                return vacant(name.orElse(from.getFileName().toString()))
                        .then(free -> newcomer.where(from, free, consent, progress))
                        .then(this::remembered);
            }
            if (!ZipPack.isZip(chosen)) {
                return refused(chosen + (Files.exists(chosen) ? " is neither a folder nor a zip." : " is not there."),
                        "Choose a folder with a model in ONNX format, or a model pack.");
            }
            return unpacked(chosen, name, consent, progress);
        } catch (IOException e) {
            return disk("The model could not be read: " + e.getMessage() + ". Nothing was imported.");
        }
    }

    /** The same with nobody watching. */
    public Outcome<Model> add(Path chosen, Optional<String> name, Consent consent) {
        return add(chosen, name, consent, Progress.NONE);
    }

    /** Whatever happens, nothing half unpacked is left. */
    private Outcome<Model> unpacked(Path zip, Optional<String> name, Consent consent, Progress progress) {
        try {
            return switch (ZipPack.open(zip)) {
                case Outcome.Failed<ZipPack>(Failure failure) -> Outcome.failed(failure);
                case Outcome.Ok<ZipPack>(ZipPack opened) -> {
                    try (ZipPack pack = opened) {
                        yield unpacked(pack, name.orElse(pack.pack().name()), consent, progress);
                    }
                }
            };
        } catch (IOException e) {
            return disk(zip.getFileName() + " could not be unpacked into " + folder + ": " + reason(e)
                    + ". Nothing was added.");
        }
    }

    /** The licence is read before anything else is held up by this. */
    private Outcome<Model> unpacked(ZipPack pack, String name, Consent consent, Progress progress) throws IOException {
        if (vacant(name) instanceof Outcome.Failed<String>(Failure taken)) {
            return Outcome.failed(taken);
        }
        Optional<Licence> licence = pack.licence();
        Consent.Answer answer = licence.map(terms -> consent.asked(name, terms)).orElse(Consent.Answer.LATER);
        return answer == Consent.Answer.NO
                ? Newcomer.unaccepted(name, licence.orElseThrow().file())
                : staged(intake -> arrival(intake).unpacked(pack, name, answer, progress));
    }

    /** Some systems name the file before they say what is wrong with it. */
    private static String reason(IOException e) {
        return e instanceof FileSystemException about && about.getReason() != null
                ? about.getReason()
                : String.valueOf(e.getMessage());
    }

    /** What is on its way here. */
    public Downloads downloads() {
        return new Downloads(folder);
    }

    /** Puts a whole download, its manifest.json beside its files, on the shelf. */
    public Outcome<Model> shelve(Path downloaded, String name, Consent consent, Progress progress) {
        try {
            return staged(intake -> arrival(intake).published(downloaded, name, consent, progress));
        } catch (IOException e) {
            return disk("The model could not be put into " + folder + ": " + e.getMessage()
                    + ". What was downloaded is kept.");
        }
    }

    /** Sweeps away what a kill left behind; does nothing while a model is being added. */
    public void tidy() throws IOException {
        if (Files.isDirectory(folder)) {
            Optional<Intake> intake = Intake.open(folder);
            if (intake.isPresent()) {
                intake.get().close();
            }
        }
    }

    /** Whether a model of this name can come. */
    public Outcome<String> vacant(String name) {
        if (!SafeNames.isModel(name)) {
            return refused("'" + name + "' cannot be the name of a model: it has 1 to 64 letters, digits, dots,"
                    + " hyphens and underscores, and begins with a letter or digit.",
                    "Rename the folder, or give another name with --name.");
        }
        return notes.has(name)
                ? refused("A model called " + name + " is here already.", "Remove it first, or rename the folder.")
                : Outcome.ok(name);
    }

    private Arrival arrival(Intake intake) {
        return new Arrival(folder, intake, newcomer, this::vacant);
    }

    private interface Work {
        Outcome<Model> in(Intake intake) throws IOException;
    }

    private Outcome<Model> staged(Work work) throws IOException {
        Optional<Intake> intake = Intake.open(folder);
        if (intake.isEmpty()) {
            return refused("Another model is being added just now.", "Try again when it is done.");
        }
        try (Intake held = intake.get()) {
            return work.in(held);
        }
    }

    private Outcome<Model> remembered(Model model) {
        try {
            notes.write(model);
            return Outcome.ok(model);
        } catch (IOException e) {
            return disk(model.name() + " could not be remembered: " + e.getMessage() + ". Nothing was changed.");
        }
    }

    /** Whether its files still are what they were when it came. */
    public Outcome<Model> verify(Model model) {
        return verify(model, Progress.NONE);
    }

    /** @throws org.filmwright.base.Cancelled when asked to stop */
    public Outcome<Model> verify(Model model, Progress progress) {
        Tally tally = new Tally(progress, model.bytes());
        try {
            for (Model.Part part : model.parts()) {
                Path file = model.folder().resolve(part.path());
                if (!Files.isRegularFile(file)) {
                    return refused(part.path() + " of " + model.name() + " is missing.", "Import the model again.");
                }
                if (!Digest.ofFile(file, tally::more).hex().equals(part.sha256())) {
                    return refused(part.path() + " of " + model.name() + " has changed since it was imported.",
                            "Import the model again.");
                }
            }
            return Outcome.ok(model);
        } catch (IOException e) {
            return disk("The model could not be read: " + e.getMessage() + ".");
        }
    }

    /** Forgets a model. Files in the models folder are deleted, others stay. Answers the bytes that were freed. */
    public Outcome<Long> remove(Model model) {
        try {
            long freed = 0;
            if (model.ours()) {
                ModelFiles.delete(model, model.folder());
                freed = model.bytes();
            }
            notes.forget(model.name());
            uses().forget(model.name());
            return Outcome.ok(freed);
        } catch (IOException e) {
            return disk("The model could not be removed: " + e.getMessage()
                    + ". What could not be deleted is still there.");
        }
    }

    /**
     * Copies a model into another folder, looks at every copy, and from then on uses those. Files that lay in the models
     * folder are deleted then; files that lay elsewhere are somebody else's and stay.
     */
    public Outcome<Model> move(Model model, Path into) {
        return move(model, into, Progress.NONE);
    }

    /** @throws org.filmwright.base.Cancelled when asked to stop; then it stays where it was */
    public Outcome<Model> move(Model model, Path into, Progress progress) {
        Path there = into.toAbsolutePath().normalize().resolve(model.name());
        if (Files.exists(there)) {
            return refused("There is a " + model.name() + " in " + into + " already.", "Choose another folder.");
        }
        try {
            Files.createDirectories(into);
            if (Files.getFileStore(into).getUsableSpace() < model.bytes()) {
                return refused("There is no room for " + model.name() + " in " + into + ".",
                        "Choose a disk with more room.");
            }
            Optional<String> wrong = ModelFiles.copy(model, there, new Tally(progress, 2 * model.bytes()));
            if (wrong.isPresent()) {
                return refused(wrong.get() + " of " + model.name() + " could not be copied whole.", "Check its files.");
            }
            Model moved = model.at(there, there.startsWith(folder));
            notes.write(moved);
            if (model.ours()) {
                ModelFiles.delete(model, model.folder());
            }
            return Outcome.ok(moved);
        } catch (IOException e) {
            return disk(model.name() + " could not be moved: " + e.getMessage() + ". It stays where it was.");
        }
    }

    /** Puts a model back on the list whose files nobody touched since it was taken off. */
    public Outcome<Model> restore(Model model) {
        return vacant(model.name()).then(_ -> remembered(model));
    }

    /** Which pictures its models painted. */
    public ModelUses uses() {
        return new ModelUses(folder);
    }

    /** The text of the licence it came with. */
    public Optional<String> licence(Model model) {
        return switch (terms(model)) {
            case Terms.Unwritten _ -> Optional.empty();
            case Terms.Accepted(Licence licence) -> Optional.of(licence.text());
            case Terms.Open(Licence licence, _) -> Optional.of(licence.text());
            case Terms.Unreadable(String file) -> Optional.of(file);
        };
    }

    /** How it stands with its licence as it lies there now. */
    public Terms terms(Model model) {
        if (model.licence().isEmpty()) {
            return new Terms.Unwritten();
        }
        try {
            Licence licence = Licence.of(model.folder().resolve(model.licence().get()));
            return model.accepted().filter(licence.sha256()::equals).isPresent()
                    ? new Terms.Accepted(licence)
                    : new Terms.Open(licence, model.accepted().isPresent());
        } catch (IOException e) {
            return new Terms.Unreadable(e.getMessage());
        }
    }

    /** Remembers that a person accepted the licence as it lies there now. */
    public Outcome<Model> accept(Model model, Licence licence) {
        return remembered(model.accepting(licence));
    }

    /** The disk under the models folder; nothing where it does not say. */
    public Optional<Disk> disk() {
        try {
            Files.createDirectories(folder);
            FileStore store = Files.getFileStore(folder);
            return Optional.of(new Disk(store.getTotalSpace() - store.getUsableSpace(), store.getTotalSpace()));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** In bytes. */
    public record Disk(long used, long whole) {}

    private static <T> Outcome<T> disk(String what) {
        return Outcome.failed(new Failure.Exhausted("disk", what));
    }

    private static <T> Outcome<T> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what + " Nothing was changed.", remedy));
    }
}
