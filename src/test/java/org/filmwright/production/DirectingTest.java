package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.filmwright.agents.AgentLibrary;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Region;
import org.filmwright.base.TakeId;
import org.filmwright.clips.ClipTake;
import org.filmwright.clips.MotionPlanner;
import org.filmwright.images.ImageTake;
import org.filmwright.production.Directing.Directed;
import org.filmwright.review.ApprovedImage;
import org.filmwright.review.Verdict;
import org.filmwright.story.FountainReader;
import org.filmwright.story.MoveChoice;
import org.filmwright.story.Planner;
import org.filmwright.story.Shot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DirectingTest {
    private static final MakeOrder.Look LOOK = MakeOrder.USUAL_LOOK;
    private static final Region SMALL = new Region(0.4, 0.4, 0.1, 0.2);
    private static final Region FILLING = new Region(0.02, 0.02, 0.96, 0.96);
    private final Shot shot = Planner.plan(FountainReader.read("INT. HALL - DAY\n\nMARA stands at the window.\n"), 1)
            .shots()
            .getFirst();

    private static Directing of(Shot shot, Region subject) {
        MediaRef media = new MediaRef(Digest.of("picture"), "png");
        ImageTake take = new ImageTake(new TakeId("take"), shot.id(), 1, media, Digest.of("brief"),
                new ImageTake.Origin("draft", 1), subject);
        return new Directing(shot, ApprovedImage.of(take, Verdict.byRule(take.id(), shot.id(), "sharp", "sharp",
                Instant.EPOCH)).orElseThrow(), LOOK);
    }

    private static Shot moving(Shot shot, CameraMove move) {
        return new Shot(shot.id(), shot.label(), shot.scene(), shot.framing(), new MoveChoice(move, "because"),
                shot.seconds(), shot.content());
    }

    @ParameterizedTest
    @EnumSource
    void byRuleAMoveIsFilmedAsEverAndItsReasoningHasTheFormOfTheAgents(CameraMove move) {
        JsonNode form = new AgentLibrary(List.of()).now().agent("video-motion").orElseThrow().contract().output();
        Shot moving = moving(shot, move);
        Directed directed = of(moving, SMALL).byRule();
        double aspect = LOOK.size().aspect();
        assertEquals(new MotionPlanner(aspect, aspect, LOOK.rate()).plan(move, SMALL, moving.seconds(), "because"),
                directed.plan());
        assertEquals(List.of(), SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(form)
                .validate(Json.tree(directed.direction().reasoning())));
    }

    @Test
    void whatThePictureCannotCarryIsNamedWithItsResolution() {
        Directed directed = of(moving(shot, CameraMove.PUSH_IN), FILLING).byRule();
        JsonNode conflict = Json.tree(directed.direction().reasoning()).at("/conflicts/0");
        assertEquals("The subject would have left the view.", conflict.path("limit").asText());
        assertTrue(conflict.path("wish").asText().startsWith("push-in by"), conflict.toString());
    }

    @Test
    void anAgentsMoveIsFilmedAndItsWildAmountIsBounded() {
        Directed directed = of(shot, SMALL).answered("""
                {"agent":"video-motion","by":"model","answer":{"reasoning":"She goes. It stays.",
                "movement":{"move":"pan-left","amount":7,"easing":"ease-in-out"}}}""");
        assertEquals(CameraMove.PAN_LEFT, directed.plan().move());
        assertTrue(directed.plan().reason().startsWith("She goes. (pan-left"), directed.plan().reason());
        assertEquals(0.2, directed.direction().amount());
        assertEquals("video-motion, model", directed.direction().by());
    }

    @Test
    void anAnswerWithoutAMoveIsFilmedByRule() {
        assertEquals(of(shot, SMALL).byRule(),
                of(shot, SMALL).answered("{\"answer\":{\"movement\":{\"move\":\"fly\"}}}"));
    }

    @Test
    void aDirectedClipStaysDirectedUntilThePlanWishesOtherwise() {
        Directed directed = of(shot, SMALL).answered("""
                {"agent":"video-motion","by":"model","answer":{"reasoning":"So.",
                "movement":{"move":"pan-left","amount":0.1,"easing":"ease-in-out"}}}""");
        Optional<ClipTake> clip = Optional.of(new ClipTake(new ClipId("clip"), shot.id(), new TakeId("take"),
                new MediaRef(Digest.of("clip"), "mp4"), Digest.of("brief"), 48, Optional.of(directed.direction())));
        assertEquals(directed.plan(), of(shot, SMALL).asBefore(clip).plan());
        Shot wished = moving(shot, CameraMove.CRANE_UP);
        assertEquals(of(wished, SMALL).byRule(), of(wished, SMALL).asBefore(clip));
    }
}
