package org.filmwright.ui.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.filmwright.images.ImageTake;
import org.filmwright.production.Job;
import org.filmwright.production.Stale;
import org.filmwright.production.find.Found;
import org.filmwright.review.Ruling;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Underway;

/** What stands on the table: the takes that are shown, and after those of each shot the ones on their way. */
final class Deck {
    /** So many changes are shown one by one. */
    static final int FEW = 12;

    private final Desk desk;
    private final ReviewModel model;
    private final ObservableValue<List<Underway>> draws;
    private final ObservableList<Tile> tiles = FXCollections.observableArrayList();
    /** How many takes were there before jobs that draw a shot anew, since it has changed; 0 for all others. */
    private final Map<String, Integer> before = new HashMap<>();
    private final Map<String, Shot> byLabel = new HashMap<>();
    private Optional<ShotPlan> plan = Optional.empty();
    private int[] places = {};
    private int[] frames = {};

    Deck(Desk desk, ReviewModel model, ObservableValue<List<Underway>> draws) {
        this.desk = desk;
        this.model = model;
        this.draws = draws;
        model.strip().addListener(this::changed);
        draws.subscribe(now -> lay());
        model.laid().subscribe(this::lay);
        desk.project().subscribe(before::clear);
        desk.sought().subscribe(place -> place.ifPresent(this::seek));
    }

    /** Shows the take that somebody looked for. */
    private void seek(Found.Place place) {
        if (place instanceof Found.OfTake of) {
            model.show(of.take().id(), false);
        }
    }

    ObservableList<Tile> tiles() {
        return tiles;
    }

    /** Where the take of that place in the strip stands; -1 for none. */
    int tile(int place) {
        return place < 0 || places.length == 0 ? place : places[Math.min(place, places.length - 1)];
    }

    /** The place in the strip of the take that stands there, or of the next one that way; -1 where there is none. */
    int place(int tile, int way) {
        if (frames.length == 0) {
            return tile;
        }
        int at = tile;
        while (at >= 0 && at < frames.length && frames[at] < 0) {
            at += way;
        }
        return at >= 0 && at < frames.length ? frames[at] : -1;
    }

    /** A take that is another now, by a verdict, is drawn again alone. */
    private void changed(ListChangeListener.Change<? extends Frame> change) {
        boolean moved = tiles.size() < model.strip().size();
        while (change.next() && !moved) {
            moved = !(change.wasReplaced() && change.getAddedSize() == change.getRemovedSize())
                    || change.getAddedSize() > FEW;
            for (int i = change.getFrom(); i < change.getTo() && !moved; i++) {
                moved = !isSame(model.strip().get(i), tiles.get(tile(i)));
                tiles.set(tile(i), model.strip().get(i));
            }
        }
        if (moved) {
            lay();
        }
    }

    private void lay() {
        Map<String, List<Underway>> coming = coming();
        if (coming.isEmpty()) {
            places = new int[0];
            frames = new int[0];
            update(model.strip());
        } else {
            update(mixed(coming));
        }
    }

    private Map<String, List<Underway>> coming() {
        Map<String, List<Underway>> coming = new HashMap<>();
        Filter filter = model.filter().get();
        boolean shown = !model.inTrash().get() && filter.equals(new Filter(filter.hidden(), 0, false, ""))
                && !filter.hidden().contains(Ruling.NEW);
        if (shown) {
            draws.getValue()
                    .stream()
                    .filter(each -> !isThere(each.job()))
                    .forEach(each -> coming.computeIfAbsent(each.job().work().shot(), _ -> new ArrayList<>())
                            .add(each));
        }
        return coming;
    }

    /** Whether it has come already: the news of a job may be older than what is recorded. */
    private boolean isThere(Job job) {
        List<ImageTake> takes = Optional.ofNullable(shots().get(job.work().shot()))
                .flatMap(shot -> desk.snapshot().get().map(open -> open.takesOf(shot.id())))
                .orElse(List.of());
        boolean anew = job.state() != Job.State.FAILED && has(takes, job.work().number())
                && isStale(job.work().shot());
        before.putIfAbsent(job.id(), anew ? takes.getLast().number() : 0);
        return has(takes, number(job));
    }

    private static boolean has(List<ImageTake> takes, int number) {
        return takes.stream().anyMatch(take -> take.number() == number);
    }

    private int number(Job job) {
        return before.getOrDefault(job.id(), 0) + job.work().number();
    }

    /** What is drawn anew for what is asked for now; else it is found again as it is. */
    private boolean isStale(String label) {
        return Optional.ofNullable(shots().get(label))
                .flatMap(shot -> desk.snapshot()
                        .get()
                        .flatMap(open -> Optional.ofNullable(open.edits().stale().get(shot.id()))))
                .filter(Stale::pictures)
                .isPresent();
    }

    /** By their labels; laid out once for each plan. */
    private Map<String, Shot> shots() {
        Optional<ShotPlan> now = desk.plan();
        if (!plan.equals(now)) {
            plan = now;
            byLabel.clear();
            now.ifPresent(film -> film.shots().forEach(shot -> byLabel.put(shot.label(), shot)));
        }
        return byLabel;
    }

    private List<Tile> mixed(Map<String, List<Underway>> coming) {
        List<Frame> strip = model.strip();
        List<Tile> mixed = new ArrayList<>(strip.size() + draws.getValue().size());
        places = new int[strip.size()];
        List<Shot> shots = desk.plan().map(ShotPlan::shots).orElse(List.of());
        int at = 0;
        for (Shot shot : shots) {
            boolean first = true;
            while (at < strip.size() && strip.get(at).shot().id().equals(shot.id())) {
                places[at] = mixed.size();
                mixed.add(strip.get(at++));
                first = false;
            }
            for (Underway each : coming.getOrDefault(shot.label(), List.of())) {
                mixed.add(new Coming(shot, each.job(), number(each.job()), each.fraction(), each.glimpse(), first));
                first = false;
            }
        }
        frames = new int[mixed.size()];
        java.util.Arrays.fill(frames, -1);
        IntStream.range(0, places.length).forEach(i -> frames[places[i]] = i);
        return mixed;
    }

    /** Replaces only what changed, so that a job that goes on redraws one card; where that is much, all of them once. */
    private void update(List<? extends Tile> fresh) {
        boolean same = fresh.size() == tiles.size()
                && IntStream.range(0, fresh.size()).allMatch(i -> isSame(fresh.get(i), tiles.get(i)));
        List<Integer> changed = IntStream.range(0, same ? fresh.size() : 0)
                .filter(i -> fresh.get(i) != tiles.get(i) && !fresh.get(i).equals(tiles.get(i)))
                .boxed()
                .toList();
        if (same && changed.size() <= FEW) {
            changed.forEach(i -> tiles.set(i, fresh.get(i)));
        } else {
            tiles.setAll(fresh);
        }
    }

    private static boolean isSame(Tile one, Tile other) {
        return one == other || switch (one) {
            case Frame frame -> other instanceof Frame before && before.id().equals(frame.id());
            case Coming coming -> other instanceof Coming before && before.job().id().equals(coming.job().id());
        };
    }
}
