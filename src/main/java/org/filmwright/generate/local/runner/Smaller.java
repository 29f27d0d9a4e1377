package org.filmwright.generate.local.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.Painter;

/** The same picture with less memory: decoded in tiles. What is decoded at once is what runs out first (diffusion.md 9). */
final class Smaller {
    private static final int PIXELS_A_LATENT = 8;
    private static final int LARGEST_TILE = 64;
    private static final int SMALLEST_TILE = 32;

    private Smaller() {}

    static Painter.Order of(Painter.Order order) {
        Painter.Extras extras = order.extras();
        int tile = Math.min(extras.tiles().orElse(LARGEST_TILE), tile(order.size()));
        return new Painter.Order(order.prompt(), order.negative(), order.size(), order.steps(), order.guidance(),
                order.seed(), order.start(), order.to(),
                new Painter.Extras(extras.latents(), OptionalInt.of(tile), extras.receipt()));
    }

    /** Half of the shorter side, where that is a tile worth decoding. */
    private static int tile(FrameSize size) {
        int half = Math.min(size.width(), size.height()) / PIXELS_A_LATENT / 2;
        return Math.clamp(half, SMALLEST_TILE, LARGEST_TILE);
    }

    /** A picture that came so says it. */
    static Painter.Painted told(Painter.Painted painted, Death first) {
        List<String> notices = new ArrayList<>(painted.notices());
        notices.add("The first try failed because the model's process " + first.why()
                + ". This picture was made with less memory.");
        return new Painter.Painted(painted.picture(), painted.receipt(), painted.stages(), notices);
    }
}
