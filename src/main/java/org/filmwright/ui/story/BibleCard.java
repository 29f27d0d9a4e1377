package org.filmwright.ui.story;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.filmwright.story.Bible.Entry;
import org.filmwright.story.Bible.Fact;
import org.filmwright.story.Bible.Kind;
import org.filmwright.story.Bible.Topic;
import org.filmwright.story.Portrait;
import org.filmwright.ui.kit.Areas;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;

/** Somebody or something of the bible: how they look in every picture, to be written here, and what the script says. */
final class BibleCard extends VBox {
    private static final int QUOTES = 3;
    private final TextArea looks;
    private final Label scenes = Labels.of("", "fw-muted", "fw-caption");
    private final VBox facts = new VBox();
    private final Button back;
    private final Acts acts;
    private BibleModel.Row row;

    /** What the card asks for. */
    interface Acts {
        void portray(Portrait portrait);

        void look(Fact fact);

        void undo();
    }

    BibleCard(BibleModel.Row row, Acts acts) {
        this.acts = acts;
        this.row = row;
        Entry entry = row.entry();
        boolean world = entry.kind() == Kind.WORLD;
        String id = (entry.kind() + "-" + entry.name()).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        getStyleClass().addAll("fw-card", "fw-bible");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        String called = world ? Words.of("bible.film") : entry.name();
        setAccessibleText(called);
        Label name = Labels.of(called, "fw-bold");
        name.setWrapText(true);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        scenes.setWrapText(true);
        looks = Areas.wrapped("looks-" + id,
                world ? Words.of("bible.world") : Words.of("bible.looks", "name", entry.name()), 2);
        looks.setPromptText(Words.of(switch (entry.kind()) {
            case WORLD -> "bible.world";
            case CHARACTER -> "bible.looks.nobody";
            case LOCATION, PROP -> "bible.looks.hint";
        }));
        looks.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        back = Buttons.plain("looks-script-" + id, "bible.script", () -> acts.portray(portrait("")));
        back.getStyleClass().add("fw-compact");
        back.managedProperty().bind(back.visibleProperty());
        HBox head = new HBox(name, back);
        head.getStyleClass().add("fw-card-head");
        facts.getStyleClass().add("fw-bible-facts");
        getChildren().addAll(head, scenes, looks, facts);
        fill();
        looks.focusedProperty().subscribe(this::left);
    }

    /** The same entry, as it is now; what is being typed stays. */
    void show(BibleModel.Row now) {
        if (!now.equals(row)) {
            boolean typing = looks.isFocused() && isChanged();
            row = now;
            String typed = looks.getText();
            fill();
            if (typing) {
                looks.setText(typed);
            }
        }
    }

    void focus() {
        looks.requestFocus();
    }

    /** Records what was typed. */
    void record() {
        if (isChanged()) {
            Portrait wanted = portrait(looks.getText());
            row = new BibleModel.Row(row.entry(), Optional.of(wanted.words()).filter(words -> !words.isEmpty()));
            fill();
            acts.portray(wanted);
        }
    }

    private void fill() {
        Entry entry = row.entry();
        looks.setText(written());
        back.setVisible(row.portrait().isPresent());
        scenes.setVisible(!entry.scenes().isEmpty());
        scenes.setManaged(scenes.isVisible());
        scenes.setText(Words.count("bible.scenes", entry.scenes().size(), "numbers", entry.scenes()
                .stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "))));
        List<Fact> said = entry.facts().stream().filter(fact -> fact.topic() != Topic.DETAIL).toList();
        List<Fact> quoted = entry.facts().stream().filter(fact -> fact.topic() == Topic.DETAIL).limit(QUOTES).toList();
        facts.getChildren().clear();
        said.forEach(fact -> facts.getChildren().add(fact(fact, words(fact))));
        quoted.forEach(fact -> facts.getChildren().add(fact(fact, fact.quote())));
    }

    private HBox fact(Fact fact, String words) {
        Label topic = Labels.fixed(fact.topic() == Topic.DETAIL
                ? Words.of("story.scene", "number", fact.scene())
                : Words.of("topic", fact.topic()), "fw-muted", "fw-caption", "fw-row-key");
        Button line = Bars.link("fact", words, () -> acts.look(fact));
        line.getStyleClass().addAll("flat", "fw-fact");
        line.setWrapText(true);
        line.setAlignment(Pos.TOP_LEFT);
        line.setMinHeight(USE_PREF_SIZE);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        HBox box = new HBox(topic, line);
        box.getStyleClass().add("fw-bible-fact");
        return box;
    }

    private static String words(Fact fact) {
        if (fact.topic() == Topic.WORLD) {
            return fact.words();
        }
        return Words.of(fact.words().isEmpty() ? "bible.no-longer" : "bible.fact", "words", fact.words(), "scene",
                fact.scene());
    }

    /** What stands in pictures now; of places and things the script's own words are in their shots anyway. */
    private String written() {
        return row.portrait().orElse(row.entry().kind() == Kind.CHARACTER ? row.entry().descriptor() : "");
    }

    private boolean isChanged() {
        return !portrait(looks.getText()).words().equals(written());
    }

    private Portrait portrait(String words) {
        return new Portrait(row.entry().kind(), row.entry().name(), words);
    }

    private void left(boolean focused) {
        if (!focused) {
            record();
        }
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            record();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && isChanged()) {
            looks.setText(written());
            key.consume();
        } else if (key.isShortcutDown() && !key.isShiftDown() && !key.isAltDown() && key.getCode() == KeyCode.Z
                && !isChanged()) {
            acts.undo();
            key.consume();
        }
    }
}
