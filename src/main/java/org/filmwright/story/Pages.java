package org.filmwright.story;

import java.util.ArrayList;
import java.util.List;

/**
 * How long a script is on paper: 54 lines a page, typed 60, 35 or 26 characters wide; scenes in eighths of a page, as
 * a breakdown counts them. One page plays about a minute.
 */
public record Pages(int lines, int words, List<Integer> sceneStarts, List<Integer> sceneLines) {
    private static final int PAGE = 54;

    public Pages {
        sceneStarts = List.copyOf(sceneStarts);
        sceneLines = List.copyOf(sceneLines);
    }

    public static Pages of(List<Element> elements) {
        List<Integer> starts = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        int lines = 0;
        int words = 0;
        for (Element element : elements) {
            int own = printed(element);
            if (element.type() == ElementType.SCENE_HEADING) {
                starts.add(lines);
                lengths.add(0);
            }
            if (element.type() == ElementType.PAGE_BREAK) {
                lines = (lines + PAGE - 1) / PAGE * PAGE;
            }
            lines += own;
            if (!lengths.isEmpty()) {
                lengths.set(lengths.size() - 1, lengths.getLast() + own);
            }
            words += own == 0 ? 0 : Words.count(element.plain());
        }
        return new Pages(lines, words, starts, lengths);
    }

    /** Whole pages, at least one. */
    public int pages() {
        return Math.max(1, (lines + PAGE - 1) / PAGE);
    }

    /** On which page a scene begins, from 1. */
    public int pageOf(int scene) {
        return scene < 1 || scene > sceneStarts.size() ? 1 : sceneStarts.get(scene - 1) / PAGE + 1;
    }

    /** Length of a scene in eighths of a page, at least one. */
    public int eighths(int scene) {
        return scene < 1 || scene > sceneLines.size()
                ? 0
                : Math.max(1, Math.round(sceneLines.get(scene - 1) * 8f / PAGE));
    }

    /** Minutes on screen, by the page. */
    public int minutes() {
        return Math.max(1, Math.round(lines / (float) PAGE));
    }

    private static int printed(Element element) {
        return switch (element.type()) {
            case SCENE_HEADING, ACTION, CENTERED, TRANSITION -> wrapped(element.plain(), 60) + 1;
            case CHARACTER -> 2;
            case DIALOGUE, LYRICS -> wrapped(element.plain(), 35);
            case PARENTHETICAL -> wrapped(element.plain(), 26);
            case PAGE_BREAK, SECTION, SYNOPSIS, NOTE, BONEYARD -> 0;
        };
    }

    private static int wrapped(String text, int columns) {
        return text.lines().mapToInt(line -> 1 + Math.max(0, line.length() - 1) / columns).sum();
    }
}
