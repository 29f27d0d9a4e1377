package org.filmwright.agents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How sure an answer is, 0 to 1, and why: 1 times what each reason leaves of it. Writers think too well of themselves,
 * so that their own word is one reason among others.
 */
public record Confidence(double value, List<Reason> reasons) {
    static final String STATED = "confidence";
    static final String DOUBTS = "doubts";

    public Confidence {
        reasons = List.copyOf(reasons);
    }

    /** @param factor 0 to 1: what this leaves of the confidence */
    public record Reason(String what, double factor) {
        public Reason {
            factor = hundredths(factor);
        }
    }

    /**
     * @param stated the writer's own word, 0 to 1
     * @param doubts what the writer says it is not sure of
     * @param rounds how often a writer was asked: 2 after notes; 0 where a rule answered
     */
    record Statement(double stated, List<String> doubts, int rounds) {}

    static Confidence of(Statement statement, JsonNode output, JsonNode answer, JsonNode input) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(String.format(Locale.ROOT, "says of itself: %.2f", statement.stated),
                0.4 + 0.6 * statement.stated));
        switch (statement.rounds) {
            case 0 -> reasons.add(new Reason("by rule, without a generator of text", 1));
            case 1 -> reasons.add(new Reason("fitted at the first try", 1));
            default -> reasons.add(new Reason("fitted only after a round of notes", 0.85));
        }
        int doubts = statement.doubts.size();
        if (doubts > 0) {
            reasons.add(new Reason("doubts " + doubts + (doubts == 1 ? " point" : " points"),
                    Math.max(0.8, 1 - 0.04 * doubts)));
        }
        List<Spot> spots = Spot.of(output, answer);
        reasons.add(completeness(spots));
        names(spots, input, reasons);
        brims(spots, reasons);
        double product = reasons.stream().mapToDouble(Reason::factor).reduce(1, (a, b) -> a * b);
        return new Confidence(hundredths(product), reasons);
    }

    private static double hundredths(double value) {
        return Math.round(100 * value) / 100.0;
    }

    /** What is left open costs up to a third. */
    private static Reason completeness(List<Spot> spots) {
        long filled = spots.stream().filter(Spot::filled).count();
        return filled == spots.size()
                ? new Reason("every field is filled", 1)
                : new Reason((spots.size() - filled) + " of " + spots.size() + " fields are empty",
                        0.7 + 0.3 * filled / spots.size());
    }

    /** Names that the input does not know are invented. */
    private static void names(List<Spot> spots, JsonNode input, List<Reason> reasons) {
        List<String> names = spots.stream()
                .filter(spot -> spot.schema().path("fromInput").asBoolean() && spot.value().isTextual()
                        && spot.filled())
                .map(spot -> spot.value().asText())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return;
        }
        String known = String.join("\n", texts(input)).toLowerCase(Locale.ROOT);
        List<String> strange = names.stream()
                .filter(name -> !known.contains(name.strip().toLowerCase(Locale.ROOT)))
                .toList();
        reasons.add(strange.isEmpty()
                ? new Reason("every name stands in the material", 1)
                : new Reason(
                        "not in the material: " + String.join(", ", strange.subList(0, Math.min(5, strange.size()))),
                        1 - 0.5 * strange.size() / names.size()));
    }

    /** A text that fills its field to the brim was probably cut. */
    private static void brims(List<Spot> spots, List<Reason> reasons) {
        long full = spots.stream()
                .filter(spot -> spot.schema().has("maxLength") && spot.value().isTextual()
                        && spot.value().asText().length() == spot.schema().get("maxLength").asInt())
                .count();
        if (full > 0) {
            reasons.add(new Reason(full + (full == 1 ? " text fills" : " texts fill") + " the longest allowed length",
                    0.9));
        }
    }

    private static List<String> texts(JsonNode input) {
        List<String> texts = new ArrayList<>();
        if (input.isValueNode()) {
            texts.add(input.asText());
        }
        input.forEach(each -> texts.addAll(texts(each)));
        return texts;
    }
}
