package org.filmwright.ui.shell;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.filmwright.production.find.Found;
import org.filmwright.search.Marked;
import org.filmwright.story.Bible;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.kit.TakePictures;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Something found: a small picture of a take or a sign of what it is, its name, and the words with what was found marked. */
final class SearchCell extends ListCell<SearchRow> {
    private final TakePictures pictures;
    private final Label title = Labels.of("", "fw-section-title", "fw-search-title");
    private final PictureBox picture = PictureBox.filling();
    private final FontIcon sign = Glyphs.icon(MaterialDesignT.TEXT, "fw-quiet-icon");
    private final TextFlow name = new TextFlow();
    private final Label place = Labels.fixed("", "fw-caption", "fw-muted");
    private final TextFlow words = new TextFlow();
    private final HBox row;

    SearchCell(TakePictures pictures) {
        this.pictures = pictures;
        picture.getStyleClass().add("fw-picture");
        StackPane face = new StackPane(sign, picture);
        face.getStyleClass().add("fw-search-face");
        name.getStyleClass().add("fw-bold");
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox head = new HBox(name, place);
        head.getStyleClass().add("fw-search-head");
        words.managedProperty().bind(words.visibleProperty());
        words.getStyleClass().add("fw-search-words");
        VBox text = new VBox(head, words);
        HBox.setHgrow(text, Priority.ALWAYS);
        row = new HBox(face, text);
        row.getStyleClass().add("fw-search-row");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(SearchRow item, boolean empty) {
        super.updateItem(item, empty);
        setMouseTransparent(!(item instanceof SearchRow.Item));
        if (empty || item == null) {
            picture.show(Picture.none());
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (item) {
            case SearchRow.Title of -> head(of.words());
            case SearchRow.Near of -> head(of.words());
            case SearchRow.Item of -> {
                show(of);
                setGraphic(row);
                setAccessibleText(of.spoken());
            }
        }
    }

    private void head(String words) {
        picture.show(Picture.none());
        title.setText(words);
        setGraphic(title);
        setAccessibleText(words);
    }

    private void show(SearchRow.Item item) {
        Found found = item.found();
        fill(name, found.name());
        fill(words, found.words());
        words.setVisible(found.what() != Found.What.NAME);
        place.setText(item.place());
        boolean pictured = found.place() instanceof Found.OfTake;
        picture.setVisible(pictured);
        sign.setVisible(!pictured);
        switch (found.place()) {
            case Found.OfTake of -> picture.show(pictures.thumb(of.take()));
            case Found.InBible of -> sign(sign(of.of()));
            case Found.InScript _ -> sign(MaterialDesignT.TEXT);
        }
    }

    private void sign(Ikon ikon) {
        picture.show(Picture.none());
        sign.setIconCode(ikon);
    }

    private static Ikon sign(Bible.Kind kind) {
        return switch (kind) {
            case WORLD -> MaterialDesignE.EARTH;
            case CHARACTER -> MaterialDesignA.ACCOUNT_OUTLINE;
            case LOCATION -> MaterialDesignM.MAP_MARKER_OUTLINE;
            case PROP -> MaterialDesignC.CUBE_OUTLINE;
        };
    }

    private static void fill(TextFlow flow, Marked marked) {
        flow.getChildren().clear();
        int done = 0;
        for (Marked.Span span : marked.spans()) {
            add(flow, marked.text().substring(done, span.from()), "fw-search-text");
            add(flow, marked.text().substring(span.from(), span.to()), "fw-search-found");
            done = span.to();
        }
        add(flow, marked.text().substring(done), "fw-search-text");
    }

    private static void add(TextFlow flow, String words, String style) {
        if (!words.isEmpty()) {
            Text text = new Text(words);
            text.getStyleClass().add(style);
            flow.getChildren().add(text);
        }
    }
}
