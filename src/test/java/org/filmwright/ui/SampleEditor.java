package org.filmwright.ui;

import java.util.stream.IntStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.ShotId;
import org.filmwright.images.Freed;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Trashed;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.TakeId;
import org.filmwright.engine.RunId;
import org.filmwright.history.Change;
import org.filmwright.production.Edits;
import org.filmwright.production.Imported;
import org.filmwright.production.Editor;
import org.filmwright.production.Makers;
import org.filmwright.production.SceneLane;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Decision;
import org.filmwright.review.Flaw;
import org.filmwright.review.Note;
import org.filmwright.review.NoteId;
import org.filmwright.review.Notes;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.story.Continuation;
import org.filmwright.story.FountainReader;
import org.filmwright.story.SceneOrder;
import org.filmwright.story.Planner;
import org.filmwright.story.Scripts.Script;
import org.filmwright.story.Portrait;
import org.filmwright.story.ShotOverride;
import org.filmwright.story.Wording;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.CutEdit;
import org.filmwright.timeline.Deed;

/** Changes by hand, kept in memory. */
final class SampleEditor implements Editor {
    private static final Change NOTHING = new Change.RuledTogether(List.of());

    private final Supplier<Snapshot> now;
    private final Consumer<Snapshot> changed;
    private final List<Change> done = new ArrayList<>();
    private final List<Change> undone = new ArrayList<>();
    private final Set<TakeId> gone = new HashSet<>();
    private volatile int refreshed;
    private volatile long revision;
    private volatile Cut first;
    private volatile List<String> unkept = List.of();

    SampleEditor(Supplier<Snapshot> now, Consumer<Snapshot> changed) {
        this.now = now;
        this.changed = changed;
    }

    /** Number of the scene that was last asked to be broken down; 0 for none. */
    int refreshed() {
        return refreshed;
    }

    List<Change> done() {
        return List.copyOf(done);
    }

    @Override
    public Outcome<Change> write(Change.Wrote wrote, boolean joins) {
        String text = now.get().script().map(Script::text).orElse("");
        if (!wrote.fits(text)) {
            return Outcome.failed(new Failure.Refused("The script was changed elsewhere meanwhile.", "Write again."));
        }
        undone.clear();
        if (joins && !done.isEmpty() && done.getLast() instanceof Change.Wrote before) {
            done.set(done.size() - 1, before.then(wrote));
        } else {
            done.add(wrote);
        }
        return apply(wrote);
    }

    @Override
    public Outcome<Change> direct(ShotOverride wish) {
        Optional<ShotOverride> before = now.get().script().flatMap(script -> script.override(wish.shot()));
        Change change = new Change.Directed(wish.shot(), Optional.of(wish).filter(wanted -> !wanted.isEmpty()), before);
        done.add(change);
        undone.clear();
        return apply(change);
    }

    @Override
    public Outcome<Change> portray(Portrait portrait) {
        Change change = new Change.Portrayed(portrait.kind(), portrait.name(),
                Optional.of(portrait).filter(wanted -> !wanted.words().isEmpty()),
                now.get().script().flatMap(script -> script.portrait(portrait.kind(), portrait.name())));
        done.add(change);
        undone.clear();
        return apply(change);
    }

    @Override
    public Outcome<Change> recut(Deed deed, Function<Cut, Outcome<Cut>> edit) {
        Cut before = now.get().cut().orElseThrow();
        first = first == null ? before : first;
        return edit.apply(before)
                .then(after -> CutEdit.between(before, after)
                        .map(cut -> {
                            Change change = new Change.Recut(cut, deed);
                            done.add(change);
                            undone.clear();
                            return apply(change);
                        })
                        .orElseGet(() -> Outcome.failed(new Failure.Refused("That changes nothing in the cut.",
                                "Go to another clip."))));
    }

