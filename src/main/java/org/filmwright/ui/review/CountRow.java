package org.filmwright.ui.review;

import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.filmwright.production.Regeneration;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Typing;
import org.filmwright.ui.kit.Words;

/** How many more takes: a button and a digit each, and what they cost. */
final class CountRow extends HBox implements Typing {
    private final Runnable left;
    private final Retakes retakes;
    private final Label price = Labels.fixed("", "fw-muted", "fw-caption");

    CountRow(Runnable left, Retakes retakes) {
        this.left = left;
        this.retakes = retakes;
        setId("counts");
        price.setId("counts-price");
        getStyleClass().addAll("fw-verbs", "fw-counts");
        setMaxWidth(USE_PREF_SIZE);
        setFocusTraversable(true);
        setAccessibleText(Words.of("images.counts"));
        getChildren().add(Labels.fixed(Words.of("images.counts"), "fw-muted", "fw-caption"));
        IntStream.rangeClosed(1, Regeneration.MOST).mapToObj(this::button).forEach(getChildren()::add);
        getChildren().add(price);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Says what it would cost now. */
    void priced() {
        price.setText(retakes.range());
    }

    private Button button(int count) {
        Button button = new Button(Integer.toString(count));
        button.setId("count-" + count);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(Words.count("images.counts.spoken", count));
        button.setFocusTraversable(false);
        button.setOnAction(press -> choose(count));
        return button;
    }

    private void choose(int count) {
        left.run();
        retakes.draw(count);
    }

    private void key(KeyEvent key) {
        int digit = key.getCode().isDigitKey() ? key.getCode().ordinal() - KeyCode.DIGIT0.ordinal() : 0;
        if (digit >= 1 && digit <= Regeneration.MOST) {
            choose(digit);
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            left.run();
            key.consume();
        }
    }
}
