package org.filmwright.production;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.RunId;
import org.filmwright.history.Change;
import org.filmwright.review.Decision;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.images.Freed;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Trash;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.SceneOrder;
import org.filmwright.story.Scripts;
import org.filmwright.story.Portrait;
import org.filmwright.story.ShotOverride;
import org.filmwright.story.Shot;
import org.filmwright.story.Wording;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.CutEdit;
import org.filmwright.timeline.Deed;

/** Changes by hand in an open project: recorded at once, planned behind. */
final class Editing implements Editor {
    /** A shot shorter than this cannot be seen; one longer than this is a scene. In seconds. */
    private static final double SHORTEST = 0.5;
    private static final double LONGEST = 120;

    private final Path folder;
    private final Records records;
    private final EngineApi engine;
    private final InstantSource clock;
    private final Executor background;
    private final Runnable changed;
    private final Runnable tell;
    private final AtomicLong revision = new AtomicLong();
    private final AtomicBoolean toPlan = new AtomicBoolean();
    private final AtomicReference<Optional<Instant>> saved = new AtomicReference<>(Optional.empty());
    private Optional<Assembled> assembled = Optional.empty();

    /** What the script comes to for a film; read once while both stay as they are. */
    private record Assembled(Scripts.Script script, MakeOrder.Look look, FilmAssembly assembly) {}

    /** @param background where plans are made, one task at a time; @param changed told after every change
     * @param tell tells whoever listens on the thread it is called on
     */
    Editing(Path folder, Records records, EngineApi engine, InstantSource clock, Executor background,
            Runnable changed, Runnable tell) {
        this.folder = folder;
        this.records = records;
        this.engine = engine;
        this.clock = clock;
        this.background = background;
        this.changed = changed;
        this.tell = tell;
    }

    @Override
    public long revision() {
        return revision.get();
    }

    Optional<Instant> saved() {
        return saved.get();
    }

    @Override
    public synchronized Outcome<Change> write(Change.Wrote wrote, boolean joins) {
        if (records.scripts().current().isEmpty()) {
            records.scripts()
                    .save(new Scripts.Script(folder.getFileName().toString().replaceFirst("\\.filmwright$", "")
                            + ".fountain", "", Planner.plan(FountainReader.read(""), 1)));
        }
        return wrote.fits(records.scripts().current().orElseThrow().text())
                ? make(wrote, joins)
                : Outcome.failed(new Failure.Refused("The script was changed elsewhere meanwhile.",
                        "The newest words are shown; write the last ones again."));
    }

    @Override
    public synchronized Outcome<Change> direct(ShotOverride wish) {
        if (wish.seconds().filter(seconds -> !(seconds >= SHORTEST && seconds <= LONGEST)).isPresent()) {
            return Outcome.failed(new Failure.Refused("A shot lasts 0.5 to 120 seconds.", "Give another length."));
        }
        if (wish.words().filter(String::isBlank).isPresent()) {
            return Outcome.failed(new Failure.Refused("A shot shows something.", "Say what it shows."));
        }
        Optional<ShotOverride> before = records.scripts().current().flatMap(script -> script.override(wish.shot()));
        Optional<ShotOverride> after = Optional.of(wish).filter(wanted -> !wanted.isEmpty());
        return before.equals(after)
                ? Outcome.ok(new Change.Directed(wish.shot(), after, before))
                : make(new Change.Directed(wish.shot(), after, before), false);
    }

    /** Gives a shot a prompt of a person's own, or none. */
    synchronized Outcome<Change> word(ShotId shot, Optional<Wording> wording) {
        if (wording.filter(words -> words.prompt().length() + words.negative().length() > Wording.LONGEST)
                .isPresent()) {
            return Outcome.failed(new Failure.Refused("A prompt has at most 10,000 characters.", "Shorten it."));
        }
        Optional<Wording> after = wording.filter(words -> !words.equals(new Wording(shot, "", "")));
        Optional<Wording> before = records.scripts().current().flatMap(script -> script.wording(shot));
        Change change = new Change.Worded(shot, after, before);
        return before.equals(after) ? Outcome.ok(change) : make(change, false);
    }

