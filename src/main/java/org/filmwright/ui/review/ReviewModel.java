package org.filmwright.ui.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.history.Change;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Trashed;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.story.Shot;
import org.filmwright.ui.kit.Desk;

/** Takes in film order, the one being looked at, and what is decided about them. */
final class ReviewModel {
    private final Desk desk;
    private final ObservableList<Frame> strip = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<TakeId>> current = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ReviewState> state = new ReadOnlyObjectWrapper<>(ReviewState.NO_PROJECT);
    private final ObjectProperty<Set<Ruling>> hidden = new SimpleObjectProperty<>(Set.of());
    private final BooleanProperty inTrash = new SimpleBooleanProperty();
    private final BooleanProperty autoAdvance = new SimpleBooleanProperty(true);

    ReviewModel(Desk desk) {
        this.desk = desk;
        desk.snapshot().subscribe(this::refresh);
        desk.shot().subscribe(this::followShot);
        desk.undone().subscribe(change -> change.ifPresent(this::show));
        hidden.subscribe(this::refresh);
        inTrash.subscribe(this::refresh);
        current.subscribe(this::lead);
    }

    /** A take on the strip; {@code first} when it opens its shot, {@code trashed} when it lies in the trash. */
    record Frame(Shot shot, ImageTake take, int takes, Ruling ruling, boolean first, Optional<Trashed> trashed) {}

    ObservableList<Frame> strip() {
        return strip;
    }

    ObjectProperty<Optional<TakeId>> current() {
        return current;
    }

    ReadOnlyObjectProperty<ReviewState> state() {
        return state.getReadOnlyProperty();
    }

    /** Takes with these rulings are left out of the strip. */
    ObjectProperty<Set<Ruling>> hidden() {
        return hidden;
    }

    /** Whether the strip shows the trash instead of what is there. */
    BooleanProperty inTrash() {
        return inTrash;
    }

    /** How many takes lie in the trash. */
    int trashed() {
        return desk.snapshot().get().map(open -> open.edits().trash().size()).orElse(0);
    }

    BooleanProperty autoAdvance() {
        return autoAdvance;
    }

    Optional<Frame> frame() {
        return current.get().flatMap(id -> strip.stream().filter(frame -> frame.take().id().equals(id)).findFirst());
    }

    Optional<Verdict> verdict() {
        return desk.snapshot().get().flatMap(open -> current.get().map(open.verdicts()::get));
    }

    int count(Ruling ruling) {
        return desk.snapshot()
                .get()
                .map(open -> (int) takes(open).stream()
                        .filter(take -> open.rulingOf(take
                                .id()) == ruling)
                        .count())
                .orElse(0);
    }

    /** Shots with a circled take, and all shots. */
    int[] approvedShots() {
        int[] counts = new int[2];
        desk.snapshot().get().ifPresent(open -> desk.plan().ifPresent(plan -> {
            counts[0] = (int) plan.shots().stream().filter(shot -> circled(open, shot.id())).count();
            counts[1] = plan.shots().size();
        }));
        return counts;
    }

    /** Records a decision about the current take and goes on, if auto-advance is on and {@code stay} is not asked. */
    void decide(Ruling ruling, String reason, boolean invert) {
        frame().ifPresent(frame -> {
            desk.rule(frame.take().id(), ruling, reason);
            if (autoAdvance.get() != invert && ruling != Ruling.NEW) {
                advance(frame, ruling);
            }
        });
    }

    /** Looks at the take whose decision was taken back, or made again. */
    private void show(Change change) {
        switch (change) {
            case Change.Ruled ruled -> show(ruled.verdict().take(), false);
            case Change.Noted noted -> show(noted.take(), false);
            case Change.Trashed trashed -> show(trashed.take(), inTrash.get() && trashed.since().isPresent());
            case Change.Wrote _,Change.Directed _,Change.Worded _,Change.Recut _ -> {
            }
        }
    }

    private void show(TakeId take, boolean there) {
        inTrash.set(there);
        refresh();
        if (strip.stream().anyMatch(frame -> frame.take().id().equals(take))) {
            current.set(Optional.of(take));
        }
    }

    void step(int by) {
        if (!strip.isEmpty()) {
            int at = indexOfCurrent();
            current.set(Optional.of(strip.get(Math.clamp(at + (long) by, 0, strip.size() - 1)).take().id()));
        }
    }

    /** To the first take of the next or previous shot. */
    void stepShot(int by) {
        frame().ifPresent(frame -> {
            List<Frame> firsts = strip.stream().filter(Frame::first).toList();
            int at = (int) firsts.stream().takeWhile(first -> !first.shot().equals(frame.shot())).count();
            current.set(Optional.of(firsts.get(Math.clamp(at + (long) by, 0, firsts.size() - 1)).take().id()));
        });
    }

    void toggleHidden(Ruling ruling) {
        Set<Ruling> changed = hidden.get().isEmpty() ? EnumSet.noneOf(Ruling.class) : EnumSet.copyOf(hidden.get());
        if (!changed.remove(ruling)) {
            changed.add(ruling);
        }
        hidden.set(changed);
    }

