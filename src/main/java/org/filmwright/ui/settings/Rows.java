package org.filmwright.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Setting;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.Words;

/** The rows and cards that the pages of the settings are built of. */
final class Rows {
    private Rows() {}

    /** Rows in a frame, one below the other. */
    static VBox card(Node... rows) {
        VBox card = new VBox(rows);
        card.getStyleClass().add("fw-settings-card");
        return card;
    }

    /** The small title over a card. */
    static Label head(String key) {
        return Labels.of(Words.of(key), "fw-section-title", "fw-settings-head");
    }

    /** A title with its hint below, and at the end what changes or says it. {@code key}, {@code key.hint} are words. */
    static HBox row(String key, Node... controls) {
        return row(key, new javafx.beans.property.SimpleStringProperty(Words.of(key + ".hint")), controls);
    }

    static HBox row(String key, ObservableValue<String> hint, Node... controls) {
        return titled(Words.of(key), hint, controls);
    }

    /** A row whose title is no word of the program but somebody's name. */
    static HBox titled(String title, ObservableValue<String> hint, Node... controls) {
        Label below = Labels.of(hint, "fw-caption", "fw-muted");
        below.setWrapText(true);
        below.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(Labels.of(title), below);
        words.getStyleClass().add("fw-settings-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(words);
        row.getChildren().addAll(controls);
        row.getStyleClass().add("fw-settings-row");
        return row;
    }

    /** The row of a setting, with a dot and a way back while it differs from its normal value. */
    static <T> HBox setting(Settings settings, Setting<T> setting, String key, Node control) {
        Button reset = new Button(Words.of("settings.reset"));
        reset.getStyleClass().addAll("flat", "fw-compact");
        reset.setId("reset-" + setting.key().replace('.', '-'));
        reset.setAccessibleText(Words.of("settings.reset.spoken", "setting", Words.of(key)));
        reset.setOnAction(press -> settings.reset(setting));
        HBox back = new HBox(dot(), reset);
        back.getStyleClass().add("fw-settings-back");
        Presence.when(settings.isChanged(setting), back);
        return row(key, back, control);
    }

    /** Says that something differs from its normal value. */
    static Node dot() {
        Region dot = new Region();
        dot.getStyleClass().add("fw-settings-dot");
        dot.setAccessibleText(Words.of("settings.differs"));
        return dot;
    }

    static ToggleSwitch toggle(ObjectProperty<Boolean> value, String key) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId(key.replace('.', '-'));
        toggle.setAccessibleText(Words.of(key));
        toggle.setSelected(value.get());
        toggle.selectedProperty().subscribe(on -> value.set(on));
        value.subscribe(on -> toggle.setSelected(on));
        return toggle;
    }

    /** A fact at the end of a row. */
    static Label fact(ObservableValue<String> words) {
        return Labels.fixed(words, "fw-mono", "fw-muted");
    }

    static Label fact(String words) {
        return Labels.fixed(words, "fw-muted");
    }
}
