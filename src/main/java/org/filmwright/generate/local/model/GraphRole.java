package org.filmwright.generate.local.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.filmwright.generate.onnx.Signature;
import org.filmwright.generate.onnx.Signature.Element;
import org.filmwright.generate.onnx.Signature.Value;

/** What a graph is for, as what it takes and gives tells (diffusion.md 16). */
enum GraphRole {
    DEPTH, ENLARGE, BETWEEN, BETWEEN_STACKED, PICTURES, WORDS, PICTURES_AND_WORDS, MEANING;

    private static final Set<Element> FLOATS = Set.of(Element.FLOAT, Element.HALF, Element.BFLOAT);
    private static final Set<String> OF_WORDS = Set.of("input_ids", "attention_mask", "token_type_ids");
    private static final String OF_DEPTH = ".*(depth|midas|dpt|disparity).*";
    private static final Set<String> OF_SENTENCES = Set.of("last_hidden_state", "token_embeddings",
            "sentence_embedding");

    /** Empty where it is none of them. @param named the names of its file, its folder and its kind, in lower case */
    static Optional<GraphRole> of(Signature graph, String named) {
        List<Value> pictures = graph.inputs().stream().filter(GraphRole::isPicture).toList();
        if (takes(graph, "input_ids"::equals)) {
            return pictures.isEmpty() ? reading(graph) : seeingAndReading(graph);
        }
        return switch (graph.inputs().size()) {
            case 1 -> pictures.isEmpty() ? stacked(graph) : seeing(graph, pictures.getFirst(), named);
            case 3 -> pictures.size() == 2 && givesPicture(graph) ? Optional.of(BETWEEN) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isPicture(Value port) {
        return FLOATS.contains(port.element()) && port.isOf(4) && (port.dim(1) == 3 || port.dim(1) < 0)
                && !port.name().contains("time");
    }

    private static boolean givesPicture(Signature graph) {
        Value first = graph.outputs().getFirst();
        return first.isOf(4) && (first.dim(1) == 3 || first.dim(1) < 0);
    }

    private static boolean takes(Signature graph, Predicate<String> name) {
        return graph.inputs().stream().map(Value::name).anyMatch(name);
    }

    private static boolean gives(Signature graph, Predicate<String> name) {
        return graph.outputs().stream().map(Value::name).anyMatch(name);
    }

    private static Optional<GraphRole> reading(Signature graph) {
        if (!OF_WORDS.containsAll(graph.inputs().stream().map(Value::name).collect(Collectors.toSet()))) {
            return Optional.empty();
        }
        if (gives(graph, "text_embeds"::equals)) {
            return Optional.of(WORDS);
        }
        return gives(graph, OF_SENTENCES::contains) ? Optional.of(MEANING) : Optional.empty();
    }

    private static Optional<GraphRole> seeingAndReading(Signature graph) {
        return gives(graph, "text_embeds"::equals) && gives(graph, "image_embeds"::equals)
                ? Optional.of(PICTURES_AND_WORDS)
                : Optional.empty();
    }

    /** Six channels of two frames, one of the time, and in some exports one of a scale. */
    private static Optional<GraphRole> stacked(Signature graph) {
        Value in = graph.inputs().getFirst();
        boolean frames = FLOATS.contains(in.element()) && in.isOf(4) && (in.dim(1) == 7 || in.dim(1) == 8);
        return frames && givesPicture(graph) ? Optional.of(BETWEEN_STACKED) : Optional.empty();
    }

    private static Optional<GraphRole> seeing(Signature graph, Value in, String named) {
        if (gives(graph, "image_embeds"::equals)) {
            return Optional.of(PICTURES);
        }
        Value out = graph.outputs().getFirst();
        boolean told = (named + " " + out.name().toLowerCase(java.util.Locale.ROOT)).matches(OF_DEPTH);
        if (out.isOf(3) && (told || same(in.dim(2), out.dim(1)) && same(in.dim(3), out.dim(2)))
                || out.isOf(4) && told && (out.dim(1) == 1 || out.dim(1) < 0)) {
            return Optional.of(DEPTH);
        }
        boolean larger = out.dim(2) < 0 || in.dim(2) < 0 || out.dim(2) > in.dim(2);
        return givesPicture(graph) && larger ? Optional.of(ENLARGE) : Optional.empty();
    }

    private static boolean same(long in, long out) {
        return in < 0 || out < 0 || in == out;
    }
}
