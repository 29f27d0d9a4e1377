package org.filmwright.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A screenplay while it is being written: an edit reads only the scene that it touches again, and the result is what
 * {@link FountainReader#read} makes of the whole text. Immutable; lines end in {@code \n}.
 */
public final class Manuscript {
    private final List<Passage> passages;

    private Manuscript(List<Passage> passages) {
        this.passages = List.copyOf(passages);
    }

    /** What an edit read again: that many lines from {@code firstLine} (from 0) now stand for so many before. */
    public record Reread(Manuscript manuscript, int firstLine, int linesBefore, int lines) {}

    /** @param text with {@code \n} line ends and no byte order mark */
    public static Manuscript of(String text) {
        return new Manuscript(split(text, true));
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        passages.forEach(passage -> text.append(passage.text()));
        return text.toString();
    }

    /** How many stretches are read separately: about one a scene. */
    int size() {
        return passages.size();
    }

    /** How many scenes it has. */
    public int scenes() {
        return passages.stream().mapToInt(Passage::scenes).sum();
    }

    /** The number of the scene in which a line (from 0) lies; 0 before the first. */
    public int sceneAt(int line) {
        int lines = 0;
        int scenes = 0;
        for (Passage passage : passages) {
            if (line < lines + passage.lines() || passage == passages.getLast()) {
                int within = line - lines;
                return scenes + (int) passage.elements()
                        .stream()
                        .filter(each -> each.type() == ElementType.SCENE_HEADING && each.line() <= within + 1)
                        .count();
            }
            lines += passage.lines();
            scenes += passage.scenes();
        }
        return scenes;
    }

    /** All elements with their place in the whole script. */
    public List<Element> elements() {
        List<Element> all = new ArrayList<>();
        int line = 0;
        int scene = 0;
        for (Passage passage : passages) {
            for (Element each : passage.elements()) {
                all.add(new Element(each.type(), each.text(), each.detail(), each.scene() + scene, each.line() + line));
            }
            line += passage.lines();
            scene += passage.scenes();
        }
        return all;
    }

    /** The whole as a screenplay. */
    public Screenplay screenplay() {
        List<Screenplay.Warning> warnings = new ArrayList<>();
        int line = 0;
        for (Passage passage : passages) {
            for (Screenplay.Warning each : passage.warnings()) {
                warnings.add(new Screenplay.Warning(each.line() + line, each.code(), each.message()));
            }
            line += passage.lines();
        }
        warnings.sort(Comparator.comparingInt(Screenplay.Warning::line));
        return new Screenplay(FountainReader.read(passages.getFirst().text()).titlePage(), elements(), warnings,
                text());
    }

    /** What each of the lines is that the passages holding them say, from {@code firstLine} (from 0). */
    public List<LineKind> kinds(int firstLine, int lines) {
        List<LineKind> kinds = new ArrayList<>();
        int line = 0;
        int scene = 0;
        for (int i = 0; i < passages.size() && line < firstLine + lines; i++) {
            Passage passage = passages.get(i);
            boolean last = i == passages.size() - 1;
            int count = passage.lines() + (last ? 1 : 0);
            if (line + count > firstLine) {
                List<LineKind> own = LineKind.of(passage, scene);
                kinds.addAll(own.subList(Math.max(0, firstLine - line), Math.min(count, firstLine + lines - line)));
            }
            line += count;
            scene += passage.scenes();
        }
        return kinds;
    }

    /** The text after an edit. @throws IllegalArgumentException when the edit belongs to another text */
    public Reread edit(ScriptEdit edit) {
        int first = 0;
        int start = 0;
        while (first < passages.size() - 1 && start + passages.get(first).text().length() < edit.at()) {
            start += passages.get(first++).text().length();
        }
        int last = first;
        int end = start + passages.get(first).text().length();
        while (last < passages.size() - 1 && end <= edit.at() + edit.removed().length()) {
            end += passages.get(++last).text().length();
        }
        return reread(edit, first, last);
    }

    /** Reads the passages from first to last again, and their neighbours as long as it cannot stand without them. */
    private Reread reread(ScriptEdit edit, int first, int last) {
        String before = textOf(first, last);
        String after = new ScriptEdit(edit.at() - offset(first), edit.removed(), edit.inserted()).applyTo(before);
        List<Passage> fresh = split(after, first == 0);
        if (last < passages.size() - 1 && !fresh.getLast().settled()) {
            return reread(edit, first, passages.size() - 1);
        }
        if (first > 0 && (after.isEmpty() || !fresh.getFirst().opensWithHeading())) {
            return reread(edit, first - 1, last);
        }
        if (last < passages.size() - 1 && !fresh.getLast().closes()) {
            return reread(edit, first, last + 1);
        }
        List<Passage> all = new ArrayList<>(passages.subList(0, first));
        all.addAll(fresh);
        all.addAll(passages.subList(last + 1, passages.size()));
        int tail = last == passages.size() - 1 ? 1 : 0;
        return new Reread(new Manuscript(all), lines(passages.subList(0, first)),
                lines(passages.subList(first, last + 1)) + tail, lines(fresh) + tail);
    }

    private String textOf(int first, int last) {
        StringBuilder text = new StringBuilder();
        passages.subList(first, last + 1).forEach(passage -> text.append(passage.text()));
        return text.toString();
    }

    private int offset(int passage) {
        return passages.subList(0, passage).stream().mapToInt(each -> each.text().length()).sum();
    }

    private static int lines(List<Passage> passages) {
        return passages.stream().mapToInt(Passage::lines).sum();
    }

    /** The passages of a text; what was read as a whole is only read in pieces where the pieces are the same. */
    private static List<Passage> split(String text, boolean opening) {
        Passage whole = Passage.read(text, opening);
        List<Integer> starts = starts(text, whole);
        if (starts.size() < 2) {
            return List.of(whole);
        }
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
            passages.add(Passage.read(text.substring(starts.get(i), end), opening && i == 0));
        }
        return passages;
    }

    /** Offsets of the headings that stand after an empty line, and of the start. */
    private static List<Integer> starts(String text, Passage whole) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        int line = 1;
        int offset = 0;
        for (Element element : whole.elements()) {
            if (element.type() == ElementType.SCENE_HEADING) {
                for (; line < element.line(); line++) {
                    offset = text.indexOf('\n', offset) + 1;
                }
                Passage before = offset == 0 ? whole : passageOf(text.substring(starts.getLast(), offset));
                if (offset > 0 && before.closes() && before.settled()) {
                    starts.add(offset);
                }
            }
        }
        return starts;
    }

    private static Passage passageOf(String text) {
        return new Passage(text, List.of(), List.of(), 0, 0, Passage.isSettled(text));
    }
}
