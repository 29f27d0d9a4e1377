package org.filmwright.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** As it is kept until it is gone on with: the words, the pen, the pin, and each line. */
    List<String> fields() {
        List<String> fields = new ArrayList<>(List.of(text, Integer.toString(pen), drawing.pin()
                .map(Sketch::numbers)
                .orElse("")));
        drawing.strokes()
                .forEach(stroke -> fields.add(stroke.colour() + " " + stroke.width() + " "
                        + stroke.points().stream().map(Sketch::numbers).collect(Collectors.joining(" "))));
        return fields;
    }

    /** Nothing where that is none. */
    static Optional<Sketch> of(List<String> fields) {
        try {
            Optional<Drawing.Point> pin = points(fields.get(2), 0).stream().findFirst();
            List<Drawing.Stroke> lines = fields.subList(3, fields.size()).stream().map(Sketch::stroke).toList();
            return Optional.of(new Sketch(new Drawing(pin, lines), fields.get(0), Integer.parseInt(fields.get(1))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Drawing.Stroke stroke(String field) {
        String[] numbers = field.split(" ");
        return new Drawing.Stroke(points(field, 2), Double.parseDouble(numbers[1]), Integer.parseInt(numbers[0]));
    }

    private static List<Drawing.Point> points(String field, int from) {
        String[] numbers = field.isEmpty() ? new String[0] : field.split(" ");
        return IntStream.range(0, (numbers.length - from) / 2)
                .mapToObj(i -> new Drawing.Point(Double.parseDouble(numbers[from + 2 * i]),
                        Double.parseDouble(numbers[from + 2 * i + 1])))
                .toList();
    }

    private static String numbers(Drawing.Point point) {
        return point.x() + " " + point.y();
    }

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
