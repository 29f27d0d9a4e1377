package org.filmwright.ui.review;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A few takes as large as all of them can be; one after another is taken away until the best is left. */
final class Survey extends Pane {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final ReviewModel model;
    private final Comparison comparison;
    private final TakePictures pictures;
    private final Look look;

    Survey(Look look, ReviewModel model, Comparison comparison, TakePictures pictures) {
        this.look = look;
        this.model = model;
        this.comparison = comparison;
        this.pictures = pictures;
        setId("survey");
        setFocusTraversable(true);
        setAccessibleText(Words.of("images.survey"));
        new Surrounding(this, look);
        comparison.survey().subscribe(this::show);
        model.current().subscribe(this::show);
        model.strip().subscribe(this::show);
        model.view().subscribe(this::show);
    }

    /** Tiles in a row: as square as possible. */
    static int columns(int tiles) {
        return tiles <= 3 ? Math.max(1, tiles) : (int) Math.ceil(Math.sqrt(tiles));
    }

    private void show() {
        if (model.view().get() == ReviewView.SURVEY) {
            List<Frame> frames = comparison.survey().stream().flatMap(id -> model.frame(id).stream()).toList();
            getChildren().setAll(frames.stream().map(this::tile).toList());
            requestLayout();
        }
    }

    private VBox tile(Frame frame) {
        PictureBox box = PictureBox.whole();
        box.show(pictures.whole(frame.take()));
        box.setMargin(look.px(4));
        VBox.setVgrow(box, Priority.ALWAYS);
        Label name = Labels.of(frame.shot().label() + "  " + Words.of("images.card", "number", frame.take().number()),
                "fw-mono");
        Label marks = Labels.fixed("★".repeat(frame.marks().stars()), "fw-muted");
        Button away = new Button();
        away.setGraphic(Glyphs.icon(MaterialDesignC.CLOSE));
        away.getStyleClass().addAll("flat", "fw-icon-button", "fw-compact");
        away.setId("survey-away-" + frame.id().value().toLowerCase(Locale.ROOT));
        away.setFocusTraversable(false);
        Buttons.name(away, Words.of("command.images.survey-remove"), "");
        away.setOnAction(press -> comparison.remove(frame.id()));
        HBox line = new HBox(name, new StackPane(Glyphs.of(ShotState.of(frame.ruling()))), marks, Labels.filler(),
                away);
        line.getStyleClass().add("fw-compare-line");
        VBox tile = new VBox(box, line);
        tile.getStyleClass().add("fw-compare-side");
        tile.setAccessibleText(frame.spoken());
        tile.pseudoClassStateChanged(CURRENT, model.current().get().filter(frame.id()::equals).isPresent());
        tile.setOnMousePressed(press -> {
            requestFocus();
            model.look(frame.id());
        });
        return tile;
    }

    @Override
    protected void layoutChildren() {
        int tiles = getChildren().size();
        int columns = columns(tiles);
        int rows = Math.max(1, Math.ceilDiv(tiles, columns));
        double gap = look.px(8);
        double width = (getWidth() - (columns + 1) * gap) / columns;
        double height = (getHeight() - (rows + 1) * gap) / rows;
        for (int i = 0; i < tiles; i++) {
            getChildren().get(i)
                    .resizeRelocate(gap + i % columns * (width + gap), gap + i / columns * (height + gap), width,
                            height);
        }
    }
}