    @Override
    public Outcome<Change> moveScene(int scene, int to) {
        Script script = now.get().script().orElseThrow();
        return SceneOrder.move(script.text(), FountainReader.read(script.text()).elements(), scene, to)
                .map(edit -> new Change.Wrote(List.of(edit)))
                .map(wrote -> now.get()
                        .cut()
                        .flatMap(cut -> CutEdit.between(cut, SceneLane.moved(cut, script.plan(), scene, to)))
                        .<Change>map(recut -> new Change.SceneMoved(wrote, new Change.Recut(recut, Deed.MOVE)))
                        .orElse(wrote))
                .map(change -> {
                    done.add(change);
                    undone.clear();
                    return apply(change);
                })
                .orElseGet(() -> Outcome.failed(new Failure.Refused("The scene cannot go there.", "Choose another.")));
    }

    @Override
    public Outcome<List<String>> lay() {
        return recut(Deed.LAID, cut -> Outcome.ok(first.with(cut.layers()))).then(_ -> Outcome.ok(unkept));
    }

    /** What cannot be kept when the cut is laid anew. */
    void unkept(List<String> notes) {
        unkept = notes;
    }

    @Override
    public Outcome<Change> trash(List<TakeId> takes) {
        return put(takes, Optional.of(SampleProject.NOON));
    }

    @Override
    public Outcome<Change> restore(List<TakeId> takes) {
        return put(takes, Optional.empty());
    }

    private Outcome<Change> put(List<TakeId> takes, Optional<Instant> since) {
        Change change = Change.TrashedTogether.of(takes.stream().map(take -> put(take, since)).toList());
        done.add(change);
        undone.clear();
        return apply(change);
    }

    private Change.Trashed put(TakeId take, Optional<Instant> since) {
        Optional<Instant> before = now.get()
                .edits()
                .trash()
                .stream()
                .filter(each -> each.take().id().equals(take))
                .map(Trashed::since)
                .findFirst();
        return new Change.Trashed(take, all(now.get()).filter(each -> each.id().equals(take))
                .findFirst()
                .orElseThrow()
                .shot(), since, before);
    }

    private static Stream<ImageTake> all(Snapshot open) {
        return Stream.concat(open.takes().values().stream().flatMap(List::stream),
                open.edits().trash().stream().map(Trashed::take));
    }

    @Override
    public Optional<Change> undo() {
        if (done.isEmpty()) {
            return Optional.empty();
        }
        Change change = done.removeLast();
        undone.add(change);
        apply(change.inverse());
        return Optional.of(change.inverse());
    }

