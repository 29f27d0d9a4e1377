package org.filmwright.ui.models;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.production.models.Supply;
import org.filmwright.ui.kit.Areas;
import org.filmwright.ui.kit.Choices;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Question;
import org.filmwright.ui.kit.Sheets;
import org.filmwright.ui.kit.Words;

/** The card on which a person says where a model comes from. What was typed stays there until a download began with it. */
final class DownloadSheet {
    private final Sheets sheets;
    private final ComboBox<String> address = Choices.dropDown();
    private final TextArea others = Areas.wrapped("download-others", Words.of("models.download.others"), 2);
    private final PasswordField token = new PasswordField();
    private Runnable go = () -> {};
    private final Label trouble = Labels.of("", "fw-download-trouble");

    DownloadSheet(Sheets sheets) {
        this.sheets = sheets;
        address.setId("download-address");
        address.setEditable(true);
        address.setMaxWidth(Double.MAX_VALUE);
        address.setAccessibleText(Words.of("models.download.address"));
        address.getEditor().setPromptText(Words.of("models.download.address.prompt"));
        others.setPromptText(Words.of("models.download.others.prompt"));
        address.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !address.isShowing()) {
                key.consume();
                enter();
            }
        });
        token.setOnAction(enter -> enter());
        token.setId("download-token");
        token.setAccessibleText(Words.of("models.download.token"));
        trouble.setId("download-trouble");
        trouble.setWrapText(true);
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        Presence.when(trouble.textProperty().isNotEmpty(), trouble);
    }

    /**
     * @param names that a person gave to addresses
     * @param wrong why what was typed last did not do; empty where nothing was
     */
    void open(List<String> names, String wrong, BiConsumer<Supply.Source, Optional<Supply.Token>> then) {
        String typed = address.getEditor().getText();
        address.getItems().setAll(names);
        address.getEditor().setText(typed);
        trouble.setText(wrong);
        address.setDisable(false);
        ask(Words.of("models.download.title"), Words.of("models.download.words"), () -> begin(names, then));
        address.getEditor().requestFocus();
    }

    /** Asks for the token alone, of a download that cannot go on without. */
    void askToken(Supply.Source source, String why, BiConsumer<Supply.Source, Optional<Supply.Token>> then) {
        trouble.setText(why);
        address.getEditor().setText(source.address());
        others.setText(String.join("\n", source.others()));
        address.setDisable(true);
        ask(Words.of("models.token.title"), Words.of("models.token.words"), () -> {
            Optional<Supply.Token> typed = token();
            clear();
            then.accept(source, typed);
        });
        token.requestFocus();
    }

    /** As the button does. */
    private void enter() {
        sheets.close();
        go.run();
    }

    private void ask(String title, String words, Runnable begin) {
        go = begin;
        sheets.ask(new Question(title, words, List.of(
                new Question.Answer("download-cancel", Words.of("models.keep"), Question.Kind.PLAIN, () -> {}),
                new Question.Answer("download-begin", Words.of("models.download"), Question.Kind.PRIMARY, begin))),
                trouble, field("models.download.address", address), field("models.download.others", others),
                field("models.download.token", token));
    }

    private static Region field(String words, Region field) {
        Label name = Labels.of(Words.of(words), "fw-muted", "fw-caption");
        name.setLabelFor(field);
        VBox box = new VBox(name, field);
        box.getStyleClass().add("fw-download-field");
        return box;
    }

    private void begin(List<String> names, BiConsumer<Supply.Source, Optional<Supply.Token>> then) {
        String typed = address.getEditor().getText().strip();
        if (typed.isEmpty()) {
            open(names, Words.of("models.download.empty"), then);
            return;
        }
        then.accept(new Supply.Source(typed, others.getText()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList()), token());
    }

    private Optional<Supply.Token> token() {
        return Optional.of(token.getText().strip()).filter(typed -> !typed.isEmpty()).map(Supply.Token::new);
    }

    /** What was typed has done its service. */
    void clear() {
        address.getEditor().clear();
        address.setValue(null);
        others.clear();
        token.clear();
        trouble.setText("");
    }
}
