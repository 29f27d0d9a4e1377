package org.filmwright.export;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Writes lines of text on a page. What a typeface has no letters for is drawn in outlines of whatever font this machine
 * has for it, so no script is ever a mistake.
 */
final class BoardPen {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Font OTHER = new Font(Font.SANS_SERIF, Font.PLAIN, 1);

    private final PDType0Font face;
    private final float size;
    private final Map<Integer, Boolean> known = new HashMap<>();

    BoardPen(PDType0Font face, float size) {
        this.face = face;
        this.size = size;
    }

    float size() {
        return size;
    }

    /** Part of a line, in letters of the face or all in others. */
    private record Stretch(String text, boolean own) {}

    float width(String text) throws IOException {
        float width = 0;
        for (Stretch stretch : stretches(text)) {
            width += width(stretch);
        }
        return width;
    }

    /** @param x left end, in points from the left; @param y of the baseline, in points from the bottom */
    void write(PDPageContentStream page, String text, float x, float y) throws IOException {
        float at = x;
        for (Stretch stretch : stretches(text)) {
            if (stretch.own) {
                page.beginText();
                page.setFont(face, size);
                page.newLineAtOffset(at, y);
                page.showText(stretch.text);
                page.endText();
            } else {
                draw(page, layout(stretch.text).getOutline(AffineTransform.getTranslateInstance(at, -y)));
            }
            at += width(stretch);
        }
    }

    /**
     * The lines of a text that is no wider than {@code room}.
     *
     * @param most lines; where there were more, the last one ends in an ellipsis
     */
    List<String> lines(String text, float room, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : plain(text).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) <= room) {
                line = longer;
            } else {
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                line = broken(word, room, lines);
            }
        }
        lines.add(line);
        return lines.size() <= most ? lines : shortened(lines.subList(0, Math.max(1, most)), room);
    }

    /** A word that is too long for a line, as in scripts without spaces, fills lines; its end is what is left. */
    private String broken(String word, float room, List<String> lines) throws IOException {
        String rest = word;
        while (width(rest) > room && rest.codePointCount(0, rest.length()) > 1) {
            int end = rest.offsetByCodePoints(0, 1);
            while (end < rest.length() && width(rest.substring(0, rest.offsetByCodePoints(end, 1))) <= room) {
                end = rest.offsetByCodePoints(end, 1);
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }

    private List<String> shortened(List<String> lines, float room) throws IOException {
        String last = lines.getLast();
        while (!last.isEmpty() && width(last + "…") > room) {
            last = last.substring(0, last.offsetByCodePoints(last.length(), -1)).stripTrailing();
        }
        List<String> kept = new ArrayList<>(lines);
        kept.set(kept.size() - 1, last.replaceAll("[ .,;:–—-]+$", "") + "…");
        return kept;
    }

    /** On one line, without what no page shows. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private List<Stretch> stretches(String text) throws IOException {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length();) {
            int next = text.offsetByCodePoints(at, 1);
            boolean own = writes(text.codePointAt(at));
            if (next == text.length() || writes(text.codePointAt(next)) != own) {
                stretches.add(new Stretch(text.substring(from, next), own));
                from = next;
            }
            at = next;
        }
        return stretches;
    }

    private boolean writes(int letter) throws IOException {
        Boolean before = known.get(letter);
        if (before == null) {
            before = has(letter);
            known.put(letter, before);
        }
        return before;
    }

    private boolean has(int letter) throws IOException {
        try {
            face.encode(Character.toString(letter));
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private float width(Stretch stretch) throws IOException {
        return stretch.own ? face.getStringWidth(stretch.text) * size / 1000 : layout(stretch.text).getAdvance();
    }

    private TextLayout layout(String text) {
        return new TextLayout(text, OTHER.deriveFont(size), EXACT);
    }

    /** Java draws downwards, a page upwards; a curve with one handle is written as one with two. */
    private static void draw(PDPageContentStream page, Shape letters) throws IOException {
        double[] p = new double[6];
        double x = 0;
        double y = 0;
        boolean any = false;
        for (PathIterator path = letters.getPathIterator(null); !path.isDone(); path.next()) {
            any = true;
            int kind = path.currentSegment(p);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> page.moveTo((float) p[0], (float) -p[1]);
                case PathIterator.SEG_LINETO -> page.lineTo((float) p[0], (float) -p[1]);
                case PathIterator.SEG_QUADTO -> page.curveTo((float) (x + 2 * (p[0] - x) / 3),
                        (float) -(y + 2 * (p[1] - y) / 3), (float) (p[2] + 2 * (p[0] - p[2]) / 3),
                        (float) -(p[3] + 2 * (p[1] - p[3]) / 3), (float) p[2], (float) -p[3]);
                case PathIterator.SEG_CUBICTO -> page.curveTo((float) p[0], (float) -p[1], (float) p[2],
                        (float) -p[3], (float) p[4], (float) -p[5]);
                default -> page.closePath();
            }
            int end = switch (kind) {
                case PathIterator.SEG_QUADTO -> 2;
                case PathIterator.SEG_CUBICTO -> 4;
                default -> 0;
            };
            x = p[end];
            y = p[end + 1];
        }
        if (any) {
            page.fill();
        }
    }
}
