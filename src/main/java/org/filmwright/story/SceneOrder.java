package org.filmwright.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves scenes about in a script: each goes with all that stands under its heading. Pure. */
public final class SceneOrder {
    private SceneOrder() {}

    /**
     * The edit that brings a scene to another place; nothing where it is there or there are no such scenes.
     *
     * @param scene its number, from 1
     * @param to the number it shall have
     */
    public static Optional<ScriptEdit> move(String text, List<Element> elements, int scene, int to) {
        List<Integer> starts = starts(text, elements);
        int scenes = starts.size();
        if (scene == to || scene < 1 || to < 1 || scene > scenes || to > scenes) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < scenes; i++) {
            parts.add(text.substring(starts.get(i), i + 1 < scenes ? starts.get(i + 1) : text.length()));
        }
        parts.add(to - 1, parts.remove(scene - 1));
        StringBuilder after = new StringBuilder(text.substring(0, starts.getFirst()));
        for (int i = 0; i < scenes; i++) {
            after.append(i + 1 < scenes ? apart(parts.get(i)) : parts.get(i));
        }
        return ScriptEdit.between(text, after.toString());
    }

    /** Offset of the line at which each scene's heading stands. */
    public static List<Integer> starts(String text, List<Element> elements) {
        List<Integer> starts = new ArrayList<>();
        int line = 1;
        int offset = 0;
        for (Element element : elements) {
            if (element.type() == ElementType.SCENE_HEADING) {
                for (; line < element.line(); line++) {
                    offset = text.indexOf('\n', offset) + 1;
                }
                starts.add(offset);
            }
        }
        return starts;
    }

    /** With an empty line behind it, as a heading needs before it. */
    private static String apart(String part) {
        return part.endsWith("\n\n") ? part : part.endsWith("\n") ? part + "\n" : part + "\n\n";
    }
}
