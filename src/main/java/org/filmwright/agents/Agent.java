package org.filmwright.agents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.filmwright.generate.TextRequest;

/**
 * One member of the crew, as data: what the job is, what goes in, what must come out, and how sure is sure enough.
 *
 * @param threshold below this confidence, 0 to 1, a person looks at the answer
 * @param fallback the rule that answers where no generator is at hand
 * @param instructions for the generator; {@code {{count}}} stands for a number or a choice of the input
 */
public record Agent(Card card, TextRequest.Style style, double threshold, Optional<String> fallback, Contract contract,
        String instructions) {
    public String id() {
        return card.id();
    }

    /** How good this agent is at something, 0 to 1; 0 where it does not do that. */
    public double score(String capability) {
        return card.capabilities().getOrDefault(capability, 0.0);
    }

    /** @param capabilities what it can be asked for, each with how good it is at that, above 0 to 1 */
    public record Card(String id, int version, String title, Category category, Map<String, Double> capabilities) {
        public Card {
            capabilities = Map.copyOf(capabilities);
        }
    }

    /** JSON Schema 2020-12 of input and output, and an example of each that fits. */
    public record Contract(JsonNode input, JsonNode output, JsonNode exampleInput, JsonNode exampleOutput) {}

    /** The departments. */
    public enum Category {
        STORY, CHARACTER, WORLD, VISUAL, PRODUCTION
    }
}
