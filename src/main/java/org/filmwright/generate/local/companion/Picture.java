package org.filmwright.generate.local.companion;

import java.nio.file.Path;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.model.Lens;
import org.filmwright.media.MediaException;
import org.filmwright.media.Still;

/** A picture that is looked at. Colours are 0 (dark) to 1; planes are red, green, blue. */
record Picture(FrameSize size, int[] rgb) {
    static Picture read(Path file) throws PaintFailed {
        try {
            Still still = Still.read(file);
            return new Picture(still.size(), still.argb());
        } catch (MediaException e) {
            throw new PaintFailed(e.failure(), e);
        }
    }

    float colour(int plane, int x, int y) {
        return (rgb[y * size.width() + x] >> 16 - 8 * plane & 0xff) / 255f;
    }

    /** One row of a plane, filling {@code into} from {@code at} on. */
    void row(int plane, int y, float[] into, int at) {
        for (int x = 0; x < size.width(); x++) {
            into[at + x] = colour(plane, x, y);
        }
    }

    /** A plane at another size, as bicubic as the processors of models make it. */
    float[] plane(int plane, FrameSize to) {
        float[] scaled = Resampling.CUBIC.plane((y, row) -> row(plane, y, row, 0), size, to);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.clamp(scaled[i], 0, 1);
        }
        return scaled;
    }

    /** Three planes of a size, as a model is to see it. */
    float[] through(Lens lens, FrameSize seen) {
        float[] planes = new float[3 * seen.width() * seen.height()];
        FrameSize whole = lens.fit() == Lens.Fit.CROP ? around(lens, seen) : seen;
        int left = Math.round((whole.width() - seen.width()) / 2f);
        int top = Math.round((whole.height() - seen.height()) / 2f);
        for (int c = 0; c < 3; c++) {
            float[] plane = plane(c, whole);
            double mean = lens.colours().mean().get(c);
            double deviation = lens.colours().deviation().get(c);
            for (int y = 0; y < seen.height(); y++) {
                for (int x = 0; x < seen.width(); x++) {
                    float colour = plane[(top + y) * whole.width() + left + x];
                    planes[(c * seen.height() + y) * seen.width() + x] = (float) ((colour - mean) / deviation);
                }
            }
        }
        return planes;
    }

    /** With its shorter side as long as the lens says, and nowhere smaller than what is cut out of it. */
    private FrameSize around(Lens lens, FrameSize seen) {
        double scale = (double) lens.edge() / Math.min(size.width(), size.height());
        return new FrameSize(Math.max(seen.width(), (int) (size.width() * scale)),
                Math.max(seen.height(), (int) (size.height() * scale)));
    }
}
