package org.filmwright.production;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.filmwright.base.CameraMove;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.base.Region;
import org.filmwright.clips.ClipChecks;
import org.filmwright.clips.ClipTake;
import org.filmwright.clips.Direction;
import org.filmwright.clips.Direction.Wish;
import org.filmwright.clips.MotionPlan;
import org.filmwright.clips.MotionPlanner;
import org.filmwright.clips.MotionPlanner.Measured;
import org.filmwright.review.ApprovedImage;
import org.filmwright.story.CameraFrames;
import org.filmwright.story.Shot;

/** How an approved picture is filmed: as an agent directed it, else by rule; with the reasoning between wish and limit. */
record Directing(Shot shot, ApprovedImage image, MakeOrder.Look look) {
    private static final double FARTHEST = 0.2;
    private static final double LEAST = 0.02;
    private static final String EASING = "ease-in-out";
    private static final String FILMED_BY = "filmed by ";
    private static final String STILL = "camera-over-still";

    /** What is filmed, and why. */
    record Directed(MotionPlan plan, Direction direction) {}

    /** As a person framed it, which counts before every rule and agent. */
    private Optional<Directed> byHand() {
        return shot.camera().frames().map(this::framed);
    }

    private Directed framed(CameraFrames frames) {
        CameraMove move = shot.camera().move();
        MotionPlan plan = new MotionPlan(move, frames.start(), frames.end(), frames.easing(),
                look.rate().frames(shot.seconds()), shot.camera().reason());
        double zoom = Math.max(frames.start().width(), frames.end().width())
                / Math.min(frames.start().width(), frames.end().width()) - 1;
        double amount = Math.max(zoom, Math.hypot(frames.end().centreX() - frames.start().centreX(),
                frames.end().centreY() - frames.start().centreY()));
        ObjectNode told = reasoning(new Measured(plan, amount, amount));
        ((ObjectNode) told.get("movement")).put("easing", easing(frames.easing()));
        if (!frames.start().contains(image.subject()) || !frames.end().contains(image.subject())) {
            conflict(told, "the frames as they were drawn", "The subject is not wholly in both of them.",
                    "They stay as they were drawn.");
        }
        return new Directed(plan, new Direction(Direction.HAND, wish(), move, amount, Json.of(told)));
    }

    /** By rule: as the plan of shots wished, as far as the picture carries it. */
    Directed byRule() {
        CameraMove move = shot.camera().move();
        Measured measured = measured(move, shot.camera().reason(), MotionPlanner.amount(move, shot.seconds()));
        return new Directed(measured.plan(),
                new Direction(Direction.RULE, wish(), move, measured.amount(), Json.of(reasoning(measured))));
    }

    /** As this agent's answer says; by rule where it names no move. @param output of the step that asked it */
    Directed answered(String output) {
        return byHand().orElseGet(() -> byAnswer(output));
    }

    private Directed byAnswer(String output) {
        JsonNode report = Json.tree(output);
        JsonNode answer = report.has("answer") ? report.get("answer") : report;
        return CameraMove.ofWord(answer.at("/movement/move").asText())
                .map(move -> byAgent(move, report, (ObjectNode) answer.deepCopy()))
                .orElseGet(this::byRule);
    }

    private Directed byAgent(CameraMove move, JsonNode report, ObjectNode answer) {
        double wanted = answer.at("/movement/amount").asDouble();
        double amount = move == CameraMove.STATIC ? 0 : Math.clamp(wanted, LEAST, FARTHEST);
        Measured measured = eased(measured(move, why(answer), amount), answer);
        limits(answer, measured);
        String by = report.path("agent").asText("by hand") + ", " + report.path("by").asText("a person");
        return new Directed(measured.plan(), new Direction(by, wish(), move, amount, Json.of(answer)));
    }

