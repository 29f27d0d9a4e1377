package org.filmwright.story;

import static org.filmwright.story.ElementType.ACTION;
import static org.filmwright.story.ElementType.CENTERED;
import static org.filmwright.story.ElementType.CHARACTER;
import static org.filmwright.story.ElementType.DIALOGUE;
import static org.filmwright.story.ElementType.LYRICS;
import static org.filmwright.story.ElementType.PAGE_BREAK;
import static org.filmwright.story.ElementType.PARENTHETICAL;
import static org.filmwright.story.ElementType.SCENE_HEADING;
import static org.filmwright.story.ElementType.SECTION;
import static org.filmwright.story.ElementType.SYNOPSIS;
import static org.filmwright.story.ElementType.TRANSITION;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.filmwright.story.Element.Detail;
import org.filmwright.story.LineRules.CueLine;
import org.filmwright.story.LineRules.NumberedHeading;
import org.filmwright.story.Screenplay.Warning;

/** Reads Fountain as film.md 1.1 describes it, with every choice made there. Never refuses, never throws, linear time. */
public final class FountainReader {
    private final List<SourceLine> lines;
    private final List<Warning> warnings;
    private final List<Element> elements = new ArrayList<>();
    private int scene;
    /** Whether headings, cues and transitions may begin here: after a blank line, at the start, after a section. */
    private boolean fresh = true;
    private boolean afterTransition;

    private FountainReader(List<SourceLine> lines, List<Warning> warnings) {
        this.lines = lines;
        this.warnings = warnings;
    }

    /** @param source with any line ends, with or without a byte order mark */
    public static Screenplay read(String source) {
        List<Warning> warnings = new ArrayList<>();
        List<SourceLine> lines = Asides.cut(normalised(source), warnings);
        int titleLines = TitlePageReader.length(lines);
        TitlePage titlePage = TitlePageReader.read(lines.subList(0, titleLines));
        FountainReader reader = new FountainReader(lines, warnings);
        reader.lines.subList(0, titleLines).forEach(reader::asides);
        reader.body(titleLines);
        warnings.sort(Comparator.comparingInt(Warning::line));
        return new Screenplay(titlePage, reader.elements, warnings, source);
    }

    /** Reads a piece from the middle of a script, where no title page can stand. */
    static Screenplay readBody(String text) {
        List<Warning> warnings = new ArrayList<>();
        FountainReader reader = new FountainReader(Asides.cut(normalised(text), warnings), warnings);
        reader.body(0);
        warnings.sort(Comparator.comparingInt(Warning::line));
        return new Screenplay(TitlePage.EMPTY, reader.elements, warnings, text);
    }

