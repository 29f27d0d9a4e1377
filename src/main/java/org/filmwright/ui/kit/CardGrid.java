package org.filmwright.ui.kit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Cards in rows of one height, of which only those in sight exist. How many stand in a row follows from the width; they
 * stretch to fill it. Which card is current and which are picked is the owner's to say; the grid draws it, and tells
 * the owner where keys and mouse go. A change of one item draws one card.
 */
public final class CardGrid<T> extends StackPane {
    private static final double MARGIN = 16;
    private static final double GAP = 8;
    private static final double CAPTION = 28;
    private static final double SHAPE = 9.0 / 16;

    private final ObservableList<T> items;
    private final Supplier<? extends Card<T>> maker;
    private final Guide<T> guide;
    private final Look look;
    private final DoubleProperty nominal = new SimpleDoubleProperty(240);
    private final ReadOnlyIntegerWrapper columns = new ReadOnlyIntegerWrapper(1);
    private final ObservableList<Integer> rows = FXCollections.observableArrayList();
    private final ListView<Integer> list = new ListView<>(rows);
    private final Set<Row> cells = Collections.newSetFromMap(new WeakHashMap<>());
    private Function<T, String> name = item -> "";
    private BooleanSupplier typing = () -> false;
    private String typed = "";
    private boolean stale;
    private double cardWidth = 240;

    /** @param cards made as many as there is room for, and used again and again */
    public CardGrid(ObservableList<T> items, Supplier<? extends Card<T>> cards, Guide<T> guide, Look look) {
        this.items = items;
        this.maker = cards;
        this.guide = guide;
        this.look = look;
        getStyleClass().add("fw-card-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.getStyleClass().add("fw-card-rows");
        list.setFocusTraversable(false);
        list.setCellFactory(rows -> new Row());
        getChildren().add(list);
        items.addListener(this::changed);
        nominal.subscribe(this::measure);
        widthProperty().subscribe(this::measure);
        look.scale().subscribe((before, after) -> measure());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_TYPED, this::type);
        measure();
    }

    /** One card; it is used for many items, one after another. */
    public interface Card<T> {
        Region node();

        void show(T item, boolean current, boolean picked);

        /** There is nothing to show any more; what it waits for is not wanted. */
        void clear();
    }

    /** How a card is gone to: alone, along with what is picked, or with all from where one came. */
    public enum Reach {
        ONLY, ALSO, RANGE
    }

    /** Who knows which card is current and which are picked. */
    public interface Guide<T> {
        /** Index of the current card; -1 for none. */
        int current();

        boolean isPicked(T item);

        void go(int index, Reach reach);

        /** A double click or Enter. */
        void open(int index);
    }

    /** How wide a card is meant to be, in pixels of the 100 % design. */
    public DoubleProperty nominal() {
        return nominal;
    }

    /** Cards in a row. */
    public ReadOnlyIntegerProperty columns() {
        return columns.getReadOnlyProperty();
    }

    /** Typing the first letters goes to an item. @param allowed whether letters mean nothing else now */
    public void typeAhead(Function<T, String> name, BooleanSupplier allowed) {
        this.name = name;
        this.typing = allowed;
    }

    /** Draws what is in sight again: what is current or picked has changed. */
    public void redraw() {
        List.copyOf(cells).forEach(Row::draw);
    }

