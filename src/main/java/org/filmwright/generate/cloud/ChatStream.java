package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import org.filmwright.generate.TextGenerator;

/**
 * An answer in OpenAI's form as it comes: events with pieces, or, from a server that does not stream, one document. Text
 * that the model thinks aloud comes in fields of its own and is left out.
 */
final class ChatStream {
    private static final String EVENT = "data:";
    private final TextGenerator.Reader reader;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();
    private String finish = "";
    private String error = "";
    private boolean done;
    private boolean events;
    private int read;

    ChatStream(TextGenerator.Reader reader) {
        this.reader = reader;
    }

    /** @return whether there is more to come */
    boolean line(String line) {
        if (line.startsWith(EVENT)) {
            events = true;
            String body = line.substring(EVENT.length()).strip();
            done = body.equals("[DONE]");
            if (!done) {
                take(body, "delta");
            }
        } else if (!events && !line.startsWith(":")) {
            plain.append(line).append('\n');
        }
        return !done && error.isEmpty();
    }

    /** After the last line: what was no stream of events may be a whole answer. */
    void end() {
        if (!events && !plain.toString().isBlank()) {
            take(plain.toString(), "message");
            done = !finish.isEmpty();
        }
    }

    private void take(String body, String field) {
        JsonNode event = Wire.read(body);
        if (event.has("error")) {
            error = Wire.message(body);
        }
        JsonNode usage = event.path("usage");
        read = usage.path("prompt_tokens").asInt(read);
        JsonNode choice = event.path("choices").path(0);
        String more = choice.path(field).path("content").asText("");
        if (!more.isEmpty() && choice.path(field).path("content").isTextual()) {
            text.append(more);
            reader.read(more);
        }
        finish = choice.path("finish_reason").isTextual() ? choice.path("finish_reason").asText() : finish;
    }

    String text() {
        return Wire.withoutThoughts(text.toString());
    }

    /** {@code stop}, {@code length}, {@code content_filter}; empty where none was given. */
    String finish() {
        return finish;
    }

    /** What went wrong after the answer had begun; empty for nothing. */
    String error() {
        return error;
    }

    /** Whether the server said that this was all. */
    boolean whole() {
        return done || !finish.isEmpty();
    }

    /** How many tokens of the question the server says it read; 0 where it says nothing. */
    int read() {
        return read;
    }
}
