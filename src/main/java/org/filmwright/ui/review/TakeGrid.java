package org.filmwright.ui.review;

import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import org.filmwright.ui.kit.CardGrid;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.Words;

/** All takes as cards; verbs apply to those that are picked. */
final class TakeGrid extends StackPane {
    private final ReviewModel model;
    private final Deck deck;
    private final CardGrid<Tile> cards;

    TakeGrid(Fittings fittings, ReviewModel model, Deck deck, Supplier<TakeCard> maker) {
        this.model = model;
        this.deck = deck;
        cards = new CardGrid<>(deck.tiles(), maker, new Guide(), fittings.look());
        cards.setId("takes");
        cards.setAccessibleText(Words.of("images.strip"));
        cards.nominal().bind(fittings.settings().of(Settings.CARD_WIDTH));
        cards.typeAhead(tile -> tile.shot().label(), () -> !fittings.settings().of(Settings.LETTER_KEYS).get());
        getChildren().add(cards);
        model.current().subscribe(cards::redrawSoon);
        model.laid().subscribe(cards::redrawSoon);
        model.current().subscribe(this::follow);
        model.picks().picked().subscribe(cards::redrawSoon);
        model.view().subscribe(this::follow);
        heightProperty().subscribe(this::follow);
    }

    CardGrid<Tile> cards() {
        return cards;
    }

    private void follow() {
        if (model.view().get() == ReviewView.GRID) {
            cards.scrollTo(deck.tile(model.place()));
        }
    }

    /** The grid's questions, answered by the light table. */
    private final class Guide implements CardGrid.Guide<Tile> {
        @Override
        public int current() {
            return deck.tile(model.place());
        }

        @Override
        public boolean isPicked(Tile tile) {
            return tile instanceof Frame frame && model.picks().holds(frame.id());
        }

        @Override
        public void go(int index, CardGrid.Reach reach) {
            int place = deck.place(index, index < current() ? -1 : 1);
            if (place >= 0) {
                model.go(place, reach);
            }
        }

        @Override
        public void open(int index) {
            if (index >= 0 && deck.tiles().get(index) instanceof Frame frame) {
                model.look(frame.id());
                model.look(ReviewView.LOUPE);
            }
        }
    }
}