    @Override
    public Optional<Change> redo() {
        if (undone.isEmpty()) {
            return Optional.empty();
        }
        Change change = undone.removeLast();
        done.add(change);
        apply(change);
        return Optional.of(change);
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public Outcome<RunId> refresh(int scene, Makers chosen) {
        refreshed = scene;
        return Outcome.ok(RunId.ofKey("refresh"));
    }

    Outcome<Change> decide(List<TakeId> takes, Decision decision) {
        List<Change.Ruled> ruled = new ArrayList<>();
        for (TakeId id : takes) {
            Verdict before = verdict(take(id));
            ruled.add(new Change.Ruled(decision.over(before, "studio", SampleProject.NOON), before));
            if (decision instanceof Decision.Uses) {
                now.get()
                        .takesOf(take(id).shot())
                        .stream()
                        .filter(other -> !other.id().equals(id))
                        .map(this::verdict)
                        .filter(other -> other.ruling() == Ruling.APPROVED)
                        .map(other -> new Change.Ruled(new Decision.Rules(Ruling.NEW).over(other, "studio",
                                SampleProject.NOON), other))
                        .forEach(ruled::add);
            }
        }
        Change change = ruled.size() == 1 ? ruled.getFirst() : new Change.RuledTogether(ruled);
        done.add(change);
        undone.clear();
        return apply(change);
    }

    /** As a project would have them; what was changed keeps its place. */
    private static Notes noted(Snapshot before, Change change) {
        Notes notes = before.edits().notes();
        if (!(change instanceof Change.Noted(var _, var _, var note, var old))) {
            return notes;
        }
        List<Note> all = new ArrayList<>(notes.own().values().stream().flatMap(List::stream).toList());
        int at = old.map(all::indexOf).orElse(all.size());
        old.ifPresent(all::remove);
        note.ifPresent(now -> all.add(at, now));
        return Notes.of(all, all(before).sorted(Comparator.comparingInt(ImageTake::number)).toList());
    }

    ShotId shotOf(TakeId take) {
        return all(now.get()).filter(each -> each.id().equals(take)).findFirst().orElseThrow().shot();
    }

    Note note(NoteId id) {
        return now.get().edits().notes().find(id).orElseThrow();
    }

    /** Takes more, which look like the shot's first one; a second time they are there already. */
    List<Imported> bring(ShotId shot, int pictures) {
        List<Imported> brought = IntStream.range(0, pictures)
                .mapToObj(i -> bring(shot, "brought-" + shot + (i > 0 ? "-" + i : "")))
                .toList();
        List<Change.Trashed> fresh = brought.stream()
                .filter(each -> !each.known())
                .map(each -> new Change.Trashed(each.take().id(), shot, Optional.empty(),
                        Optional.of(SampleProject.NOON)))
                .toList();
        if (!fresh.isEmpty()) {
            Change change = Change.TrashedTogether.of(fresh);
            done.add(change);
            apply(change);
        }
        return brought;
    }

    private Imported bring(ShotId shot, String name) {
        Snapshot before = now.get();
        List<ImageTake> takes = new ArrayList<>(before.takesOf(shot));
        ImageTake first = takes.getFirst();
        TakeId id = new TakeId(name);
        Optional<ImageTake> known = takes.stream().filter(take -> take.id().equals(id)).findFirst();
        if (known.isPresent()) {
            return new Imported(known.get(), true, Optional.empty());
        }
        ImageTake take = new ImageTake(id, shot, takes.getLast().number() + 1, first.media(), first.brief(),
                new ImageTake.Origin(Imported.EXTERNAL, 0), first.subject());
        takes.add(take);
        Map<ShotId, List<ImageTake>> all = new HashMap<>(before.takes());
        all.put(shot, List.copyOf(takes));
        changed.accept(new Snapshot(before.folder(), before.script(), all, before.verdicts(), before.clips(), before
                .cut(), before.jobs(), before.edits()));
        return new Imported(take, false, Optional.empty());
    }

    Outcome<Note> erase(Note note) {
        return noted(note, new Change.Noted(note.take(), note.shot(), Optional.empty(), Optional.of(note)));
    }

    /** A note. */
    Outcome<Note> note(Note note, Optional<Note> before) {
        return noted(note, new Change.Noted(note.take(), note.shot(), Optional.of(note), before));
    }

    private Outcome<Note> noted(Note note, Change change) {
        done.add(change);
        undone.clear();
        return apply(change).then(_ -> Outcome.ok(note));
    }

    /** A prompt of a person's own. */
    Outcome<Change> word(ShotId shot, Optional<Wording> wording) {
        Change change = new Change.Worded(shot, wording, now.get().script().flatMap(script -> script.wording(shot)));
        done.add(change);
        undone.clear();
        return apply(change);
    }

    private ImageTake take(TakeId id) {
        return all(now.get()).filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private Verdict verdict(ImageTake take) {
        return now.get()
                .verdicts()
                .getOrDefault(take.id(), Verdict.open(take.id(), take.shot(), "studio", SampleProject.NOON));
    }

    private synchronized Outcome<Change> apply(Change change) {
        Snapshot before = now.get();
        Script script = before.script()
                .orElseGet(() -> new Script("new.fountain", "", Planner.plan(FountainReader.read(
                        ""), 1)));
        Optional<Script> after = switch (change) {
            case Change.Wrote wrote -> Optional.of(planned(script.reading(wrote.applyTo(script.text()))));
            case Change.SceneMoved(var wrote, var _) -> Optional.of(planned(script.reading(wrote.applyTo(script
                    .text()))));
            case Change.Directed directed -> {
                List<ShotOverride> wishes = new ArrayList<>(script.overrides());
                wishes.removeIf(wish -> wish.shot().equals(directed.shot()));
                directed.wish().ifPresent(wishes::add);
                yield Optional.of(script.directed(wishes));
            }
            case Change.Portrayed portrayed -> Optional.of(script
                    .portrayed(script.with(portrayed.kind(), portrayed.name(), portrayed.portrait())));
            case Change.Worded worded -> {
                List<Wording> wordings = new ArrayList<>(script.wordings());
                wordings.removeIf(each -> each.shot().equals(worded.shot()));
                worded.wording().ifPresent(wordings::add);
                yield Optional.of(script.worded(wordings));
            }
            case Change.Noted _,Change.Declined _,Change.Ruled _,Change.RuledTogether _,Change.Trashed _,Change.TrashedTogether _,Change.Recut _ -> before
                    .script();
        };
        Map<TakeId, Verdict> verdicts = new HashMap<>(before.verdicts());
        if (change instanceof Change.Ruled ruled) {
            verdicts.put(ruled.verdict().take(), ruled.verdict());
        }
        if (change instanceof Change.RuledTogether(var each)) {
            each.forEach(ruled -> verdicts.put(ruled.verdict().take(), ruled.verdict()));
        }
        List<Trashed> trash = new ArrayList<>(before.edits().trash());
        trash.removeIf(each -> gone.contains(each.take().id()));
        moved(change).forEach(moved -> {
            trash.removeIf(each -> each.take().id().equals(moved.take()));
            moved.since()
                    .ifPresent(at -> trash.add(new Trashed(all(before).filter(each -> each.id().equals(moved.take()))
                            .findFirst()
                            .orElseThrow(), at)));
        });
        Map<ShotId, List<ImageTake>> takes = all(before)
                .filter(each -> !gone.contains(each.id()))
                .filter(each -> trash.stream().noneMatch(lies -> lies.take().equals(each)))
                .sorted(Comparator.comparingInt(ImageTake::number))
                .collect(Collectors.groupingBy(ImageTake::shot));
        Edits edits = new Edits(Optional.ofNullable(done.isEmpty() ? null : done.getLast()),
                Optional.ofNullable(undone.isEmpty() ? null : undone.getLast()), before.edits().stale(),
                before.edits().pace(), before.edits().saved(), revision + 1, trash,
                noted(before, change), declined(before, change));
        revision = revision + 1;
        Optional<Cut> cut = switch (change) {
            case Change.Recut(CutEdit edit, _, _) -> before.cut().map(edit::applyTo);
            case Change.SceneMoved(var _, var recut) -> before.cut().map(recut.edit()::applyTo);
            default -> before.cut();
        };
        changed.accept(
                new Snapshot(before.folder(), after, takes, verdicts, before.clips(), cut, before.jobs(), edits));
        return Outcome.ok(change);
    }

    /** What lies in the trash is gone for good. */
    synchronized Freed discard() {
        Snapshot before = now.get();
        Set<TakeId> lost = before.edits().trash().stream().map(each -> each.take().id()).collect(Collectors.toSet());
        gone.addAll(lost);
        done.replaceAll(change -> change.without(lost).orElse(NOTHING));
        undone.replaceAll(change -> change.without(lost).orElse(NOTHING));
        done.removeIf(NOTHING::equals);
        undone.removeIf(NOTHING::equals);
        apply(NOTHING);
        return new Freed(lost.size(), 1_500_000L * lost.size());
    }

    int lying() {
        return now.get().edits().trash().size();
    }

    Set<TakeId> gone() {
        return Set.copyOf(gone);
    }

    private static Map<ShotId, List<Flaw>> declined(Snapshot before, Change change) {
        Map<ShotId, List<Flaw>> declined = new HashMap<>(before.edits().declined());
        if (change instanceof Change.Declined made) {
            declined.put(made.shot(), made.flaws());
        }
        return declined;
    }

    Outcome<Change> decline(ShotId shot, List<Flaw> flaws) {
        Change change = new Change.Declined(shot, flaws, now.get().edits().declined().getOrDefault(shot, List.of()));
        done.add(change);
        undone.clear();
        return apply(change);
    }

    private static List<Change.Trashed> moved(Change change) {
        return switch (change) {
            case Change.Trashed one -> List.of(one);
            case Change.TrashedTogether(var each) -> each;
            default -> List.of();
        };
    }

    private static Script planned(Script script) {
        return script.planned(Continuation.of(script.drafted(), Planner.plan(FountainReader.read(script.text()), 1),
                shot -> List.of()));
    }
}
