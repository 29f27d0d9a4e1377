package org.filmwright;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.images.Fingerprint;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Lookalikes;
import org.filmwright.images.Resemblance;
import org.filmwright.production.Snapshot;
import org.filmwright.production.find.FilmSearch;
import org.filmwright.production.find.Found.Kind;
import org.filmwright.production.sense.Senses;
import org.filmwright.search.Vectors;

/**
 * The part of {@code bench search} about what is near: everything but the models, which answer here with seeded vectors at
 * once.
 */
record BenchNear(int takes) {
    private static final int ROUNDS = 5;
    private static final int SHOWN = 6;
    private static final List<String> QUERIES = List.of("a quiet place at night", "somebody who waits",
            "the wrong colour",
            "water", "she cannot sleep", "two people argue about a door");

    private BenchTimes times() {
        return new BenchTimes(takes, QUERIES, ROUNDS);
    }

    List<BenchResult> run(Snapshot now, Path folder) {
        SeededCompanions model = new SeededCompanions();
        try (FilmSearch search = new FilmSearch(media -> folder.resolve(media.path()), new Senses(model, folder))) {
            search.catchUp(now);
            double learning = BenchTimes.seconds(() -> near(search, now, "a first question"));
            double[] asked = times().of(words -> near(search, now, words));
            double[] words = times()
                    .of(typed -> search.find(now, typed, EnumSet.allOf(Kind.class), SHOWN).all(Kind.TAKE));
            Vectors pictures = pictures();
            List<String> names = IntStream.range(0, takes).mapToObj(BenchNear::name).toList();
            double[] shown = times().of(typed -> pictures.standingOut(SeededCompanions.vector(typed, 512), names, SHOWN)
                    .size());
            return List.of(
                    times().result("first question by meaning, less what the model takes", "s", learning,
                            BenchTimes.at(words, 0.5) / 1e3,
                            "by words", 10),
                    times().result("a question by meaning, p50", "ms", BenchTimes.at(asked, 0.5),
                            BenchTimes.at(words, 0.5), "by words", 100),
                    times().result("pictures for words, p50", "ms", BenchTimes.at(shown, 0.5),
                            BenchTimes.at(words, 0.5), "by words", 100),
                    alike(pictures));
        }
    }

    private static int near(FilmSearch search, Snapshot now, String typed) {
        FilmSearch.Results none = new FilmSearch.Results(org.filmwright.search.Nearness.WORDS, Map.of());
        return search.near(now, typed, EnumSet.allOf(Kind.class), SHOWN, none, Progress.NONE).found().size();
    }

    private static String name(int picture) {
        return Digest.of("bench " + picture).hex();
    }

    private Vectors pictures() {
        Vectors vectors = new Vectors();
        IntStream.range(0, takes).forEach(i -> vectors.put(name(i), SeededCompanions.vector("bench " + i / 2, 512)));
        return vectors;
    }

    /** Every second take looks nearly like the one before. */
    private BenchResult alike(Vectors vectors) {
        SplittableRandom random = new SplittableRandom(9);
        Map<ImageTake, Fingerprint> looks = new HashMap<>();
        List<ImageTake> all = IntStream.range(0, takes)
                .mapToObj(i -> new ImageTake(new TakeId("t" + i), new ShotId("s" + i / 4), 1 + i % 4,
                        new MediaRef(new Digest(name(i)), "png"), Digest.of("brief"),
                        new ImageTake.Origin("draft", i), Region.WHOLE))
                .toList();
        Fingerprint last = null;
        for (int i = 0; i < takes; i++) {
            last = i % 2 == 1
                    ? new Fingerprint(last.bits() ^ 3, last.colours())
                    : new Fingerprint(random.nextLong(), "%02x".formatted(random.nextInt(256)).repeat(216));
            looks.put(all.get(i), last);
        }
        Resemblance seen = (one, other) -> vectors.likeness(one.digest().hex(), other.digest().hex());
        Resemblance nobody = (one, other) -> OptionalDouble.empty();
        Lookalikes.among(all, take -> Optional.of(looks.get(take)), seen);
        double bare = BenchTimes.seconds(() -> Lookalikes.among(all, take -> Optional.of(looks.get(take)), nobody));
        double both = BenchTimes.seconds(() -> Lookalikes.among(all, take -> Optional.of(looks.get(take)), seen));
        return times().result("what looks alike, by vectors too", "s", both, bare, "by fingerprints alone", 3);
    }
}
