package org.filmwright.generate.draft;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import org.filmwright.generate.draft.paint.Noise;

/** The board as it hangs on the wall of the studio and stands in the PDF: paper, brushed edge, drawn frame, slate. */
public final class Board {
    private static final int PAPER = 0xF4EFE6;
    private static final Color PENCIL = new Color(0x2A2622);
    private static final double SIDE = 22;
    private static final double TOP = 18;
    private static final double FOOT = 38;
    private static final Font FACE = face();

    private Board() {}

    /**
     * The picture with a margin of paper around it; the slate stands below in a small monospaced face.
     *
     * @return 44 units wider and 56 higher than the picture (units of 1/720 of its height), RGB
     */
    public static BufferedImage framed(BufferedImage picture, String slate) {
        double unit = picture.getHeight() / 720.0;
        int left = (int) Math.round(SIDE * unit);
        int top = (int) Math.round(TOP * unit);
        int foot = (int) Math.round(FOOT * unit);
        BufferedImage board = new BufferedImage(picture.getWidth() + 2 * left, picture.getHeight() + top + foot,
                BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < board.getHeight(); y++) {
            for (int x = 0; x < board.getWidth(); x++) {
                board.setRGB(x, y, pixel(picture, x - left, y - top, unit));
            }
        }
        Graphics2D g = board.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(PENCIL);
        frame(g, left, top, picture, unit);
        slate(g, slate, left, board.getWidth() - left, board.getHeight() - 14 * unit, unit);
        g.dispose();
        return board;
    }

    /** The picture, or paper where the brush ran dry at its edge. */
    private static int pixel(BufferedImage picture, int x, int y, double unit) {
        int u = (int) (x / unit);
        int v = (int) (y / unit);
        int in = Math.min(Math.min(x, picture.getWidth() - 1 - x), Math.min(y, picture.getHeight() - 1 - y));
        double torn = 3.4 + 2.6 * Noise.DRIFT.at(v * 3 + u, u - v) + 3.4 * Noise.GRAIN.at(u, v);
        if (in / unit < torn) {
            int tooth = Math.round(5 * Noise.GRAIN.at(u + 64, v + 64));
            return paper(16, tooth) << 16 | paper(8, tooth) << 8 | paper(0, tooth);
        }
        return picture.getRGB(x, y);
    }

    private static int paper(int shift, int tooth) {
        return Math.clamp((PAPER >> shift & 255) + tooth, 0, 255);
    }

    /** Four lines by hand that run past their corners. */
    private static void frame(Graphics2D g, int left, int top, BufferedImage picture, double unit) {
        SplittableRandom hand = new SplittableRandom(11);
        g.setStroke(new BasicStroke((float) (1.3 * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        double x0 = left - 3 * unit;
        double y0 = top - 2 * unit;
        double x1 = left + picture.getWidth() + 2 * unit;
        double y1 = top + picture.getHeight() + 2 * unit;
        double over = 5 * unit;
        line(g, hand, x0 - over, y0, x1 + over, y0, unit);
        line(g, hand, x0 - over, y1, x1 + over, y1, unit);
        line(g, hand, x0, y0 - over, x0, y1 + over, unit);
        line(g, hand, x1, y0 - over, x1, y1 + over, unit);
    }

    private static void line(Graphics2D g, SplittableRandom hand, double x0, double y0, double x1, double y1,
            double unit) {
        Path2D path = new Path2D.Double();
        path.moveTo(x0, y0);
        for (int i = 1; i <= 24; i++) {
            double wobble = hand.nextDouble(-.7, .7) * unit;
            boolean level = y0 == y1;
            path.lineTo(x0 + (x1 - x0) * i / 24 + (level ? 0 : wobble), y0 + (y1 - y0) * i / 24 + (level ? wobble : 0));
        }
        g.draw(path);
    }

    private static void slate(Graphics2D g, String slate, int left, int right, double baseline, double unit) {
        g.setFont(FACE.deriveFont((float) (14 * unit)));
        g.drawString(slate, (float) (left + 4 * unit), (float) baseline);
        String hand = "draft";
        g.drawString(hand, (float) (right - 4 * unit - g.getFontMetrics().stringWidth(hand)), (float) baseline);
    }

    private static Font face() {
        try (InputStream in = Board.class.getResourceAsStream("/org/filmwright/fonts/JetBrainsMono-Regular.ttf")) {
            return in == null ? new Font(Font.MONOSPACED, Font.PLAIN, 14) : Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException e) {
            return new Font(Font.MONOSPACED, Font.PLAIN, 14);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
