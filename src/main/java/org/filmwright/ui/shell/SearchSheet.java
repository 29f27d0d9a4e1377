package org.filmwright.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.filmwright.base.Failure;
import org.filmwright.production.find.Found;
import org.filmwright.search.Nearness;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Segments;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.Words;

/** One field for all words of the film: arrows choose among what was found, Enter goes there, Esc leaves. */
final class SearchSheet extends VBox {
    private static final int PAGE = 6;

    private final SearchModel model;
    private final TextField field = new TextField();
    private final ListView<SearchRow> list = new ListView<>();
    private final Consumer<Found.Place> chosen;
    private final Subscription following;
    private String asked = "";

    /** @param chosen told where somebody wants to go */
    SearchSheet(SearchModel model, TakePictures pictures, Consumer<Found.Place> chosen) {
        this.model = model;
        this.chosen = chosen;
        getStyleClass().addAll("fw-palette", "fw-search");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        field.setId("search");
        field.setPromptText(Words.of("search.prompt"));
        field.setAccessibleText(Words.of("search.prompt"));
        field.textProperty().bindBidirectional(model.typed());
        field.selectAll();
        list.setId("search-list");
        list.setAccessibleText(Words.of("search.title"));
        list.setFocusTraversable(false);
        list.getStyleClass().addAll("fw-list", "fw-search-list");
        list.setCellFactory(view -> new SearchCell(pictures));
        Label nothing = Labels.of(Bindings.createStringBinding(this::nothing, model.answer(), model.looking(), model
                .typed()), "fw-muted", "fw-search-nothing");
        nothing.setWrapText(true);
        nothing.setId("search-nothing");
        list.setPlaceholder(nothing);
        Label near = Labels.of(model.answer().map(found -> found.map(SearchSheet::near).orElse("")), "fw-muted");
        near.setId("search-near");
        near.setMinWidth(0);
        HBox foot = new HBox(new Segments<>("search-among", List.of(SearchModel.Among.values()), model.among(),
                model.among()::set), Labels.filler(), near);
        foot.getStyleClass().add("fw-search-foot");
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, press -> choose());
        getChildren().addAll(field, foot, list);
        following = model.answer().subscribe(found -> show(found));
        model.shown().set(true);
        sceneProperty().subscribe((before, now) -> {
            if (now == null) {
                left();
            }
        });
    }

    TextField field() {
        return field;
    }

    private void left() {
        following.unsubscribe();
        field.textProperty().unbindBidirectional(model.typed());
        model.shown().set(false);
    }

    /** Where one has gone among what was found, one stays while the film goes on below. */
    private void show(Optional<SearchModel.Answer> found) {
        List<SearchRow> rows = found.map(SearchRow::of).orElse(List.of());
        String words = found.map(SearchModel.Answer::typed).orElse("");
        if (words.equals(asked) && rows.equals(list.getItems())) {
            return;
        }
        int kept = words.equals(asked) ? rows.indexOf(list.getSelectionModel().getSelectedItem()) : -1;
        asked = words;
        list.getItems().setAll(rows);
        if (kept < 0) {
            list.scrollTo(0);
        }
        select(Math.max(0, kept), 1);
    }

    private String nothing() {
        if (model.typed().get().isBlank()) {
            return Words.of("search.hint");
        }
        return model.looking().get()
                ? Words.of("search.looking")
                : Words.of("search.none", "typed", model.typed().get().strip());
    }

    private static String near(SearchModel.Answer found) {
        if (!found.results().isEmpty() && found.results().nearness() != Nearness.WORDS) {
            return Words.of("search.near", found.results().nearness());
        }
        if (found.results().isEmpty() && !found.nearby().found().isEmpty()) {
            return Words.of("search.only-near");
        }
        return found.nearby().troubles().stream().findFirst().map(Failure::what).orElse("");
    }

    private void key(KeyEvent key) {
        int by = switch (key.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            case PAGE_DOWN -> PAGE;
            case PAGE_UP -> -PAGE;
            default -> 0;
        };
        if (by != 0) {
            select(list.getSelectionModel().getSelectedIndex() + by, by);
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER) {
            choose();
            key.consume();
        }
    }

    /** The nearest to that place, that way if there is one: titles are passed over. */
    private void select(int at, int way) {
        int last = list.getItems().size() - 1;
        int from = Math.clamp(at, 0, Math.max(0, last));
        IntStream up = IntStream.rangeClosed(from, last);
        IntStream down = IntStream.iterate(Math.min(from, last), i -> i >= 0, i -> i - 1);
        (way > 0 ? IntStream.concat(up, down) : IntStream.concat(down, up))
                .filter(i -> list.getItems().get(i) instanceof SearchRow.Item)
                .findFirst()
                .ifPresent(i -> {
                    list.getSelectionModel().select(i);
                    list.scrollTo(Math.max(0, i - PAGE / 2));
                });
    }

    private void choose() {
        if (list.getSelectionModel().getSelectedItem() instanceof SearchRow.Item(Found found)) {
            chosen.accept(found.place());
        }
    }
}
