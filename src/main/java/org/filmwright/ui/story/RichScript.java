package org.filmwright.ui.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.filmwright.story.LineKind;
import org.filmwright.story.ScriptEdit;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Typing;
import org.filmwright.ui.kit.Words;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.util.UndoUtils;

/** The page over RichTextFX, which lays out only the lines that are seen. Nothing else of the studio knows the library. */
final class RichScript implements ScriptField {
    private static final double COLUMN = 576;
    private static final double GUTTER = 56;
    private static final double TOP = 24;
    private static final Pattern INLINE = Pattern
            .compile("(\\[\\[.*?\\]\\])|(/\\*.*?\\*/)|(\\*{1,3}\\S.*?\\*{1,3}|_\\S.*?_)");

    private final StyleClassedTextArea area = new Page();
    private final VirtualizedScrollPane<StyleClassedTextArea> pane = new VirtualizedScrollPane<>(area);
    private final Look look;
    private final List<Consumer<ScriptEdit>> listeners = new ArrayList<>();
    private List<ScriptEdit> marks = List.of();
    private int currentMark;
    private IntFunction<String> labels = line -> "";
    private boolean showing;

    RichScript(Look look) {
        this.look = look;
        area.setId("script");
        area.getStyleClass().add("fw-script");
        area.setAccessibleText(Words.of("story.script"));
        area.setAccessibleRole(AccessibleRole.TEXT_AREA);
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.setWrapText(true);
        // Blinking keeps a timer of the window going, sixty pulses a second, all day; bound, or the style sheet sets it.
        area.getCaretSelectionBind()
                .getUnderlyingCaret()
                .blinkRateProperty()
                .bind(new SimpleObjectProperty<>(Duration.ZERO));
        area.setUseInitialStyleForInsertion(true);
        area.setParagraphGraphicFactory(this::number);
        area.plainTextChanges().subscribe(change -> {
            if (!showing) {
                ScriptEdit edit = new ScriptEdit(change.getPosition(), change.getRemoved(), change.getInserted());
                paint(edit);
                listeners.forEach(listener -> listener.accept(edit));
            }
        });
        area.widthProperty().subscribe(this::centre);
        look.scale().subscribe(this::centre);
        pane.getStyleClass().add("fw-script-pane");
    }

    /** A text area that says so to whoever hands out keys. */
    private static final class Page extends StyleClassedTextArea implements Typing {}

    private void centre() {
        double side = Math.max(look.px(16), Math.round((area.getWidth() - look.px(COLUMN + 2 * GUTTER)) / 2));
        double right = Math.max(look.px(8), area.getWidth() - side - look.px(GUTTER + COLUMN));
        area.setPadding(new Insets(look.px(TOP), right, look.px(TOP), side));
    }

    private Node number(int line) {
        Label label = Labels.fixed(labels.apply(line), "fw-page-number");
        label.setMinWidth(look.px(GUTTER));
        label.setPrefWidth(look.px(GUTTER));
        label.setAlignment(Pos.TOP_LEFT);
        return label;
    }

    @Override
    public Region node() {
        return pane;
    }

    @Override
    public Region input() {
        return area;
    }

    @Override
    public String text() {
        return area.getText();
    }

    @Override
    public int length() {
        return area.getLength();
    }

    @Override
    public void edit(ScriptEdit edit) {
        area.replaceText(edit.at(), edit.at() + edit.removed().length(), edit.inserted());
    }

    @Override
    public void show(ScriptEdit edit) {
        showing = true;
        edit(edit);
        showing = false;
        paint(edit);
    }

    @Override
    public void open(String text, List<LineKind> kinds) {
        ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>> page = new ReadOnlyStyledDocumentBuilder<>(
                area.getSegOps(), List.of());
        int line = 0;
        for (String words : text.split("\n", -1)) {
            page.addParagraph(words, spans(words, List.of()), styleOf(kinds.get(line++)));
        }
        marks = List.of();
        showing = true;
        area.replace(0, area.getLength(), page.build());
        showing = false;
    }

    private static List<String> styleOf(LineKind kind) {
        return List.of(LineStyle.of(kind.type()).styleClass());
    }

    @Override
    public void onEdit(Consumer<ScriptEdit> listener) {
        listeners.add(listener);
    }

    @Override
    public ObservableValue<Integer> caret() {
        return area.caretPositionProperty();
    }

    @Override
    public String selected() {
        return area.getSelectedText();
    }

    @Override
    public int selectionStart() {
        return area.getSelection().getStart();
    }

