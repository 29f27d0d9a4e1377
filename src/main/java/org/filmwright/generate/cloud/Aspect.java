package org.filmwright.generate.cloud;

import java.util.Comparator;
import java.util.List;
import org.filmwright.base.FrameSize;

/** Shapes of pictures as providers name them, and sizes as models like them. */
final class Aspect {
    private Aspect() {}

    /** The name that comes nearest: {@code 16:9}. @param names of the form width:height, at least one */
    static String nearest(FrameSize size, List<String> names) {
        double wanted = Math.log(size.aspect());
        return names.stream()
                .min(Comparator.comparingDouble(name -> Math.abs(Math.log(ratio(name)) - wanted)))
                .orElseThrow();
    }

    private static double ratio(String name) {
        String[] sides = name.split(":");
        return Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]);
    }

    /** A size of about so many pixels in the shape of another one, each side a multiple of {@code step}. */
    static FrameSize near(FrameSize shape, long pixels, int step) {
        double height = Math.sqrt(pixels / shape.aspect());
        return new FrameSize(side(height * shape.aspect(), step), side(height, step));
    }

    private static int side(double length, int step) {
        return Math.max(1, (int) Math.round(length / step)) * step;
    }
}
