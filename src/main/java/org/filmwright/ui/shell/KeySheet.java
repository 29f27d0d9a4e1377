package org.filmwright.ui.shell;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Keys;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.ScrollColumn;
import org.filmwright.ui.kit.Sheets;
import org.filmwright.ui.kit.Words;

/** The cards of the help menu: the keys of what shows, and what this program is. */
final class KeySheet {
    private final Commands commands;
    private final Sheets sheets;

    KeySheet(Commands commands, Sheets sheets) {
        this.commands = commands;
        this.sheets = sheets;
    }

    void showKeys(Scope page) {
        VBox rows = new VBox(group(Words.of("workspace", page), page), group(Words.of("keys.everywhere"),
                Scope.GLOBAL));
        rows.getChildren().removeIf(group -> ((VBox) group).getChildren().size() == 1);
        rows.getStyleClass().add("fw-key-groups");
        ScrollColumn scroll = ScrollColumn.of(rows);
        scroll.setAccessibleText(Words.of("keys.title"));
        sheets.show(Words.of("keys.title"), scroll);
    }

    void showAbout(String version) {
        Label words = Labels.of(Words.of("about.words"));
        words.setWrapText(true);
        sheets.show(Words.of("about.title", "version", version), words);
    }

    private VBox group(String title, Scope scope) {
        VBox group = new VBox(Labels.of(title, "fw-section-title"));
        group.getStyleClass().add("fw-key-group");
        commands.all()
                .stream()
                .filter(command -> command.scope() == scope && !commands.keys().of(command.id()).isEmpty())
                .forEach(command -> group.getChildren().add(row(command)));
        return group;
    }

    private HBox row(Command command) {
        List<String> keys = commands.keys().of(command.id()).stream().map(Keys::text).toList();
        HBox row = new HBox(Labels.of(command.words()), Labels.filler(), Labels.fixed(keys.stream()
                .collect(Collectors.joining("  ")), "fw-mono", "fw-muted"));
        row.getStyleClass().add("fw-row");
        return row;
    }
}
