package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.Failure;
import org.filmwright.net.Door;
import org.filmwright.net.Reply;

/** Why ComfyUI does not take a graph. */
final class ComfyRefusal {
    private ComfyRefusal() {}

    static Failure nobody(Door door, String why) {
        return new Failure.Misconfigured("ComfyUI does not answer at " + door.base() + " (" + Wire.sentence(why)
                + "). Nothing was drawn.", "Start it, or correct its address in artists.json.");
    }

    static Failure of(Reply.Answered answered) {
        JsonNode body = Wire.read(answered.body());
        JsonNode error = body.path("error");
        List<String> what = new ArrayList<>();
        body.path("node_errors")
                .forEach(node -> node.path("errors")
                        .forEach(each -> what.add(
                                node.path("class_type").asText("a node") + ": " + each.path("message").asText() + " "
                                        + each.path("details").asText())));
        String said = "ComfyUI does not take the graph (" + answered.status() + "): "
                + Wire.sentence(error.path("message").asText(Wire.message(answered.body()))
                        + (what.isEmpty() ? "" : "; " + String.join("; ", what)))
                + ". Nothing was drawn.";
        if (answered.status() >= 500 || answered.status() == 429) {
            return new Failure.Transient(said, Retry.after(answered).orElse(Duration.ZERO));
        }
        boolean missing = body.findValuesAsText("type").contains("value_not_in_list")
                || said.contains("does not exist") || error.path("type").asText().equals("missing_node_type");
        return missing
                ? new Failure.Misconfigured(said, "Install the model or the node that it names, or choose another one.")
                : new Failure.Refused(said, "Try the graph in ComfyUI's own window, and export it again.");
    }
}
