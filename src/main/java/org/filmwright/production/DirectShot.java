package org.filmwright.production;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.filmwright.base.Region;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.story.Scene;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPrompt;

/**
 * The second of two layers: an agent turns the wishes for a scene into the technique of one shot, knowing its approved
 * picture, and names what wish and limit could not agree on. Where nobody writes, the camera follows the plan by
 * rule; where a person framed the move, nobody is asked.
 */
public record DirectShot(Records records, AgentWork crew) implements StepHandler {
    /** What is put out where nobody directed. */
    static final String NOBODY = "{}";
    private static final String CAPABILITY = "motion-plan";
    /** What the agent's schema allows. */
    private static final int MOST_WISHES = 9;

    @Override
    public StepResult run(StepContext context) {
        CircledShot circled = CircledShot.of(context, records);
        if (circled.shot().camera().frames().isPresent()) {
            return StepResult.done(NOBODY);
        }
        return crew.ask(context, CAPABILITY, input(circled, guidelines(context, circled.shot())))
                .orElse(StepResult.done(NOBODY));
    }

    /** What the first layer said of the scene. */
    private static Optional<JsonNode> guidelines(StepContext context, Shot shot) {
        return context.upstream()
                .values()
                .stream()
                .map(Json::tree)
                .map(output -> output.has("answer") ? output.get("answer") : output)
                .flatMap(answer -> StreamSupport.stream(answer.path("scenes").spliterator(), false))
                .filter(scene -> scene.path("scene").asInt() == shot.scene() && scene.has("guidelines"))
                .findFirst();
    }

    private static ObjectNode input(CircledShot circled, Optional<JsonNode> guidelines) {
        Shot shot = circled.shot();
        Scene scene = circled.plan().sceneOf(shot);
        ObjectNode input = Json.object();
        input.put("analysis", guidelines.map(said -> said.path("analysis").asText())
                .filter(words -> !words.isBlank())
                .orElse(scene.heading()));
        ArrayNode wishes = input.putArray("guidelines");
        wishes.add("The plan of shots wishes " + shot.camera().move().word() + ": " + shot.camera().reason());
        guidelines.ifPresent(said -> {
            said.path("guidelines").valueStream().limit(MOST_WISHES - 1).forEach(wishes::add);
            said.path("limits").valueStream().limit(1).forEach(limit -> wishes.add("Not wanted: " + limit.asText()));
        });
        input.put("seconds", Math.clamp(shot.seconds(), 1, 20));
        input.put("picture", picture(circled));
        ArrayNode people = input.putArray("people");
        shot.content().people().forEach(people::add);
        return input;
    }

    private static String picture(CircledShot circled) {
        Region subject = circled.image().subject();
        return String.format(Locale.ROOT,
                "%s Approved. The subject stands from %.0f to %.0f %% of the width and from %.0f to %.0f %% of the height.",
                ShotPrompt.of(circled.plan(), circled.shot()), 100 * subject.x(), 100 * (subject.x() + subject.width()),
                100 * subject.y(), 100 * (subject.y() + subject.height()));
    }
}
