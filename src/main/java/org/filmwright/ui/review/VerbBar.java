package org.filmwright.ui.review;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.filmwright.base.TakeId;
import org.filmwright.images.Trashed;
import org.filmwright.review.Decision;
import org.filmwright.review.Flaw;
import org.filmwright.review.Ruling;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Drafts;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.KeyHint;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The verbs under the picture and what they apply to; the note that asking for changes needs; why a take is rejected. */
final class VerbBar extends StackPane {
    /** What stands beside the verbs keeps so far from them, or gives way. */
    private static final double BESIDE = 24;

    private final ReviewModel model;
    private final Runnable leave;
    private final TextField note = new TextField();
    private final HBox verbs;
    private final Label applies;
    private final Stars stars;
    private final HBox asking;
    private final FlawRow flaws;
    private final CountRow counts;
    private final HBox restoring;
    private final Label other = Labels.of("", "fw-muted", "fw-caption");
    /** What was left before it was sent; it is there again when somebody asks for changes of the same. */
    private final Map<List<TakeId>, String> begun = new HashMap<>();
    private List<Frame> about = List.of();
    private HBox open;

    VerbBar(ReviewModel model, Commands commands, Retakes retakes, Drafts drafts, Runnable leave) {
        this.model = model;
        this.leave = leave;
        getStyleClass().add("fw-actions");
        applies = Labels.of(Bindings.createStringBinding(() -> Words.count("images.applies", model.targets()
                .size()), model.current(), model.picks().picked(), model.view(), model.laid()), "fw-muted",
                "fw-caption", "fw-applies");
        applies.setId("applies");
        verbs = new HBox(Buttons.of(commands, "images.reject", Glyphs.of(ShotState.REJECTED)),
                Buttons.icon(commands, "images.reject-why", MaterialDesignC.CHEVRON_DOWN),
                Buttons.of(commands, "images.changes", Glyphs.of(ShotState.CHANGES)),
                Buttons.of(commands, "images.approve", Glyphs.icon(MaterialDesignC.CHECK), "success"),
                Buttons.of(commands, "images.regenerate", Glyphs.icon(MaterialDesignR.REFRESH)),
                Buttons.icon(commands, "images.regenerate-n", MaterialDesignC.CHEVRON_DOWN),
                Buttons.icon(commands, "images.use", MaterialDesignM.MOVIE_OPEN_CHECK_OUTLINE, "flat"),
                Buttons.icon(commands, "images.trash", MaterialDesignT.TRASH_CAN_OUTLINE, "flat"));
        verbs.getStyleClass().add("fw-verbs");
        verbs.setMaxWidth(USE_PREF_SIZE);
        stars = new Stars(model, commands);
        asking = asking();
        flaws = new FlawRow(this::reject, this::stop);
        counts = new CountRow(this::stop, retakes);
        restoring = restoring(commands);
        getChildren().addAll(applies, stars, verbs, asking, flaws, counts, restoring);
        setMinWidth(0);
        setAlignment(applies, Pos.CENTER_LEFT);
        setAlignment(stars, Pos.CENTER_RIGHT);
        show(verbs);
        model.current().subscribe(this::follow);
        model.picks().picked().subscribe(this::follow);
        model.inTrash().subscribe(this::stop);
        model.state().subscribe(this::forget);
        widthProperty().subscribe(() -> show(open));
        drafts.of("changes", this::begun, this::begin);
    }

    private Map<String, List<String>> begun() {
        remember();
        Map<String, List<String>> words = new HashMap<>();
        begun.forEach((takes, text) -> words.put(takes.stream()
                .map(TakeId::value)
                .collect(Collectors.joining(" ")), List.of(text)));
        return words;
    }

    /** Takes of another project may be called the same. */
    private void begin(Map<String, List<String>> words) {
        begun.clear();
        words.forEach((takes, text) -> begun.put(Stream.of(takes.split(" ")).map(TakeId::new).toList(), text
                .getFirst()));
    }

    /** Opens the field for the note, and goes on with what was begun about the same takes. */
    void askForNote() {
        List<Frame> asked = model.targets();
        if (asked.isEmpty()) {
            return;
        }
        remember();
        about = asked;
        note.setText(begun.getOrDefault(ids(about), ""));
        show(asking);
        note.requestFocus();
        note.end();
    }

    /** Asks what is wrong with what is about to be rejected. */
    void askForFlaw() {
        remember();
        about = model.targets();
        show(flaws);
        flaws.requestFocus();
    }

    /** Asks how many more takes are wanted. */
    void askForCount() {
        remember();
        about = model.targets();
        counts.priced();
        show(counts);
        counts.requestFocus();
    }

    /** Back to the verbs; in the trash there is one thing to do. */
    private void stop() {
        boolean focused = holdsFocus(note) || holdsFocus(flaws) || holdsFocus(counts);
        remember();
        show(model.inTrash().get() ? restoring : verbs);
        if (focused) {
            leave.run();
        }
    }

