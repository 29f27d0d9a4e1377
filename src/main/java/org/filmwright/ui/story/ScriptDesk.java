package org.filmwright.ui.story;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.filmwright.story.Completion;
import org.filmwright.story.Element;
import org.filmwright.story.ElementType;
import org.filmwright.story.LineKind;
import org.filmwright.story.Manuscript;
import org.filmwright.story.Rewording;
import org.filmwright.story.SceneOrder;
import org.filmwright.story.ScriptEdit;
import org.filmwright.ui.kit.Desk;

/** What somebody does with the script: writes on the page, makes lines into something else, moves scenes. */
final class ScriptDesk {
    private final Desk desk;
    private final Writing writing;
    private final ScriptField field;
    private final ReadOnlyObjectWrapper<Optional<ElementType>> here = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int headings = -1;
    private boolean following;

    ScriptDesk(Desk desk, Writing writing, ScriptField field) {
        this.desk = desk;
        this.writing = writing;
        this.field = field;
        field.onEdit(edit -> read(writing.typed(edit)));
        field.caret().subscribe(caret -> moved());
        writing.onShown(this::show);
        desk.scene().subscribe(this::reveal);
    }

    /** What the line with the caret is. */
    ReadOnlyObjectProperty<Optional<ElementType>> here() {
        return here.getReadOnlyProperty();
    }

    private void show(Writing.Shown shown) {
        following = true;
        if (shown.anew()) {
            open(shown.edit().inserted(), shown.reread().manuscript());
        } else {
            field.show(shown.edit());
            int end = shown.edit().at() + shown.edit().inserted().length();
            field.select(end, end);
            read(shown.reread());
        }
        following = false;
    }

    private void open(String text, Manuscript manuscript) {
        field.open(text, manuscript.kinds(0, text.split("\n", -1).length));
        field.select(0, 0);
        headings = manuscript.scenes();
        field.gutter(this::label);
        moved();
        field.reveal(0);
    }

    /** Sets what was read again; numbers in the gutter move only where headings come or go. */
    private void read(Manuscript.Reread reread) {
        Manuscript manuscript = reread.manuscript();
        field.set(reread.firstLine(), manuscript.kinds(reread.firstLine(), reread.lines()));
        int now = manuscript.scenes();
        if (now != headings || reread.lines() != reread.linesBefore()) {
            headings = now;
            field.gutter(this::label);
        }
        moved();
    }

    private String label(int line) {
        return writing.manuscript().get().kinds(line, 1).stream().findFirst().map(LineKind::label).orElse("");
    }

    private void moved() {
        int line = field.lineAt(Math.min(field.caret().getValue(), field.length()));
        here.set(kind(line).type());
        if (!following) {
            int scene = writing.manuscript().get().sceneAt(line);
            if (scene > 0 && !desk.scene().get().equals(Optional.of(scene)) && desk.plan()
                    .filter(plan -> scene <= plan.scenes().size())
                    .isPresent()) {
                following = true;
                desk.showScene(scene);
                following = false;
            }
        }
    }

    private LineKind kind(int line) {
        return writing.manuscript()
                .get()
                .kinds(line, 1)
                .stream()
                .findFirst()
                .orElse(new LineKind(Optional.empty(), ""));
    }

    private void reveal() {
        if (!following) {
            desk.scene().get().ifPresent(this::goTo);
        }
    }

    /** Puts the caret at a scene's heading. */
    void goTo(int scene) {
        List<Integer> starts = starts();
        if (scene >= 1 && scene <= starts.size()) {
            following = true;
            int start = starts.get(scene - 1);
            field.select(start, start);
            field.reveal(field.lineAt(start));
            following = false;
        }
    }

    /** To the scene of that label, else to the first whose heading has these words. Says whether there is one. */
    boolean goTo(String words) {
        String sought = words.strip().toUpperCase(Locale.ROOT);
        List<Element> headings = writing.manuscript()
                .get()
                .elements()
                .stream()
                .filter(element -> element.type() == ElementType.SCENE_HEADING)
                .toList();
        Optional<Element> found = headings.stream()
                .filter(heading -> label(heading).equalsIgnoreCase(sought))
                .findFirst()
                .or(() -> headings.stream()
                        .filter(heading -> !sought.isEmpty()
                                && heading.plain().toUpperCase(Locale.ROOT).contains(sought))
                        .findFirst());
        found.ifPresent(heading -> {
            desk.showScene(heading.scene());
            goTo(heading.scene());
        });
        return found.isPresent();
    }

    private static String label(Element heading) {
        return heading.detail() instanceof Element.SceneNumber(String written)
                ? written
                : Integer.toString(heading.scene());
    }

    private List<Integer> starts() {
        return SceneOrder.starts(field.text(), writing.manuscript().get().elements());
    }

    int scenes() {
        return writing.manuscript().get().scenes();
    }

