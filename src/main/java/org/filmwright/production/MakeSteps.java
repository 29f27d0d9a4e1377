package org.filmwright.production;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.filmwright.base.Digest;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.StepSpec;
import org.filmwright.story.Scene;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** The steps of a film by name; which follows which is said by the workflow definitions. */
final class MakeSteps {
    static final String MAKE = "make";
    static final String REFRESH = "refresh";
    static final String READ = "read";
    static final String CONCEPT = "concept";
    static final String CHARACTERS = "characters";
    static final String PLAN = "plan";
    static final String DRAW = "draw";
    static final String CIRCLE = "circle";
    static final String CLIP = "clip";
    static final String DELIVER = "deliver";
    static final String ASSEMBLE = "assemble";
    static final String EXPORT = "export";

    private static final String CPU = "cpu";
    private static final String MEDIA = "media";
    static final String FILM = "film";

    private MakeSteps() {}

    /** A shot that is to be made. @param shot its id; @param lane where its pictures are drawn */
    record ShotItem(String key, String lane, String shot) {}

    /** A scene that is to be delivered. @param after the steps that make its clips */
    record SceneItem(String key, int number, List<String> after) {}

    static List<ShotItem> shots(ShotPlan plan, String drawLane) {
        return plan.shots().stream().map(shot -> new ShotItem(key(shot), drawLane, shot.id().value())).toList();
    }

    static List<SceneItem> scenes(ShotPlan plan) {
        return plan.scenes()
                .stream()
                .filter(scene -> !plan.shotsOf(scene).isEmpty())
                .map(scene -> new SceneItem(Integer.toString(scene.number()), scene.number(), clips(plan, scene)))
                .toList();
    }

    /** What tells one plan from another. */
    static String digest(ShotPlan plan) {
        return Digest.of(Json.of(plan)).hex();
    }

    private static List<String> clips(ShotPlan plan, Scene scene) {
        return plan.shotsOf(scene).stream().map(shot -> path(shot, CLIP)).toList();
    }

    /** The job that breaks down one scene: what there is to draw is found out when it starts. */
    static RunSpec refresh(MakeOrder order, List<Shot> shots, int scene, InstantSource clock) {
        String input = Json.of(new StepOrder(order, "", scene));
        String key = "refresh/" + Digest.of(shots + order.key() + clock.millis()).hex();
        return new RunSpec(REFRESH, key, input, List.of(StepSpec.task(REFRESH, REFRESH, CPU, input, List.of())));
    }

    static List<StepSpec> ofShot(MakeOrder order, Shot shot, String drawLane) {
        List<StepSpec> draws = IntStream.rangeClosed(1, order.takes())
                .mapToObj(take -> StepSpec.task(path(shot, DRAW) + "/" + take, DRAW, drawLane,
                        Json.of(new StepOrder(order, shot.id().value(), take)), List.of()))
                .toList();
        String input = Json.of(new StepOrder(order, shot.id().value(), 0));
        List<StepSpec> steps = new ArrayList<>(draws);
        steps.add(StepSpec.task(path(shot, CIRCLE), CIRCLE, CPU, input, draws.stream().map(StepSpec::path).toList()));
        steps.add(StepSpec.task(path(shot, CLIP), CLIP, MEDIA, input, List.of(path(shot, CIRCLE))));
        return steps;
    }

    /** {@code shot/2-B/clip}. */
    static String path(Shot shot, String step) {
        return "shot/" + key(shot) + "/" + step;
    }

    private static String key(Shot shot) {
        return shot.label().replace('/', '_');
    }
}
