package org.filmwright.story;

import static org.filmwright.story.ElementType.CHARACTER;
import static org.filmwright.story.ElementType.LYRICS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.filmwright.story.TitlePage.Entry;

/** Writes Fountain. Whatever would be misread is forced with {@code ! @ . >}, so that reading gives the same elements. */
public final class FountainWriter {
    private final List<Element> elements;
    /** For each place the next element that is neither note nor boneyard. */
    private final int[] next;
    private final StringBuilder text = new StringBuilder();
    private boolean speaking;
    private ElementType last = ElementType.PAGE_BREAK;

    private FountainWriter(List<Element> elements) {
        this.elements = elements;
        this.next = new int[elements.size() + 1];
        next[elements.size()] = elements.size();
        for (int i = elements.size() - 1; i >= 0; i--) {
            next[i] = elements.get(i).type().aside() ? next[i + 1] : i;
        }
    }

    /** A screenplay as it was read: the author's own text, unchanged. */
    public static String write(Screenplay screenplay) {
        return screenplay.source();
    }

    /** Text for elements that were never in a file, or were changed; {@code \n} line ends, one at the end. */
    public static String compose(TitlePage titlePage, List<Element> elements) {
        FountainWriter writer = new FountainWriter(elements);
        titlePage.entries().forEach(entry -> writer.text.append(titleEntry(entry, writer.text.isEmpty())));
        for (int i = 0; i < elements.size(); i++) {
            writer.add(i);
        }
        return titlePage.entries().isEmpty() && looksLikeTitlePage(writer.text.toString())
                ? "\n" + writer.text
                : writer.text.toString();
    }

    private void add(int i) {
        Element element = elements.get(i);
        speaking = speaking && next[i] < elements.size() && continues(elements.get(next[i]).type());
        if (!text.isEmpty()) {
            text.append(speaking ? "" : "\n");
        }
        text.append(written(i)).append('\n');
        if (!element.type().aside()) {
            last = element.type();
            speaking |= last == CHARACTER;
        }
    }

    /** Whether a type continues the speech before it; lyrics after lyrics begin anew. */
    private boolean continues(ElementType type) {
        return type.spoken() && !(type == LYRICS && last == LYRICS);
    }

    /** An unknown key on the first line is only believed when an indented line follows. */
    private static String titleEntry(Entry entry, boolean first) {
        boolean block = entry.values().size() != 1 || (first && !TitlePageReader.known(entry.key()));
        return entry.key() + ":" + (block
                ? entry.values().stream().map(value -> "\n\t" + value).collect(Collectors.joining())
                : " " + entry.values().getFirst()) + "\n";
    }

    private static boolean looksLikeTitlePage(String text) {
        return TitlePageReader.length(Asides.cut(text, new ArrayList<>())) > 0;
    }

    private String written(int i) {
        Element element = elements.get(i);
        String words = element.text();
        return switch (element.type()) {
            case SCENE_HEADING -> heading(element);
            case ACTION -> action(words);
            case CHARACTER -> cue(element) + (continued(i) ? "" : "\n  ");
            case DIALOGUE -> eachLine(words, line -> line.isBlank() ? "  " : line);
            case PARENTHETICAL -> words;
            case LYRICS -> eachLine(words, line -> "~" + line);
            case TRANSITION -> LineRules.transition(words) && !marked(words) ? words : "> " + words;
            case CENTERED -> "> " + words + " <";
            case PAGE_BREAK -> "===";
            case SECTION -> "#".repeat(element.detail() instanceof Element.Depth(int depth) ? depth : 1) + " " + words;
            case SYNOPSIS -> "= " + words;
            case NOTE -> "[[" + words + (words.endsWith("]") ? " ]]" : "]]");
            case BONEYARD -> "/*" + words + "*/";
        };
    }

    private static String eachLine(String words, UnaryOperator<String> form) {
        return Arrays.stream(words.split("\n", -1)).map(form).collect(Collectors.joining("\n"));
    }

    private boolean continued(int cue) {
        return next[cue + 1] < elements.size() && elements.get(next[cue + 1]).type().spoken();
    }

    private static String heading(Element heading) {
        String text = LineRules.naturalHeading(heading.text()) ? heading.text() : "." + heading.text();
        return heading.detail() instanceof Element.SceneNumber(String number) ? text + " #" + number + "#" : text;
    }

    private static String cue(Element element) {
        Element.Cue cue = element.detail() instanceof Element.Cue detail
                ? detail
                : new Element.Cue(Optional.empty(), false);
        String line = element.text() + cue.extension().map(extension -> " (" + extension + ")").orElse("");
        boolean plain = LineRules.naturalCue(line) && !marked(line) && !LineRules.transition(line);
        return (plain ? line : "@" + line) + (cue.dual() ? " ^" : "");
    }

    /** Whether a line begins like something else. */
    private static boolean marked(String line) {
        return "!@.>~#=".indexOf(line.charAt(0)) >= 0 || LineRules.naturalHeading(line);
    }

    private static String action(String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            boolean forced = line.isEmpty() || "!~#=".indexOf(line.charAt(0)) >= 0 || LineRules.centered(line)
                    || (i == 0 && startsSomethingElse(line, lines.length > 1));
            lines[i] = (forced ? "!" : "") + lines[i];
        }
        return String.join("\n", lines);
    }

    private static boolean startsSomethingElse(String line, boolean followed) {
        return LineRules.naturalHeading(line) || LineRules.forcedHeading(line) || LineRules.forcedTransition(line)
                || LineRules.transition(line)
                || (followed && (LineRules.forcedCue(line) || LineRules.naturalCue(line)));
    }
}
