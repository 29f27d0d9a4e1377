package org.filmwright.generate.local.model;

import java.util.List;
import org.filmwright.base.FrameSize;

/**
 * How a picture is put before a model that looks at it, as preprocessor_config.json says (diffusion.md 16).
 *
 * @param size what it is scaled to, unless its graph fixes another
 * @param edge what the shorter side becomes before the middle is cut out; only for {@link Fit#CROP}
 * @param multiple of which both sides are, at least 1
 */
public record Lens(FrameSize size, int edge, Fit fit, int multiple, Colours colours) {
    public enum Fit {
        /** To the very size, whatever it was. */
        STRETCH,
        /** In proportion, with the side that changes least as long as it should be. */
        KEEP,
        /** In proportion, the middle of it. */
        CROP
    }

    /** A colour c of 0 to 1 becomes (c - mean) / deviation; three of each: red, green, blue. */
    public record Colours(List<Double> mean, List<Double> deviation) {
        public static final Colours PLAIN = new Colours(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
        static final Colours IMAGENET = new Colours(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));
        static final Colours HALVES = new Colours(List.of(0.5, 0.5, 0.5), List.of(0.5, 0.5, 0.5));
        static final Colours CLIP = new Colours(List.of(0.48145466, 0.4578275, 0.40821073),
                List.of(0.26862954, 0.26130258, 0.27577711));

        public Colours {
            mean = List.copyOf(mean);
            deviation = List.copyOf(deviation);
        }
    }

    static final Lens DEPTH_ANYTHING = new Lens(new FrameSize(518, 518), 518, Fit.KEEP, 14, Colours.IMAGENET);
    static final Lens MIDAS = new Lens(new FrameSize(384, 384), 384, Fit.STRETCH, 32, Colours.HALVES);
    static final Lens OF_CLIP = new Lens(new FrameSize(224, 224), 224, Fit.CROP, 1, Colours.CLIP);

    /** What a picture of this size is scaled to, for {@link Fit#STRETCH} and {@link Fit#KEEP}. */
    public FrameSize scaled(FrameSize picture) {
        double across = (double) size.width() / picture.width();
        double down = (double) size.height() / picture.height();
        if (fit == Fit.KEEP) {
            double least = Math.abs(1 - across) < Math.abs(1 - down) ? across : down;
            across = least;
            down = least;
        }
        return new FrameSize(rounded(across * picture.width()), rounded(down * picture.height()));
    }

    private int rounded(double side) {
        return Math.max(multiple, (int) Math.rint(side / multiple) * multiple);
    }

    /** The same with a size that a graph fixes. */
    public Lens at(FrameSize fixed) {
        int shorter = Math.min(fixed.width(), fixed.height());
        return new Lens(fixed, fit == Fit.CROP && fixed.equals(size) ? edge : shorter,
                fit == Fit.KEEP ? Fit.STRETCH : fit, 1, colours);
    }
}
