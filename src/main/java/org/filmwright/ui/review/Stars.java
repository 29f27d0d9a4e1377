package org.filmwright.ui.review;

import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.filmwright.review.Marks;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Glyphs;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Five stars, as many filled as the take being looked at has; each is a button. */
final class Stars extends HBox {
    private final ReviewModel model;

    Stars(ReviewModel model, Commands commands) {
        this.model = model;
        getStyleClass().add("fw-stars");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinWidth(USE_PREF_SIZE);
        IntStream.rangeClosed(1, Marks.MOST).forEach(star -> getChildren().add(star(commands, star)));
        model.current().subscribe(this::fill);
        model.strip().subscribe(this::fill);
        fill();
    }

    private static Button star(Commands commands, int star) {
        Button button = Buttons.icon(commands, ReviewCommands.stars(star), MaterialDesignS.STAR_OUTLINE, "flat",
                "fw-star");
        return button;
    }

    private void fill() {
        int stars = model.frame().map(Frame::marks).map(Marks::stars).orElse(0);
        for (int i = 0; i < getChildren().size(); i++) {
            FontIcon icon = (FontIcon) ((Button) getChildren().get(i)).getGraphic();
            icon.setIconCode(i < stars ? MaterialDesignS.STAR : MaterialDesignS.STAR_OUTLINE);
        }
    }
}
