package org.filmwright.export;

import java.util.Locale;
import java.util.Set;

/**
 * The paper of a storyboard and how many shots stand on a page of it.
 *
 * @param shots 1, 3 or 6
 */
public record BoardSheet(int shots, Paper paper, boolean landscape) {
    /** Where people print on Letter (CLDR, measurement system and paper size). */
    private static final Set<String> LETTER = Set.of("US", "CA", "MX", "CL", "CO", "CR", "GT", "NI", "PA", "PH", "PR",
            "SV", "VE");

    /** Width and height of an upright page in points of 1/72 inch. */
    public enum Paper {
        A4(595.28f, 841.89f), LETTER(612, 792);

        private final float width;
        private final float height;

        Paper(float width, float height) {
            this.width = width;
            this.height = height;
        }
    }

    public BoardSheet {
        if (!Set.of(1, 3, 6).contains(shots)) {
            throw new IllegalArgumentException("A page of a storyboard holds 1, 3 or 6 shots, not " + shots + ".");
        }
    }

    /** Six shots on the paper of a place, lying. */
    public static BoardSheet usual(Locale place) {
        return new BoardSheet(6, LETTER.contains(place.getCountry()) ? Paper.LETTER : Paper.A4, true);
    }

    float width() {
        return landscape ? paper.height : paper.width;
    }

    float height() {
        return landscape ? paper.width : paper.height;
    }

    int columns() {
        return switch (shots) {
            case 6 -> landscape ? 3 : 2;
            case 3 -> landscape ? 3 : 1;
            default -> 1;
        };
    }

    int rows() {
        return shots / columns();
    }

    /** Points of running text. */
    float letters() {
        return switch (shots) {
            case 6 -> 8;
            case 3 -> 9.5f;
            default -> 12;
        };
    }
}
