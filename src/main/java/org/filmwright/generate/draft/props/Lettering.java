package org.filmwright.generate.draft.props;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Print on tickets, letters and screens, as outlines of the studio's own type. */
final class Lettering {
    static final Lettering BOLD = new Lettering("/org/filmwright/fonts/Inter-Bold.otf");
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Font font;

    private Lettering(String resource) {
        try (InputStream in = Lettering.class.getResourceAsStream(resource)) {
            font = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(100f);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The studio's own type cannot be read: " + resource, e);
        }
    }

    /** Centred on x, standing on y, with capitals {@code high} units tall. */
    Shape line(String text, double x, double y, double high) {
        Shape outline = font.createGlyphVector(EXACT, text).getOutline();
        Rectangle2D box = outline.getBounds2D();
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(high / 72, high / 72);
        place.translate(-box.getCenterX(), 0);
        return place.createTransformedShape(outline);
    }
}
