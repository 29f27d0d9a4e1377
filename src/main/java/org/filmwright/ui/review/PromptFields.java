package org.filmwright.ui.review;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.filmwright.base.FrameSize;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Areas;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;

/** What is typed to have a shot drawn otherwise: words, seed and size. */
final class PromptFields extends VBox {
    private final TextArea prompt = Areas.wrapped("prompt-words", Words.of("images.prompt.words"), 6);
    private final TextArea negative = Areas.wrapped("prompt-negative", Words.of("images.negative"), 2);
    private final TextField seed = field("prompt-seed", "images.seed", "images.seed.new");
    private final TextField size = field("prompt-size", "images.size", "images.size.film");
    private final Label trouble = Labels.of("", "fw-trouble", "fw-caption");
    private final Label price = Labels.of("", "fw-muted", "fw-caption", "fw-field-name");
    private final Button plan;

    /** What the buttons do. */
    record Acts(Runnable send, Runnable keep, Runnable plan, Runnable cancel) {}

    /** As typed. */
    record Draft(String prompt, String negative, String seed, String size) {
        List<String> fields() {
            return List.of(prompt, negative, seed, size);
        }

        static Optional<Draft> of(List<String> fields) {
            return fields.size() == 4
                    ? Optional.of(new Draft(fields.get(0), fields.get(1), fields.get(2), fields.get(3)))
                    : Optional.empty();
        }
    }

    record Settings(Optional<Long> seed, Optional<FrameSize> size) {}

    PromptFields(Acts acts) {
        getStyleClass().add("fw-prompt-fields");
        trouble.setId("prompt-trouble");
        trouble.setWrapText(true);
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        price.setId("prompt-price");
        price.setWrapText(true);
        Button send = Buttons.plain("prompt-send", "images.prompt.send", acts.send());
        send.getStyleClass().add("accent");
        plan = Buttons.plain("prompt-plan", "images.prompt.plan", acts.plan());
        plan.managedProperty().bind(plan.visibleProperty());
        FlowPane buttons = new FlowPane(send, Buttons.plain("prompt-keep", "images.prompt.keep", acts.keep()),
                plan, Buttons.plain("prompt-cancel", "images.note.cancel", acts.cancel()));
        buttons.getStyleClass().add("fw-prompt-buttons");
        HBox.setHgrow(seed, Priority.ALWAYS);
        HBox.setHgrow(size, Priority.ALWAYS);
        getChildren().addAll(prompt, named("images.negative", negative), negative, row("images.seed", seed),
                row("images.size", size), trouble, price, buttons);
    }

    void fill(Draft draft) {
        prompt.setText(draft.prompt());
        negative.setText(draft.negative());
        seed.setText(draft.seed());
        size.setText(draft.size());
        trouble.setText("");
    }

    Draft draft() {
        return new Draft(prompt.getText(), negative.getText(), seed.getText(), size.getText());
    }

    void focus() {
        prompt.requestFocus();
        prompt.end();
    }

    /** @param worded whether there are words of the plan to go back to */
    void priced(String effort, boolean worded) {
        price.setText(Words.of("images.prompt.price", "effort", effort));
        plan.setVisible(worded);
    }

    /** What is typed beside the words; nothing where it cannot be read, which is said then. */
    Optional<Settings> settings() {
        Optional<Long> number = seed(seed.getText());
        if (number.isEmpty() && !seed.getText().isBlank()) {
            return refuse(seed, Words.of("images.seed.wrong"));
        }
        try {
            Optional<FrameSize> wanted = Optional.of(size.getText())
                    .filter(text -> !text.isBlank())
                    .map(
                            FrameSize::parse);
            trouble.setText("");
            return Optional.of(new Settings(number, wanted));
        } catch (IllegalArgumentException unreadable) {
            return refuse(size, Words.of("images.size.wrong"));
        }
    }

    private Optional<Settings> refuse(TextField field, String words) {
        trouble.setText(words);
        field.requestFocus();
        return Optional.empty();
    }

    /** Seeds are unsigned numbers of 64 bits. */
    private static Optional<Long> seed(String text) {
        String digits = text.replaceAll("[\\s\\u2009\\u202f,.]", "");
        try {
            return digits.isEmpty() ? Optional.empty() : Optional.of(Long.parseUnsignedLong(digits));
        } catch (NumberFormatException wrong) {
            return Optional.empty();
        }
    }

    private static TextField field(String id, String name, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(Words.of(prompt));
        field.setAccessibleText(Words.of(name));
        field.getStyleClass().add("fw-mono");
        return field;
    }

    private static Label named(String name, TextInputControl field) {
        Label label = Labels.of(Words.of(name), "fw-muted", "fw-caption", "fw-field-name");
        label.setLabelFor(field);
        return label;
    }

    private static HBox row(String name, Control field) {
        Label label = Labels.fixed(Words.of(name), "fw-muted", "fw-row-key");
        label.setLabelFor(field);
        HBox row = new HBox(label, field);
        row.getStyleClass().add("fw-row");
        return row;
    }
}
