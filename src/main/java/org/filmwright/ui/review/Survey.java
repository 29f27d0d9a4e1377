package org.filmwright.ui.review;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.base.TakeId;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A few takes as large as all of them can be; one after another is taken away until the best is left. */
final class Survey extends Pane {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double GAP = 8;
    /** How high the line below a picture is. */
    private static final double LINE = 32;

    private final ReviewModel model;
    private final Comparison comparison;
    private final TakePictures pictures;
    private final Look look;
    private final Map<TakeId, SurveyTile> tiles = new HashMap<>();

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

    /** Tiles in a row: so many that a picture of sixteen to nine is as large as it can be. */
    private int columns() {
        int tiles = getChildren().size();
        return IntStream.rangeClosed(1, Math.max(1, tiles))
                .boxed()
                .max(Comparator.comparingDouble(columns -> pictureWidth(columns, Math.ceilDiv(tiles, columns))))
                .orElseThrow();
    }

    private double pictureWidth(int columns, int rows) {
        return Math.min(share(getWidth(), columns), (share(getHeight(), rows) - look.px(LINE)) * 16 / 9);
    }

    /** What one of so many has of a width or a height, with a gap on each side. */
    private double share(double whole, int parts) {
        return (whole - (parts + 1) * look.px(GAP)) / parts;
    }

    /** Tiles stay while their takes do; one that goes wants no picture any more. */
    private void show() {
        boolean seen = model.view().get() == ReviewView.SURVEY;
        List<Frame> frames = seen
                ? comparison.survey().stream().flatMap(id -> model.frame(id).stream()).toList()
                : List.of();
        Set<TakeId> left = frames.stream().map(Frame::id).collect(Collectors.toSet());
        tiles.entrySet().removeIf(each -> !left.contains(each.getKey()) && each.getValue().leave());
        frames.forEach(frame -> tiles.computeIfAbsent(frame.id(), SurveyTile::new).show(frame));
        List<SurveyTile> fresh = frames.stream().map(frame -> tiles.get(frame.id())).toList();
        if (!getChildren().equals(fresh)) {
            getChildren().setAll(fresh);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        int tiles = getChildren().size();
        int columns = columns();
        comparison.stand(columns);
        double gap = look.px(GAP);
        double width = share(getWidth(), columns);
        double height = share(getHeight(), Math.max(1, Math.ceilDiv(tiles, columns)));
        for (int i = 0; i < tiles; i++) {
            getChildren().get(i)
                    .resizeRelocate(gap + i % columns * (width + gap), gap + i / columns * (height + gap), width,
                            height);
        }
    }

    /** A take with its name, its verdict, and what takes it away. */
    private final class SurveyTile extends VBox {
        private final PictureBox box = PictureBox.whole();
        private final Label name = Labels.of("", "fw-mono");
        private final Label marks = Labels.fixed("", "fw-muted");
        private final StackPane verdict = new StackPane();

        SurveyTile(TakeId take) {
            VBox.setVgrow(box, Priority.ALWAYS);
            Button away = new Button();
            away.setGraphic(Glyphs.icon(MaterialDesignC.CLOSE));
            away.getStyleClass().addAll("flat", "fw-icon-button", "fw-compact");
            away.setId("survey-away-" + take.value().toLowerCase(Locale.ROOT));
            away.setFocusTraversable(false);
            Buttons.name(away, Words.of("command.images.survey-remove"), "");
            away.setOnAction(press -> comparison.remove(take));
            HBox line = new HBox(name, verdict, marks, Labels.filler(), away);
            line.getStyleClass().add("fw-compare-line");
            getChildren().addAll(box, line);
            getStyleClass().add("fw-compare-side");
            setOnMousePressed(press -> {
                Survey.this.requestFocus();
                model.look(take);
            });
        }

        void show(Frame frame) {
            box.show(pictures.whole(frame.take()));
            box.setMargin(look.px(4));
            name.setText(frame.shot().label() + "  " + Words.of("images.card", "number", frame.take().number()));
            marks.setText("★".repeat(frame.marks().stars()));
            verdict.getChildren().setAll(Glyphs.of(ShotState.of(frame.ruling())));
            setAccessibleText(frame.spoken());
            pseudoClassStateChanged(CURRENT, model.current().get().filter(frame.id()::equals).isPresent());
        }

        /** Always true: it is gone. */
        boolean leave() {
            box.show(Picture.none());
            return true;
        }
    }
}
