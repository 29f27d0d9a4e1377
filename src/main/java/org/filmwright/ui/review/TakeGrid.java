package org.filmwright.ui.review;

import javafx.scene.layout.StackPane;
import org.filmwright.ui.kit.CardGrid;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.Words;

/** All takes as cards; verbs apply to those that are picked. */
final class TakeGrid extends StackPane {
    private final ReviewModel model;
    private final CardGrid<Frame> cards;

    TakeGrid(Fittings fittings, ReviewModel model, TakePictures pictures) {
        this.model = model;
        cards = new CardGrid<>(model.strip(), () -> new TakeCard(pictures, model::isStale, fittings.look()),
                new Guide(), fittings.look());
        cards.setId("takes");
        cards.setAccessibleText(Words.of("images.strip"));
        cards.nominal().bind(fittings.settings().of(Settings.CARD_WIDTH));
        cards.typeAhead(frame -> frame.shot().label(), () -> !fittings.settings().of(Settings.LETTER_KEYS).get());
        getChildren().add(cards);
        model.current().subscribe(cards::redrawSoon);
        model.current().subscribe(this::follow);
        model.picks().picked().subscribe(cards::redrawSoon);
        model.view().subscribe(this::follow);
        heightProperty().subscribe(this::follow);
    }

    CardGrid<Frame> cards() {
        return cards;
    }

    private void follow() {
        if (model.view().get() == ReviewView.GRID) {
            cards.scrollTo(model.place());
        }
    }

    /** The grid's questions, answered by the light table. */
    private final class Guide implements CardGrid.Guide<Frame> {
        @Override
        public int current() {
            return model.place();
        }

        @Override
        public boolean isPicked(Frame frame) {
            return model.picks().holds(frame.id());
        }

        @Override
        public void go(int index, CardGrid.Reach reach) {
            model.go(index, reach);
        }

        @Override
        public void open(int index) {
            if (index >= 0) {
                model.go(index, CardGrid.Reach.ONLY);
                model.look(ReviewView.LOUPE);
            }
        }
    }
}
