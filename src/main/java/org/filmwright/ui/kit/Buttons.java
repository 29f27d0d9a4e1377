package org.filmwright.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;

/** Buttons, above all such that do a command: they show its words and key, and are disabled while it is impossible. */
public final class Buttons {
    private Buttons() {}

    /** Words with the key behind them; node id = command id with dashes. */
    public static Button of(Commands commands, String id, String... styleClasses) {
        return build(commands, id, List.of(), styleClasses);
    }

    /** The same with an icon in front. */
    public static Button of(Commands commands, String id, Node icon, String... styleClasses) {
        return build(commands, id, List.of(icon), styleClasses);
    }

    /** As wide as its place, the key at the far end. */
    public static Button wide(Commands commands, String id, Node icon, String... styleClasses) {
        Button button = bound(commands, id, styleClasses);
        HBox row = new HBox(icon, Labels.fixed(commands.of(id).words()), Labels.filler(), new KeyHint(commands, id));
        row.getStyleClass().add("fw-button-row");
        row.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(() -> button.getWidth() - button.snappedLeftInset()
                        - button.snappedRightInset(), button.widthProperty(), button.insetsProperty()));
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return button;
    }

    /** An icon alone; words and key are in the tooltip and are what a screen reader says. */
    public static Button icon(Commands commands, String id, Ikon ikon, String... styleClasses) {
        Button button = bound(commands, id, styleClasses);
        button.getStyleClass().add("fw-icon-button");
        button.setGraphic(Glyphs.icon(ikon));
        return button;
    }

    /** Words alone, for what is no command. @param words their key */
    public static Button plain(String id, String words, Runnable action) {
        Button button = new Button(Words.of(words));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(button.getText());
        button.setOnAction(press -> action.run());
        return button;
    }

    /** Words for a screen reader and, with the key, for a tooltip. */
    public static void name(ButtonBase button, String words, String key) {
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(tip(words, key)));
    }

    private static String tip(String words, String key) {
        return key.isEmpty() ? words : Words.of("key.tooltip", "words", words, "key", key);
    }

    private static Button build(Commands commands, String id, List<Node> icons, String... styleClasses) {
        Button button = bound(commands, id, styleClasses);
        List<Node> content = new ArrayList<>(icons);
        content.add(Labels.fixed(commands.words(id)));
        content.add(new KeyHint(commands, id));
        HBox row = new HBox(content.toArray(Node[]::new));
        row.getStyleClass().add("fw-button-row");
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return button;
    }

    private static Button bound(Commands commands, String id, String... styleClasses) {
        Command command = commands.of(id);
        Button button = new Button();
        button.setId(id.replace('.', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll(styleClasses);
        button.disableProperty().bind(Bindings.not(command.possible()));
        button.setOnAction(press -> command.run());
        button.setAccessibleText(command.words());
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(commands.keymap().map(keys -> tip(command.words(), keys.text(id))));
        button.setTooltip(tooltip);
        return button;
    }
}
