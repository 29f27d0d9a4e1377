package org.filmwright.export;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.text.AttributedString;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;

/** What a preview shows in place of a clip that is missing or cannot be read: stripes, the shot's name, and why. */
final class OfflineCards {
    private static final Color GROUND = new Color(0x26221F);
    private static final Color STRIPE = new Color(0x2E2925);
    private static final Color NAME = new Color(0xECE6DA);
    private static final Color REASON = new Color(0xB5ADA2);
    private static final double SIDE = 0.1;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final FrameSize size;
    private final LastCards<String> drawn = new LastCards<>();

    OfflineCards(FrameSize size) {
        this.size = size;
    }

    /** @return width x height pixels, 0xffRRGGBB; not to be changed */
    int[] of(String shot, Failure why) {
        return drawn.of(shot + ": " + why.what(), missing -> draw(shot, words(why)));
    }

    private static String words(Failure why) {
        return why instanceof Failure.Refused(String what, String remedy) ? what + " " + remedy : why.what();
    }

    private int[] draw(String shot, String reason) {
        BufferedImage card = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = card.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        stripes(g);
        double y = write(g, shot, NAME, size.height() * 0.09, size.height() * 0.28);
        write(g, reason, REASON, size.height() * 0.04, y + size.height() * 0.03);
        g.dispose();
        return ((DataBufferInt) card.getRaster().getDataBuffer()).getData();
    }

    private void stripes(Graphics2D g) {
        g.setColor(GROUND);
        g.fillRect(0, 0, size.width(), size.height());
        g.setColor(STRIPE);
        double step = size.height() / 9.0;
        for (double x = -size.height(); x < size.width(); x += 2 * step) {
            Path2D stripe = new Path2D.Double();
            stripe.moveTo(x, size.height());
            stripe.lineTo(x + size.height(), 0);
            stripe.lineTo(x + size.height() + step, 0);
            stripe.lineTo(x + step, size.height());
            stripe.closePath();
            g.fill(stripe);
        }
    }

    /** @return where the text ends; what has no room below is left out */
    private double write(Graphics2D g, String text, Color colour, double height, double top) {
        Font face = TitleCard.face().deriveFont((float) height);
        AttributedString words = new AttributedString(text);
        words.addAttribute(TextAttribute.FONT, face.canDisplayUpTo(text) < 0
                ? face
                : new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) height));
        LineBreakMeasurer lines = new LineBreakMeasurer(words.getIterator(), EXACT);
        g.setColor(colour);
        double y = top;
        while (lines.getPosition() < text.length() && y + 1.4 * height < size.height()) {
            TextLayout line = lines.nextLayout((float) (size.width() * (1 - 2 * SIDE)));
            y += 1.4 * height;
            line.draw(g, (float) (size.width() * SIDE), (float) y);
        }
        return y;
    }
}
