package org.filmwright.ui.timeline;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.scene.layout.Region;

/**
 * Pieces of one kind on a lane, in order, none over another.
 *
 * @param top in design pixels below the top of the lanes @param height in design pixels
 * @param what by which a piece is known again after the film was laid anew
 */
record LaneRow<T>(List<T> pieces, Extent<T> extent, double top, double height, Function<T, Object> what,
        Function<T, Region> node) {
    LaneRow {
        pieces = List.copyOf(pieces);
    }

    /** From a frame up to, not including, another; both are the same for what stands at a point. */
    record Extent<T>(ToIntFunction<T> start, ToIntFunction<T> end) {}

    int start(int piece) {
        return extent.start().applyAsInt(pieces.get(piece));
    }

    int end(int piece) {
        return extent.end().applyAsInt(pieces.get(piece));
    }

    /** The first piece that ends behind a frame. */
    int firstAt(int frame) {
        return Reel.firstBehind(pieces, extent.end(), frame - 1);
    }

    boolean isPoint(int piece) {
        return start(piece) == end(piece);
    }

    Object key(int piece) {
        return what.apply(pieces.get(piece));
    }

    Region made(int piece) {
        return node.apply(pieces.get(piece));
    }
}
