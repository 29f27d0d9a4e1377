package org.filmwright.generate.local.pipeline;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.filmwright.generate.local.graph.Halt;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.graph.Tensor;

/** Asks a text encoder, whatever its export calls its answers (diffusion.md 2). */
record TextEncoder(OnnxGraph graph) {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String STATE = "hidden_states.";

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
        graph.expectOnly(Set.of(IDS, MASK));
        String sequence = sequence(part);
        Optional<String> pooled = pooled(sequence);
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

    private String sequence(Part part) throws PaintFailed {
        Optional<String> named = switch (part) {
            case LAST -> graph.output("last_hidden_state").or(this::firstOfRankThree);
            case PENULTIMATE -> penultimate();
        };
        return named.orElseThrow(() -> PaintFailed.refused(
                graph.name() + " does not give the states that this kind of model"
                        + " needs; it gives: " + String.join(", ", graph.outputs()) + ".",
                "Use another export of the model."));
    }

    /** Of hidden_states.0 to hidden_states.L, the one before the last. */
    private Optional<String> penultimate() {
        Optional<Integer> last = graph.outputs()
                .stream()
                .filter(name -> name.startsWith(STATE))
                .map(name -> Integer.parseInt(name.substring(STATE.length())))
                .max(Integer::compare);
        return last.map(number -> STATE + (number - 1)).or(() -> graph.output("hidden_states"));
    }

    private Optional<String> firstOfRankThree() {
        return graph.outputs().stream().filter(name -> graph.gives(name).length == 3).findFirst();
    }

    private Optional<String> pooled(String sequence) {
        Set<String> others = graph.outputs()
                .stream()
                .filter(name -> !name.equals(sequence) && graph.gives(name).length == 2)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return graph.output("text_embeds", "pooler_output", "pooled_embeddings", "pooled_output")
                .or(() -> others.stream().findFirst());
    }
}
