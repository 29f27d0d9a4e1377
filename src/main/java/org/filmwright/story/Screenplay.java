package org.filmwright.story;

import java.util.List;

/**
 * A screenplay as understood.
 *
 * @param source the author's text, character for character, with its byte order mark if it had one
 */
public record Screenplay(TitlePage titlePage, List<Element> elements, List<Warning> warnings, String source) {
    public Screenplay {
        elements = List.copyOf(elements);
        warnings = List.copyOf(warnings);
    }

    /** Something read in a way the author may not expect; {@code code} is stable, {@code message} a sentence. */
    public record Warning(int line, String code, String message) {}

    public boolean hasScenes() {
        return elements.stream().anyMatch(element -> element.type() == ElementType.SCENE_HEADING);
    }
}