    @Override
    public synchronized Outcome<Change> portray(Portrait portrait) {
        if (Math.max(portrait.words().length(), portrait.name().length()) > Portrait.LONGEST) {
            return Outcome.failed(
                    new Failure.Refused("A name and a description have at most 1,000 characters each.", "Shorten it."));
        }
        Optional<Portrait> after = Optional.of(portrait).filter(wanted -> !wanted.words().isEmpty());
        Optional<Portrait> before = records.scripts()
                .current()
                .flatMap(script -> script.portrait(portrait.kind(), portrait.name()));
        Change change = new Change.Portrayed(portrait.kind(), portrait.name(), after, before);
        return before.equals(after) ? Outcome.ok(change) : make(change, false);
    }

    @Override
    public synchronized Outcome<Change> recut(Deed deed, Function<Cut, Outcome<Cut>> edit) {
        return records.cuts()
                .current()
                .map(before -> edit.apply(before).then(after -> recut(deed, before, subtitled(after))))
                .orElseGet(() -> Outcome.failed(new Failure.Refused("There is no cut yet.", "Make the film first.")));
    }

    @Override
    public synchronized Outcome<Change> moveScene(int scene, int to) {
        planned();
        Optional<Scripts.Script> script = records.scripts().current();
        Optional<Change.Wrote> wrote = script.flatMap(each -> SceneOrder.move(each.text(),
                FountainReader.read(each.text()).elements(), scene, to)).map(edit -> new Change.Wrote(List.of(edit)));
        if (wrote.isEmpty()) {
            return Outcome.failed(new Failure.Refused("The scene cannot go there.", "Choose another place for it."));
        }
        Optional<Change> both = records.cuts()
                .current()
                .flatMap(cut -> CutEdit.between(cut, subtitled(SceneLane.moved(cut, script.get().plan(), scene, to))))
                .map(edit -> new Change.SceneMoved(wrote.get(), new Change.Recut(edit, Deed.MOVE)));
        return make(both.orElse(wrote.get()), false);
    }

    @Override
    public synchronized Outcome<List<String>> lay() {
        planned();
        return new Animatic(records, LastOrder.look(engine)).lay().then(laid -> {
            laid.change().ifPresentOrElse(change -> make(change, false), () -> {
                revision.incrementAndGet();
                saved.set(Optional.of(clock.instant()));
                changed.run();
            });
            return Outcome.ok(laid.notes());
        });
    }

    private Outcome<Change> recut(Deed deed, Cut before, Cut after) {
        return CutEdit.between(before, after)
                .map(edit -> make(new Change.Recut(edit, deed), false))
                .orElseGet(() -> Outcome.failed(new Failure.Refused("That changes nothing in the cut.",
                        "Go to another clip.")));
    }

    /** What is said moves along with the shots. */
    private Cut subtitled(Cut cut) {
        return records.scripts().current().map(script -> assembly(script).subtitled(cut)).orElse(cut);
    }

    private FilmAssembly assembly(Scripts.Script script) {
        MakeOrder.Look look = LastOrder.look(engine);
        if (assembled.filter(last -> last.script == script && last.look.equals(look)).isEmpty()) {
            assembled = Optional.of(new Assembled(script, look, new FilmAssembly(look, script)));
        }
        return assembled.orElseThrow().assembly;
    }

    /** Records a person's decision about takes, as one change. */
    synchronized Outcome<Change> decide(List<TakeId> takes, Decision decision, String person) {
        Instant now = clock.instant();
        List<Change.Ruled> ruled = new ArrayList<>();
        for (TakeId id : takes) {
            Optional<ImageTake> take = records.takes().find(id);
            if (take.isEmpty()) {
                return Outcome.failed(new Failure.Refused("This take is not there any more.",
                        "Choose another one."));
            }
            Verdict before = verdict(take.get(), person, now);
            ruled.add(new Change.Ruled(decision.over(before, person, now), before));
            if (decision instanceof Decision.Uses) {
                ruled.addAll(takingBack(take.get(), person, now));
            }
        }
        return ruled.isEmpty()
                ? Outcome.failed(new Failure.Refused("No take is chosen.", "Choose one."))
                : make(ruled.size() == 1 ? ruled.getFirst() : new Change.RuledTogether(ruled), false);
    }

    private Verdict verdict(ImageTake take, String person, Instant now) {
        return records.verdicts().latest(take.id()).orElseGet(() -> Verdict.open(take.id(), take.shot(), person, now));
    }