    /**
     * Other takes are looked at or picked: a sentence that is being typed goes on, and is about what it was about; a
     * field that waits for one is about what is looked at now, and so keys stay letters. What is only told anew about
     * the same takes, as a verdict that is recorded now, ends no question.
     */
    private void follow() {
        boolean asks = open == asking || open == flaws || open == counts;
        if (open == asking && !note.getText().isBlank() || asks && !isAboutOthers()) {
            show(open);
        } else if (open == asking && holdsFocus(note) && !model.targets().isEmpty()) {
            askForNote();
        } else {
            stop();
        }
    }

    private void remember() {
        if (open == asking && note.getText().isBlank()) {
            begun.remove(ids(about));
        } else if (open == asking) {
            begun.put(ids(about), note.getText());
        }
    }

    private void forget(ReviewState now) {
        if (now == ReviewState.NO_PROJECT) {
            about = List.of();
            note.clear();
            stop();
        }
    }

    private static List<TakeId> ids(List<Frame> takes) {
        return takes.stream().map(Frame::id).toList();
    }

    private boolean isAboutOthers() {
        return !ids(about).equals(ids(model.targets()));
    }

    private static boolean holdsFocus(Node node) {
        return node.getScene() != null && node.getScene().getFocusOwner() == node;
    }

    private void show(HBox shown) {
        open = shown;
        if (shown == asking) {
            other.setVisible(isAboutOthers());
            other.setManaged(other.isVisible());
            other.setText(Words.count("images.note.about", about.size(), "shot", about.getFirst().shot().label(),
                    "number", about.getFirst().take().number()));
        }
        if (shown == verbs) {
            squeeze();
        } else if (shown == flaws) {
            squeeze(flaws, List.of(flaws.keys()));
        }
        for (HBox row : new HBox[]{verbs, asking, flaws, counts, restoring}) {
            row.setVisible(row == shown);
        }
        double beside = (getWidth() - shown.prefWidth(-1)) / 2;
        applies.setVisible(beside > applies.prefWidth(-1) + BESIDE);
        stars.setVisible(shown == verbs && beside > stars.prefWidth(-1) + BESIDE);
    }

    /**
     * Where there is no room for words, the glyph and the key of a verb stay; where there is none for that, the verbs
     * that are glyphs alone go first. What they are called is still told, and all stand in the menus.
     */
    private void squeeze() {
        List<Node> words = faces().filter(part -> part instanceof Label && !(part instanceof KeyHint)).toList();
        List<Node> glyphs = verbs.getChildren().filtered(verb -> verb.getStyleClass().contains("fw-icon-button"));
        squeeze(verbs, List.of(words, List.copyOf(glyphs)));
    }

    private void squeeze(HBox row, List<List<Node>> yielding) {
        yielding.stream().flatMap(List::stream).forEach(node -> present(node, true));
        for (List<Node> next : yielding) {
            if (row.prefWidth(-1) > getWidth()) {
                next.forEach(node -> present(node, false));
            }
        }
    }

    private Stream<Node> faces() {
        return verbs.getChildren()
                .stream()
                .map(verb -> ((Button) verb).getGraphic())
                .filter(HBox.class::isInstance)
                .flatMap(face -> ((HBox) face).getChildren().stream());
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private HBox restoring(Commands commands) {
        Label until = Labels.of(Bindings.createStringBinding(() -> model.frame()
                .flatMap(Frame::trashed)
                .map(VerbBar::until)
                .orElse(""), model.current(), model.strip()), "fw-muted");
        HBox row = new HBox(until, Buttons.of(commands, "images.restore", "accent"),
                Buttons.of(commands, "images.empty-trash"));
        row.getStyleClass().add("fw-verbs");
        row.setMaxWidth(USE_PREF_SIZE);
        return row;
    }

    private static String until(Trashed trashed) {
        return Words.of("images.trashed.until", "date", DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withZone(ZoneId.systemDefault())
                .format(trashed.until()));
    }

    private HBox asking() {
        note.setId("note");
        note.setPromptText(Words.of("images.note"));
        note.setAccessibleText(Words.of("images.note"));
        note.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Button send = Buttons.plain("note-send", "images.note.send", this::send);
        send.getStyleClass().add("accent");
        send.disableProperty().bind(Bindings.createBooleanBinding(() -> note.getText().isBlank(), note.textProperty()));
        Button cancel = Buttons.plain("note-cancel", "images.note.cancel", this::stop);
        other.setId("note-about");
        HBox row = new HBox(other, note, send, cancel);
        row.getStyleClass().addAll("fw-verbs", "fw-note");
        row.setMaxWidth(USE_PREF_SIZE);
        return row;
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !note.getText().isBlank()) {
            send();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            stop();
            key.consume();
        }
    }

    private void send() {
        Decision changes = new Decision.Rules(Ruling.CHANGES, note.getText().strip(), Optional.empty());
        List<TakeId> meant = ids(about);
        boolean elsewhere = isAboutOthers();
        note.clear();
        stop();
        if (elsewhere) {
            model.decide(meant, changes);
        } else {
            model.decide(changes, false);
        }
    }

    private void reject(Flaw flaw) {
        stop();
        model.decide(new Decision.Rules(Ruling.REJECTED, Words.of("flaw", flaw), Optional.of(flaw)), false);
    }
}
