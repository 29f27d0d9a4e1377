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

/** The graph of the main job: read, plan, then per shot draw, circle and clip; deliver, assemble, export. */
final class MakeSteps {
    static final String MAKE = "make";
    static final String REFRESH = "refresh";
    static final String READ = "read";
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

    static RunSpec run(MakeOrder order) {
        String input = Json.of(StepOrder.film(order));
        return new RunSpec(MAKE, order.key(), input, List.of(StepSpec.task(READ, READ, CPU, input, List.of()),
                StepSpec.task(PLAN, PLAN, CPU, input, List.of(READ))));
    }

    /** Everything after the plan; in the order in which it should start when lanes are full. */
    static List<StepSpec> afterPlan(MakeOrder order, ShotPlan plan, String drawLane) {
        List<StepSpec> steps = new ArrayList<>();
        plan.shots().forEach(shot -> steps.addAll(ofShot(order, shot, drawLane)));
        plan.scenes()
                .stream()
                .filter(scene -> !plan.shotsOf(scene).isEmpty())
                .forEach(scene -> steps.add(delivery(order, plan, scene)));
        String film = Json.of(StepOrder.film(order));
        List<String> clips = plan.shots().stream().map(shot -> path(shot, CLIP)).toList();
        steps.add(StepSpec.task(ASSEMBLE, ASSEMBLE, CPU, film, clips));
        steps.add(StepSpec.task(EXPORT, EXPORT, FILM, film, List.of(ASSEMBLE)));
        return steps;
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

    private static StepSpec delivery(MakeOrder order, ShotPlan plan, Scene scene) {
        List<String> clips = plan.shotsOf(scene).stream().map(shot -> path(shot, CLIP)).toList();
        return StepSpec.task("scene/" + scene.number() + "/" + DELIVER, DELIVER, MEDIA,
                Json.of(new StepOrder(order, "", scene.number())), clips);
    }

    /** {@code shot/2-B/clip}. */
    static String path(Shot shot, String step) {
        return "shot/" + shot.label() + "/" + step;
    }
}
