package org.filmwright.ui.review;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.history.Change;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Decision;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.ui.kit.CardGrid;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Picks;

/** Takes in film order, the one being looked at, those that are picked, and what is decided about them. */
final class ReviewModel {
    /** Where takes are held against each other, one looks at what one decided. */
    private static final ObservableValue<Boolean> NEVER = Bindings.createBooleanBinding(() -> false);

    private final Desk desk;
    private final Table table = new Table();
    private final ObservableList<Frame> strip = FXCollections.observableArrayList();
    private final Map<TakeId, Integer> places = new HashMap<>();
    private final ReadOnlyObjectWrapper<Table.Laid> laid = new ReadOnlyObjectWrapper<>(Table.Laid.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<TakeId>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Picks<TakeId> picks = new Picks<>();
    private final ReadOnlyObjectWrapper<ReviewState> state = new ReadOnlyObjectWrapper<>(ReviewState.NO_PROJECT);
    private final ReadOnlyObjectWrapper<ReviewView> view = new ReadOnlyObjectWrapper<>(ReviewView.LOUPE);
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.NONE);
    private final BooleanProperty inTrash = new SimpleBooleanProperty();
    private final BooleanProperty advanceInLoupe = new SimpleBooleanProperty(true);
    private final BooleanProperty advanceInGrid = new SimpleBooleanProperty();
    private final Set<TakeId> kept = new HashSet<>();

    ReviewModel(Desk desk) {
        this.desk = desk;
        desk.shots().subscribe(this::refresh);
        desk.shot().subscribe(this::followShot);
        desk.undone().subscribe(change -> change.ifPresent(this::show));
        filter.subscribe((before, after) -> {
            kept.clear();
            relay(Optional.empty());
        });
        inTrash.subscribe(this::refresh);
    }

    ObservableList<Frame> strip() {
        return strip;
    }

    ReadOnlyObjectProperty<Optional<TakeId>> current() {
        return current.getReadOnlyProperty();
    }

    Picks<TakeId> picks() {
        return picks;
    }

    ReadOnlyObjectProperty<ReviewState> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ReviewView> view() {
        return view.getReadOnlyProperty();
    }

    /** Everything there is to show, counted. */
    ReadOnlyObjectProperty<Table.Laid> laid() {
        return laid.getReadOnlyProperty();
    }

    ObjectProperty<Filter> filter() {
        return filter;
    }

    /** Whether the strip shows the trash instead of what is there. */
    BooleanProperty inTrash() {
        return inTrash;
    }

    /** How many takes lie in the trash. */
    int trashed() {
        return desk.snapshot().get().map(open -> open.edits().trash().size()).orElse(0);
    }

    /** Whether a decision goes on to the next take: in the grid one usually decides about many at once. */
    ObservableValue<Boolean> autoAdvance() {
        return view.flatMap(now -> switch (now) {
            case LOUPE -> advanceInLoupe;
            case GRID -> advanceInGrid;
            case COMPARE, SURVEY -> NEVER;
        });
    }

    void toggleAutoAdvance() {
        BooleanProperty here = view.get() == ReviewView.GRID ? advanceInGrid : advanceInLoupe;
        here.set(!here.get());
    }

    void look(ReviewView how) {
        view.set(how);
    }

    Optional<Frame> frame() {
        return current.get().flatMap(this::frame);
    }

    Optional<Frame> frame(TakeId take) {
        return Optional.ofNullable(places.get(take)).map(strip::get);
    }

    /** Index of the take being looked at; -1 for none. */
    int place() {
        return current.get().map(this::place).orElse(-1);
    }

    int place(TakeId take) {
        return places.getOrDefault(take, -1);
    }

    /** What a verb would apply to: in the grid what is picked, else the take being looked at. */
    List<Frame> targets() {
        Set<TakeId> picked = picks.picked().get();
        if (view.get() != ReviewView.GRID || picked.isEmpty()) {
            return frame().stream().toList();
        }
        return picked.stream()
                .map(places::get)
                .filter(java.util.Objects::nonNull)
                .sorted()
                .map(strip::get)
                .toList();
    }

