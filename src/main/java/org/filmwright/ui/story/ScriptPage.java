package org.filmwright.ui.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.filmwright.story.Element;
import org.filmwright.story.ElementType;
import org.filmwright.story.Scene;

/**
 * A screenplay set like a typed page: its text as one string, and the lines that show pieces of it. Selection and find
 * work on offsets of the text, so neither minds where a line wraps.
 */
record ScriptPage(String text, List<PageLine> lines) {
    static final ScriptPage EMPTY = new ScriptPage("", List.of());

    ScriptPage {
        lines = List.copyOf(lines);
    }

    /** A piece of the text, {@code start} up to, not including, {@code end}. */
    record Range(int start, int end) {
        static final Range NONE = new Range(0, 0);

        boolean isEmpty() {
            return start == end;
        }
    }

    static ScriptPage of(List<Element> elements, List<Scene> scenes) {
        Setter setter = new Setter(scenes);
        elements.stream().filter(ScriptPage::printed).forEach(setter::set);
        return new ScriptPage(setter.text.toString(), setter.lines);
    }

    private static boolean printed(Element element) {
        return element.type() != ElementType.BONEYARD && element.type() != ElementType.NOTE;
    }

    String textOf(PageLine line) {
        return text.substring(line.start(), line.end());
    }

    /** Index of the line with the heading of that scene. */
    OptionalInt lineOfScene(int scene) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).scene() == scene && lines.get(i).style() == LineStyle.HEADING)
                .findFirst();
    }

    /** Index of the line that shows that offset. */
    int lineAt(int offset) {
        return IntStream.range(0, lines.size()).filter(i -> lines.get(i).end() >= offset).findFirst().orElse(0);
    }

    /** Where {@code words} stand, without regard to case; a match never overlaps the one before. */
    List<Range> find(String words) {
        List<Range> found = new ArrayList<>();
        String hay = text.toLowerCase(Locale.ROOT);
        String needle = words.toLowerCase(Locale.ROOT);
        for (int at = needle.isBlank() ? -1 : hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle
                .length())) {
            found.add(new Range(at, at + needle.length()));
        }
        return found;
    }

    /** The word around an offset. */
    Range wordAt(int offset) {
        int start = offset;
        int end = offset;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return new Range(start, end);
    }

    /** Sets element after element; keeps the blank lines that a typist would leave. */
    private static final class Setter {
        private final List<Scene> scenes;
        private final StringBuilder text = new StringBuilder();
        private final List<PageLine> lines = new ArrayList<>();

        Setter(List<Scene> scenes) {
            this.scenes = scenes;
        }

        void set(Element element) {
            LineStyle style = LineStyle.of(element.type());
            boolean speech = style == LineStyle.DIALOGUE || style == LineStyle.PARENTHETICAL;
            if (!lines.isEmpty()) {
                text.append(speech ? "\n" : "\n\n");
                if (!speech) {
                    lines.add(PageLine.blank(text.length() - 1, element.scene()));
                }
            }
            String gutter = style == LineStyle.HEADING ? number(element.scene()) : "";
            for (String typed : element.plain().split("\n", -1)) {
                wrap(style, typed, gutter, element.scene());
                text.append('\n');
                gutter = "";
            }
            text.setLength(text.length() - 1);
        }

        private void wrap(LineStyle style, String typed, String gutter, int scene) {
            int base = text.length();
            text.append(typed);
            int from = 0;
            while (typed.length() - from > style.columns()) {
                int space = typed.lastIndexOf(' ', from + style.columns());
                int end = space > from ? space : from + style.columns();
                lines.add(new PageLine(style, base + from, base + end, from == 0 ? gutter : "", scene));
                from = space > from ? end + 1 : end;
            }
            lines.add(new PageLine(style, base + from, text.length(), from == 0 ? gutter : "", scene));
        }

        private String number(int scene) {
            return scene >= 1 && scene <= scenes.size() ? scenes.get(scene - 1).label() : "";
        }
    }
}
