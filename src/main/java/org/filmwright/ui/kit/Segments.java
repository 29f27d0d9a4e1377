package org.filmwright.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** A few choices side by side of which one is chosen. The chosen one is neutral, not blue. */
public final class Segments<E extends Enum<E>> extends HBox {
    /**
     * @param id node ids become {@code id-constant}
     * @param chosen which one shows as chosen
     * @param choose asked when another one is pressed; what shows follows {@code chosen}
     */
    public Segments(String id, List<E> choices, ObservableValue<E> chosen, Consumer<E> choose) {
        getStyleClass().add("fw-segments");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinWidth(USE_PREF_SIZE);
        choices.forEach(choice -> getChildren().add(segment(id, choice, chosen, choose)));
    }

    private ToggleButton segment(String id, E choice, ObservableValue<E> chosen, Consumer<E> choose) {
        ToggleButton segment = new ToggleButton(Words.of(id, choice));
        segment.setId(id + "-" + choice.name().toLowerCase(Locale.ROOT));
        segment.getStyleClass().add("fw-segment");
        segment.setAccessibleText(segment.getText());
        segment.setOnAction(press -> {
            choose.accept(choice);
            segment.setSelected(chosen.getValue() == choice);
        });
        segment.addEventFilter(KeyEvent.KEY_PRESSED, Segments::leaveArrows);
        chosen.subscribe(now -> segment.setSelected(now == choice));
        return segment;
    }

    /** Toggle buttons would move the choice with the arrow keys, which mean other things here. */
    private static void leaveArrows(KeyEvent key) {
        if (key.getCode().isArrowKey()) {
            key.consume();
        }
    }
}
