package org.filmwright.generate.local.pipeline;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.filmwright.generate.local.graph.Halt;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.graph.Tensor;
import org.filmwright.generate.local.model.TextOutputs;

/** Asks a text encoder, whatever its export calls its answers (diffusion.md 2). */
record TextEncoder(OnnxGraph graph) {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";

    /** Which of its answers are wanted. */
    enum Part {
        /** The last state, and the pooled row where there is one. */
        LAST,
        /** The state before the last one, and the pooled row where there is one. */
        PENULTIMATE
    }

    /** How many tokens it takes, where its graph fixes that. */
    Optional<Integer> length() throws PaintFailed {
        long[] shape = graph.wants(IDS);
        return Optional.of((int) shape[shape.length - 1]).filter(length -> length > 0);
    }

    Encoded encode(int[] ids, Part part, Halt halt) throws PaintFailed {
        String sequence = sequence(part);
        Optional<String> pooled = outputs().pooled(sequence);
        Set<String> wanted = new LinkedHashSet<>(Set.of(sequence));
        pooled.ifPresent(wanted::add);
        Map<String, OnnxGraph.Value> values = ask(ids, wanted, halt);
        OnnxGraph.Value states = values.get(sequence);
        int width = (int) states.shape()[states.shape().length - 1];
        return new Encoded(states.numbers(), states.numbers().length / width, width,
                pooled.map(name -> values.get(name).numbers()).orElse(new float[0]));
    }

    private Map<String, OnnxGraph.Value> ask(int[] ids, Set<String> wanted, Halt halt) throws PaintFailed {
        try (Tensor words = graph.in(IDS, 1, ids.length)) {
            words.write(ids);
            if (!graph.takes(MASK)) {
                return graph.ask(Map.of(IDS, words), wanted, halt);
            }
            try (Tensor mask = graph.in(MASK, 1, ids.length)) { // padding is attended, as these models were trained
                int[] all = new int[ids.length];
                java.util.Arrays.fill(all, 1);
                mask.write(all);
                return graph.ask(Map.of(IDS, words, MASK, mask), wanted, halt);
            }
        }
    }

    private TextOutputs outputs() {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        graph.outputs().forEach(name -> ranks.put(name, graph.gives(name).length));
        return new TextOutputs(ranks);
    }

    private String sequence(Part part) throws PaintFailed {
        Optional<String> named = switch (part) {
            case LAST -> outputs().last();
            case PENULTIMATE -> outputs().penultimate();
        };
        return named.orElseThrow(() -> PaintFailed.refused(graph.name() + " does not give the states that this kind of"
                + " model needs.", "Use another export of the model."));
    }
}
