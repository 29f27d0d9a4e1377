package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.Failure;
import org.filmwright.net.Door;
import org.filmwright.net.Reply;

/** Why ComfyUI does not take something, or does not give it. It costs nothing, so whatever was lost is asked for again. */
final class ComfyRefusal {
    static final String NOTHING = " Nothing was made.";

    private ComfyRefusal() {}

    static Failure nobody(Door door, String why) {
        return new Failure.Misconfigured("ComfyUI does not answer at " + door.base() + " (" + Wire.sentence(why) + ")."
                + NOTHING, "Start it, or correct its address in artists.json.");
    }

    /** @param why without a full stop */
    static Failure broken(String why) {
        return new Failure.Transient("ComfyUI broke off (" + Wire.sentence(why) + "). It is asked again.",
                Duration.ZERO);
    }

    /** @param what it was given */
    static Failure of(Reply.Answered answered, String what) {
        String said = "ComfyUI does not take " + what + " (" + answered.status() + "): " + reasons(answered.body())
                + "." + NOTHING;
        return switch (answered.status()) {
            case 401, 403 -> new Failure.Misconfigured(said,
                    "Something in front of it wants to know who asks: let this machine in, or correct the address.");
            case 404, 405 -> new Failure.Misconfigured(said,
                    "What answers there is no ComfyUI: correct its address in artists.json.");
            case 413 -> new Failure.Refused(said,
                    "Start ComfyUI with a larger --max-upload-size, or use a smaller picture.");
            default -> again(answered.status())
                    ? new Failure.Transient(said, Retry.after(answered).orElse(Duration.ZERO))
                    : wrong(answered, said);
        };
    }

    private static boolean again(int status) {
        return status >= 500 || status == 429 || status == 408;
    }

    private static Failure wrong(Reply.Answered answered, String said) {
        JsonNode body = Wire.read(answered.body());
        boolean missing = body.findValuesAsText("type").contains("value_not_in_list")
                || said.contains("does not exist") || body.at("/error/type").asText().equals("missing_node_type");
        return missing
                ? new Failure.Misconfigured(said, "Install the model or the node that it names, or choose another one.")
                : new Failure.Refused(said, "Try the graph in ComfyUI's own window, and export it again.");
    }

    private static String reasons(String body) {
        String nodes = dropped(body);
        return Wire.sentence(Wire.message(body) + (nodes.isEmpty() ? "" : "; " + nodes));
    }

    /** What it says about single nodes: also of a graph that it takes otherwise. Empty where there is nothing. */
    static String dropped(String body) {
        List<String> what = new ArrayList<>();
        Wire.read(body)
                .path("node_errors")
                .forEach(node -> node.path("errors")
                        .forEach(each -> what.add(
                                node.path("class_type").asText("a node") + ": " + each.path("message").asText() + " "
                                        + each.path("details").asText())));
        return Wire.sentence(String.join("; ", what));
    }

    /** Of a result that was made, and could not be fetched. */
    static Failure unfetched(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered when again(answered.status()) -> new Failure.Transient(
                    "ComfyUI has made it, and it could not be fetched yet (it answered " + answered.status()
                            + "). It is fetched again.",
                    Retry.after(answered).orElse(Duration.ZERO));
            case Reply.Answered answered -> new Failure.Refused("ComfyUI says that it was made, but it does not give it"
                    + " out (" + answered.status() + ").", "Order another take; perhaps its folder was emptied.");
            case Reply.Lost lost when lost.isTooMuch() -> new Failure.Refused("What ComfyUI made was not taken: "
                    + Wire.sentence(lost.why()) + ".", "Let the graph save a smaller file.");
            case Reply.Lost(String why, boolean _) -> broken(why);
            case Reply.Unreached(String why) -> broken(why);
        };
    }
}
