package org.filmwright.ui.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.filmwright.base.Outcome;
import org.filmwright.production.Project;
import org.filmwright.production.Storage;
import org.filmwright.ui.kit.ErrorPanel;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Bytes;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Words;

/** Where the open project's things lie, how much room they take, and the cache that can be cleared. */
final class StorageSection extends VBox implements SettingsPage.Live {
    private final Fittings fittings;
    private final Map<Storage.Part, SimpleStringProperty> sizes = new EnumMap<>(Storage.Part.class);
    private final SimpleStringProperty place = new SimpleStringProperty("");
    private final SimpleStringProperty free = new SimpleStringProperty("");
    private final Button clear = new Button(Words.of("storage.clear"));
    private final VBox card = Rows.card(Rows.row("storage.project", place, Rows.fact(free)));
    private boolean reading;

    StorageSection(Fittings fittings) {
        this.fittings = fittings;
        getStyleClass().add("fw-settings-group");
        clear.setId("storage-clear");
        clear.setAccessibleText(clear.getText());
        clear.setOnAction(press -> clearCache());
        for (Storage.Part part : Storage.Part.values()) {
            sizes.put(part, new SimpleStringProperty(""));
            String key = "storage." + part;
            card.getChildren()
                    .add(part == Storage.Part.CACHE
                            ? Rows.row(key, Rows.fact(sizes.get(part)), clear)
                            : Rows.row(key, Rows.fact(sizes.get(part))));
        }
        getChildren().add(card);
        fittings.desk().project().subscribe(this::refresh);
    }

    private record Read(List<Storage.Place> places, OptionalLong free, String folder) {}

    @Override
    public void refresh() {
        Optional<Storage> storage = fittings.desk().project().get().map(Project::storage);
        clear.setDisable(storage.isEmpty());
        if (storage.isEmpty()) {
            getChildren().setAll(card);
            sizes.values().forEach(size -> size.set(""));
            place.set(Words.of("storage.none"));
            free.set("");
        }
        storage.ifPresent(open -> {
            reading = true;
            fittings.desk()
                    .offstage()
                    .ask(() -> new Read(open.places(), open.free(), open.folder().toString()), this::show,
                            this::unreadable);
        });
    }

    private void unreadable(RuntimeException why) {
        reading = false;
        getChildren().setAll(ErrorPanel.unreadable("storage.unreadable", why, this::refresh));
    }

    private void show(Read read) {
        reading = false;
        getChildren().setAll(card);
        place.set(read.folder());
        free.set(read.free().isPresent()
                ? Words.of("storage.free", "size", Bytes.words(read.free().getAsLong()))
                : Words.of("storage.gone"));
        read.places()
                .forEach(each -> sizes.get(each.part())
                        .set(Words.count("storage.files", each.files(), "size", Bytes.words(each.bytes()))));
    }

    private void clearCache() {
        fittings.desk()
                .project()
                .get()
                .ifPresent(project -> fittings.desk()
                        .offstage()
                        .ask(() -> project.storage()
                                .clearCache(), freed -> {
                                    switch (freed) {
                                        case Outcome.Ok<Long>(Long bytes) -> fittings.toasts()
                                                .done(Words.of("storage.cleared", "size", Bytes.words(bytes)));
                                        case Outcome.Failed<Long>(var failure) -> fittings.toasts()
                                                .failed(Failures.words(failure));
                                    }
                                    refresh();
                                }));
    }

    @Override
    public boolean isSettled() {
        return !reading;
    }
}
