package org.filmwright.ui.timeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.clips.ClipTake;
import org.filmwright.production.Edits;
import org.filmwright.production.Project;
import org.filmwright.production.Regeneration;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Ruling;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Splicer;
import org.filmwright.ui.fx.Offstage;
import org.filmwright.ui.kit.ArtistChoice;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Question;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Till;
import org.filmwright.ui.kit.Words;

/** What the film lacks: shots that are not in the cut, and clips whose file is gone; and how one comes by them. */
final class Shortage {
    private final Desk desk;
    private final Fittings fittings;
    private final TimelineModel model;
    private final Splicing splicing;
    private final Function<String, Optional<Path>> chooser;
    private final Offstage looking = new Offstage("filmwright-media");
    private final ReadOnlyObjectWrapper<List<Lack>> lacks = new ReadOnlyObjectWrapper<>(List.of());
    /** Those for which a gap waits, by the index of the gap. */
    private Map<Integer, List<Lack>> waiting = Map.of();
    /** What they were counted in. */
    private Optional<Reel> counted = Optional.empty();
    private Optional<ShotPlan> planned = Optional.empty();
    private final ReadOnlyObjectWrapper<Set<MediaRef>> lost = new ReadOnlyObjectWrapper<>(Set.of());

    /** @param chooser asks for a file, under that title */
    Shortage(Fittings fittings, TimelineModel model, Splicing splicing, Function<String, Optional<Path>> chooser) {
        this.fittings = fittings;
        this.model = model;
        this.splicing = splicing;
        this.chooser = chooser;
        desk = fittings.desk();
        model.reel().subscribe(this::count);
    }

    /** In the order of the script. */
    ReadOnlyObjectProperty<List<Lack>> lacks() {
        return lacks.getReadOnlyProperty();
    }

    /** Media files of the cut that are not where they belong. */
    ReadOnlyObjectProperty<Set<MediaRef>> lost() {
        return lost.getReadOnlyProperty();
    }

    boolean isLost(MediaRef media) {
        return lost.get().contains(media);
    }

    Optional<Lack> at(Reel.Span span) {
        return waiting.getOrDefault(span.index(), List.of()).stream().findFirst();
    }

    /** What is wrong with an item; empty where nothing is. */
    String words(Reel.Span span) {
        return switch (span.item()) {
            case Item.Clip clip -> isLost(clip.media()) ? Words.of("timeline.lost", "label", clip.label()) : "";
            case Item.Sound sound -> isLost(sound.media()) ? Words.of("timeline.lost", "label", sound.label()) : "";
            case Item.Title _ -> "";
            case Item.Gap _,Item.Board _ -> {
                String labels = waiting.getOrDefault(span.index(), List.of())
                        .stream()
                        .map(lack -> lack.shot().label())
                        .collect(Collectors.joining(", "));
                yield labels.isEmpty() ? "" : Words.of("timeline.needed", "labels", labels);
            }
        };
    }

    /** A trim makes nothing missing. */
    private void count(Optional<Reel> reel) {
        Optional<ShotPlan> plan = desk.plan();
        boolean same = reel.isPresent() && plan.orElse(null) == planned.orElse(null)
                && counted.filter(before -> before.holdsSame(reel.get().cut())).isPresent();
        counted = reel;
        planned = plan;
        if (!same) {
            List<Lack> now = reel.flatMap(laid -> plan.map(written -> Lack.of(laid, written))).orElse(List.of());
            waiting = now.stream()
                    .filter(lack -> lack.gap().isPresent())
                    .collect(Collectors.groupingBy(lack -> lack.gap().orElseThrow()));
            lacks.set(now);
        }
        look();
    }

    /** Looks for the files once more, behind the window. */
    void look() {
        Optional<Project> open = desk.project().get();
        Optional<Cut> cut = model.reel().get().map(Reel::cut);
        if (open.isEmpty() || cut.isEmpty()) {
            lost.set(Set.of());
            return;
        }
        looking.ask(() -> gone(open.get(), cut.get()), found -> {
            if (model.reel().get().filter(now -> now.cut() == cut.get()).isPresent() && !found.equals(lost.get())) {
                lost.set(found);
            }
        });
    }

    private static Set<MediaRef> gone(Project open, Cut cut) {
        Set<MediaRef> all = new HashSet<>();
        for (int track = 0; track <= cut.tracks().size(); track++) {
            for (Item item : cut.items(track)) {
                Wanted.of(item).ifPresent(wanted -> all.add(wanted.media));
            }
        }
        return all.stream().filter(media -> !Files.isRegularFile(open.file(media))).collect(Collectors.toSet());
    }

    List<Command> commands(ObservableBooleanValue cut) {
        return List.of(Command.when(cut, "timeline.generate", Scope.TIMELINE, this::generateHere),
                Command.when(cut, "timeline.relink", Scope.TIMELINE, this::relinkHere));
    }

    /** A button that orders what a gap waits for. */
    Button generate(Reel.Span gap) {
        return small("timeline.generate.verb", () -> at(gap).ifPresent(this::order));
    }

    /** A button that asks for the file again. */
    Button relink() {
        return small("timeline.relink.verb", this::relinkHere);
    }

    private static Button small(String words, Runnable action) {
        Button button = Buttons.plain(null, words, action);
        button.getStyleClass().add("fw-compact");
        button.setFocusTraversable(false); // the keys for it are those of the command
        return button;
    }

