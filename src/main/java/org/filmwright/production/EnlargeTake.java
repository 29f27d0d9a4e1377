package org.filmwright.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.TakeId;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.generate.Companions;
import org.filmwright.generate.Png;
import org.filmwright.images.ImageTake;

/** Makes the same picture with more pixels: a take of its own beside the one it came from, once for each. */
record EnlargeTake(Records records, Generators generators) implements StepHandler {
    /** Who made such a take, as takes name it. */
    static final String ENLARGED = "enlarged";

    /** What such a step is about. @param take id of the one that is enlarged */
    record Order(String take) {}

    /** The take that another one becomes. */
    static TakeId idOf(TakeId take) {
        return new TakeId(Digest.of(ENLARGED + "/" + take.value()).hex().substring(0, 32));
    }

    /** Why that cannot be done to any take; nothing where it can. */
    static Optional<Failure> obstacle(Companions companions) {
        return companions.skills().contains(Companions.Skill.ENLARGE)
                ? Optional.empty()
                : Optional.of(new Failure.Misconfigured("No model here enlarges pictures.",
                        "Add one on the models page."));
    }

    /** The same of one. */
    static Optional<Failure> obstacle(Companions companions, Optional<ImageTake> take) {
        if (obstacle(companions).isPresent()) {
            return obstacle(companions);
        }
        if (take.isEmpty()) {
            return Optional.of(new Failure.Refused("This take is not there any more. Nothing was started.",
                    "Choose another one."));
        }
        return take.filter(each -> each.origin().generator().equals(ENLARGED))
                .map(_ -> new Failure.Refused("This take is enlarged already. Nothing was started.",
                        "Choose one that is not."));
    }

    @Override
    public StepResult run(StepContext context) {
        TakeId asked = new TakeId(Json.read(context.input(), Order.class).take());
        Optional<ImageTake> take = records.takes().find(asked);
        return obstacle(generators.companions(), take).<StepResult>map(StepResult.Failed::new)
                .orElseGet(() -> enlarge(take.orElseThrow(), context));
    }

    private StepResult enlarge(ImageTake take, StepContext context) {
        Optional<ImageTake> known = records.takes()
                .find(idOf(take.id()))
                .filter(large -> Files.isRegularFile(records.vault().file(large.media())));
        if (known.isPresent()) {
            records.takes().redrawn(known.get().id());
            return DrawTake.done(known.get());
        }
        Path plain = context.staging().resolve("enlarged.png");
        return StepAnswers.of(generators.companions()
                .enlarge(records.vault().file(take.media()), plain, context.progress())
                .then(large -> told(large, take))
                .then(large -> records.vault().publish(large, "png")), media -> keep(take, media));
    }

    /** The receipt says from which picture it is, and by which model. */
    private Outcome<Path> told(Path large, ImageTake take) {
        Map<String, String> receipt = new LinkedHashMap<>();
        receipt.put("Software", "Filmwright");
        receipt.put("generator", ENLARGED);
        receipt.put("version", generators.companions().version(Companions.Skill.ENLARGE));
        receipt.put("from", take.media().digest().hex());
        receipt.put("take", Integer.toString(take.number()));
        try {
            Path file = large.resolveSibling("told.png");
            Files.write(file, Png.told(Files.readAllBytes(large), receipt));
            return Outcome.ok(file);
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk",
                    "The enlarged picture could not be written: " + e.getMessage() + ". The take stays as it is."));
        }
    }

    private StepResult keep(ImageTake from, MediaRef media) {
        TakeId id = idOf(from.id());
        ImageTake take = records.takes()
                .add(new ImageTake(id, from.shot(), 1 + last(records.takes().of(from.shot())), media, from.brief(),
                        new ImageTake.Origin(ENLARGED, from.origin().seed()), from.subject()));
        records.takes().redrawn(id);
        records.vault().arrived(media);
        new Looks(records).lookAt(take);
        return DrawTake.done(take);
    }

    private static int last(List<ImageTake> takes) {
        return takes.stream().mapToInt(ImageTake::number).max().orElse(0);
    }
}
