package org.filmwright.store;

import org.filmwright.review.Flaw;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ShotId;
import org.filmwright.base.ShotSize;
import org.filmwright.base.TakeId;
import org.filmwright.engine.ManualEngine;
import org.filmwright.history.Change;
import org.filmwright.images.Trash;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.story.Bible.Kind;
import org.filmwright.story.Portrait;
import org.filmwright.story.ScriptEdit;
import org.filmwright.story.ShotOverride;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.CutEdit;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Transition;

/** A project that a person changes at random in every way there is; can be killed while it does. */
final class WrittenFilm implements AutoCloseable {
    private static final List<String> WORDS = List.of("fog", "\r\n", " lamp ", "MARA", "", "é", "\u2028",
            "\n\nEXT. SEA\n");
    private final Path folder;
    private ProjectFolder project;

    WrittenFilm(Path folder) {
        this.folder = folder;
        open();
        if (project.scripts().current().isEmpty()) {
            project.scripts().save(Samples.script());
            project.cuts()
                    .save(new Cut(Samples.cut().title(), Samples.cut().rate(), Samples.cut().size(),
                            Samples.cut().items(), Samples.cut().transitions(), List.of()));
        }
    }

    /** Everything a person can change. */
    record State(String text, List<ShotOverride> overrides, Map<String, Ruling> rulings, Optional<Cut> cut,
            Trash trash, Map<ShotId, List<Flaw>> declined, List<Portrait> portraits) {}

    /** The child: changes, takes back and does again until it is killed; says each state that was acknowledged. */
    public static void main(String[] args) {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);
        SplittableRandom random = new SplittableRandom(Long.parseLong(args[1]));
        try (WrittenFilm film = new WrittenFilm(Path.of(args[0]))) {
            for (int i = 0; i < 100_000; i++) {
                film.something(random);
                System.out.println(film.state().hashCode());
            }
        }
    }

    void reopen() {
        project.close();
        open();
    }

    ProjectFolder project() {
        return project;
    }

    State state() {
        Map<String, Ruling> rulings = new TreeMap<>();
        project.verdicts().all().forEach((take, verdict) -> {
            if (verdict.ruling() != Ruling.NEW) {
                rulings.put(take.value(), verdict.ruling());
            }
        });
        return new State(project.scripts().current().orElseThrow().text(),
                project.scripts().current().orElseThrow().overrides(), rulings, project.cuts().current(),
                project.takes().trash(), project.verdicts().declined(),
                project.scripts().current().orElseThrow().portraits());
    }

    /** A change, or one taken back or done again. */
    void something(SplittableRandom random) {
        int what = random.nextInt(10);
        if (what == 0) {
            project.history().takeBack();
        } else if (what == 1) {
            project.history().doAgain();
        } else {
            project.history().make(change(random), random.nextInt(4) == 0, Samples.NOON);
        }
    }

    Change change(SplittableRandom random) {
        return switch (random.nextInt(7)) {
            case 4 -> declined(random);
            case 5 -> portrayed(random);
            case 0 -> ruled(random);
            case 3 -> trashed(random);
            case 1 -> directed(random);
            case 2 -> recut(random);
            default -> wrote(random);
        };
    }

    private Change wrote(SplittableRandom random) {
        List<ScriptEdit> edits = new ArrayList<>();
        String text = project.scripts().current().orElseThrow().text();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(text.length() + 1);
            int gone = random.nextBoolean() ? 0 : random.nextInt(Math.min(8, text.length() - at + 1));
            ScriptEdit edit = new ScriptEdit(at, text.substring(at, at + gone),
                    WORDS.get(random.nextInt(WORDS.size())));
            text = edit.applyTo(text);
            edits.add(edit);
        }
        return new Change.Wrote(edits);
    }

    private Change ruled(SplittableRandom random) {
        TakeId take = new TakeId("take-" + random.nextInt(5));
        Ruling ruling = Ruling.values()[random.nextInt(4)];
        Verdict before = project.verdicts().latest(take).orElse(verdict(take, Ruling.NEW));
        return new Change.Ruled(verdict(take, ruling), before);
    }

    private Change trashed(SplittableRandom random) {
        TakeId take = new TakeId("take-" + random.nextInt(5));
        Optional<Instant> before = Optional.ofNullable(project.takes().trash().since().get(take));
        return new Change.Trashed(take, Samples.SHOT,
                before.isPresent() ? Optional.empty() : Optional.of(Samples.NOON.plusSeconds(random.nextInt(9))),
                before);
    }

    private Change declined(SplittableRandom random) {
        ShotId shot = new ShotId("s" + random.nextInt(4));
        List<Flaw> flaws = List.of(Flaw.values()).subList(0, random.nextInt(3));
        return new Change.Declined(shot, flaws, project.verdicts().declined().getOrDefault(shot, List.of()));
    }

    private Change portrayed(SplittableRandom random) {
        Kind kind = Kind.values()[random.nextInt(3)];
        String name = random.nextBoolean() ? "Quay" : "QUAY";
        Optional<Portrait> wanted = random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(new Portrait(kind, name, "grey coat " + random.nextInt(9)));
        return new Change.Portrayed(kind, name, wanted,
                project.scripts().current().orElseThrow().portrait(kind, name));
    }

    private static Verdict verdict(TakeId take, Ruling ruling) {
        return new Verdict(take, Samples.SHOT, ruling, "so", "ann", Instant.EPOCH);
    }

    private Change directed(SplittableRandom random) {
        ShotId shot = new ShotId("s" + random.nextInt(4));
        Optional<ShotOverride> before = project.scripts().current().orElseThrow().override(shot);
        ShotOverride wish = switch (random.nextInt(5)) {
            case 0 -> ShotOverride.none(shot).sized(ShotSize.values()[random.nextInt(8)]);
            case 1 -> before.orElse(ShotOverride.none(shot)).moved(CameraMove.values()[random.nextInt(10)]);
            case 2 -> before.orElse(ShotOverride.none(shot)).lasting(1 + random.nextInt(9));
            case 3 -> ShotOverride.inserted(shot, Samples.SHOT, "She waits.");
            default -> before.orElse(ShotOverride.none(shot)).leftOut(random.nextBoolean());
        };
        return new Change.Directed(shot, Optional.of(wish).filter(wanted -> !wanted.isEmpty()), before);
    }

    private Change recut(SplittableRandom random) {
        Cut before = project.cuts().current().orElseThrow();
        List<Item> items = new ArrayList<>(before.items());
        items.add(random.nextInt(items.size() + 1), new Item.Gap(30 + random.nextInt(9)));
        if (items.size() > 4) {
            items.remove(random.nextInt(items.size()));
        }
        Cut after = new Cut(before.title(), before.rate(), before.size(), items,
                random.nextBoolean() ? List.of() : List.of(new Transition(1, 5, 5)), List.of());
        return CutEdit.between(before, after)
                .<Change>map(edit -> new Change.Recut(edit, Deed.INSERT))
                .orElseGet(() -> wrote(random));
    }

    private void open() {
        project = ManualEngine.value(ProjectFolder.openOrCreate(folder, Clock.systemUTC()));
    }

    @Override
    public void close() {
        project.close();
    }
}
