package org.filmwright.production.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** A model on its way into the models folder: unpacked, looked at, and put in its place whole. */
record Arrival(Path models, Intake intake, Newcomer newcomer, Function<String, Outcome<String>> vacant) {

    Outcome<Model> unpacked(Path zip, Optional<String> name, Consent consent) throws IOException {
        return switch (ZipPack.open(zip)) {
            case Outcome.Failed<ZipPack>(Failure failure) -> Outcome.failed(failure);
            case Outcome.Ok<ZipPack>(ZipPack opened) -> {
                try (ZipPack pack = opened) {
                    yield switch (vacant.apply(name.orElse(pack.pack().name()))) {
                        case Outcome.Failed<String>(Failure failure) -> Outcome.failed(failure);
                        case Outcome.Ok<String>(String called) -> unpacked(pack, called, consent);
                    };
                }
            }
        };
    }

    private Outcome<Model> unpacked(ZipPack pack, String name, Consent consent) throws IOException {
        Optional<Licence> licence = pack.licence();
        Consent.Answer answer = licence.map(terms -> consent.asked(name, terms)).orElse(Consent.Answer.LATER);
        if (answer == Consent.Answer.NO) {
            return Newcomer.unaccepted(name, licence.orElseThrow().file());
        }
        if (Files.getFileStore(models).getUsableSpace() < pack.pack().bytes()) {
            return refused("There is no room for the " + pack.pack().bytes() + " bytes of " + name + " in " + models
                    + ".", "Make room there.");
        }
        Path staged = intake.staged(name);
        Optional<Failure> wrong = pack.unpack(staged);
        return wrong.isPresent()
                ? Outcome.failed(wrong.get())
                : published(staged, name, (_, _) -> answer);
    }

    Outcome<Model> published(Path staged, String name, Consent consent) throws IOException {
        Path place = models.resolve(name);
        if (Files.exists(place)) {
            return refused("There is a folder " + name + " in " + models + " already.",
                    "Add that one, move it away, or give another name.");
        }
        Outcome<Model> checked = vacant.apply(name).then(free -> newcomer.where(staged, free, consent));
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
