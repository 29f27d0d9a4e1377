package org.filmwright.production.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** A model on its way into the models folder: unpacked, looked at, and put in its place whole. */
record Arrival(Path models, Intake intake, Newcomer newcomer, Function<String, Outcome<String>> vacant) {
    /** Of the work: written and read, then read once more. */
    private static final double UNPACKED = 0.7;

    /** @param answer to the licence of the pack */
    Outcome<Model> unpacked(ZipPack pack, String name, Consent.Answer answer, Progress progress) throws IOException {
        if (Files.getFileStore(models).getUsableSpace() < pack.pack().bytes()) {
            return refused("There is no room for the " + pack.pack().bytes() + " bytes of " + name + " in " + models
                    + ".", "Make room there.");
        }
        Path staged = intake.staged(name);
        Optional<Failure> wrong = pack.unpack(staged, new Tally(progress.part(0, UNPACKED), 2 * pack.pack().bytes()));
        return wrong.isPresent()
                ? Outcome.failed(wrong.get())
                : published(staged, name, (_, _) -> answer, progress.part(UNPACKED, 1));
    }

    Outcome<Model> published(Path staged, String name, Consent consent, Progress progress) throws IOException {
        Path place = models.resolve(name);
        if (Files.exists(place)) {
            return refused("There is a folder " + name + " in " + models + " already.",
                    "Add that one, move it away, or give another name.");
        }
        Outcome<Model> checked = vacant.apply(name).then(free -> newcomer.where(staged, free, consent, progress));
        if (checked instanceof Outcome.Ok<Model>(Model model)) {
            Model settled = model.at(place, true);
            intake.publish(staged, settled);
            return Outcome.ok(settled);
        }
        return checked;
    }

    private static Outcome<Model> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what + " Nothing was changed.", remedy));
    }
}
