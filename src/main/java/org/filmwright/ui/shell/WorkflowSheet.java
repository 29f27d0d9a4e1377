package org.filmwright.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.filmwright.production.Workflows.Offer;
import org.filmwright.production.Workflows.Offers;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.ScrollColumn;
import org.filmwright.ui.kit.Sheets;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;

/** The card with the workflows that the screenplay can be put through: one press begins one. */
record WorkflowSheet(Sheets sheets, Consumer<Offer> start) {
    void open(Offers offers) {
        VBox rows = new VBox();
        rows.getStyleClass().add("fw-offers");
        offers.all().forEach(offer -> rows.getChildren().add(row(offer)));
        offers.refused().forEach(sentence -> rows.getChildren().add(refused(sentence)));
        ScrollColumn scroll = ScrollColumn.of(rows);
        scroll.setFocusTraversable(false);
        sheets.show(Words.of("command.run.workflow"), scroll);
        rows.getChildren().stream().filter(Button.class::isInstance).findFirst().ifPresent(Node::requestFocus);
    }

    private Button row(Offer offer) {
        Label sentence = wrapped(offer.title(), "fw-muted");
        VBox words = new VBox(Labels.of(words(offer.name()), "fw-bold"), sentence);
        Button button = new Button();
        button.setId("workflow-" + offer.name());
        button.setGraphic(words);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().addAll("flat", "fw-offer");
        button.setAccessibleText(Words.of("begin.offer", "name", words(offer.name()), "title", offer.title()));
        button.setOnAction(_ -> {
            sheets.close();
            start.accept(offer);
        });
        return button;
    }

    /** {@code script_coverage}: Script coverage. */
    private static String words(String name) {
        String words = name.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static HBox refused(String sentence) {
        Label words = wrapped(Words.of("crew.refused", "sentence", sentence), "fw-muted");
        HBox row = new HBox(new StatusGlyph(Status.WARNING), words);
        HBox.setHgrow(words, Priority.ALWAYS);
        row.getStyleClass().add("fw-card-row");
        return row;
    }

    private static Label wrapped(String text, String styleClass) {
        Label label = Labels.of(text, styleClass);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
