package org.filmwright.ui.story;

/**
 * One line as printed.
 *
 * @param start offset of its first character in the text of the page
 * @param end offset behind its last one
 * @param gutter what stands left of it: a scene number, or nothing
 * @param scene number of the scene it belongs to, 0 before the first
 */
record PageLine(LineStyle style, int start, int end, String gutter, int scene) {
    /** An empty line at that place. */
    static PageLine blank(int at, int scene) {
        return new PageLine(LineStyle.ACTION, at, at, "", scene);
    }
}
