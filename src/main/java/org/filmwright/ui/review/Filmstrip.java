package org.filmwright.ui.review;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import org.filmwright.production.Job;
import org.filmwright.ui.kit.Choices;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.Words;

/** All takes in film order in one row; the current one is outlined. */
final class Filmstrip extends ListView<Tile> {
    /** A column less high, in design pixels, belongs to the picture. */
    static final double ROOM = 380;

    private final ReviewModel model;
    private final Deck deck;
    private int scrolled = -1;

    /** @param again does a failed job once more */
    Filmstrip(ReviewModel model, Deck deck, TakePictures pictures, Consumer<Job> again) {
        super(deck.tiles());
        this.model = model;
        this.deck = deck;
        setId("filmstrip");
        setAccessibleText(Words.of("images.strip"));
        setOrientation(Orientation.HORIZONTAL);
        getStyleClass().addAll("fw-list", "fw-strip");
        setCellFactory(list -> new ThumbCell(pictures, again));
        Choices.whenChosen(getSelectionModel(), this::look);
        model.current().subscribe(this::follow);
        deck.tiles().addListener((ListChangeListener<Tile>) change -> follow());
        visibleProperty().subscribe(this::followAnew);
        widthProperty().subscribe(this::followAnew);
        addEventFilter(KeyEvent.KEY_PRESSED, this::leaveArrowsToTheWorkspace);
        addEventFilter(ScrollEvent.SCROLL, this::turn);
    }

    private void look(Tile tile) {
        if (tile instanceof Frame frame && !model.current().get().equals(Optional.of(frame.id()))) {
            model.look(frame.id());
        }
    }

    private void followAnew() {
        scrolled = -1;
        follow();
    }

    /** What is chosen follows also while nobody sees it: the list would choose again when a take is ruled. */
    private void follow() {
        int at = deck.tile(model.place());
        if (at >= 0) {
            if (getSelectionModel().getSelectedIndex() != at) {
                getSelectionModel().select(at);
            }
            scroll(at);
        }
    }

    /**
     * A list without a width would scroll to somewhere else, and stay there. Who turned the strip to look ahead is not called
     * back by what changes in it.
     */
    private void scroll(int at) {
        if (isVisible() && getWidth() > 0 && at != scrolled) {
            scrolled = at;
            scrollTo(Math.max(0, at - 3));
        }
    }

    /** The list would move its own cursor; the workspace's commands move the current take, which it follows. */
    private void leaveArrowsToTheWorkspace(KeyEvent key) {
        if (key.getCode().isArrowKey()) {
            key.consume();
        }
    }

    private void turn(ScrollEvent event) {
        if (event.getDeltaX() == 0 && event.getDeltaY() != 0) {
            model.step(event.getDeltaY() < 0 ? 1 : -1);
            event.consume();
        }
    }
}
