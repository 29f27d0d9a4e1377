package org.filmwright.ui.timeline;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.filmwright.timeline.Marker;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Choices;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Words;

/** The markers of the film as a list, and what the chosen one says. */
final class MarkerPart {
    private static final int ROWS = 6;
    private static final double ROW = 28;

    private final TimelineModel model;
    private final LayerCommands deeds;
    private final ObservableList<Marker> markers = FXCollections.observableArrayList();
    private final ListView<Marker> list = new ListView<>(markers);
    private final TextField text = new TextField();
    private final VBox root;
    private Optional<Marker> written = Optional.empty();

    MarkerPart(TimelineModel model, LayerCommands deeds) {
        this.model = model;
        this.deeds = deeds;
        list.setId("markers");
        list.setAccessibleText(Words.of("timeline.markers"));
        list.getStyleClass().addAll("fw-list", "fw-marker-list");
        list.setCellFactory(view -> new Row());
        text.setId("marker-text");
        text.setPromptText(Words.of("timeline.marker.text"));
        text.setAccessibleText(Words.of("timeline.marker.text"));
        text.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        text.focusedProperty().subscribe((before, now) -> {
            if (!now) {
                keep();
            }
        });
        Button remove = Buttons.plain("marker-remove", "timeline.marker.remove", () -> chosen().ifPresent(
                deeds::remove));
        remove.getStyleClass().addAll("fw-compact", "flat");
        root = Inspector.section(new SimpleStringProperty(Words.of("timeline.markers.title")), remove, list, text);
        root.getStyleClass().add("fw-markers");
        Presence.when(Bindings.isNotEmpty(markers), root);
        Choices.whenChosen(list.getSelectionModel(), marker -> {
            write(marker);
            model.seek(marker.at());
        });
        list.fixedCellSizeProperty().subscribe(this::size);
        list.insetsProperty().subscribe(this::size);
        model.reel().subscribe(this::refresh);
        model.frame().subscribe(this::follow);
    }

    Region node() {
        return root;
    }

    /** The words of the marker under the playhead are wanted. */
    void word() {
        follow();
        text.requestFocus();
        text.selectAll();
    }

    private Optional<Marker> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void refresh() {
        List<Marker> now = model.reel().get().map(reel -> reel.cut().markers()).orElse(List.of());
        if (!now.equals(markers)) {
            markers.setAll(now);
            size();
            written = Optional.empty();
            follow();
        }
    }

    /** As high as its rows are at this scale. */
    private void size() {
        double row = list.getFixedCellSize() > 0 ? list.getFixedCellSize() : ROW;
        list.setPrefHeight(row * Math.min(ROWS, markers.size()) + list.snappedTopInset() + list.snappedBottomInset());
        list.setMinHeight(list.getPrefHeight());
    }

    private void follow() {
        if (!text.isFocused()) {
            markers.stream().filter(each -> each.at() == model.frame().get()).findFirst().ifPresent(marker -> {
                list.getSelectionModel().select(marker);
                write(marker);
            });
        }
    }

    private void write(Marker marker) {
        written = Optional.of(marker);
        text.setText(marker.text());
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            keep();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            written.ifPresent(this::write);
            list.requestFocus();
            key.consume();
        }
    }

    private void keep() {
        written.ifPresent(marker -> deeds.replace(marker, new Marker(marker.at(), marker.frames(), marker.colour(), text
                .getText()
                .strip(), marker.shot())));
    }

    /** Where it stands, and what it says. */
    private final class Row extends ListCell<Marker> {
        private final Circle dot = new Circle(4);
        private final Label time = Labels.fixed("", "fw-mono", "fw-muted");
        private final Label words = Labels.of("");
        private final HBox row = new HBox(dot, time, words);

        Row() {
            row.getStyleClass().add("fw-marker-row");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Marker marker, boolean empty) {
            super.updateItem(marker, empty);
            setGraphic(empty || marker == null ? null : row);
            if (!empty && marker != null) {
                dot.setFill(Color.valueOf(marker.colour().name()));
                time.setText(model.timecode(marker.at()));
                words.setText(marker.text());
                setAccessibleText(time.getText() + " " + marker.text());
            }
        }
    }
}
