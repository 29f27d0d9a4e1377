package org.filmwright.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.filmwright.review.Flaw;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Typing;
import org.filmwright.ui.kit.Words;

/** What can be wrong with a take: a button and a digit each. */
final class FlawRow extends HBox implements Typing {
    private final Consumer<Flaw> chosen;
    private final Runnable left;
    private final List<Node> keys = new ArrayList<>();

    FlawRow(Consumer<Flaw> chosen, Runnable left) {
        this.chosen = chosen;
        this.left = left;
        setId("flaws");
        getStyleClass().addAll("fw-verbs", "fw-flaws");
        setMaxWidth(USE_PREF_SIZE);
        setFocusTraversable(true);
        setAccessibleText(Words.of("images.flaws"));
        for (Flaw flaw : Flaw.values()) {
            getChildren().add(button(flaw));
        }
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** What gives way first where there is no room: the words are needed more, and the digits count them. */
    List<Node> keys() {
        return List.copyOf(keys);
    }

    private Button button(Flaw flaw) {
        int digit = flaw.ordinal() + 1;
        Label key = Labels.fixed(Integer.toString(digit), "fw-key");
        keys.add(key);
        HBox face = new HBox(Labels.fixed(Words.of("flaw", flaw)), key);
        face.getStyleClass().add("fw-button-row");
        Button button = new Button();
        button.setGraphic(face);
        button.setId("flaw-" + flaw.name().toLowerCase(java.util.Locale.ROOT));
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(Words.of("flaw", flaw));
        button.setFocusTraversable(false);
        button.setOnAction(press -> chosen.accept(flaw));
        return button;
    }

    private void key(KeyEvent key) {
        int digit = key.getCode().isDigitKey() ? key.getCode().ordinal() - KeyCode.DIGIT0.ordinal() : 0;
        if (digit >= 1 && digit <= Flaw.values().length) {
            chosen.accept(Flaw.values()[digit - 1]);
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            left.run();
            key.consume();
        }
    }
}
