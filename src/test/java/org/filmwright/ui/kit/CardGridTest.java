package org.filmwright.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.filmwright.ui.Fx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The grid alone, with words for cards. */
class CardGridTest {
    private final ObservableList<String> items = FXCollections.observableArrayList(IntStream.range(0, 10_000)
            .mapToObj(i -> "item " + i)
            .toList());
    private final List<String> drawn = new ArrayList<>();
    private final List<String> made = new ArrayList<>();
    private final Picks<String> picks = new Picks<>();
    private CardGrid<String> grid;
    private int current;
    private int opened = -1;
    private boolean typing;

    @BeforeEach
    void stand() {
        Fx.run(() -> {
            grid = new CardGrid<>(items, WordCard::new, new Guide(), new Look(Settings.forgetful()));
            grid.typeAhead(item -> item, () -> typing);
            Scene scene = new Scene(grid, 1000, 700);
            lay(scene);
            drawn.clear();
        });
    }

    @Test
    void onlyWhatIsInSightIsMade() {
        assertTrue(made.size() < 60, "cards: " + made.size());
    }

    @Test
    void aChangedItemDrawsOneCardOrNone() {
        Fx.run(() -> items.set(2, "changed"));
        assertEquals(List.of("changed"), drawn);
        Fx.run(() -> items.set(9_000, "out of sight"));
        assertEquals(List.of("changed"), drawn);
    }

    @Test
    void whatIsToBeDrawnSoonIsDrawnOnceWithTheNextLayout() {
        Fx.run(() -> {
            grid.redrawSoon();
            grid.redrawSoon();
        });
        Fx.run(() -> lay(grid.getScene()));
        assertEquals(visible(), drawn.stream().distinct().count());
        assertEquals(drawn.stream().distinct().count(), drawn.size(), "each card once: " + drawn);
        Fx.run(() -> lay(grid.getScene()));
        assertEquals(drawn.stream().distinct().count(), drawn.size(), "and not again: " + drawn);
    }

    @Test
    void keysMoveAndReachTheEnds() {
        press(KeyCode.RIGHT, false);
        assertEquals(1, current);
        press(KeyCode.DOWN, false);
        assertEquals(5, current);
        press(KeyCode.END, false);
        assertEquals(9_999, current);
        press(KeyCode.RIGHT, false);
        assertEquals(9_999, current);
        press(KeyCode.HOME, false);
        press(KeyCode.PAGE_DOWN, false);
        assertTrue(current >= 8 && current % 4 == 0, "a page: " + current);
        press(KeyCode.ENTER, false);
        assertEquals(current, opened);
    }

    @Test
    void shiftPicksOnTheWay() {
        press(KeyCode.RIGHT, false);
        press(KeyCode.DOWN, true);
        assertEquals(List.of("item 1", "item 2", "item 3", "item 4", "item 5"), List.copyOf(picks.picked().get()));
    }

    @Test
    void lettersLeadToAnItemWhereTheyMeanNothingElse() {
        type("item 77");
        assertEquals(0, current);
        typing = true;
        type("item 77");
        assertEquals(77, current);
        type("item 5");
        assertEquals(5, current);
    }

    @Test
    void fewerAndMoreItemsMakeFewerAndMoreRows() {
        Fx.run(() -> items.remove(3, items.size()));
        Fx.run(() -> lay(grid.getScene()));
        assertEquals(3, visible());
        Fx.run(() -> items.setAll(List.of("a", "b", "c", "d", "e")));
        Fx.run(() -> lay(grid.getScene()));
        assertEquals(5, visible());
    }

    private long visible() {
        return Fx.get(() -> grid.lookupAll(".word-card")
                .stream()
                .filter(card -> card.isVisible() && card.getParent()
                        .getParent()
                        .isVisible())
                .count());
    }

    private static void lay(Scene scene) {
        for (int pass = 0; pass < 3; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private void press(KeyCode code, boolean shift) {
        Fx.run(() -> Event.fireEvent(grid, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false,
                false)));
    }

    private void type(String words) {
        Fx.run(() -> words.chars()
                .mapToObj(letter -> String.valueOf((char) letter))
                .forEach(letter -> Event.fireEvent(
                        grid,
                        new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false))));
    }

    /** Counts what it is asked to show. */
    private final class WordCard extends Region implements CardGrid.Card<String> {
        WordCard() {
            getStyleClass().add("word-card");
            made.add("card");
        }

        @Override
        public Region node() {
            return this;
        }

        @Override
        public void show(String item, boolean current, boolean picked) {
            drawn.add(item);
        }

        @Override
        public void clear() {}
    }

    private final class Guide implements CardGrid.Guide<String> {
        @Override
        public int current() {
            return current;
        }

        @Override
        public boolean isPicked(String item) {
            return picks.holds(item);
        }

        @Override
        public void go(int index, CardGrid.Reach reach) {
            current = index;
            switch (reach) {
                case ONLY -> picks.only(items.get(index));
                case ALSO -> picks.toggle(items.get(index));
                case RANGE -> picks.through(items.get(index), List.copyOf(items));
            }
        }

        @Override
        public void open(int index) {
            opened = index;
        }
    }
}
