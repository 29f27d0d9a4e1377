package org.filmwright.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.review.Drawing;
import org.filmwright.review.Note;

/** A note that is being drawn. @param pen number of the colour that draws next */
record Sketch(Drawing drawing, String text, int pen) {
    static final Sketch EMPTY = new Sketch(Drawing.NONE, "", 0);
    /** Pens on offer; a note may have been drawn with more. */
    static final int PENS = 5;
    /** A share of the picture's width. */
    static final double WIDTH = 0.004;

    /** Whether it says or shows something. */
    boolean isNote() {
        return !text.isBlank() || !drawing.strokes().isEmpty();
    }

    boolean isEmpty() {
        return !isNote() && drawing.pin().isEmpty();
    }

    Sketch pinned(Drawing.Point at) {
        return new Sketch(new Drawing(Optional.of(at), drawing.strokes()), text, pen);
    }

    /** One line more, as far as there is room for it; the first one has the pin at its beginning. */
    Sketch drawn(List<Drawing.Point> line) {
        List<Drawing.Point> fits = line.stream().limit(Drawing.MOST_POINTS - drawing.points()).toList();
        return fits.isEmpty()
                ? this
                : new Sketch(new Drawing(drawing.pin().or(() -> Optional.of(fits.getFirst())), Stream.concat(drawing
                        .strokes()
                        .stream(), Stream.of(new Drawing.Stroke(fits, WIDTH, pen))).toList()), text, pen);
    }

    /** Without the last line, or without the pin where no line is left. */
    Sketch back() {
        return drawing.strokes().isEmpty()
                ? new Sketch(Drawing.NONE, text, pen)
                : new Sketch(new Drawing(drawing.pin(), drawing.strokes()
                        .subList(0, drawing.strokes().size() - 1)), text, pen);
    }

    Sketch saying(String words) {
        return new Sketch(drawing, words.length() > Note.LONGEST ? words.substring(0, Note.LONGEST) : words, pen);
    }

    Sketch with(int colour) {
        return new Sketch(drawing, text, colour);
    }
}
