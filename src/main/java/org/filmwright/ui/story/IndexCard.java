package org.filmwright.ui.story;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.story.Scene;
import org.filmwright.story.Shot;
import org.filmwright.ui.kit.CardGrid;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;

/** One scene on a card: number and heading, how long it is, how it begins, who is in it. Can be dragged onto another. */
final class IndexCard implements CardGrid.Card<Scene> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final String DRAGGED = "scene:";

    /** Of a scene so much that the card is full. */
    private static final int MOST = 8;

    private final Desk desk;
    private final StoryModel model;
    private final ScriptDesk script;
    private final Label number = Labels.fixed("", "fw-mono", "fw-muted", "fw-scene-number");
    private final Label heading = Labels.of("", "fw-bold");
    private final Label length = Labels.fixed("", "fw-mono", "fw-muted");
    private final Label what = Labels.of("", "fw-muted");
    private final Label people = Labels.of("", "fw-caption", "fw-muted");
    private final VBox card;
    private Optional<Scene> shown = Optional.empty();

    IndexCard(Desk desk, StoryModel model, ScriptDesk script) {
        this.desk = desk;
        this.model = model;
        this.script = script;
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(number, heading, Labels.filler(), length);
        head.getStyleClass().add("fw-card-head");
        what.setWrapText(true);
        what.setMaxHeight(Double.MAX_VALUE);
        what.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(what, Priority.ALWAYS);
        card = new VBox(head, what, people);
        card.getStyleClass().addAll("fw-card", "fw-index-card");
        card.setAccessibleRole(AccessibleRole.LIST_ITEM);
        card.setOnDragDetected(this::drag);
        card.setOnDragOver(IndexCard::offer);
        card.setOnDragDropped(this::drop);
    }

    @Override
    public Region node() {
        return card;
    }

    @Override
    public void show(Scene scene, boolean current, boolean picked) {
        shown = Optional.of(scene);
        number.setText(scene.label());
        heading.setText(scene.heading());
        length.setText(model.eighths(scene.number()));
        what.setText(beginning(scene));
        people.setText(String.join(", ", scene.characters()));
        card.setId("card-" + scene.number());
        card.setAccessibleText(Words.of("spoken.card", "number", scene.label(), "heading", scene.heading()));
        card.pseudoClassStateChanged(CURRENT, current);
    }

    @Override
    public void clear() {
        shown = Optional.empty();
    }

    private String beginning(Scene scene) {
        return desk.plan()
                .filter(plan -> scene.number() <= plan.scenes().size())
                .map(plan -> plan.shotsOf(scene)
                        .stream()
                        .map(Shot::content)
                        .filter(content -> content.lines().isEmpty())
                        .map(Shot.Content::action)
                        .distinct()
                        .limit(MOST)
                        .collect(Collectors.joining(" ")))
                .orElse("");
    }

    private void drag(MouseEvent event) {
        shown.ifPresent(scene -> {
            Dragboard board = card.startDragAndDrop(TransferMode.MOVE);
            ClipboardContent content = new ClipboardContent();
            content.putString(DRAGGED + scene.number());
            board.setContent(content);
            event.consume();
        });
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

    private void drop(DragEvent event) {
        shown.ifPresent(onto -> dragged(event).ifPresent(scene -> {
            script.moveScene(scene, onto.number());
            event.setDropCompleted(true);
            event.consume();
        }));
    }
}