    /** As an agent directed the clip that is there, while picture, move and length are still what it was asked about. */
    Directed asBefore(Optional<ClipTake> clip) {
        return byHand().orElseGet(() -> clip.filter(made -> made.image().equals(image.take()))
                .flatMap(ClipTake::direction)
                .filter(direction -> !direction.isByRule() && !direction.isByHand())
                .filter(direction -> direction.wish().equals(wish()))
                .map(this::again)
                .orElseGet(this::byRule));
    }

    /** What was done may be less than what was asked for, and can be more next time. */
    private Directed again(Direction direction) {
        JsonNode told = Json.tree(direction.reasoning());
        CameraMove asked = CameraMove.ofWord(told.at("/movement/move").asText()).orElse(direction.move());
        return new Directed(eased(measured(asked, why(told), direction.amount()), told).plan(),
                new Direction(direction.by(),
                        direction.wish(), direction.move(), direction.amount(), Json.of(filmedAnew(told.deepCopy()))));
    }

    /** Who filmed it instead of whom is told of that clip alone. */
    private static JsonNode filmedAnew(JsonNode told) {
        if (told.path("conflicts") instanceof ArrayNode conflicts) {
            conflicts.removeIf(each -> each.path("wish").asText().startsWith(FILMED_BY));
        }
        return told;
    }

    /** The same over a picture of which nobody knows how near things are in it. */
    static Directed flat(Directed directed, String why) {
        Direction direction = directed.direction();
        CameraMove wished = directed.plan().move();
        ObjectNode told = (ObjectNode) Json.tree(direction.reasoning()).deepCopy();
        conflict(told, wished.word(), why, "The camera stays on the surface of the picture instead, as in a "
                + wished.flat().word() + ".");
        return new Directed(directed.plan(), new Direction(direction.by(), direction.wish(), wished.flat(), direction
                .amount(), Json.of(told)));
    }

    /** The same by our own camera instead of a clip that could not be shown. */
    static Directed instead(Directed directed, String maker, List<ClipChecks.Alarm> alarms) {
        Direction direction = directed.direction();
        ObjectNode told = (ObjectNode) Json.tree(direction.reasoning()).deepCopy();
        conflict(told, "a clip by " + maker, alarms.stream()
                .map(ClipChecks.Alarm::sentence)
                .collect(Collectors
                        .joining(" ")),
                "Our own camera films the picture instead; that clip is kept as a take.");
        return new Directed(directed.plan(), new Direction(direction.by(), direction.wish(), direction.move(), direction
                .amount(), Json.of(told)));
    }

    /** The same, filmed by somebody else than was chosen. @param who a sentence says who it was */
    static Directed passedOn(Directed directed, String chosen, String why, String who) {
        Direction direction = directed.direction();
        ObjectNode told = (ObjectNode) Json.tree(direction.reasoning()).deepCopy();
        conflict(told, FILMED_BY + chosen, why, who);
        return new Directed(directed.plan(), new Direction(direction.by(), direction.wish(), direction.move(), direction
                .amount(), Json.of(told)));
    }

    /** What a model that films by words is told: what happens, and how the camera moves. */
    static String words(Directed directed) {
        String told = Json.tree(directed.direction().reasoning()).at("/primary/prompt").asText().strip();
        String term = directed.plan().move().promptTerm();
        return told.isEmpty() ? term : told;
    }

    private Wish wish() {
        return new Wish(shot.camera().move(), shot.seconds());
    }

    private Measured measured(CameraMove move, String why, double amount) {
        double aspect = look.size().aspect();
        return new MotionPlanner(aspect, aspect, look.rate()).measured(move, image.subject(), shot.seconds(), why,
                amount);
    }

    private static Measured eased(Measured measured, JsonNode answer) {
        String word = answer.at("/movement/easing").asText(EASING);
        return Arrays.stream(Easing.values())
                .filter(each -> easing(each).equals(word))
                .findFirst()
                .map(measured::eased)
                .orElse(measured);
    }

    private static String why(JsonNode answer) {
        return answer.path("reasoning").asText().strip().split("(?<=[.!?])\\s", 2)[0];
    }

