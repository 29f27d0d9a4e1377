package org.filmwright.generate.local.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import org.filmwright.generate.local.graph.Bare;
import org.filmwright.generate.local.graph.Halt;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.graph.Tensor;

/** The inputs and the one output of a graph that runs many times, made once and closed together. */
final class Rooms implements AutoCloseable {
    private final OnnxGraph graph;
    private final Map<String, Tensor> in = new LinkedHashMap<>();
    private final Map<String, Tensor> out = new LinkedHashMap<>();

    Rooms(OnnxGraph graph) {
        this.graph = graph;
    }

    Tensor in(String name, long... shape) throws PaintFailed {
        Tensor tensor = graph.in(name, shape);
        in.put(name, tensor);
        return tensor;
    }

    /** The only output, or the first of several. */
    Tensor out(long... shape) throws PaintFailed {
        String name = graph.outputs().getFirst();
        Tensor tensor = graph.out(name, shape);
        out.put(name, tensor);
        return tensor;
    }

    void run(Halt halt) throws PaintFailed {
        graph.run(in, out, halt);
    }

    Bare bare() {
        return graph.bare(in, out);
    }

    @Override
    public void close() {
        in.values().forEach(Tensor::close);
        out.values().forEach(Tensor::close);
    }
}