    @Override
    public int selectionEnd() {
        return area.getSelection().getEnd();
    }

    @Override
    public void select(int from, int to) {
        area.selectRange(from, to);
        area.requestFollowCaret();
    }

    @Override
    public int lineAt(int offset) {
        return area.offsetToPosition(offset, Bias.Forward).getMajor();
    }

    @Override
    public int lineStart(int line) {
        return area.getAbsolutePosition(line, 0);
    }

    @Override
    public String line(int index) {
        return area.getParagraph(index).getText();
    }

    @Override
    public int lines() {
        return area.getParagraphs().size();
    }

    @Override
    public void set(int first, List<LineKind> kinds) {
        for (int i = 0; i < kinds.size() && first + i < lines(); i++) {
            List<String> wanted = styleOf(kinds.get(i));
            if (!area.getParagraph(first + i).getParagraphStyle().equals(wanted)) {
                area.setParagraphStyle(first + i, wanted);
            }
        }
    }

    @Override
    public void gutter(IntFunction<String> newLabels) {
        labels = newLabels;
        for (int i = 0; i < area.getVisibleParagraphs().size(); i++) {
            area.recreateParagraphGraphic(area.visibleParToAllParIndex(i));
        }
    }

    @Override
    public void mark(List<ScriptEdit> places, int current) {
        List<ScriptEdit> before = marks;
        marks = places;
        currentMark = current;
        Stream.concat(before.stream(), places.stream())
                .map(place -> lineAt(Math.min(place.at(), area.getLength())))
                .distinct()
                .forEach(this::paint);
    }

    /** Sets the words of the lines that an edit touched: how a line's words look depends on that line alone. */
    private void paint(ScriptEdit edit) {
        marks = marks.stream().map(place -> moved(place, edit)).toList();
        int last = lineAt(Math.min(edit.at() + edit.inserted().length(), area.getLength()));
        for (int line = lineAt(Math.min(edit.at(), area.getLength())); line <= last; line++) {
            paint(line);
        }
    }

    private static ScriptEdit moved(ScriptEdit place, ScriptEdit edit) {
        return place.at() < edit.at() + edit.removed().length()
                ? place
                : new ScriptEdit(place.at() + edit.inserted().length() - edit.removed().length(), place.removed(),
                        place.inserted());
    }

    /** Sets the words of a line: asides and emphasis in it, places that were found. */
    private void paint(int line) {
        String words = line(line);
        StyleSpans<Collection<String>> spans = spans(words, marked(line, words));
        if (!area.getStyleSpans(line).equals(spans)) {
            area.setStyleSpans(line, 0, spans);
        }
    }

    private static StyleSpans<Collection<String>> spans(String words, List<Span> marked) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int done = 0;
        for (Span span : marked.isEmpty() ? inline(words) : marked) {
            if (span.start() >= done) {
                spans.add(List.of(), span.start() - done);
                spans.add(List.of(span.styleClass()), span.end() - span.start());
                done = span.end();
            }
        }
        return spans.add(List.of(), words.length() - done).create();
    }

    private record Span(int start, int end, String styleClass) {}

    private List<Span> marked(int line, String words) {
        List<Span> marked = new ArrayList<>();
        int start = marks.isEmpty() ? 0 : lineStart(line);
        for (int i = 0; i < marks.size(); i++) {
            int at = marks.get(i).at() - start;
            if (at >= 0 && at < words.length()) {
                marked.add(new Span(at, Math.min(words.length(), at + marks.get(i).removed().length()),
                        i == currentMark ? "fw-found-current" : "fw-found"));
            }
        }
        return marked;
    }

    private static List<Span> inline(String words) {
        List<Span> inline = new ArrayList<>();
        Matcher matcher = INLINE.matcher(words);
        while (matcher.find()) {
            boolean aside = matcher.group(3) == null;
            inline.add(new Span(matcher.start(), matcher.end(), aside ? "fw-page-aside" : "fw-page-strong"));
        }
        return inline;
    }

    @Override
    public void reveal(int line) {
        area.showParagraphAtTop(Math.max(0, line - 2));
    }

    @Override
    public Bounds caretBounds() {
        Optional<Bounds> screen = area.getCaretBounds();
        return screen.map(pane::screenToLocal).orElse(new BoundingBox(0, 0, 0, 0));
    }

    @Override
    public void editable(boolean on) {
        area.setEditable(on);
    }

    @Override
    public void cut() {
        area.cut();
    }

    @Override
    public void copy() {
        area.copy();
    }

    @Override
    public void paste() {
        area.paste();
    }
}
