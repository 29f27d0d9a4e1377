package org.filmwright.generate.cloud;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.filmwright.generate.TextRequest;

/** JSON as servers send it: whatever cannot be read is missing. */
final class Wire {
    /** A picture in an answer is one string, and may be larger than the library expects. */
    private static final int LONGEST = 64 << 20;
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST).build())
            .build()).build();
    private static final int SENTENCE = 300;
    private static final Pattern THOUGHTS = Pattern.compile("\\A\\s*<think(?:ing)?>.*?</think(?:ing)?>\\s*",
            Pattern.DOTALL);

    private Wire() {}

    static JsonNode read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** What a server says went wrong, in whichever of the usual places it says it. */
    static String message(String body) {
        JsonNode top = read(body);
        JsonNode whole = top.isArray() && !top.isEmpty() ? top.get(0) : top;
        for (String place : new String[]{"/error/message", "/error", "/message", "/detail", "/title"}) {
            JsonNode found = whole.at(place);
            if (found.isTextual() && !found.asText().isBlank()) {
                return sentence(found.asText());
            }
        }
        List<String> details = whole.path("detail").findValuesAsText("msg");
        if (!details.isEmpty()) {
            return sentence(String.join("; ", details));
        }
        return body.isBlank() ? "no reason" : sentence(body);
    }

    /** In one line, without marks, not longer than a person reads. */
    static String sentence(String text) {
        String plain = text.replaceAll("<[^>]{0,200}>", " ").replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return plain.length() <= SENTENCE ? plain : plain.substring(0, SENTENCE) + "…";
    }

    /** A sentence to which another one can be added. */
    static String ended(String text) {
        return text.matches("(?s).*[.!?…]\\)?") ? text : text + ".";
    }

    /** A few models think aloud before they answer. */
    static String withoutThoughts(String text) {
        return THOUGHTS.matcher(text).replaceFirst("");
    }

    /** The talk as nearly all servers take it; the instructions come first where they are not sent apart. */
    static ArrayNode messages(TextRequest request, boolean withInstructions) {
        ArrayNode messages = JSON.createArrayNode();
        if (withInstructions) {
            message(messages, "system", request.instructions());
        }
        request.turns().forEach(turn -> message(messages, switch (turn.voice()) {
            case ASKED -> "user";
            case ANSWERED -> "assistant";
        }, turn.text()));
        return messages;
    }

    private static void message(ArrayNode messages, String role, String content) {
        messages.addObject().put("role", role).put("content", content);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
