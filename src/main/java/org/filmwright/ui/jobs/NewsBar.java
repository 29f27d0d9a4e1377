package org.filmwright.ui.jobs;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.filmwright.production.Project;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Says, under the top bar, what was mended when the project was opened; until somebody has read it. */
public final class NewsBar extends VBox {
    public NewsBar(Desk desk) {
        setId("news");
        managedProperty().bind(visibleProperty());
        desk.project().subscribe(project -> show(project.map(Project::news).orElse(List.of())));
    }

    private void show(List<String> news) {
        getChildren().setAll(news.stream().map(this::line).toList());
        setVisible(!news.isEmpty());
    }

    private HBox line(String sentence) {
        Label words = Labels.of(sentence);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button close = new Button();
        close.setId("news-close");
        close.setGraphic(Glyphs.icon(MaterialDesignC.CLOSE));
        close.getStyleClass().addAll("flat", "fw-icon-button");
        Buttons.name(close, Words.of("toast.dismiss"), "");
        HBox line = new HBox(new StatusGlyph(Status.WARNING), words, close);
        line.getStyleClass().addAll("fw-recovery", "fw-news");
        close.setOnAction(press -> {
            getChildren().remove(line);
            setVisible(!getChildren().isEmpty());
        });
        return line;
    }
}
