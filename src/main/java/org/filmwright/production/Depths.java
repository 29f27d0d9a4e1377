package org.filmwright.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Companions;
import org.filmwright.generate.LayeredGenerator;
import org.filmwright.generate.Request;
import org.filmwright.images.ImageBrief;
import org.filmwright.images.ImageTake;
import org.filmwright.story.Shot;

/**
 * How far away what a circled picture shows is: as its artist painted it, which is painted once more, or as a model sees
 * it, which is kept in the cache (decision 0097).
 */
record Depths(Records records, Generators generators) {
    /** What there is to know it from. */
    sealed interface Known {
        /** In words that change when the answer would. */
        String key();
    }

    /** @param order what the artist was asked for */
    record Painted(LayeredGenerator artist, Request.Image order, Path picture) implements Known {
        @Override
        public String key() {
            return "planes " + artist.describe().id() + " " + artist.describe().version();
        }
    }

    record Seen(Companions companions, MediaRef picture) implements Known {
        @Override
        public String key() {
            return "depth " + companions.version(Companions.Skill.DEPTH);
        }
    }

    /** @param why a sentence for a person */
    record Unknown(String why) implements Known {
        @Override
        public String key() {
            return "";
        }
    }

    /** @param folder where what is made for it may lie */
    Known of(CircledShot circled, Path folder) {
        Optional<ImageTake> take = records.takes().find(circled.image().take());
        Optional<Known> painted = take.flatMap(drawn -> painted(circled, drawn, folder));
        return painted.orElseGet(() -> seen(circled.image().media()));
    }

    /** By an artist who paints in planes, of the shot as it is now: only the camera may have been told something else. */
    private Optional<Known> painted(CircledShot circled, ImageTake take, Path folder) {
        Shot shot = circled.shot();
        if (!take.brief().equals(ImageBrief.of(circled.plan(), shot).digest())) {
            return Optional.empty();
        }
        return generators.find(take.origin().generator())
                .filter(LayeredGenerator.class::isInstance)
                .map(LayeredGenerator.class::cast)
                .map(artist -> new Painted(artist,
                        new Request.Image("", Stagings.of(circled.plan(), shot), circled.order().make().look().size(),
                                take.origin().seed(), take.number(), folder),
                        records.vault().file(take.media())));
    }

    private Known seen(MediaRef picture) {
        return generators.companions().skills().contains(Companions.Skill.DEPTH)
                ? new Seen(generators.companions(), picture)
                : new Unknown("How near things are in this picture is not known: no model here sees depth.");
    }

    /** Finds it out; nothing with a reason where that cannot be done, so that the camera stays on the picture's surface. */
    Outcome<Request.Depth.Source> source(Known known, Progress progress) {
        return switch (known) {
            case Painted painted -> painted.artist.planes(painted.order, painted.picture, progress)
                    .then(planes -> Outcome.ok(new Request.Depth.Planes(planes)));
            case Seen seen -> map(seen, progress).then(map -> Outcome.ok(new Request.Depth.Near(map)));
            case Unknown(String why) -> Outcome.failed(new Failure.Misconfigured(why, "Add one on the models page."));
        };
    }

    /** Seen once for each picture and model. */
    private Outcome<Path> map(Seen seen, Progress progress) {
        String model = Digest.of(seen.key()).hex().substring(0, 16);
        Path map = records.vault().derived(seen.picture, "depth-" + model + ".png");
        if (Files.isRegularFile(map)) {
            return Outcome.ok(map);
        }
        try {
            Files.createDirectories(map.getParent());
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", "The depth of a picture could not be kept in "
                    + map.getParent() + ": " + e.getMessage() + ". Nothing else was lost."));
        }
        return seen.companions.depth(records.vault().file(seen.picture), map, progress);
    }
}
