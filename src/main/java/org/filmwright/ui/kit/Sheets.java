package org.filmwright.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The layer over the window where cards are shown: questions, keys, what this program is. One at a time; Esc or a click
 * beside it closes it, and the focus goes back to where it was.
 */
public final class Sheets extends StackPane {
    private Node before;

    public Sheets() {
        getStyleClass().add("fw-veil");
        setId("sheet");
        setVisible(false);
        setOnMouseClicked(press -> close());
        addEventFilter(KeyEvent.KEY_PRESSED, this::keepFocus);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE || key.getCode() == KeyCode.F1) {
                close();
            }
            key.consume();
        });
    }

    public boolean isOpen() {
        return isVisible();
    }

    /** Asks; the first primary answer has the focus, else the first that changes nothing. */
    public void ask(Question question) {
        ask(question, new Region[0]);
    }

    /** The same after showing what it is about. */
    public void ask(Question question, Region... shown) {
        Label sentence = Labels.of(question.words());
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(shown);
        words.getChildren().add(sentence);
        words.getStyleClass().add("fw-sheet-words");
        List<Button> buttons = question.answers().stream().map(this::button).toList();
        Button first = buttons.stream()
                .filter(button -> button.getStyleClass().contains("accent"))
                .findFirst()
                .orElse(buttons.getFirst());
        List<Node> foot = new ArrayList<>(question.answers().stream().<Node>map(Sheets::lack).toList());
        foot.addAll(buttons);
        open(question.title(), new SheetBody(words), foot, first);
    }

    /** Shows something to read, with a button that closes it. */
    public void show(String title, Node content) {
        Button close = button(
                new Question.Answer("sheet-close", Words.of("sheet.close"), Question.Kind.PLAIN, () -> {}));
        open(title, content, List.of(close), close);
    }

    /** Lays a card of somebody's own over the window, near the top. */
    public void place(Region card, Node first) {
        card.setOnMouseClicked(press -> press.consume());
        lay(card, first, Pos.TOP_CENTER);
    }

    /** The same in the middle, for one that takes all the room there is. */
    public void spread(Region card, Node first) {
        card.setOnMouseClicked(press -> press.consume());
        lay(card, first, Pos.CENTER);
    }

    public void close() {
        setVisible(false);
        getChildren().clear();
        if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    /** Tab goes round among what the card has, never to what lies under it. */
    private void keepFocus(KeyEvent key) {
        if (key.getCode() != KeyCode.TAB) {
            return;
        }
        key.consume();
        List<Node> stops = stops(this).toList();
        TraversalDirection way = key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT;
        int at = stops.indexOf(getScene().getFocusOwner());
        boolean atEnd = at == (key.isShiftDown() ? 0 : stops.size() - 1);
        if (!atEnd && at >= 0) {
            stops.get(at).requestFocusTraversal(way);
        } else if (stops.size() > 1) {
            ring(stops, key.isShiftDown() ? stops.getLast() : stops.getFirst());
        }
    }

    /** A step there from the one beside it, so that its ring shows; a focus that is only given has none. */
    private static void ring(List<Node> stops, Node there) {
        int at = stops.indexOf(there);
        if (at >= 0 && stops.size() > 1) {
            stops.get(at == 0 ? 1 : at - 1).requestFocus();
            stops.get(at == 0 ? 1 : at - 1)
                    .requestFocusTraversal(at == 0 ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    private static Stream<Node> stops(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Stream.empty();
        }
        Stream<Node> below = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Sheets::stops)
                : Stream.empty();
        return node.isFocusTraversable() ? Stream.concat(Stream.of(node), below) : below;
    }

    /** Why an answer cannot be given, beside its button. */
    private static Label lack(Question.Answer answer) {
        Label why = Labels.of(answer.lacks(), "fw-muted", "fw-sheet-lack");
        why.setId(answer.id() + "-lacks");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        return Presence.when(answer.lacks().map(words -> !words.isEmpty()), why);
    }

    private void open(String title, Node content, List<? extends Node> ends, Node first) {
        HBox foot = new HBox(Labels.filler());
        foot.getChildren().addAll(ends);
        foot.getStyleClass().add("fw-sheet-foot");
        Label head = Labels.of(title, "fw-title");
        head.setWrapText(true);
        head.setMinHeight(USE_PREF_SIZE);
        VBox card = new VBox(head, content, foot);
        card.getStyleClass().add("fw-sheet");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        card.setOnMouseClicked(press -> press.consume());
        card.addEventHandler(KeyEvent.KEY_PRESSED, key -> answer(key, ends));
        lay(card, first, Pos.CENTER);
        ring(stops(this).toList(), first);
    }

    /** Enter in a field of one line gives the main answer. */
    private static void answer(KeyEvent key, List<? extends Node> ends) {
        if (key.getCode() == KeyCode.ENTER && key.getTarget() instanceof TextField) {
            ends.stream()
                    .filter(end -> end instanceof Button
                            && end.getStyleClass().contains(Question.Kind.PRIMARY.styleClass()))
                    .findFirst()
                    .ifPresent(main -> {
                        key.consume();
                        ((Button) main).fire(); // one that is disabled does nothing
                    });
        }
    }

    /** The card is as high as what it says: the layer itself would stretch it. */
    private void lay(Region card, Node first, Pos where) {
        VBox place = new VBox(card);
        place.setAlignment(where);
        place.setFillWidth(false);
        place.setPickOnBounds(false);
        place.getStyleClass().addAll("fw-sheet-place", where == Pos.CENTER ? "fw-sheet-middle" : "fw-sheet-high");
        getChildren().setAll(place);
        before = isVisible() ? before : getScene().getFocusOwner();
        setVisible(true);
        applyCss(); // what scrolls has its content only then, and who opens a card gives the focus to a part of it
        first.requestFocus();
    }

    private Button button(Question.Answer answer) {
        Button button = new Button(answer.words());
        button.setId(answer.id());
        button.setAccessibleText(answer.words());
        button.setMinWidth(USE_PREF_SIZE);
        button.disableProperty().bind(answer.lacks().map(words -> !words.isEmpty()));
        button.getStyleClass().addAll("fw-dialog-button", answer.kind().styleClass());
        button.setOnAction(press -> {
            close();
            answer.then().run();
        });
        return button;
    }
}
