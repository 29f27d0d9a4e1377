package org.filmwright.images.recipe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigInteger;
import java.util.Optional;
import org.filmwright.base.FrameSize;

/** JSON of strangers: not deep, not endless, and Python's {@code NaN} is let through, since ComfyUI writes it. */
final class BoundedJson {
    private static final int DEPTH = 200;
    private static final long TOKENS = 500_000;
    private static final BigInteger UNSIGNED = BigInteger.ONE.shiftLeft(Long.SIZE);
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxTokenCount(TOKENS)
                    .maxNumberLength(100)
                    .maxDocumentLength(PngTexts.MOST_BYTES)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build());

    private BoundedJson() {}

    /** The tree; missing where the text is no JSON, or more of it than a recipe has. */
    static JsonNode tree(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    static Optional<String> text(JsonNode value) {
        return Optional.of(value).filter(JsonNode::isTextual).map(JsonNode::asText).filter(text -> !text.isBlank());
    }

    static Optional<Long> seed(JsonNode value) {
        return number(value).flatMap(BoundedJson::seed);
    }

    /** A whole number from 0 to 2^64 - 1. */
    static Optional<Long> seed(String digits) {
        return Optional.of(digits.strip())
                .filter(text -> text.matches("\\d{1,20}"))
                .map(BigInteger::new)
                .filter(number -> number.compareTo(UNSIGNED) < 0)
                .map(BigInteger::longValue);
    }

    static Optional<Integer> count(JsonNode value) {
        return number(value).flatMap(BoundedJson::count);
    }

    static Optional<Integer> count(String digits) {
        return Optional.of(digits.strip()).filter(text -> text.matches("\\d{1,6}")).map(Integer::valueOf);
    }

    static Optional<Double> decimal(JsonNode value) {
        return number(value).flatMap(BoundedJson::decimal);
    }

    static Optional<Double> decimal(String digits) {
        return Optional.of(digits.strip()).filter(text -> text.matches("\\d{1,6}(\\.\\d{1,20})?")).map(Double::valueOf);
    }

    static Optional<FrameSize> size(JsonNode width, JsonNode height) {
        return count(width).flatMap(wide -> count(height).flatMap(high -> size(wide, high)));
    }

    static Optional<FrameSize> size(int width, int height) {
        boolean possible = Math.min(width, height) >= 1 && Math.max(width, height) <= 16384;
        return possible ? Optional.of(new FrameSize(width, height)) : Optional.empty();
    }

    /** A number as such or as text. */
    private static Optional<String> number(JsonNode value) {
        return value.isNumber() || value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }
}
