package org.filmwright.generate.local.companion;

import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.filmwright.generate.local.graph.PaintFailed;

/** Where a graph takes pictures: its inputs have the names that an exporter gave them, so their place tells. */
final class Slots {
    private Slots() {}

    /** Its first input. */
    static String first(OnnxGraph graph) {
        return graph.inputs().iterator().next();
    }

    /** The size of pictures [1, channels, h, w] that a graph fixes; refused where it wants several at once. */
    static Optional<FrameSize> fixed(OnnxGraph graph, String input) throws PaintFailed {
        long[] dims = graph.wants(input);
        if (dims.length != 4 || dims[0] > 1) {
            throw PaintFailed.refused(graph.name() + " wants several pictures at once, or none: its input " + input
                    + " has " + dims.length + " dimensions, the first of them " + (dims.length > 0 ? dims[0] : 0) + ".",
                    "Use an export of the model for one picture at a time.");
        }
        return dims[2] > 0 && dims[3] > 0
                ? Optional.of(new FrameSize((int) dims[3], (int) dims[2]))
                : Optional.empty();
    }
}
