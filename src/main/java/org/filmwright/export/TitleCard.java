package org.filmwright.export;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.filmwright.base.FrameSize;

/**
 * Draws a card: letter-spaced capitals in ivory on warm near-black with the grain of paper, the first line large, what
 * follows small under a hairline; everything inside the title-safe 90 % of the frame. The same text gives the same pixels.
 * The words can also be had alone, to lie over a picture.
 */
final class TitleCard {
    private static final Color IVORY = new Color(0xECE6DA);
    private static final Color ASH = new Color(0x9C948A);
    private static final Color RULE = new Color(0x5E574E);
    private static final double WIDEST = 0.74;
    private static final double WIDE = 0.30;
    private static final double DARKEST = 11;
    private static final double POOL = 15;
    private static final double GRAIN = 1.1;
    private static final double TITLE = 0.066;
    private static final double SMALL = 0.027;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final FrameSize size;
    private final Font face;

    TitleCard(FrameSize size) {
        this.size = size;
        face = face();
    }

    /** @param lines largest first. @return width x height pixels, 0xffRRGGBB */
    int[] draw(List<String> lines) {
        BufferedImage card = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) card.getRaster().getDataBuffer()).getData();
        paper(pixels);
        write(card, lines);
        return pixels;
    }

    /** The same words without paper. @return width x height pixels, 0xAARRGGBB */
    int[] words(List<String> lines) {
        BufferedImage words = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        write(words, lines);
        return ((DataBufferInt) words.getRaster().getDataBuffer()).getData();
    }

    private void write(BufferedImage card, List<String> lines) {
        Graphics2D g = card.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        if (!lines.isEmpty()) {
            write(g, lines);
        }
        g.dispose();
    }

    /**
     * A soft pool of light on grainy paper. Grey without any tint, since a tint of a dark grey is a fraction of a step
     * and turns into coloured patches when coded; the grain is soft enough to survive coding and so hides the steps of
     * the light, and is added before rounding.
     */
    private void paper(int[] pixels) {
        SplittableRandom random = new SplittableRandom(size.width() * 31L + size.height());
        double[] above = new double[size.width() + 1];
        double reach = size.width() * 0.62;
        for (int row = 0; row < size.height(); row++) {
            double left = 0;
            double y = (row - size.height() * 0.46) / reach;
            for (int column = 0; column < size.width(); column++) {
                double x = (column - size.width() * 0.5) / reach;
                double speck = random.nextGaussian(0, GRAIN);
                double grain = speck + left + above[column] + above[column + 1];
                above[column] = left;
                left = speck;
                double light = Math.exp(-2 * (x * x + y * y));
                pixels[row * size.width() + column] = grey(DARKEST + POOL * light + grain);
            }
            above[size.width()] = left;
        }
    }

    private static int grey(double value) {
        return 0xff000000 | Math.clamp(Math.round(value), 0, 255) * 0x010101;
    }

    private void write(Graphics2D g, List<String> lines) {
        List<Row> rows = new ArrayList<>();
        Heading heading = heading(lines.getFirst());
        for (String line : heading.lines) {
            rows.add(new Row(layout(line, heading.height, WIDE), IVORY, heading.height * 1.45, heading.height * WIDE));
        }
        double small = SMALL * size.height();
        for (String line : lines.subList(1, lines.size())) {
            rows.add(credit(line, small));
        }
        double rule = lines.size() > 1 ? size.height() * 0.085 : 0;
        double height = rule + rows.stream().mapToDouble(Row::step).sum();
        double y = size.height() * 0.485 - height / 2;
        for (int i = 0; i < rows.size(); i++) {
            if (i == heading.lines.size()) {
                hairline(g, y + rule * 0.40);
                y += rule;
            }
            rows.get(i).draw(g, size.width() / 2.0, y + rows.get(i).step * 0.72);
            y += rows.get(i).step;
        }
    }

    /** "Written by" is said quietly; who it was is named. */
    private Row credit(String line, double small) {
        if (line.strip().toLowerCase(Locale.ROOT).endsWith("by")) {
            return new Row(fitted(line.strip().toLowerCase(Locale.ROOT), small * 0.86, 0.10), ASH, small * 1.75,
                    small * 0.086);
        }
        return new Row(fitted(line.strip().toUpperCase(Locale.ROOT), small, 0.20), IVORY, small * 1.75, small * 0.20);
    }

    private void hairline(Graphics2D g, double y) {
        double width = size.width() * 0.045;
        double thick = Math.max(1, Math.round(size.height() / 720.0));
        g.setColor(RULE);
        g.fill(new Rectangle2D.Double((size.width() - width) / 2, Math.round(y), width, thick));
    }

    /** The title in as few lines as fit, smaller when it is very long. */
    private Heading heading(String title) {
        String text = title.strip().toUpperCase(Locale.ROOT);
        double height = TITLE * size.height();
        List<String> lines = broken(text, height);
        while (!fits(lines, height) && height > SMALL * size.height() / 2) {
            height *= 0.92;
            lines = broken(text, height);
        }
        return new Heading(lines, height);
    }

    private boolean fits(List<String> lines, double height) {
        return lines.size() <= 3 && lines.stream().allMatch(line -> width(line, height) <= room());
    }

    /** Lines of about the same length. */
    private List<String> broken(String text, double height) {
        double whole = width(text, height);
        double target = whole / Math.ceil(whole / room());
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, height) - target > target - width(line, height)) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private double width(String text, double height) {
        return layout(text, height, WIDE).getAdvance();
    }

    private double room() {
        return size.width() * WIDEST;
    }

    private TextLayout fitted(String text, double height, double spacing) {
        TextLayout layout = layout(text, height, spacing);
        return layout.getAdvance() <= room() ? layout : layout(text, height * room() / layout.getAdvance(), spacing);
    }

    private TextLayout layout(String text, double height, double spacing) {
        Font font = face.canDisplayUpTo(text) < 0 ? face : new Font(Font.SANS_SERIF, Font.PLAIN, 1);
        return new TextLayout(text.isEmpty() ? " " : text, font.deriveFont(Map.of(TextAttribute.SIZE, (float) height,
                TextAttribute.TRACKING, (float) spacing, TextAttribute.KERNING, TextAttribute.KERNING_ON)), EXACT);
    }

    /** The face of everything that is written in a film. */
    static Font face() {
        try (InputStream in = TitleCard.class.getResourceAsStream("/org/filmwright/fonts/Inter-Regular.otf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The bundled font is damaged", e);
        }
    }

    private record Heading(List<String> lines, double height) {}

    /** A line of text, how far down the next one starts, and the empty space that letter-spacing leaves at its end. */
    private record Row(TextLayout text, Color colour, double step, double tail) {
        void draw(Graphics2D g, double centre, double baseline) {
            g.setColor(colour);
            text.draw(g, (float) (centre - (text.getAdvance() - tail) / 2), (float) baseline);
        }
    }
}
