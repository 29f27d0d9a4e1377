package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import org.filmwright.generate.TextGenerator;

/** Anthropic's events as they come. Counts replace each other and are never added; another start begins anew. */
final class AnthropicStream {
    private static final String EVENT = "data:";
    private final TextGenerator.Reader reader;
    private final StringBuilder text = new StringBuilder();
    private Prices.Tokens tokens = new Prices.Tokens(0, 0, 0, 0);
    private String stop = "";
    private String error = "";
    private boolean started;
    private boolean whole;

    AnthropicStream(TextGenerator.Reader reader) {
        this.reader = reader;
    }

    boolean line(String line) {
        if (line.startsWith(EVENT)) {
            JsonNode event = Wire.read(line.substring(EVENT.length()));
            switch (event.path("type").asText()) {
                case "message_start" -> start(event.path("message"));
                case "content_block_delta" -> more(event.path("delta"));
                case "message_delta" -> {
                    stop = event.at("/delta/stop_reason").asText(stop);
                    count(event.path("usage"));
                }
                case "message_stop" -> whole = true;
                case "error" -> error = Wire.message(line.substring(EVENT.length()));
                default -> {
                    // pings, and whatever they think of next
                }
            }
        }
        return !whole && error.isEmpty();
    }

    private void start(JsonNode message) {
        started = true;
        text.setLength(0);
        count(message.path("usage"));
    }

    private void more(JsonNode delta) {
        String piece = delta.path("type").asText().equals("text_delta") ? delta.path("text").asText() : "";
        if (!piece.isEmpty()) {
            text.append(piece);
            reader.read(piece);
        }
    }

    private void count(JsonNode usage) {
        tokens = new Prices.Tokens(usage.path("input_tokens").asLong(tokens.read()),
                usage.path("cache_creation_input_tokens").asLong(tokens.cacheWrites()),
                usage.path("cache_read_input_tokens").asLong(tokens.cacheReads()),
                usage.path("output_tokens").asLong(tokens.written()));
    }

    String text() {
        return text.toString();
    }

    Prices.Tokens tokens() {
        return tokens;
    }

    /** {@code end_turn}, {@code max_tokens}, {@code refusal} and others. */
    String stop() {
        return stop;
    }

    String error() {
        return error;
    }

    /** Whether anything came that is charged. */
    boolean started() {
        return started;
    }

    boolean whole() {
        return whole;
    }
}