    boolean isStale(Frame frame) {
        return table.isStale(frame);
    }

    /** Looks at a take and picks it alone. */
    void look(TakeId take) {
        picks.only(take);
        move(take);
    }

    /** Goes to a place of the strip; what is picked follows the way one goes there. */
    void go(int index, CardGrid.Reach reach) {
        TakeId take = strip.get(index).id();
        switch (reach) {
            case ONLY -> picks.only(take);
            case ALSO -> picks.toggle(take);
            case RANGE -> picks.through(take, strip.stream().map(Frame::id).toList());
        }
        move(take);
    }

    void pickAll() {
        picks.all(strip.stream().map(Frame::id).toList());
    }

    void step(int by) {
        if (!strip.isEmpty()) {
            look(strip.get(Math.clamp(Math.max(0, place()) + (long) by, 0, strip.size() - 1)).id());
        }
    }

    /** To the first take of the next or previous shot. */
    void stepShot(int by) {
        int at = place();
        if (at >= 0) {
            int last = by > 0 ? strip.size() - 1 : 0;
            int found = IntStream.iterate(at, i -> i != last + by, i -> i + by)
                    .filter(i -> !strip.get(i).shot().equals(strip.get(at).shot()))
                    .findFirst()
                    .orElse(at);
            look(strip.get(opening(found)).id());
        }
    }

    /** Records a decision about what the verbs apply to, and goes on where auto-advance says so. */
    void decide(Decision decision, boolean invert) {
        List<Frame> targets = targets();
        if (!targets.isEmpty() && !inTrash.get()) {
            decide(targets.stream().map(Frame::id).toList(), decision);
            if (goesOn(decision) != invert) {
                advance(targets.getLast(), decision);
            }
        }
    }

    /** The same about takes that were meant before; one stays where one is. */
    void decide(List<TakeId> takes, Decision decision) {
        kept.addAll(takes);
        desk.decide(takes, decision);
    }

    /** Stars and taking back are looked at; everything else is done with. */
    private boolean goesOn(Decision decision) {
        return switch (decision) {
            case Decision.Rules rules -> rules.ruling() != Ruling.NEW && autoAdvance().getValue();
            case Decision.Uses _ -> autoAdvance().getValue();
            case Decision.Rates _ -> false;
        };
    }

    /** The next undecided take; an approval settles the other takes of its shot. */
    private void advance(Frame from, Decision decision) {
        boolean settles = decision instanceof Decision.Uses
                || decision instanceof Decision.Rules rules && rules.ruling() == Ruling.APPROVED;
        Optional<Snapshot> now = desk.snapshot().get();
        Predicate<Frame> open = frame -> frame.ruling() == Ruling.NEW
                && !(settles && frame.shot().equals(from.shot()))
                && !now.map(kept -> circled(kept, frame.shot().id())).orElse(false);
        int at = places.getOrDefault(from.id(), strip.size());
        strip.subList(Math.min(at + 1, strip.size()), strip.size())
                .stream()
                .filter(open)
                .findFirst()
                .ifPresent(next -> look(next.id()));
    }

    /** Looks at the take whose decision was taken back, or made again. */
    private void show(Change change) {
        switch (change) {
            case Change.Ruled ruled -> show(ruled.verdict().take(), false);
            case Change.RuledTogether(var each) -> {
                show(each.getFirst().verdict().take(), false);
                picks.all(each.stream().map(Change.Ruled::verdict).map(Verdict::take).toList());
            }
            case Change.Noted noted -> show(noted.take(), false);
            case Change.Trashed trashed -> show(trashed.take(), inTrash.get() && trashed.since().isPresent());
            case Change.TrashedTogether(var each) -> {
                show(each.getFirst().take(), inTrash.get() && each.getFirst().since().isPresent());
                picks.all(each.stream().map(Change.Trashed::take).toList());
            }
            case Change.Wrote _,Change.Declined _,Change.Directed _,Change.Worded _,Change.Portrayed _,Change.Recut _,Change.SceneMoved _ -> {
            }
        }
    }

