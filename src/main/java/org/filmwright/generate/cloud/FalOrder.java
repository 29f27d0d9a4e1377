package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filmwright.generate.Generator;
import org.filmwright.generate.Request;

/** How one model of fal wants to be asked for a clip: fields, and lengths, which every model names in another way. */
record FalOrder(Offering offering) {
    static final long MOST_BYTES = 1L << 30;
    private static final long SEEDS = 0x7fff_ffffL;

    /** In seconds; one where it does not say. */
    double shortest() {
        return offering.form().path("lengths").valueStream().mapToDouble(JsonNode::asDouble).min().orElse(1);
    }

    /** The shortest that the model makes and that is long enough, else its longest. */
    double seconds(Request.Clip clip) {
        double wanted = clip.rate().seconds(clip.motion().frames());
        List<Double> lengths = offering.form()
                .path("lengths")
                .valueStream()
                .map(JsonNode::asDouble)
                .sorted(Comparator.naturalOrder())
                .toList();
        return lengths.stream()
                .filter(each -> each >= wanted - 0.01)
                .findFirst()
                .orElseGet(() -> lengths.isEmpty()
                        ? wanted
                        : lengths.getLast());
    }

    ObjectNode input(Request.Clip clip, URI picture) {
        JsonNode form = offering.form();
        ObjectNode input = Wire.object().put(form.path("picture").asText("image_url"), picture.toString());
        String words = clip.motion().prompt().strip();
        input.put("prompt", words.isEmpty() ? "the camera stands still" : words);
        if (form.has("seconds")) {
            long seconds = Math.round(seconds(clip));
            if (form.path("secondsAs").asText().equals("number")) {
                input.put(form.get("seconds").asText(), seconds);
            } else {
                input.put(form.get("seconds").asText(), Long.toString(seconds));
            }
        }
        if (form.has("seed")) {
            input.put(form.get("seed").asText(), clip.seed() & SEEDS);
        }
        form.path("fixed").properties().forEach(each -> input.set(each.getKey(), each.getValue()));
        return input;
    }

    Map<String, String> receipt(Request.Clip clip, Generator.Descriptor maker, String job) {
        Map<String, String> receipt = new LinkedHashMap<>();
        receipt.put("generator", maker.id());
        receipt.put("version", maker.version());
        receipt.put("model", offering.model());
        receipt.put("prompt", clip.motion().prompt());
        receipt.put("seed", Long.toString(clip.seed() & SEEDS));
        receipt.put("frames", Integer.toString(clip.motion().frames()));
        receipt.put("job", job);
        return receipt;
    }
}
