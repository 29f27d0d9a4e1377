package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.filmwright.base.Failure;
import org.filmwright.generate.Generator.Makes;

/** What ComfyUI wrote down about one job. */
record ComfyHistory(JsonNode entry) {
    private static final Pattern VIDEO = Pattern.compile(".*\\.(mp4|webm|mov|mkv|avi|gif)");
    private static final Pattern PICTURE = Pattern.compile(".*\\.(png|jpe?g)");

    /** @param answer of {@code /history/ID}; empty until the job is over */
    static Optional<ComfyHistory> of(String id, String answer) {
        JsonNode entry = Wire.read(answer).path(id);
        return entry.isObject() ? Optional.of(new ComfyHistory(entry)) : Optional.empty();
    }

    boolean succeeded() {
        return entry.at("/status/status_str").asText().equals("success") || entry.path("status").isMissingNode();
    }

    /**
     * Where the result lies, below the address of the server: whatever list names it (nodes call theirs {@code images},
     * {@code gifs}, {@code videos}), results before previews. Names of files there are never names here.
     */
    Optional<String> result(Makes what) {
        Pattern kind = switch (what) {
            case PICTURES -> PICTURE;
            case CLIPS -> VIDEO;
        };
        List<JsonNode> files = new ArrayList<>();
        entry.path("outputs").forEach(node -> node.forEach(list -> list.forEach(item -> {
            if (kind.matcher(item.path("filename").asText().toLowerCase(Locale.ROOT)).matches()) {
                files.add(item);
            }
        })));
        return files.stream()
                .min(Comparator.comparing(item -> item.path("type").asText().equals("output") ? 0 : 1))
                .map(ComfyHistory::view);
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
                    return new Failure.Transient("Somebody stopped ComfyUI while it made this: an interrupt there stops"
                            + " whatever runs. Nothing of it was kept; it is ordered again.", Duration.ZERO);
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
