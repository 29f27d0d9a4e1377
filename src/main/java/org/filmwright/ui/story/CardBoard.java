package org.filmwright.ui.story;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.filmwright.story.Scene;
import org.filmwright.story.ShotPlan;
import org.filmwright.ui.kit.CardGrid;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Words;

/** Scenes as index cards. Dragging one, or Alt with an arrow, moves the scene in the script; Enter opens it there. */
final class CardBoard implements CardGrid.Guide<Scene> {
    private static final double WIDTH = 280;

    private final Desk desk;
    private final ScriptDesk script;
    private final Runnable open;
    private final ObservableList<Scene> scenes = FXCollections.observableArrayList();
    private final CardGrid<Scene> grid;

    /** @param open goes back to the page */
    CardBoard(Desk desk, StoryModel model, ScriptDesk script, Look look, Runnable open) {
        this.desk = desk;
        this.script = script;
        this.open = open;
        grid = new CardGrid<>(scenes, () -> new IndexCard(desk, model, script), this, look);
        grid.setId("cards");
        grid.setAccessibleText(Words.of("story.cards"));
        grid.getStyleClass().add("fw-card-board");
        grid.nominal().set(WIDTH);
        desk.shots().subscribe(this::show);
        model.pages().subscribe(counted -> grid.redraw());
        grid.visibleProperty().subscribe(this::show);
        desk.scene().subscribe(scene -> {
            grid.redraw();
            grid.scrollTo(current());
        });
    }

    CardGrid<Scene> node() {
        return grid;
    }

    /** Kept up to date only while somebody sees it: a long script has many scenes, and changes with every word. */
    private void show() {
        if (!grid.isVisible()) {
            return;
        }
        List<Scene> now = desk.plan().map(ShotPlan::scenes).orElse(List.of());
        if (now.size() != scenes.size()) {
            scenes.setAll(now);
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(scenes.get(i))) {
                scenes.set(i, now.get(i));
            }
        }
    }

    @Override
    public int current() {
        return desk.scene().get().map(number -> number - 1).filter(at -> at < scenes.size()).orElse(-1);
    }

    @Override
    public boolean isPicked(Scene scene) {
        return false;
    }

    @Override
    public void go(int index, CardGrid.Reach reach) {
        desk.showScene(index + 1);
        script.goTo(index + 1);
    }

    @Override
    public void open(int index) {
        open.run();
    }
}
