package org.filmwright.ui.story;

import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.story.ScriptPage.Range;

/** One printed line: the scene number in the gutter, marks behind the words, the words. */
final class ScriptLineCell extends ListCell<PageLine> {
    private static final double COLUMN = 576;
    private static final double GUTTER = 40;

    private final StoryModel model;
    private final Look look;
    private final Label number = Labels.of("", "fw-page-number");
    private final Text words = new Text();
    private final Path matches = marks("fw-match");
    private final Path current = marks("fw-match-current");
    private final Path selected = marks("fw-selected-text");
    private final Line line = new Line();

    ScriptLineCell(StoryModel model, Look look) {
        this.model = model;
        this.look = look;
        words.getStyleClass().add("fw-page-text");
        words.setManaged(false);
        number.setManaged(false);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleRole(AccessibleRole.TEXT);
        setPrefWidth(0);
        getStyleClass().add("fw-page-line");
        model.selection().subscribe(this::mark);
        model.matches().subscribe(this::mark);
    }

    /** Offset in the page's text of the character nearest to a point of the scene. */
    int offsetAt(double sceneX, double sceneY) {
        if (getItem() == null) {
            return model.page().get().text().length();
        }
        int inLine = words.hitTest(words.sceneToLocal(sceneX, sceneY)).getInsertionIndex();
        return getItem().start() + Math.min(inLine, words.getText().length());
    }

    @Override
    protected void updateItem(PageLine item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty || item == null ? null : line);
        if (!empty && item != null) {
            words.setText(model.page().get().textOf(item));
            words.getStyleClass().setAll("fw-page-text", item.style() == LineStyle.ASIDE ? "fw-page-aside" : "fw-page");
            number.setText(item.gutter());
            setAccessibleText(words.getText());
            mark();
            line.requestLayout();
        }
    }

    private void mark() {
        if (getItem() != null) {
            selected.getElements().setAll(shape(model.selection().get()));
            current.getElements().setAll(model.matches().get().current().map(this::shape).orElse(new PathElement[0]));
            matches.getElements().clear();
            model.matches().get().ranges().forEach(range -> matches.getElements().addAll(shape(range)));
        }
    }

    private PathElement[] shape(Range range) {
        int from = Math.max(range.start(), getItem().start()) - getItem().start();
        int to = Math.min(range.end(), getItem().end()) - getItem().start();
        return from < to ? words.rangeShape(from, to) : new PathElement[0];
    }

    private static Path marks(String styleClass) {
        Path path = new Path();
        path.getStyleClass().add(styleClass);
        path.setManaged(false);
        return path;
    }

    /** Places the words by the typewriter's rules. */
    private final class Line extends Region {
        Line() {
            getChildren().addAll(matches, current, selected, number, words);
            prefWidthProperty().bind(ScriptLineCell.this.widthProperty());
        }

        @Override
        protected void layoutChildren() {
            double left = Math.max(look.px(GUTTER + 16), Math.round((getWidth() - look.px(COLUMN)) / 2));
            double width = words.getLayoutBounds().getWidth();
            double x = left + switch (getItem().style()) {
                case CENTERED -> Math.round((look.px(COLUMN) - width) / 2);
                case TRANSITION -> look.px(COLUMN) - Math.round(width);
                case HEADING, ACTION, CUE, DIALOGUE, PARENTHETICAL, ASIDE -> look.px(getItem().style().indent());
            };
            double baseline = Math.round(getHeight() * 0.72);
            for (var node : new javafx.scene.Node[]{words, matches, current, selected}) {
                node.relocate(0, 0);
                node.setLayoutX(x);
                node.setLayoutY(baseline);
            }
            number.autosize();
            number.relocate(left - look.px(GUTTER), baseline - number.getBaselineOffset());
        }
    }
}
