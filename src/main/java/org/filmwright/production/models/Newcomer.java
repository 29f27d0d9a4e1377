package org.filmwright.production.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.onnx.OnnxFolder;

/** Looks at a folder before it becomes a model: its files, its list where it is a pack, its licence; then measures it. */
record Newcomer(Path models, InstantSource clock, ModelCheck check) {

    /** The model as it lies at {@code from}; nothing is written. */
    Outcome<Model> where(Path from, String name, Consent consent, Progress progress) {
        try {
            Path real = from.toRealPath();
            Optional<Failure.Refused> wrong = unusable(real);
            if (wrong.isPresent()) {
                return refused(wrong.get().what(), wrong.get().remedy());
            }
            Path manifest = real.resolve(Pack.MANIFEST);
            if (!Files.isRegularFile(manifest) || Files.size(manifest) > Pack.LONGEST
                    || !Pack.isManifest(Files.readString(manifest))) {
                return measured(real, name, Optional.empty(), new Asking(consent, progress));
            }
            return Pack.read(Files.readString(manifest), "The manifest.json of " + name)
                    .then(pack -> packed(real, name, pack, new Asking(consent, progress)));
        } catch (IOException e) {
            return unread(e);
        }
    }

    private Optional<Failure.Refused> unusable(Path folder) throws IOException {
        Optional<Failure.Refused> wrong = new OnnxFolder(folder).wrong();
        return wrong.isPresent() ? wrong : check.wrong(folder);
    }

    private record Asking(Consent consent, Progress progress) {}

    private Outcome<Model> packed(Path from, String name, Pack pack, Asking asking) {
        try {
            List<Path> foreign = OnnxFolder.foreign(from);
            if (!foreign.isEmpty()) {
                return refused(relative(from, foreign.getFirst()) + " is no ONNX: such files can run programs when they"
                        + " are opened, or cannot be used here.", "Use a pack without it.");
            }
        } catch (IOException e) {
            return unread(e);
        }
        return measured(from, name, Optional.of(pack), asking)
                .then(model -> difference(model, pack)
                        .<Outcome<Model>>map(what -> refused(what, "Get the model pack again."))
                        .orElseGet(() -> Outcome.ok(model)));
    }

    private static Optional<String> difference(Model model, Pack pack) {
        Map<String, Model.Part> there = new TreeMap<>();
        model.parts().forEach(part -> there.put(part.path(), part));
        there.remove(Pack.MANIFEST);
        for (Model.Part listed : pack.files()) {
            Model.Part found = there.remove(listed.path());
            if (found == null) {
                return Optional.of(listed.path() + " of " + model.name() + " is missing.");
            }
            if (!found.equals(listed)) {
                return Optional.of(listed.path() + " of " + model.name() + " is not what its manifest.json says: "
                        + (found.bytes() == listed.bytes()
                                ? "its SHA-256 is another."
                                : "it has " + found.bytes() + " bytes instead of " + listed.bytes() + "."));
            }
        }
        return there.keySet()
                .stream()
                .findFirst()
                .map(extra -> extra + " of " + model.name() + " is not listed in its manifest.json.");
    }

    private Outcome<Model> measured(Path from, String name, Optional<Pack> pack, Asking asking) {
        try {
            List<Path> files = new ArrayList<>(OnnxFolder.files(from));
            files.removeAll(OnnxFolder.foreign(from));
            Optional<String> file = pack.isPresent()
                    ? pack.get().licence().filter(listed -> Files.isRegularFile(from.resolve(listed)))
                    : files.stream().map(each -> relative(from, each)).filter(Pack::isLicence).findFirst();
            Optional<String> accepted = Optional.empty();
            if (file.isPresent()) {
                Licence licence = Licence.of(from.resolve(file.get()));
                switch (asking.consent.asked(name, licence)) {
                    case NO -> {
                        return unaccepted(name, licence.file());
                    }
                    case ACCEPTED -> accepted = Optional.of(licence.sha256());
                    case LATER -> accepted = Optional.empty();
                }
            }
            long bytes = 0;
            for (Path each : files) {
                bytes += Files.size(each);
            }
            Tally tally = new Tally(asking.progress, bytes);
            List<Model.Part> parts = new ArrayList<>();
            for (Path each : files) {
                parts.add(
                        new Model.Part(relative(from, each), Files.size(each), Digest.ofFile(each, tally::more).hex()));
            }
            return Outcome.ok(new Model(name, from, from.startsWith(models), parts, file, accepted, clock.millis()));
        } catch (IOException e) {
            return unread(e);
        }
    }

    static Outcome<Model> unaccepted(String name, String file) {
        return Outcome.failed(Licence.unaccepted(name, file));
    }

    private static String relative(Path from, Path file) {
        return from.relativize(file).toString().replace('\\', '/');
    }

    private static Outcome<Model> unread(IOException e) {
        return Outcome.failed(new Failure.Exhausted("disk", "The model could not be read: " + e.getMessage()
                + ". Nothing was imported."));
    }

    private static <T> Outcome<T> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what + " Nothing was changed.", remedy));
    }
}
