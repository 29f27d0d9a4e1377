package org.filmwright.story;

import java.util.Optional;

/**
 * One piece of a screenplay.
 *
 * @param text without the marks that made it what it is; emphasis marks are kept, lines end in {@code \n}
 * @param scene it lies in, from 1; 0 before the first heading
 * @param line in the file where it begins, from 1; 0 when it was never in a file
 */
public record Element(ElementType type, String text, Detail detail, int scene, int line) {

    /** What only some types have. */
    public sealed interface Detail {
        Detail NONE = new None();
    }

    record None() implements Detail {}

    /** The author's scene number of a heading: {@code 12A}. */
    public record SceneNumber(String value) implements Detail {}

    /** How deep a section lies, 1 to 6. */
    public record Depth(int value) implements Detail {}

    /** Beside a cue: what stood in its brackets ({@code V.O.}), and whether it is spoken over the speech before it. */
    public record Cue(Optional<String> extension, boolean dual) implements Detail {}

    /** The text without emphasis marks. */
    public String plain() {
        return Emphasis.plain(text);
    }
}