    /** The same, once, before the next layout. */
    public void redrawSoon() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (stale) {
            stale = false;
            redraw();
        }
        super.layoutChildren();
    }

    /** Draws one card again, if it is in sight. */
    public void redraw(int index) {
        draw(index, index + 1);
    }

    /** Scrolls as little as possible. */
    public void scrollTo(int index) {
        if (index < 0 || index >= items.size() || list.getHeight() == 0) {
            return;
        }
        int row = index / columns.get();
        int page = page();
        int first = cells.stream().filter(Row::isInSight).mapToInt(Row::getIndex).min().orElse(-1);
        if (first < 0 || row < first || row >= first + page) {
            list.scrollTo(first >= 0 && row >= first + page ? row - page + 1 : row);
        }
    }

    /** Moves by cards and rows, as arrows do. */
    public void move(int cards, int rowsDown, Reach reach) {
        int from = guide.current();
        int to = from < 0 ? 0 : Math.clamp(from + cards + (long) rowsDown * columns.get(), 0, items.size() - 1);
        boolean off = rowsDown != 0 && from >= 0 && from + rowsDown * columns.get() != to;
        if (!items.isEmpty() && !(off && to / columns.get() == from / columns.get())) {
            guide.go(to, reach);
        }
    }

    private int page() {
        return Math.max(1, (int) (list.getHeight() / list.getFixedCellSize()));
    }

    private void key(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown() || key.isMetaDown()) {
            return;
        }
        Reach reach = key.isShiftDown() ? Reach.RANGE : Reach.ONLY;
        typed = key.getCode().isLetterKey() || key.getCode().isDigitKey() ? typed : "";
        boolean used = true;
        switch (key.getCode()) {
            case LEFT -> move(-1, 0, reach);
            case RIGHT -> move(1, 0, reach);
            case UP -> move(0, -1, reach);
            case DOWN -> move(0, 1, reach);
            case PAGE_UP -> move(0, -page(), reach);
            case PAGE_DOWN -> move(0, page(), reach);
            case HOME -> move(-items.size(), 0, reach);
            case END -> move(items.size(), 0, reach);
            case ENTER -> guide.open(guide.current());
            default -> used = false;
        }
        if (used) {
            key.consume();
        }
    }

    /** Letters are added to those before while that leads somewhere; else a new word begins. */
    private void type(KeyEvent key) {
        if (typing.getAsBoolean() && !(key.getCharacter().isBlank() && typed.isEmpty()) && !key.isShortcutDown()
                && !key.isAltDown()) {
            String longer = typed + key.getCharacter().toLowerCase(Locale.ROOT);
            typed = find(longer) < 0 ? key.getCharacter().toLowerCase(Locale.ROOT) : longer;
            int found = find(typed);
            if (found >= 0) {
                guide.go(found, Reach.ONLY);
            }
        }
    }

    private int find(String start) {
        return IntStream.range(0, items.size())
                .filter(i -> name.apply(items.get(i)).toLowerCase(Locale.ROOT).startsWith(start))
                .findFirst()
                .orElse(-1);
    }

    private void changed(ListChangeListener.Change<? extends T> change) {
        boolean moved = false;
        while (change.next()) {
            if (change.wasReplaced() && change.getAddedSize() == change.getRemovedSize()) {
                draw(change.getFrom(), change.getTo());
            } else {
                moved = true;
            }
        }
        if (moved) {
            count();
            redraw();
        }
    }

    private void draw(int from, int to) {
        List.copyOf(cells).forEach(row -> row.draw(from, to));
    }

    /** Columns and sizes for the present width; rows of another shape are laid out anew. */
    private void measure() {
        double gap = look.px(GAP);
        double inside = Math.max(1, getWidth() - 2 * look.px(MARGIN));
        double wanted = look.px(nominal.get());
        int fit = (int) Math.max(1, Math.round((inside + gap) / (wanted + gap)));
        cardWidth = Math.floor((inside - (fit - 1) * gap) / fit);
        columns.set(fit);
        list.setFixedCellSize(Math.round(cardWidth * SHAPE) + look.px(CAPTION) + gap);
        count();
        redraw();
        scrollTo(guide.current());
    }

    private void count() {
        int wanted = Math.ceilDiv(items.size(), columns.get());
        if (wanted < rows.size()) {
            rows.remove(wanted, rows.size());
        } else if (wanted > rows.size()) {
            rows.addAll(IntStream.range(rows.size(), wanted).boxed().toList());
        }
    }

    /** One row: as many cards as there are columns, placed by hand. */
    private final class Row extends ListCell<Integer> {
        private final List<Card<T>> cards = new ArrayList<>();
        private final Shelf shelf = new Shelf();
        private final List<T> shown = new ArrayList<>();

        Row() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setGraphic(shelf);
            setAccessibleRole(AccessibleRole.NODE);
            setPrefWidth(0);
            cells.add(this);
        }

        @Override
        protected void updateItem(Integer row, boolean empty) {
            super.updateItem(row, empty);
            shelf.setVisible(!empty);
            draw();
        }

        boolean isInSight() {
            double top = getLayoutY();
            return !isEmpty() && isVisible() && top >= -1 && top + getHeight() <= list.getHeight() + 1;
        }

        /** All its cards. */
        void draw() {
            int count = isEmpty() ? 0 : Math.clamp(items.size() - (long) first(), 0, columns.get());
            while (cards.size() < count) {
                add();
            }
            for (int i = 0; i < cards.size(); i++) {
                boolean used = i < count;
                cards.get(i).node().setVisible(used);
                if (used) {
                    draw(i);
                } else if (i < shown.size() && shown.get(i) != null) {
                    cards.get(i).clear();
                    shown.set(i, null);
                }
            }
            shelf.requestLayout();
        }

        /** Its cards of that range. */
        void draw(int from, int to) {
            if (!isEmpty()) {
                IntStream.range(Math.max(from, first()), Math.min(Math.min(to, first() + cards.size()), items.size()))
                        .filter(index -> index < first() + columns.get())
                        .forEach(index -> draw(index - first()));
            }
        }

        private void draw(int place) {
            int index = first() + place;
            T item = items.get(index);
            shown.set(place, item);
            cards.get(place).show(item, index == guide.current(), guide.isPicked(item));
        }

        private void add() {
            Card<T> card = maker.get();
            int place = cards.size();
            card.node().setManaged(false);
            card.node().setOnMousePressed(press -> press(press, place));
            card.node().setOnMouseClicked(MouseEvent::consume);
            cards.add(card);
            shown.add(null);
            shelf.getChildren().add(card.node());
        }

        private void press(MouseEvent press, int place) {
            CardGrid.this.requestFocus();
            int index = first() + place;
            if (press.getClickCount() == 2 && press.getButton() == MouseButton.PRIMARY) {
                guide.open(index);
            } else if (press.getButton() == MouseButton.PRIMARY || !guide.isPicked(items.get(index))) {
                guide.go(index, press.isShiftDown() ? Reach.RANGE : press.isShortcutDown() ? Reach.ALSO : Reach.ONLY);
            }
            press.consume();
        }

        private int first() {
            return getItem() * columns.get();
        }

        /** Places the cards side by side. */
        private final class Shelf extends Pane {
            @Override
            protected void layoutChildren() {
                double gap = look.px(GAP);
                double height = list.getFixedCellSize() - gap;
                for (int i = 0; i < cards.size(); i++) {
                    cards.get(i)
                            .node()
                            .resizeRelocate(look.px(MARGIN) + i * (cardWidth + gap), gap, cardWidth, height);
                }
            }
        }
    }
}
