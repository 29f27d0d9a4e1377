package org.filmwright.ui.kit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.filmwright.base.ShotId;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Ruling;
import org.filmwright.story.Scene;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** The scenes of the film with their shots folded under them, as rows of one list. */
public final class SceneTreeModel {
    private final Desk desk;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final Set<Integer> open = new HashSet<>();
    private final BooleanProperty seen = new SimpleBooleanProperty();

    public SceneTreeModel(Desk desk) {
        this.desk = desk;
        desk.shots().subscribe(this::refresh);
        desk.scene().subscribe(scene -> scene.ifPresent(this::unfold));
        filter.subscribe(this::refresh);
        seen.subscribe(this::refresh);
    }

    /** Whether somebody can see the rows; they are kept up to date only then. */
    BooleanProperty seen() {
        return seen;
    }

    /** One line of the list. */
    public sealed interface Row {
        record OfScene(Scene scene, boolean open, int approved, int shots) implements Row {}

        record OfShot(Scene scene, Shot shot, ShotState state, int fresh) implements Row {
            /** How the shot is called; asked for the rows that are seen only, since a long film has thousands. */
            String name() {
                return ShotNames.of(scene, shot);
            }
        }
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    /** Words that a scene's heading or a shot's name must contain. */
    public StringProperty filter() {
        return filter;
    }

    public void toggle(Scene scene) {
        if (!open.remove(scene.number())) {
            open.add(scene.number());
        }
        refresh();
    }

    public void fold(Scene scene, boolean unfolded) {
        if (unfolded ? open.add(scene.number()) : open.remove(scene.number())) {
            refresh();
        }
    }

    private void unfold(int scene) {
        if (open.add(scene)) {
            refresh();
        }
    }

    private void refresh() {
        if (!seen.get()) {
            return;
        }
        List<Row> fresh = new ArrayList<>();
        desk.snapshot()
                .get()
                .ifPresent(snapshot -> desk.plan().ifPresent(plan -> fill(fresh, snapshot, plan)));
        if (fresh.size() != rows.size()) {
            rows.setAll(fresh);
        } else {
            update(fresh);
        }
    }

    /** Replaces only what changed: a row that is made anew blinks. */
    private void update(List<Row> fresh) {
        for (int i = 0; i < fresh.size(); i++) {
            if (!fresh.get(i).equals(rows.get(i))) {
                rows.set(i, fresh.get(i));
            }
        }
    }

    private void fill(List<Row> fresh, Snapshot snapshot, ShotPlan plan) {
        Set<ShotId> circled = snapshot.circled();
        for (Scene scene : plan.scenes()) {
            List<Shot> shots = plan.shotsOf(scene);
            boolean named = matches(scene.heading());
            boolean unfolded = open.contains(scene.number()) || !named;
            List<Row.OfShot> found = shots.stream()
                    .filter(shot -> unfolded)
                    .filter(shot -> named || matches(ShotNames.of(scene, shot)))
                    .map(shot -> row(snapshot, scene, shot))
                    .toList();
            if (named || !found.isEmpty()) {
                int approved = (int) shots.stream().filter(shot -> circled.contains(shot.id())).count();
                fresh.add(new Row.OfScene(scene, unfolded, approved, shots.size()));
                fresh.addAll(found);
            }
        }
    }

    private static Row.OfShot row(Snapshot snapshot, Scene scene, Shot shot) {
        int undecided = (int) snapshot.takesOf(shot.id())
                .stream()
                .filter(take -> snapshot.rulingOf(take.id()) == Ruling.NEW)
                .count();
        return new Row.OfShot(scene, shot, ShotState.of(snapshot, shot.id()), undecided);
    }

    private boolean matches(String text) {
        return filter.get().isBlank() || text.toLowerCase(Locale.getDefault())
                .contains(filter.get().strip().toLowerCase(Locale.getDefault()));
    }
}
