package org.filmwright.ui.review;

import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.filmwright.review.Marks;
import org.filmwright.review.Ruling;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Choices;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** Which takes are shown: one toggle a verdict, with how many there are; stars, what is stale, words. */
final class FilterBar extends VBox {
    private final ReviewModel model;

    FilterBar(ReviewModel model) {
        this.model = model;
        getStyleClass().addAll("fw-section", "fw-filter-bar");
        Button clear = new Button(Words.of("images.filter.clear"));
        clear.setId("filter-clear");
        clear.getStyleClass().addAll("flat", "fw-compact");
        clear.setAccessibleText(Words.of("images.show-all"));
        clear.setOnAction(press -> model.filter().set(Filter.NONE));
        clear.visibleProperty().bind(model.filter().map(filter -> !filter.isOff()));
        HBox head = new HBox(Labels.of(Words.of("images.filter"), "fw-section-title"), Labels.filler(), clear, trash());
        head.getStyleClass().add("fw-section-head");
        FlowPane toggles = new FlowPane(toggle(Ruling.NEW), toggle(Ruling.APPROVED), toggle(Ruling.REJECTED), toggle(
                Ruling.CHANGES));
        toggles.getStyleClass().add("fw-toggles");
        HBox second = new HBox(stars(), stale());
        second.getStyleClass().add("fw-filter-row");
        getChildren().addAll(head, toggles, second, words());
    }

    /** What was put aside, instead of what is there. */
    private ToggleButton trash() {
        ToggleButton toggle = face("trash", Glyphs.icon(MaterialDesignT.TRASH_CAN_OUTLINE), model::trashed);
        toggle.getStyleClass().add("fw-compact");
        Buttons.name(toggle, Words.of("command.images.see-trash"), "");
        toggle.selectedProperty().bindBidirectional(model.inTrash());
        return toggle;
    }

    private ComboBox<Integer> stars() {
        ComboBox<Integer> box = Choices.dropDown();
        box.setId("filter-stars");
        box.setAccessibleText(Words.of("images.filter.stars"));
        box.getItems().setAll(IntStream.rangeClosed(0, Marks.MOST).boxed().toList());
        box.setConverter(new Stars());
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        model.filter().subscribe(filter -> box.setValue(filter.stars()));
        box.valueProperty().subscribe(least -> {
            if (least != null) {
                model.filter().set(model.filter().get().rated(least));
            }
        });
        return box;
    }

    private ToggleButton stale() {
        ToggleButton toggle = new ToggleButton();
        toggle.setId("filter-stale");
        toggle.setGraphic(Glyphs.icon(MaterialDesignU.UPDATE));
        toggle.getStyleClass().add("fw-toggle");
        Buttons.name(toggle, Words.of("images.filter.stale"), "");
        model.filter().subscribe(filter -> toggle.setSelected(filter.stale()));
        toggle.setOnAction(press -> model.filter().set(model.filter().get().onlyStale(toggle.isSelected())));
        return toggle;
    }

    private TextField words() {
        TextField field = new TextField();
        field.setId("filter-words");
        field.setPromptText(Words.of("images.filter.words"));
        field.setAccessibleText(Words.of("images.filter.words"));
        field.textProperty().subscribe(text -> model.filter().set(model.filter().get().saying(text)));
        model.filter().subscribe(filter -> {
            if (!field.getText().strip().equals(filter.words())) {
                field.setText(filter.words());
            }
        });
        return field;
    }

    private ToggleButton face(String name, Node glyph, IntSupplier figure) {
        Label count = Labels.fixed("", "fw-mono");
        count.textProperty()
                .bind(Bindings.createStringBinding(() -> Integer.toString(figure.getAsInt()), model.laid()));
        HBox face = new HBox(glyph, count);
        face.getStyleClass().add("fw-button-row");
        ToggleButton toggle = new ToggleButton();
        toggle.setId("filter-" + name);
        toggle.setGraphic(face);
        toggle.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        toggle.getStyleClass().add("fw-toggle");
        return toggle;
    }

    private ToggleButton toggle(Ruling ruling) {
        ToggleButton toggle = face(ruling.name().toLowerCase(Locale.ROOT), Glyphs.of(ShotState.of(ruling)),
                () -> model.laid().get().count(ruling));
        Buttons.name(toggle, Words.of("images.filter.show", "state", ShotState.of(ruling).words()), "");
        model.filter().subscribe(filter -> toggle.setSelected(!filter.hidden().contains(ruling)));
        toggle.setOnAction(press -> model.filter().set(model.filter().get().toggled(ruling)));
        return toggle;
    }

    /** How many stars at least, in words. */
    private static final class Stars extends StringConverter<Integer> {
        private static final List<String> WORDS = IntStream.rangeClosed(0, Marks.MOST)
                .mapToObj(least -> least == 0
                        ? Words.of("images.filter.any-stars")
                        : Words.count("images.filter.least", least))
                .toList();

        @Override
        public String toString(Integer least) {
            return least == null ? "" : WORDS.get(least);
        }

        @Override
        public Integer fromString(String words) {
            return WORDS.indexOf(words);
        }
    }
}
