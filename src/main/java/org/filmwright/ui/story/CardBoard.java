package org.filmwright.ui.story;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.story.Scene;
import org.filmwright.story.ShotPlan;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;

/** Scenes as index cards. Dragging one, or Alt with an arrow, moves the scene in the script; Enter opens it there. */
final class CardBoard extends ScrollPane {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final String DRAGGED = "scene:";

    private final Desk desk;
    private final StoryModel model;
    private final ScriptDesk script;
    private final Runnable open;
    private final FlowPane cards = new FlowPane();
    private List<Scene> shown = List.of();

    /** @param open goes back to the page */
    CardBoard(Desk desk, StoryModel model, ScriptDesk script, Runnable open) {
        this.desk = desk;
        this.model = model;
        this.script = script;
        this.open = open;
        setId("cards");
        setAccessibleText(Words.of("story.cards"));
        getStyleClass().addAll("fw-scroll", "fw-card-board");
        cards.getStyleClass().add("fw-card-flow");
        setContent(cards);
        setFitToWidth(true);
        desk.snapshot().subscribe(this::show);
        visibleProperty().subscribe(this::show);
        desk.scene().subscribe(this::markCurrent);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Cards are made only while somebody sees them: a long script has many, and changes with every word. */
    private void show() {
        if (!isVisible()) {
            return;
        }
        List<Scene> scenes = desk.plan().map(ShotPlan::scenes).orElse(List.of());
        if (!scenes.equals(shown)) {
            shown = scenes;
            cards.getChildren().setAll(scenes.stream().map(this::card).toList());
            markCurrent();
        }
    }

    private void markCurrent() {
        Optional<Integer> current = desk.scene().get();
        for (int i = 0; i < cards.getChildren().size(); i++) {
            cards.getChildren().get(i).pseudoClassStateChanged(CURRENT, current.equals(Optional.of(i + 1)));
        }
    }

    private Region card(Scene scene) {
        Label heading = Labels.of(scene.heading(), "fw-bold");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(Labels.fixed(scene.label(), "fw-mono", "fw-muted", "fw-scene-number"), heading,
                Labels.filler(), Labels.fixed(model.eighths(scene.number()), "fw-mono", "fw-muted"));
        head.getStyleClass().add("fw-card-head");
        Label what = Labels.of(what(scene), "fw-muted");
        what.setWrapText(true);
        VBox card = new VBox(head, what, Labels.of(String.join(", ", scene.characters()), "fw-caption", "fw-muted"));
        card.setId("card-" + scene.number());
        card.getStyleClass().addAll("fw-card", "fw-index-card");
        card.setAccessibleRole(AccessibleRole.LIST_ITEM);
        card.setAccessibleText(Words.of("spoken.card", "number", scene.label(), "heading", scene.heading()));
        card.setOnMousePressed(press -> desk.showScene(scene.number()));
        card.setOnMouseClicked(press -> {
            if (press.getClickCount() == 2) {
                open.run();
            }
        });
        card.setOnDragDetected(drag -> drag(drag, scene));
        card.setOnDragOver(over -> offer(over));
        card.setOnDragDropped(drop -> drop(drop, scene));
        return card;
    }

    private String what(Scene scene) {
        return desk.plan()
                .flatMap(plan -> plan.shotsOf(scene).stream().findFirst())
                .map(shot -> shot.content().action())
                .orElse("");
    }

    private void drag(MouseEvent event, Scene scene) {
        Dragboard board = startDragAndDrop(TransferMode.MOVE);
        ClipboardContent content = new ClipboardContent();
        content.putString(DRAGGED + scene.number());
        board.setContent(content);
        event.consume();
    }

    private static Optional<Integer> dragged(DragEvent event) {
        return Optional.ofNullable(event.getDragboard().getString())
                .filter(words -> words.matches(DRAGGED + "\\d+"))
                .map(words -> Integer.valueOf(words.substring(DRAGGED.length())));
    }

    private static void offer(DragEvent event) {
        if (dragged(event).isPresent()) {
            event.acceptTransferModes(TransferMode.MOVE);
            event.consume();
        }
    }

    private void drop(DragEvent event, Scene onto) {
        dragged(event).ifPresent(scene -> {
            script.moveScene(scene, onto.number());
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private void key(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        switch (key.getCode()) {
            case LEFT, UP -> script.stepScene(-1);
            case RIGHT, DOWN -> script.stepScene(1);
            case ENTER -> open.run();
            default -> {
                return;
            }
        }
        key.consume();
    }
}