    private static String normalised(String source) {
        String text = source.startsWith("\uFEFF") ? source.substring(1) : source;
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private void body(int start) {
        int at = start;
        while (at < lines.size()) {
            SourceLine line = lines.get(at);
            if (line.transparent()) {
                asides(line);
                at++;
            } else if (line.blank()) {
                fresh = true;
                at++;
            } else {
                at = element(at);
            }
        }
    }

    /** Reads what begins at a line with text; answers the line to go on from. */
    private int element(int at) {
        String line = text(at);
        boolean headingMayStand = fresh || afterTransition;
        afterTransition = false;
        if (LineRules.structural(line)) {
            return structural(at);
        }
        if (LineRules.centered(line)) {
            return single(at, CENTERED, line.substring(1, line.length() - 1).strip(), Detail.NONE);
        }
        if (line.startsWith("~")) {
            return paragraph(at, LYRICS);
        }
        if (headingMayStand && heading(at)) {
            NumberedHeading heading = LineRules
                    .heading(LineRules.forcedHeading(line) ? line.substring(1).strip() : line);
            scene++;
            return single(at, SCENE_HEADING, heading.text(),
                    heading.number().<Detail>map(Element.SceneNumber::new).orElse(Detail.NONE));
        }
        if (fresh && transition(at)) {
            int next = single(at, TRANSITION, line.startsWith(">") ? line.substring(1).strip() : line, Detail.NONE);
            afterTransition = true;
            return next;
        }
        return fresh && cue(at) ? speech(at) : paragraph(at, ACTION);
    }

    private int structural(int at) {
        String line = text(at);
        int depth = LineRules.sectionDepth(line);
        int next;
        if (depth > 0) {
            next = single(at, SECTION, line.substring(depth).strip(), new Element.Depth(depth));
        } else if (LineRules.pageBreak(line)) {
            next = single(at, PAGE_BREAK, "", Detail.NONE);
        } else {
            next = single(at, SYNOPSIS, line.substring(1).strip(), Detail.NONE);
        }
        fresh = true;
        return next;
    }

    private int single(int at, ElementType type, String text, Detail detail) {
        add(type, text, detail, lines.get(at).number());
        asides(lines.get(at));
        fresh = false;
        return at + 1;
    }

    /** A natural heading stands unless the next line would be one too: then both are action. */
    private boolean heading(int at) {
        String line = text(at);
        if (LineRules.forcedHeading(line)) {
            return true;
        }
        if (!LineRules.naturalHeading(line)) {
            return false;
        }
        int next = skipTransparent(at + 1);
        boolean crowded = next < lines.size() && LineRules.naturalHeading(text(next));
        if (crowded) {
            warnings.add(new Warning(lines.get(at).number(), "crowded-heading",
                    "Two headings on neighbouring lines are read as action. Put an empty line between them."));
        }
        return !crowded;
    }

    private boolean transition(int at) {
        String line = text(at);
        if (LineRules.forcedTransition(line)) {
            return true;
        }
        String raw = lines.get(at).text();
        if ("!@".indexOf(line.charAt(0)) >= 0 || !LineRules.transition(line)
                || raw.length() > raw.stripTrailing().length()) {
            return false;
        }
        int next = skipTransparent(at + 1);
        return next >= lines.size() || lines.get(next).blank() || LineRules.naturalHeading(text(next));
    }

    private boolean cue(int at) {
        String line = text(at);
        int next = skipTransparent(at + 1);
        boolean followed = next < lines.size() && (!lines.get(next).blank() || lines.get(next).heldOpen());
        boolean natural = "!@".indexOf(line.charAt(0)) < 0 && !LineRules.naturalHeading(line)
                && LineRules.naturalCue(line);
        return followed && (natural || LineRules.forcedCue(line));
    }

    private int speech(int at) {
        String line = text(at);
        CueLine cue = LineRules.cue(line.startsWith("@") ? line.substring(1).strip() : line).orElseThrow();
        int next = single(at, CHARACTER, cue.name(), new Element.Cue(cue.extension(), cue.dual()));
        while (next < lines.size() && !endsSpeech(lines.get(next))) {
            next = spoken(next);
        }
        return next;
    }

    private static boolean endsSpeech(SourceLine line) {
        return line.blank() && !line.heldOpen();
    }

    private static ElementType spokenType(String line) {
        if (line.startsWith("~")) {
            return LYRICS;
        }
        return line.startsWith("(") && line.endsWith(")") ? PARENTHETICAL : DIALOGUE;
    }

    /** One parenthetical, or neighbouring lines of dialogue or lyrics. */
    private int spoken(int at) {
        if (lines.get(at).transparent()) {
            asides(lines.get(at));
            return at + 1;
        }
        ElementType type = spokenType(text(at));
        if (type == PARENTHETICAL) {
            return single(at, PARENTHETICAL, text(at), Detail.NONE);
        }
        Paragraph speech = new Paragraph(at);
        while (speech.open() && !endsSpeech(lines.get(speech.end))
                && (lines.get(speech.end).transparent() || spokenType(text(speech.end)) == type)) {
            speech.take(line -> type == LYRICS ? line.strip().substring(1).strip() : line.strip());
        }
        String words = speech.words().strip();
        return speech.finish(words.isEmpty() && type == DIALOGUE, type, type == DIALOGUE ? words : speech.words());
    }

    /** Neighbouring lines of action or lyrics. */
    private int paragraph(int at, ElementType type) {
        Paragraph paragraph = new Paragraph(at);
        while (paragraph.open() && !lines.get(paragraph.end).blank() && belongs(lines.get(paragraph.end), type)) {
            paragraph.take(line -> type == LYRICS ? line.strip().substring(1).strip() : actionText(line));
        }
        return paragraph.finish(false, type, paragraph.words());
    }

    private static boolean belongs(SourceLine line, ElementType type) {
        String text = line.text().strip();
        if (line.transparent()) {
            return true;
        }
        return type == LYRICS
                ? text.startsWith("~")
                : !(text.startsWith("~") || LineRules.structural(text) || LineRules.centered(text));
    }

    /** Action keeps leading blanks (a tab counts four) and loses its forcing mark. */
    private static String actionText(String line) {
        String text = line.replace("\t", "    ").stripTrailing();
        int mark = text.length() - text.stripLeading().length();
        return text.startsWith("!", mark) ? (text.substring(0, mark) + text.substring(mark + 1)).stripTrailing() : text;
    }

    private int skipTransparent(int at) {
        int next = at;
        while (next < lines.size() && lines.get(next).transparent()) {
            next++;
        }
        return next;
    }

    private String text(int at) {
        return lines.get(at).text().strip();
    }

    private void asides(SourceLine line) {
        line.asides().forEach(aside -> add(aside.type(), aside.text(), Detail.NONE, aside.line()));
    }

    private void add(ElementType type, String text, Detail detail, int line) {
        elements.add(new Element(type, text, detail, scene, line));
    }

    /** Lines that make one element together; what was cut out of them follows it. */
    private final class Paragraph {
        private final int start;
        private final List<String> taken = new ArrayList<>();
        private int end;

        Paragraph(int start) {
            this.start = start;
            this.end = start;
        }

        boolean open() {
            return end < lines.size();
        }

        void take(UnaryOperator<String> reading) {
            if (!lines.get(end).transparent()) {
                taken.add(reading.apply(lines.get(end).text()));
            }
            end++;
        }

        String words() {
            return String.join("\n", taken);
        }

        int finish(boolean empty, ElementType type, String words) {
            if (!empty) {
                add(type, words, Detail.NONE, lines.get(start).number());
            }
            lines.subList(start, end).forEach(FountainReader.this::asides);
            fresh = false;
            return end;
        }
    }
}
