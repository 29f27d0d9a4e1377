package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;

/** What ComfyUI wrote down about one job. */
record ComfyHistory(JsonNode entry) {
    /** @param answer of {@code /history/ID}; empty until the job is over */
    static Optional<ComfyHistory> of(String id, String answer) {
        JsonNode entry = Wire.read(answer).path(id);
        return entry.isObject() ? Optional.of(new ComfyHistory(entry)) : Optional.empty();
    }

    boolean succeeded() {
        return entry.at("/status/status_str").asText().equals("success") || entry.path("status").isMissingNode();
    }

    /** Paths below the address of the server, results before previews; names of files there are never names here. */
    List<String> files() {
        List<JsonNode> files = new ArrayList<>();
        entry.path("outputs").forEach(node -> node.forEach(list -> list.forEach(item -> {
            if (item.path("filename").isTextual()) {
                files.add(item);
            }
        })));
        files.sort(Comparator.comparing(item -> item.path("type").asText().equals("output") ? 0 : 1));
        return files.stream().map(ComfyHistory::view).toList();
    }

    private static String view(JsonNode item) {
        return "/view?filename=" + encoded(item, "filename") + "&subfolder=" + encoded(item, "subfolder") + "&type="
                + encoded(item, "type");
    }

    private static String encoded(JsonNode item, String field) {
        return URLEncoder.encode(item.path(field).asText(), StandardCharsets.UTF_8);
    }

    /** Why it did not succeed. */
    Failure failure() {
        for (JsonNode message : entry.at("/status/messages")) {
            JsonNode told = message.path(1);
            switch (message.path(0).asText()) {
                case "execution_interrupted" -> {
                    return new Failure.Transient("Somebody stopped ComfyUI while it drew this.", Duration.ZERO);
                }
                case "execution_error" -> {
                    return error(told);
                }
                default -> {
                    // how it went until then
                }
            }
        }
        return new Failure.Refused("ComfyUI failed, and did not say why.", "Look into its own window or log.");
    }

    private static Failure error(JsonNode told) {
        String why = told.path("node_type").asText("a node") + ": "
                + Wire.sentence(told.path("exception_message").asText("no reason"));
        return told.path("exception_type").asText().endsWith("OutOfMemoryError")
                ? new Failure.Exhausted("memory", "ComfyUI has not enough memory on its card (" + why + ").")
                : new Failure.Refused("ComfyUI failed in " + why + ".", "Try the graph in ComfyUI's own window.");
    }
}
