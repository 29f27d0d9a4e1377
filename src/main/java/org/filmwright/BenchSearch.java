package org.filmwright;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageTake;
import org.filmwright.production.Project;
import org.filmwright.production.Snapshot;
import org.filmwright.production.find.FilmSearch;
import org.filmwright.production.find.Found.Kind;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.ShotPrompt;

/**
 * {@code bench search}: finding words in a script of 120 pages and the takes of the gallery, of which every tenth was
 * decided with a reason, beside a look through the same texts one after the other; and what is near without holding the words.
 */
record BenchSearch(int takes) implements Bench {
    static final int TAKES = 50_000;
    private static final int ROUNDS = 20;
    private static final int SHOWN = 6;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<String> REASONS = List.of("six fingers on the left hand", "the scarf is purple",
            "too dark to read", "the door opens the other way", "she looks into the lens");
    /** As somebody types them, to the end and on the way there; a mistyped word, one that is nowhere, several. */
    private static final List<String> QUERIES = List.of("d", "do", "door", "door 7", "mara", "mara lamp", "finger",
            "purple scarf", "\"quiet street\"", "rejected", "4711", "room 12", "wide night", "nite", "purpel",
            "xylophone", "the lens", "tobias walks rain lamp", "gallery-123", "draft");

    private BenchTimes times() {
        return new BenchTimes(takes, QUERIES, ROUNDS);
    }

    @Override
    public List<BenchResult> run() {
        return ScratchFolder.with(folder -> {
            Path film = folder.resolve("search.filmwright");
            GallerySeed seed = new GallerySeed(folder.resolve("looks"), 1);
            try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(film))) {
                seed.fill(wiring.records(), film, takes);
            }
            try (Desk desk = Desk.open(film); Project project = desk.project()) {
                List<BenchResult> results = new ArrayList<>(measured(project));
                results.addAll(new BenchNear(takes).run(decided(project.snapshot(), ""), folder));
                return results;
            }
        });
    }

    private List<BenchResult> measured(Project project) throws IOException {
        Snapshot now = decided(project.snapshot(), "");
        Snapshot changed = decided(project.snapshot(), " again");
        long before = used();
        try (FilmSearch search = new FilmSearch(project::file)) {
            double building = BenchTimes.seconds(() -> search.catchUp(now));
            long heap = used() - before;
            double same = BenchTimes.seconds(() -> search.catchUp(changed));
            Stream.of(1, 2).forEach(warm -> times().of(words -> ask(search, changed, words)));
            double[] asked = times().of(words -> ask(search, changed, words));
            List<String> texts = new ArrayList<>();
            double reading = BenchTimes.seconds(() -> texts.addAll(texts(changed)));
            times().of(words -> scan(texts, words));
            double[] scanned = times().of(words -> scan(texts, words));
            return List.of(
                    times().result("first question: reading it all", "s", building, reading,
                            "only putting its texts together",
                            10),
                    times().result("after one more verdict", "s", same, building, "reading it all", 0.5),
                    times().result("a question, p50", "ms", BenchTimes.at(asked, 0.5), BenchTimes.at(scanned, 0.5),
                            "looking through the texts", 20),
                    times().result("a question, p95", "ms", BenchTimes.at(asked, 0.95), BenchTimes.at(scanned, 0.95),
                            "looking through the texts",
                            100),
                    times().result("heap of the index", "MB", heap / 1e6, bytes(texts) / 1e6, "the texts", 200),
                    times().result("index", "MB", search.bytes() / 1e6, bytes(texts) / 1e6, "the texts", 200));
        }
    }

    /** With a long script, and a verdict on every tenth take. @param more at the end of the first reason */
    private static Snapshot decided(Snapshot seeded, String more) {
        SplittableRandom random = new SplittableRandom(3);
        Map<TakeId, Verdict> verdicts = new HashMap<>();
        Scripts.Script script = seeded.script().orElseThrow().reading(BenchStory.script());
        List<ImageTake> all = script.drafted()
                .shots()
                .stream()
                .flatMap(shot -> seeded.takesOf(shot.id()).stream())
                .toList();
        for (int i = 0; i < all.size(); i += 10) {
            ImageTake take = all.get(i);
            Ruling ruling = Ruling.values()[1 + random.nextInt(3)];
            String reason = REASONS.get(random.nextInt(REASONS.size())) + (i == 0 ? more : "");
            verdicts.put(take.id(), new Verdict(take.id(), take.shot(), ruling, reason, "bench", NOON));
        }
        return new Snapshot(seeded.folder(), Optional.of(script), seeded.takes(), verdicts, seeded.clips(),
                seeded.cut(), seeded.jobs(), seeded.edits());
    }

    private static int ask(FilmSearch search, Snapshot now, String words) {
        return search.find(now, words, EnumSet.allOf(Kind.class), SHOWN).all(Kind.TAKE);
    }

    /** What a program without an index would have: everything in small letters. */
    private static List<String> texts(Snapshot now) {
        ShotPlan plan = now.script().orElseThrow().plan();
        List<String> texts = new ArrayList<>(now.script()
                .orElseThrow()
                .text()
                .toLowerCase(Locale.ROOT)
                .lines()
                .toList());
        for (Shot shot : plan.shots()) {
            String prompt = ShotPrompt.of(plan, shot);
            for (ImageTake take : now.takesOf(shot.id())) {
                texts.add((shot.label() + " take " + take.number() + ' ' + prompt + ' ' + take.origin() + ' '
                        + take.media().path() + ' ' + take.id() + ' ' + now.rulingOf(take.id()) + ' '
                        + Optional.ofNullable(now.verdicts().get(take.id())).map(Verdict::reason).orElse(""))
                        .toLowerCase(Locale.ROOT));
            }
        }
        return texts;
    }

    /** How many texts have all the words in them; neither ranked nor marked. */
    private static int scan(List<String> texts, String typed) {
        List<String> words = Arrays.asList(typed.toLowerCase(Locale.ROOT).replace("\"", "").split(" "));
        return (int) texts.stream().filter(text -> words.stream().allMatch(text::contains)).count();
    }

    private static long bytes(List<String> texts) {
        return texts.stream().mapToLong(String::length).sum();
    }

    private static long used() {
        Runtime machine = Runtime.getRuntime();
        System.gc();
        return machine.totalMemory() - machine.freeMemory();
    }
}
