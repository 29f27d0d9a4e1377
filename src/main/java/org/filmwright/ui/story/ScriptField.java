package org.filmwright.ui.story;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import org.filmwright.story.LineKind;
import org.filmwright.story.ScriptEdit;

/**
 * A page on which somebody writes: text, a caret, and lines set by what they are. All the editing library that the
 * studio uses lies behind this.
 */
interface ScriptField {
    /** The page with its scroll bar. */
    Region node();

    /** What has the focus while somebody writes. */
    Region input();

    String text();

    int length();

    /** Does an edit, as if it had been typed; {@link #onEdit} is told. */
    void edit(ScriptEdit edit);

    /** Puts another text here without telling anybody; the caret stays where it stood among the words. */
    void show(ScriptEdit edit);

    /** Puts a whole script here, set line by line by what each is, without telling anybody. */
    void open(String text, List<LineKind> kinds);

    /** Told every edit, whoever did it, except those that were shown. */
    void onEdit(Consumer<ScriptEdit> listener);

    ObservableValue<Integer> caret();

    String selected();

    int selectionStart();

    int selectionEnd();

    void select(int from, int to);

    /** Index of the line at an offset, from 0. */
    int lineAt(int offset);

    int lineStart(int line);

    String line(int index);

    int lines();

    /** Sets lines from {@code first} on by what they are. */
    void set(int first, List<LineKind> kinds);

    /** What stands in the gutter beside a line. */
    void gutter(IntFunction<String> labels);

    /** Marks places, as find does; the one at {@code current} stands out. */
    void mark(List<ScriptEdit> places, int current);

    /** Brings a line near the top. */
    void reveal(int line);

    /** Where the caret is, in the coordinates of {@link #node}. */
    Bounds caretBounds();

    void editable(boolean on);

    void cut();

    void copy();

    void paste();
}
