package org.filmwright.generate.local.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of its answers a text encoder is asked for, whatever its export calls them (diffusion.md 2).
 *
 * @param ranks how many dimensions each output has, in the order of the file; -1 where that is not declared
 */
public record TextOutputs(Map<String, Integer> ranks) {
    private static final String STATE = "hidden_states.";

    public TextOutputs {
        ranks = new LinkedHashMap<>(ranks);
    }

    /** The last state of each token. */
    public Optional<String> last() {
        return named("last_hidden_state").or(() -> ofRank(3).findFirst());
    }

    /** Of hidden_states.0 to hidden_states.L, the one before the last. */
    public Optional<String> penultimate() {
        Optional<Integer> last = ranks.keySet()
                .stream()
                .filter(name -> name.matches("hidden_states\\.\\d{1,4}"))
                .map(name -> Integer.parseInt(name.substring(STATE.length())))
                .max(Integer::compare);
        return last.map(number -> STATE + (number - 1)).or(() -> named("hidden_states"));
    }

    /** The row that stands for the whole text. @param sequence the output that the states are taken from */
    public Optional<String> pooled(String sequence) {
        return named("text_embeds", "pooler_output", "pooled_embeddings", "pooled_output")
                .or(() -> ofRank(2).filter(name -> !name.equals(sequence)).findFirst());
    }

    /** The first of these that there is. */
    private Optional<String> named(String... names) {
        return Stream.of(names).filter(ranks::containsKey).findFirst();
    }

    private Stream<String> ofRank(int rank) {
        return ranks.entrySet().stream().filter(output -> output.getValue() == rank).map(Map.Entry::getKey);
    }
}
