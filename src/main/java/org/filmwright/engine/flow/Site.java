package org.filmwright.engine.flow;

import java.util.List;

/**
 * Where a step stands in its workflow.
 *
 * @param name of the node from the top: {@code shot.clip}
 * @param around the fan-outs it lies in, outermost first
 * @param keys of the items it belongs to, one for each fan-out
 */
public record Site(Node node, String name, List<Node> around, List<String> keys) {
    public Site {
        around = List.copyOf(around);
        keys = List.copyOf(keys);
    }
}