    /** In the form in which the agent answers. */
    private ObjectNode reasoning(Measured measured) {
        ObjectNode told = Json.object();
        told.put("sceneType", sceneType()).put("reasoning", measured.plan().reason());
        told.putObject("movement")
                .put("move", measured.plan().move().word())
                .put("amount", rounded(measured.amount()))
                .put("easing", EASING);
        Region subject = image.subject();
        told.putArray("focusPoints")
                .addObject()
                .put("what", focus())
                .put("x", rounded(subject.centreX()))
                .put("y", rounded(subject.centreY()))
                .put("at", 0);
        told.putObject("timing").put("seconds", shot.seconds()).put("hold", 0).put("settle", 0);
        told.putObject("quality").put("minSharpness", 0.5).put("maxFlicker", 0.01).put("minSubjectInFrame", 0.95);
        told.putObject("primary").put("approach", STILL).put("prompt", prompt());
        told.putObject("fallback").put("approach", STILL).put("why", "A still holds where no move can be rendered.");
        told.putArray("conflicts");
        smaller(told, measured);
        return told;
    }

    private String sceneType() {
        if (!shot.content().lines().isEmpty()) {
            return "dialogue";
        }
        return switch (shot.framing().size()) {
            case EWS, WS -> shot.content().people().isEmpty() ? "establishing" : "action";
            case INSERT -> "insert";
            case CU, ECU, MCU -> "reaction";
            case MWS, MS -> "action";
        };
    }

    private String focus() {
        return shot.content().focus().orElse(shot.content().people().isEmpty() ? "the place" : "the people");
    }

    private String prompt() {
        return shot.content().action().strip() + " " + shot.camera().move().promptTerm() + ", "
                + String.format(Locale.ROOT, "%.1f seconds", shot.seconds());
    }

    /** What this studio's camera cannot do is said, never left out in silence. */
    private void limits(ObjectNode answer, Measured measured) {
        smaller(answer, measured);
        double seconds = answer.at("/timing/seconds").asDouble(shot.seconds());
        if (Math.abs(seconds - shot.seconds()) > 0.2) {
            conflict(answer, String.format(Locale.ROOT, "%.1f s long", seconds), String.format(Locale.ROOT,
                    "The plan gives this shot %.1f s.", shot.seconds()), "The move takes the length of the shot.");
        }
        double still = answer.at("/timing/hold").asDouble() + answer.at("/timing/settle").asDouble();
        if (still > 0) {
            conflict(answer, String.format(Locale.ROOT, "%.1f s of stillness at the ends", still),
                    "The camera over a still moves over the whole shot.", "It begins and ends slowly instead.");
        }
        boolean overStill = look.clipGenerator().equals(Filmers.CAMERA);
        if (overStill && !answer.at("/primary/approach").asText(STILL).equals(STILL)) {
            conflict(answer, answer.at("/primary/approach").asText(), "No model of videos is set up.",
                    "The fallback: " + answer.at("/fallback/why").asText("the camera moves over the still."));
        }
    }

    private static void smaller(ObjectNode answer, Measured measured) {
        if (measured.amount() < measured.wished() - 1e-9) {
            conflict(answer, percent(measured.plan().move().word() + " by", measured.wished()),
                    "The subject would have left the view.",
                    percent(measured.plan().move().word() + " by", measured.amount()));
        }
    }

    private static String percent(String what, double amount) {
        return String.format(Locale.ROOT, "%s %.0f %%", what, 100 * amount);
    }

    private static void conflict(ObjectNode answer, String wish, String limit, String resolution) {
        answer.withArray("conflicts").addObject().put("wish", wish).put("limit", limit).put("resolution", resolution);
    }

    /** In the words of the agents' form. */
    private static String easing(Easing easing) {
        return switch (easing) {
            case LINEAR -> "linear";
            case SOFT -> EASING;
            case IN -> "ease-in";
            case OUT -> "ease-out";
        };
    }

    private static double rounded(double value) {
        return Math.round(1000 * value) / 1000.0;
    }
}
