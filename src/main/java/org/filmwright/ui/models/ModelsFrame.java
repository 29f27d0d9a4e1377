package org.filmwright.ui.models;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.filmwright.production.models.ModelShelf;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Bytes;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.EmptyState;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** What stands around the list of models: search and disk above, columns, the ways to get one below or in its place. */
final class ModelsFrame {
    private final ModelsModel models;
    private final ObservableList<Entry> shown;
    private final Commands commands;
    private final Consumer<String> filter;
    private final Predicate<Path> open;

    /** @param shown of the models, what was searched for; @param filter told what is typed; @param open shows a folder */
    ModelsFrame(ModelsModel models, ObservableList<Entry> shown, Commands commands, Consumer<String> filter,
            Predicate<Path> open) {
        this.models = models;
        this.shown = shown;
        this.commands = commands;
        this.filter = filter;
        this.open = open;
    }

    HBox header() {
        TextField search = new TextField();
        search.setId("models-search");
        search.setPromptText(Words.of("models.search"));
        search.setAccessibleText(search.getPromptText());
        search.textProperty().subscribe(filter);
        StackPane field = new StackPane(search, Glyphs.icon(MaterialDesignM.MAGNIFY, "fw-field-icon"));
        field.getStyleClass().addAll("fw-filter", "fw-models-search");
        ProgressBar bar = new ProgressBar(0);
        bar.setAccessibleText(Words.of("models.disk.spoken"));
        bar.getStyleClass().add("fw-disk-bar");
        Label words = Labels.fixed(models.disk().map(disk -> disk.map(ModelsFrame::disk).orElse("")), "fw-mono",
                "fw-muted");
        bar.progressProperty()
                .bind(models.disk().map(disk -> disk.map(known -> (double) known.used() / known.whole()).orElse(0.0)));
        bar.visibleProperty().bind(words.textProperty().isNotEmpty());
        HBox head = Bars.header(Labels.fixed(Words.of("workspace.MODELS"), "fw-title"), Labels.filler(), field, words,
                bar);
        head.getStyleClass().add("fw-models-header");
        return head;
    }

    private static String disk(ModelShelf.Disk disk) {
        return Words.of("models.disk", "used", Bytes.words(disk.used()), "whole", Bytes.words(disk.whole()));
    }

    /** The heads of the columns, as far as a row has room for them. */
    HBox columns(ListView<Entry> list, ObservableValue<Boolean> wide) {
        Label name = Labels.of(Words.of("models.column.name"));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(name, Labels.fixed(Words.of("models.column.size"), "fw-model-size"),
                Labels.of(Words.of("models.column.fit"), "fw-model-fit-head"),
                Presence.when(wide, Labels.of(Words.of("models.column.last"), "fw-model-last")),
                Presence.when(wide, Labels.of(Words.of("models.column.licence"), "fw-model-licence")));
        row.getStyleClass().addAll("fw-model-row", "fw-model-columns");
        return Presence.when(list.visibleProperty(), row);
    }

    /** What needs no model stands here too, so that nobody thinks nothing can be made. */
    HBox builtIn() {
        HBox row = new HBox(Labels.fixed(Words.of("maker.draft"), "fw-bold"), Labels.of(Words.of("models.draft"),
                "fw-muted"));
        row.getStyleClass().add("fw-model-row");
        return row;
    }

    private ObservableValue<Boolean> readable() {
        return models.trouble().map(Optional::isEmpty);
    }

    Node none() {
        Button first = button("models-import", "models.import", "models.import");
        first.getStyleClass().add("accent");
        EmptyState none = new EmptyState(MaterialDesignC.CUBE_OUTLINE, Words.of("models.none"), Words.of(
                "models.none.hint"), first, button("models-pack", "models.import-pack", "models.import-pack"),
                button(
                        "models-download", "models.download", "models.download"));
        none.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> models.entries().isEmpty() && models.trouble()
                        .get()
                        .isEmpty(), models.entries(), models.trouble()));
        return none;
    }

    Node noneFound() {
        EmptyState none = new EmptyState(MaterialDesignM.MAGNIFY, Words.of("models.none-found"), "");
        none.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> shown.isEmpty() && !models.entries().isEmpty()
                        && readable().getValue(), shown, models.entries(), models.trouble()));
        return none;
    }

    HBox foot(ObservableValue<Boolean> wide) {
        HBox ways = new HBox(button("models-download-foot", "models.download", "models.download"), button(
                "models-import-foot", "models.import", "models.import"),
                button("models-pack-foot",
                        "models.import-pack", "models.import-pack"));
        ways.getStyleClass().add("fw-models-ways");
        Presence.when(Bindings.isNotEmpty(models.entries()), ways);
        Path folder = models.shelf().folder();
        Button show = Buttons.plain("models-open-folder", "models.open-folder", () -> open.test(folder));
        show.getStyleClass().add("flat");
        Buttons.name(show, Words.of("models.folder", "folder", folder), "");
        HBox foot = Bars.actions(ways, show, Labels.filler(), Presence.when(wide, Labels.fixed(Words.of("models.foot"),
                "fw-caption", "fw-muted")));
        foot.getStyleClass().add("fw-models-foot");
        return foot;
    }

    private Button button(String id, String words, String command) {
        Button button = Buttons.plain(id, words, () -> commands.of(command).run());
        Buttons.name(button, Words.of("command." + command), commands.keys().text(command));
        return button;
    }
}