    /** The approvals of the other takes of its shot. */
    private List<Change.Ruled> takingBack(ImageTake used, String person, Instant now) {
        return records.takes()
                .of(used.shot())
                .stream()
                .filter(take -> !take.id().equals(used.id()))
                .map(take -> verdict(take, person, now))
                .filter(verdict -> verdict.ruling() == Ruling.APPROVED)
                .map(before -> new Change.Ruled(new Decision.Rules(Ruling.NEW).over(before, person, now), before))
                .toList();
    }

    @Override
    public synchronized Outcome<Change> trash(List<TakeId> takes) {
        return puts(takes, Optional.of(clock.instant()));
    }

    @Override
    public synchronized Outcome<Change> restore(List<TakeId> takes) {
        return puts(takes, Optional.empty());
    }

    /** Takes came from outside: for the history they were taken out of the trash, and undo puts them there. */
    synchronized void brought(List<ImageTake> takes) {
        if (!takes.isEmpty()) {
            make(Change.TrashedTogether.of(takes.stream()
                    .map(take -> new Change.Trashed(take.id(), take.shot(), Optional.empty(), Optional.of(clock
                            .instant())))
                    .toList()), false);
        }
    }

    /** All or none; those that lie there already stay as they are. */
    private Outcome<Change> puts(List<TakeId> takes, Optional<Instant> since) {
        Trash trash = records.takes().trash();
        List<Change.Trashed> each = new ArrayList<>();
        for (TakeId id : takes) {
            Optional<ImageTake> take = records.takes().find(id);
            if (take.isEmpty() || trash.gone().contains(id)) {
                return Outcome.failed(new Failure.Refused("This take is not there any more.",
                        "Generate the shot again to have it drawn anew."));
            }
            each.add(new Change.Trashed(id, take.get().shot(), since, Optional.ofNullable(trash.since().get(id))));
        }
        List<Change.Trashed> moved = each.stream()
                .filter(one -> one.since().isPresent() != one.before().isPresent())
                .toList();
        return moved.isEmpty()
                ? Outcome.ok(Change.TrashedTogether.of(each))
                : make(Change.TrashedTogether.of(moved), false);
    }

    Emptying emptying() {
        Instant now = clock.instant();
        return new Emptying(records.vault().inTheTrash(now), now);
    }

    /** What went to the trash after a person was asked stays there. */
    synchronized Outcome<Freed> empty(Emptying seen) {
        Outcome<Freed> emptied = records.vault().emptyTrash(seen.asOf());
        revision.incrementAndGet();
        saved.set(Optional.of(clock.instant()));
        changed.run();
        return emptied;
    }

    @Override
    public synchronized Optional<Change> undo() {
        return told(records.history().takeBack());
    }

    @Override
    public synchronized Optional<Change> redo() {
        return told(records.history().doAgain());
    }

    @Override
    public Outcome<RunId> refresh(int scene, Makers chosen) {
        planned();
        return records.scripts()
                .current()
                .filter(script -> !shots(script, scene).isEmpty())
                .map(script -> engine
                        .start(MakeSteps.refresh(order(script, chosen), shots(script, scene), scene, clock)))
                .orElseGet(() -> Outcome.failed(new Failure.Refused("This scene has no shots yet.",
                        "Write a heading and what happens, then break it down.")));
    }

    private static List<Shot> shots(Scripts.Script script, int scene) {
        return script.plan().shots().stream().filter(shot -> shot.scene() == scene).toList();
    }

    private MakeOrder order(Scripts.Script script, Makers chosen) {
        MakeOrder usual = MakeOrder.usual(script.fileName(), script.text().getBytes(StandardCharsets.UTF_8),
                folder.resolve("exports").resolve("film.mp4"), script.drafted().seed());
        return usual.looking(chosen.over(LastOrder.look(engine))).planned(script.plan());
    }

    Outcome<Change> make(Change change, boolean joins) {
        records.history().make(change, joins, clock.instant());
        told(Optional.of(change));
        return Outcome.ok(change);
    }

    private Optional<Change> told(Optional<Change> made) {
        made.ifPresent(change -> {
            revision.incrementAndGet();
            saved.set(Optional.of(clock.instant()));
            changed.run();
            if ((change instanceof Change.Wrote || change instanceof Change.SceneMoved)
                    && toPlan.compareAndSet(false, true)) {
                background.execute(() -> {
                    planned();
                    tell.run();
                });
            }
        });
        return made;
    }

    private void planned() {
        synchronized (toPlan) { // who waits for a plan gets the one that is being made
            toPlan.set(false);
            new Planning(records, clock).catchUp();
        }
    }
}