    private Optional<Reel.Span> target() {
        return splicing.selected().get().or(model::current);
    }

    private void generateHere() {
        Optional<Lack> here = target().flatMap(this::at);
        int index = target().map(Reel.Span::index).orElse(0);
        Optional<Lack> next = lacks.get().stream().filter(lack -> lack.at() >= index).findFirst();
        here.or(() -> next)
                .or(() -> lacks.get().stream().findFirst())
                .ifPresentOrElse(this::order, () -> splicing.refuse("timeline.generate.none",
                        "timeline.generate.none.remedy"));
    }

    /** Puts it back where its clip is there; films it where a take is approved; has it drawn else. */
    void order(Lack lack) {
        Shot shot = lack.shot();
        Optional<Snapshot> open = desk.snapshot().get();
        Optional<ClipTake> clip = open.map(now -> now.clips().get(shot.id()));
        if (clip.isPresent() && !(lack.gap().isPresent() && isBoard(lack.gap().get()))) {
            putBack(lack, new Item.Clip(shot.id(), clip.get().id(), clip.get().media(), shot.label(), clip.get()
                    .frames()));
        } else if (open.filter(now -> isApproved(now, shot.id())).isPresent()) {
            fittings.commands().of("run.make").action().run();
        } else {
            draw(shot.id());
        }
    }

    /** One more take of a shot, after its price was agreed to. */
    void draw(ShotId shot) {
        Edits.Estimate price = ArtistChoice.priced(desk,
                desk.snapshot()
                        .get()
                        .map(desk::edits)
                        .orElse(Edits.NONE)
                        .takes(
                                1, 1));
        new Till(fittings).pay(price, () -> desk.light(table -> table.regenerate(Regeneration.of(List.of(shot), 1)
                .by(
                        desk.artist().get())),
                run -> {}));
    }

    private boolean isBoard(int index) {
        return model.reel()
                .get()
                .filter(reel -> index < reel.spans().size())
                .filter(reel -> reel.spans().get(index).item() instanceof Item.Board)
                .isPresent();
    }

    private static boolean isApproved(Snapshot open, ShotId shot) {
        return open.takesOf(shot).stream().anyMatch(take -> open.rulingOf(take.id()) == Ruling.APPROVED);
    }

    /** Into the gap that it left, where it fits; else what is behind it moves back. */
    private void putBack(Lack lack, Item.Clip clip) {
        int room = lack.gap()
                .flatMap(gap -> model.reel().get().map(reel -> reel.spans().get(gap).item().frames()))
                .orElse(0);
        int at = room >= clip.frames() ? lack.gap().orElseThrow() : lack.at();
        splicing.record(Deed.INSERT, cut -> {
            int frame = cut.start(Math.min(at, cut.items().size()));
            return room >= clip.frames() ? Splicer.overwrite(cut, frame, clip) : Splicer.insert(cut, frame, clip);
        }, Splicing.item(at));
    }

    /** What needs a file. @param made whether it can be made again here */
    private record Wanted(MediaRef media, String label, boolean made) {
        static Optional<Wanted> of(Item item) {
            return switch (item) {
                case Item.Clip clip -> Optional.of(new Wanted(clip.media(), clip.label(), true));
                case Item.Sound sound -> Optional.of(new Wanted(sound.media(), sound.label(), false));
                case Item.Board _,Item.Gap _,Item.Title _ -> Optional.empty();
            };
        }
    }

    private Optional<Wanted> lost(Reel.Span span) {
        return Wanted.of(span.item()).filter(wanted -> isLost(wanted.media));
    }

    private void relinkHere() {
        target().flatMap(this::lost)
                .or(() -> model.reel()
                        .get()
                        .flatMap(reel -> IntStream.rangeClosed(0, reel.cut().tracks().size())
                                .boxed()
                                .flatMap(track -> reel.track(track).stream())
                                .flatMap(span -> lost(span).stream())
                                .findFirst()))
                .ifPresentOrElse(this::ask,
                        () -> splicing.refuse("timeline.relink.none", "timeline.relink.none.remedy"));
    }

    private void ask(Wanted wanted) {
        Question.Answer no = new Question.Answer("relink-no", Words.of("timeline.relink.no"), Question.Kind.PLAIN,
                () -> {});
        Question.Answer make = new Question.Answer("relink-make", Words.of("timeline.relink.make"),
                Question.Kind.PLAIN, () -> fittings.commands().of("run.make").run());
        Question.Answer choose = new Question.Answer("relink-choose", Words.of("timeline.relink.choose"),
                Question.Kind.PRIMARY, () -> choose(wanted));
        fittings.sheets()
                .ask(new Question(Words.of("timeline.relink.title", "label", wanted.label),
                        Words.of(wanted.made ? "timeline.relink.words" : "timeline.relink.sound", "file", wanted.media
                                .path()),
                        wanted.made ? List.of(no, make, choose) : List.of(no, choose)));
    }

    private void choose(Wanted wanted) {
        chooser.apply(Words.of("timeline.relink.title", "label", wanted.label))
                .ifPresent(file -> desk.project()
                        .get()
                        .ifPresent(open -> desk.offstage().ask(() -> open.relink(wanted.media, file), answer -> {
                            if (answer instanceof Outcome.Failed<MediaRef>(var why)) {
                                desk.tell(why);
                            }
                            look();
                            model.again();
                        })));
    }

    void close() {
        looking.close();
    }
}