    /** Looks at a take, whatever the filter says. @param there whether it lies in the trash */
    void show(TakeId take, boolean there) {
        inTrash.set(there);
        kept.add(take);
        refresh();
        if (places.containsKey(take)) {
            look(take);
        }
    }

    private void move(TakeId take) {
        boolean moved = !current.get().equals(Optional.of(take));
        current.set(Optional.of(take));
        if (moved && !kept.isEmpty()) {
            kept.clear();
            if (!filter.get().isOff()) {
                refresh();
            }
        }
        lead();
    }

    private void refresh() {
        relay(current.get());
    }

    /** @param looked stays, whatever the filter says */
    private void relay(Optional<TakeId> looked) {
        int at = place();
        Table.Laid fresh = desk.snapshot()
                .get()
                .flatMap(open -> desk.plan().map(plan -> {
                    Set<TakeId> shown = new HashSet<>(kept);
                    looked.ifPresent(shown::add);
                    Table.Laid all = table.lay(open, plan, filter.get(), shown);
                    return inTrash.get() ? table.trash(open, plan, all) : all;
                }))
                .orElse(Table.Laid.NOTHING);
        Optional<TakeId> heir = update(fresh.frames(), at);
        laid.set(fresh);
        state.set(stateOf(fresh));
        if (place() < 0 && !strip.isEmpty()) {
            if (at >= 0) {
                look(heir.orElse(strip.getLast().id()));
            } else {
                look(desk.shot().get().orElse(strip.getFirst().shot().id()));
            }
        }
    }

    /**
     * Replaces only what changed, so that one decision redraws one thumbnail; where it is about many, all of them once.
     *
     * @param at where one looked
     * @return of what stood there and behind it, the first that is there still
     */
    private Optional<TakeId> update(List<Frame> fresh, int at) {
        boolean same = fresh.size() == strip.size()
                && IntStream.range(0, fresh.size())
                        .allMatch(i -> fresh.get(i) == strip.get(i) || fresh.get(i).id().equals(strip.get(i).id()));
        if (!same) {
            places.clear();
            for (int i = 0; i < fresh.size(); i++) {
                places.put(fresh.get(i).id(), i);
            }
            Optional<TakeId> heir = strip.subList(Math.max(0, at), strip.size())
                    .stream()
                    .map(Frame::id)
                    .filter(places::containsKey)
                    .findFirst();
            strip.setAll(fresh);
            return heir;
        }
        int[] changed = IntStream.range(0, fresh.size()).filter(i -> !fresh.get(i).equals(strip.get(i))).toArray();
        if (changed.length > Deck.FEW) {
            strip.setAll(fresh);
        } else {
            IntStream.of(changed).forEach(i -> strip.set(i, fresh.get(i)));
        }
        return current.get();
    }

    private ReviewState stateOf(Table.Laid fresh) {
        if (desk.snapshot().get().isEmpty()) {
            return ReviewState.NO_PROJECT;
        }
        if (!strip.isEmpty()) {
            return ReviewState.TAKES;
        }
        if (inTrash.get()) {
            return ReviewState.EMPTY_TRASH;
        }
        return fresh.takes() > 0 ? ReviewState.ALL_HIDDEN : ReviewState.NO_TAKES;
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
                .ifPresent(frame -> look(frame.id()));
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

    /** Index of the first take of the shot that stands there. */
    private int opening(int at) {
        int first = at;
        while (first > 0 && strip.get(first - 1).shot().equals(strip.get(at).shot())) {
            first--;
        }
        return first;
    }

    private static boolean circled(Snapshot open, ShotId shot) {
        return open.takesOf(shot).stream().anyMatch(take -> open.rulingOf(take.id()) == Ruling.APPROVED);
    }
}
