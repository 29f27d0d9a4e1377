package org.filmwright.ui.timeline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.media.Tone;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Choices;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Segments;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Where two clips meet: both frames side by side or over each other, what changes, and all seams with the worst first. */
final class SeamView extends BorderPane {
    private final SeamModel model;
    private final ObservableList<Seam> rows = FXCollections.observableArrayList();
    private final ListView<Seam> list = new ListView<>(rows);
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.BESIDE);
    private final Slider onion = new Slider(0, 1, 0.5);

    /** How both frames are shown. */
    enum Way {
        BESIDE, ONION
    }

    SeamView(SeamModel model, TimelineModel film, Commands commands) {
        this.model = model;
        setId("seams");
        getStyleClass().add("fw-seams");
        setTop(Bars.header(Labels.of(model.chosen().map(now -> now.map(this::title).orElse(Words.of("timeline.seams"))),
                "fw-title"), Labels.filler(), onion(),
                new Segments<>("timeline.seam.way", List.of(Way.values()), way,
                        way::set),
                Buttons.icon(commands, "timeline.seams", MaterialDesignC.CLOSE, "flat")));
        setCenter(pictures());
        setRight(list(film));
        setBottom(facts());
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                model.shown().set(false);
                key.consume();
            }
        });
    }

    private String title(Seam seam) {
        return Words.of("timeline.seam", "from", seam.from(), "to", seam.to());
    }

    ListView<Seam> list() {
        return list;
    }

    private Slider onion() {
        onion.setId("onion");
        onion.setAccessibleText(Words.of("timeline.seam.onion"));
        return Presence.when(way.map(now -> now == Way.ONION), onion);
    }

    private StackPane pictures() {
        PictureBox last = box("timeline.seam.last");
        PictureBox first = box("timeline.seam.first");
        PictureBox under = PictureBox.whole();
        PictureBox over = PictureBox.whole();
        over.opacityProperty().bind(onion.valueProperty());
        model.sides().subscribe(sides -> {
            Picture before = sides.map(two -> Picture.of(two.last())).orElseGet(Picture::none);
            Picture behind = sides.map(two -> Picture.of(two.first())).orElseGet(Picture::none);
            last.show(before);
            under.show(before);
            first.show(behind);
            over.show(behind);
        });
        HBox beside = new HBox(last, first);
        HBox.setHgrow(last, Priority.ALWAYS);
        HBox.setHgrow(first, Priority.ALWAYS);
        last.prefWidthProperty().bind(beside.widthProperty().divide(2));
        first.prefWidthProperty().bind(beside.widthProperty().divide(2));
        beside.getStyleClass().add("fw-seam-pair");
        StackPane well = new StackPane(Presence.when(way.map(now -> now == Way.BESIDE), beside), Presence.when(way.map(
                now -> now == Way.ONION), new StackPane(under, over)));
        well.getStyleClass().addAll("fw-well", "fw-surround-theme");
        well.setMinSize(0, 0);
        return well;
    }

    private static PictureBox box(String words) {
        PictureBox box = PictureBox.whole();
        box.setMargin(4);
        box.setAccessibleText(Words.of(words));
        return box;
    }

    private VBox list(TimelineModel film) {
        list.setId("seam-list");
        list.setAccessibleText(Words.of("timeline.seams"));
        list.getStyleClass().addAll("fw-list", "fw-seam-list");
        list.setCellFactory(view -> new SeamCell());
        model.seams().subscribe(this::show);
        Choices.whenChosen(list.getSelectionModel(), seam -> {
            boolean another = model.chosen().get().filter(now -> now.key().equals(seam.key())).isEmpty();
            model.chosen().set(Optional.of(seam));
            if (another) {
                film.seek(seam.at());
            }
        });
        model.chosen().subscribe(now -> now.ifPresent(this::select));
        Label head = Labels.of(Words.of("timeline.seams.worst"), "fw-muted", "fw-caption");
        head.getStyleClass().add("fw-seam-head");
        VBox column = new VBox(head, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        column.getStyleClass().add("fw-seam-column");
        return column;
    }

    private void show(List<Seam> seams) {
        if (!seams.equals(rows)) {
            rows.setAll(seams);
            model.chosen().get().ifPresent(this::select);
        }
    }

    private void select(Seam seam) {
        rows.stream()
                .filter(row -> row.key().equals(seam.key()) && row.at() == seam.at())
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    private HBox facts() {
        Label facts = Labels.of("", "fw-mono", "fw-muted");
        facts.setId("seam-facts");
        facts.textProperty()
                .bind(Bindings.createStringBinding(() -> model.chosen()
                        .get()
                        .flatMap(seam -> rows.stream().filter(row -> row.key().equals(seam.key())).findFirst())
                        .flatMap(Seam::step)
                        .map(SeamView::words)
                        .orElse(""), model.chosen(), rows));
        HBox row = new HBox(facts);
        row.getStyleClass().add("fw-seam-facts");
        return row;
    }

    private static String words(Tone.Step step) {
        return Words.of("timeline.seam.facts", "luminance", percent(step.luminance()), "saturation", percent(step
                .saturation()), "hue", Long.toString(Math.round(step.hue())));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+d %%", Math.round(share * 100));
    }
}
