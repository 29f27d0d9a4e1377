package org.filmwright.generate;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a text generator is asked for: one JSON document.
 *
 * @param instructions what the job is; never holds a word of the story
 * @param turns the talk so far, a question last
 * @param schema JSON Schema of the answer, for generators that can hold themselves to one
 */
public record TextRequest(String instructions, List<Turn> turns, String schema, Style style) {
    public TextRequest {
        turns = List.copyOf(turns);
        if (turns.isEmpty() || turns.getLast().voice() != Voice.ASKED) {
            throw new IllegalArgumentException("A request ends with a question.");
        }
    }

    /**
     * The most tokens that somebody may count in it, the schema included: three plain characters make at least one in every
     * tokenizer asked here; a character of another alphabet may be two.
     */
    public int tokens() {
        return tokens(instructions) + tokens(schema) + turns.stream().mapToInt(turn -> tokens(turn.text())).sum();
    }

    private static int tokens(String text) {
        long plain = text.codePoints().filter(c -> c < 128).count();
        long other = text.codePoints().filter(c -> c >= 128).count();
        return (int) ((plain + 2) / 3 + 2 * other);
    }

    /** Whose words a turn holds: ours, or the generator's own. */
    public enum Voice {
        ASKED, ANSWERED
    }

    /** What one side said. */
    public record Turn(Voice voice, String text) {}

    /** @param temperature 0 to 1, empty for the generator's own; @param maxTokens the longest answer */
    public record Style(OptionalDouble temperature, int maxTokens) {}
}