    void stepScene(int by) {
        if (scenes() > 0) {
            int scene = Math.clamp(desk.scene().get().orElse(1) + (long) by, 1, scenes());
            desk.showScene(scene);
            goTo(scene);
        }
    }

    /** Moves the scene being looked at; it stays the one being looked at. */
    void moveScene(int by) {
        desk.scene().get().ifPresent(scene -> moveScene(scene, scene + by));
    }

    void moveScene(int scene, int to) {
        SceneOrder.move(field.text(), writing.manuscript().get().elements(), scene, to).ifPresent(edit -> {
            own(edit);
            writing.record();
            following = true;
            desk.showScene(to);
            following = false;
            goTo(to);
        });
    }

    /** Makes the line with the caret the next kind of element, or the one before. */
    void cycle(int by) {
        int line = field.lineAt(field.caret().getValue());
        LineKind kind = kind(line);
        boolean speaking = line > 0 && kind(line - 1).type().filter(ScriptDesk::speaks).isPresent();
        make(line, Rewording.next(kind.type().orElse(speaking ? ElementType.DIALOGUE : ElementType.ACTION), speaking,
                by));
    }

    /** Makes the line with the caret into something. */
    void make(ElementType type) {
        make(field.lineAt(field.caret().getValue()), type);
    }

    private void make(int line, ElementType type) {
        String before = field.line(line);
        String after = Rewording.as(before, type);
        ScriptEdit.between(before, after)
                .ifPresent(edit -> own(new ScriptEdit(field.lineStart(line) + edit.at(), edit.removed(),
                        edit.inserted())));
        int end = field.lineStart(line) + field.line(line).length()
                - (type == ElementType.PARENTHETICAL ? 1 : 0);
        field.select(end, end);
    }

    private static boolean speaks(ElementType type) {
        return type == ElementType.CHARACTER || type == ElementType.DIALOGUE || type == ElementType.PARENTHETICAL;
    }

    /** What the line with the caret may become. */
    List<String> completions(boolean asked) {
        int caret = field.caret().getValue();
        int line = field.lineAt(caret);
        String words = field.line(line);
        boolean atEnd = caret == field.lineStart(line) + words.length();
        boolean opens = line == 0 || field.line(line - 1).isBlank();
        if (!atEnd || !opens || (words.isBlank() && !asked) || field.selectionStart() != field.selectionEnd()) {
            return List.of();
        }
        return Completion.of(writing.manuscript().get().elements(), writing.manuscript().get().sceneAt(line))
                .of(words, opens);
    }

    /** Writes a completion over the line with the caret; behind a cue the speech begins. */
    void complete(String words) {
        int line = field.lineAt(field.caret().getValue());
        String before = field.line(line);
        own(new ScriptEdit(field.lineStart(line), before, words));
        int end = field.lineStart(line) + words.length();
        field.select(end, end);
    }

    /** Puts marks around what is selected, or takes them away; with nothing selected, around the caret. */
    void surround(String open, String close) {
        int start = field.selectionStart();
        int end = field.selectionEnd();
        String text = field.text();
        boolean marked = start >= open.length() && text.startsWith(open, start - open.length())
                && text.startsWith(close, end);
        if (marked) {
            own(new ScriptEdit(start - open.length(), open + text.substring(start, end) + close,
                    text.substring(start, end)));
            field.select(start - open.length(), end - open.length());
        } else {
            own(new ScriptEdit(start, text.substring(start, end), open + text.substring(start, end) + close));
            field.select(start + open.length(), end + open.length());
        }
    }

    /** Where words stand: in a scene, or anywhere. */
    Optional<Integer> find(String words, Optional<Integer> scene) {
        List<Integer> starts = starts();
        int from = scene.filter(number -> number <= starts.size()).map(number -> starts.get(number - 1)).orElse(0);
        int end = scene.filter(number -> number < starts.size()).map(starts::get).orElse(field.length());
        return Optional.of(field.text().indexOf(words, from))
                .filter(at -> !words.isEmpty() && at >= 0 && at + words.length() <= end);
    }

    /** Shows words that somebody speaks of. */
    void look(int at, int length) {
        field.reveal(field.lineAt(at));
        field.select(at, at + length);
    }

    /** Shows a line, from 1. */
    void look(int number) {
        int at = field.lineStart(Math.min(number - 1, field.lineAt(field.length())));
        look(at, field.line(field.lineAt(at)).length());
    }

    /** Puts other words where some stand, as one step. */
    void replace(int at, String before, String after) {
        own(new ScriptEdit(at, before, after));
        look(at, after.length());
        writing.record();
    }

    /** An edit that is a step of its own. */
    void own(ScriptEdit edit) {
        writing.pause();
        field.edit(edit);
        writing.pause();
    }

    /** Shows where a change of the script was made. */
    void showChange(int at) {
        int offset = Math.clamp(at, 0, field.length());
        field.select(offset, offset);
    }
}