    /** The next undecided take; an approval settles the other takes of its shot. */
    private void advance(Frame from, Ruling ruling) {
        Predicate<Frame> open = frame -> frame.ruling() == Ruling.NEW
                && !(ruling == Ruling.APPROVED && frame.shot().equals(from.shot()))
                && !desk.snapshot().get().map(kept -> circled(kept, frame.shot().id())).orElse(false);
        int at = strip.indexOf(from);
        strip.subList(at + 1, strip.size())
                .stream()
                .filter(open)
                .findFirst()
                .ifPresent(next -> current.set(Optional.of(next.take().id())));
    }

    private void refresh() {
        Optional<Integer> at = frame().map(strip::indexOf);
        List<Frame> fresh = new ArrayList<>();
        desk.snapshot()
                .get()
                .ifPresent(open -> desk.plan()
                        .ifPresent(plan -> plan.shots()
                                .forEach(shot -> add(fresh,
                                        open, shot))));
        if (!fresh.equals(strip)) {
            update(fresh);
        }
        state.set(stateOf());
        if (frame().isEmpty() && !strip.isEmpty()) {
            at.ifPresentOrElse(
                    place -> current.set(Optional.of(strip.get(Math.min(place, strip.size() - 1)).take().id())),
                    () -> look(desk.shot().get().orElse(strip.getFirst().shot().id())));
        }
    }

    /** Replaces only what changed, so that one decision redraws one thumbnail. */
    private void update(List<Frame> fresh) {
        if (fresh.size() != strip.size()) {
            strip.setAll(fresh);
            return;
        }
        for (int i = 0; i < fresh.size(); i++) {
            if (!fresh.get(i).equals(strip.get(i))) {
                strip.set(i, fresh.get(i));
            }
        }
    }

    private void add(List<Frame> fresh, Snapshot open, Shot shot) {
        if (inTrash.get()) {
            addTrash(fresh, open, shot);
        } else {
            addTakes(fresh, open, shot);
        }
    }

    private void addTrash(List<Frame> fresh, Snapshot open, Shot shot) {
        List<Trashed> trash = trashed(open, shot);
        for (Trashed each : trash) {
            fresh.add(new Frame(shot, each.take(), drawn(open, shot),
                    open.rulingOf(each.take().id()), each.equals(trash.getFirst()), Optional.of(each)));
        }
    }

    private void addTakes(List<Frame> fresh, Snapshot open, Shot shot) {
        List<ImageTake> takes = open.takesOf(shot.id());
        boolean first = true;
        for (ImageTake take : takes) {
            Ruling ruling = open.rulingOf(take.id());
            boolean looking = current.get().equals(Optional.of(take.id()));
            if (!hidden.get().contains(ruling) || looking) {
                fresh.add(new Frame(shot, take, drawn(open, shot), ruling, first, Optional.empty()));
                first = false;
            }
        }
    }

    private static List<Trashed> trashed(Snapshot open, Shot shot) {
        return open.edits().trash().stream().filter(each -> each.take().shot().equals(shot.id())).toList();
    }

    /** The number of the newest take: takes keep their numbers when others go to the trash. */
    private static int drawn(Snapshot open, Shot shot) {
        return Stream.concat(open.takesOf(shot.id()).stream(), trashed(open, shot).stream().map(Trashed::take))
                .mapToInt(ImageTake::number)
                .max()
                .orElse(0);
    }

    private ReviewState stateOf() {
        if (desk.snapshot().get().isEmpty()) {
            return ReviewState.NO_PROJECT;
        }
        if (inTrash.get()) {
            return strip.isEmpty() ? ReviewState.EMPTY_TRASH : ReviewState.LOUPE;
        }
        boolean any = !takes(desk.snapshot().get().get()).isEmpty();
        return strip.isEmpty() ? any ? ReviewState.ALL_HIDDEN : ReviewState.NO_TAKES : ReviewState.LOUPE;
    }

    private void followShot() {
        desk.shot().get().ifPresent(shot -> {
            if (frame().filter(frame -> frame.shot().id().equals(shot)).isEmpty()) {
                look(shot);
            }
        });
    }

    private void look(ShotId shot) {
        strip.stream()
                .filter(frame -> frame.shot().id().equals(shot))
                .min(Comparator.comparingInt(ReviewModel::rank))
                .ifPresent(frame -> current.set(Optional.of(frame.take().id())));
    }

    /** Of a shot one looks at the circled take first, then at what is new. */
    private static int rank(Frame frame) {
        return switch (frame.ruling()) {
            case APPROVED -> 0;
            case NEW -> 1;
            case CHANGES -> 2;
            case REJECTED -> 3;
        };
    }

    private void lead() {
        frame().ifPresent(frame -> {
            if (!desk.shot().get().equals(Optional.of(frame.shot().id()))) {
                desk.show(frame.shot());
            }
        });
    }

    private int indexOfCurrent() {
        return frame().map(strip::indexOf).orElse(0);
    }

    private static List<ImageTake> takes(Snapshot open) {
        return open.takes().values().stream().flatMap(List::stream).toList();
    }

    private static boolean circled(Snapshot open, ShotId shot) {
        return open.takesOf(shot).stream().anyMatch(take -> open.rulingOf(take.id()) == Ruling.APPROVED);
    }
}
