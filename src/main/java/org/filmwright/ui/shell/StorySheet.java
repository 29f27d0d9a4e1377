package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import org.filmwright.ui.kit.Areas;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Question;
import org.filmwright.ui.kit.Sheets;
import org.filmwright.ui.kit.Words;

/** The card on which a story is told: in a few sentences, or by its file. What was typed stays there until it is begun. */
final class StorySheet {
    private static final int ROWS = 8;
    private static final int FIRST_WORDS = 4;
    private static final int LONGEST_NAME = 60;

    private final Sheets sheets;
    private final Acts acts;
    private final TextArea story = Areas.wrapped("story-words", Words.of("begin.story"), ROWS);
    private final TextField title = new TextField();
    private final Label where = flowing("story-where", "fw-muted");
    private final Label writer = flowing("story-writer", "fw-muted");
    private final Label trouble = flowing("story-trouble", "fw-trouble");
    private Function<String, Path> home = Path::of;

    /** What the card asks for. */
    interface Acts {
        void typed(String title, String words);

        void file(Path file);

        void choose();
    }

    StorySheet(Sheets sheets, Acts acts) {
        this.sheets = sheets;
        this.acts = acts;
        story.setPromptText(Words.of("begin.story.prompt"));
        story.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
                sheets.close();
                begin();
            }
        });
        story.addEventFilter(DragEvent.DRAG_OVER, this::offer);
        story.addEventFilter(DragEvent.DRAG_DROPPED, this::take);
        title.setId("story-title");
        title.setPromptText(Words.of("begin.title.prompt"));
        title.setAccessibleText(Words.of("begin.title.prompt"));
        title.textProperty().subscribe(this::showWhere);
        story.textProperty().subscribe(this::showWhere);
        Presence.when(trouble.textProperty().isNotEmpty(), trouble);
    }

    /**
     * @param folder where the film of a title goes
     * @param wrong why what was told last cannot be begun with; empty where it was not
     */
    void open(Function<String, Path> folder, String wrong) {
        home = folder;
        trouble.setText(wrong);
        showWhere();
        sheets.ask(new Question(Words.of("command.file.story"), Words.of("begin.words"), List.of(
                new Question.Answer("story-file", Words.of("begin.file"), Question.Kind.PLAIN, acts::choose),
                new Question.Answer("story-begin", Words.of("begin.begin"), Question.Kind.PRIMARY, this::begin))),
                trouble, story, title, where, writer);
        story.requestFocus();
    }

    void writtenBy(String words) {
        writer.setText(words);
    }

    /** It has begun: the next story is another one. */
    void clear() {
        story.clear();
        title.clear();
        trouble.setText("");
    }

    private void begin() {
        acts.typed(named(), story.getText().strip());
    }

    /** As it is called, else its first words; without what no file may be called. */
    private String named() {
        String words = title.getText().isBlank() ? firstWords() : title.getText();
        String plain = words.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|.]+", " ").replaceAll("\\s+", " ").strip();
        String fitting = plain.substring(0, Math.min(LONGEST_NAME, plain.length())).strip();
        return fitting.isEmpty() ? Words.of("choose.new.name") : fitting;
    }

    private String firstWords() {
        List<String> words = List.of(story.getText().strip().split("\\s+"));
        return String.join(" ", words.subList(0, Math.min(FIRST_WORDS, words.size()))).replaceAll("[,;]$", "");
    }

    private void showWhere() {
        where.setText(story.getText().isBlank() && title.getText().isBlank()
                ? ""
                : Words.of("begin.where", "folder", home.apply(named())));
    }

    private void offer(DragEvent drag) {
        if (dropped(drag).isPresent()) {
            drag.acceptTransferModes(TransferMode.COPY);
            drag.consume();
        }
    }

    private void take(DragEvent drag) {
        Optional<Path> file = dropped(drag);
        drag.setDropCompleted(file.isPresent());
        file.ifPresent(((Consumer<Path>) _ -> sheets.close()).andThen(acts::file));
        drag.consume();
    }

    private static Optional<Path> dropped(DragEvent drag) {
        return Optional.of(drag.getDragboard())
                .filter(held -> held.hasFiles() && held.getFiles().size() == 1)
                .map(held -> held.getFiles().getFirst().toPath())
                .filter(DropLayer::isScript);
    }

    private static Label flowing(String id, String styleClass) {
        Label label = Labels.of("", styleClass, "fw-caption");
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
