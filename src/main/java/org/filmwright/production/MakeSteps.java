package org.filmwright.production;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.filmwright.base.Digest;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.StepSpec;
import org.filmwright.images.ImageTake;
import org.filmwright.story.Scene;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** The steps of a film by name; which follows which is said by the workflow definitions. */
final class MakeSteps {
    static final String MAKE = "make";
    static final String REFRESH = "refresh";
    static final String REGENERATE = "regenerate";
    static final String READ = "read";
    static final String CONCEPT = "concept";
    static final String CHARACTERS = "characters";
    static final String SCENES = "scenes";
    static final String SCREENPLAY = "screenplay";
    static final String PLAN = "plan";
    static final String DRAW = "draw";
    static final String CIRCLE = "circle";
    static final String GUIDELINES = "guidelines";
    static final String MOTION = "motion";
    static final String CLIP = "clip";
    static final String REFILM = "refilm";
    static final String RECUT = "recut";
    static final String DELIVER = "deliver";
    static final String ASSEMBLE = "assemble";
    static final String EXPORT = "export";

    static final String STORYBOARD = "storyboard";
    static final String AGENT = "agent";
    static final String ENLARGE = "enlarge";

    /** Jobs that go on beside a film. */
    static final Set<String> BESIDE = Set.of(REFRESH, REGENERATE, ENLARGE, REFILM, AGENT, EXPORT);

    private static final String CPU = "cpu";
    private static final String MEDIA = "media";
    static final String FILM = "film";

    private MakeSteps() {}

    /** A shot that is to be made. @param shot its id; @param lane where its pictures are drawn @param lanes where else */
    record ShotItem(String key, String lane, Map<String, String> lanes, String shot) {}

    /** Where the pictures of a film are drawn and where they are filmed: with each provider in a lane of its own. */
    record ShotLanes(String draw, String clip) {
        static ShotLanes of(Generators generators, MakeOrder.Look look) {
            return new ShotLanes(generators.apply(look.imageGenerator()).describe().lane(), filming(generators, look));
        }

        /** Where clips are filmed: here, where nobody of that id is there any more. */
        static String filming(Generators generators, MakeOrder.Look look) {
            return generators.find(look.clipGenerator()).map(maker -> maker.describe().lane()).orElse(MEDIA);
        }
    }

    /** A scene that is to be read by whoever directs. */
    record SceneCue(String key, int number) {}

    /** A scene that is to be delivered. @param after the steps that make its clips */
    record SceneItem(String key, int number, List<String> after) {}

    static List<ShotItem> shots(ShotPlan plan, ShotLanes lanes) {
        return plan.shots()
                .stream()
                .map(shot -> new ShotItem(key(shot), lanes.draw, Map.of(CLIP, lanes.clip), shot.id().value()))
                .toList();
    }

    static List<SceneItem> scenes(ShotPlan plan) {
        return plan.scenes()
                .stream()
                .filter(scene -> !plan.shotsOf(scene).isEmpty())
                .map(scene -> new SceneItem(Integer.toString(scene.number()), scene.number(), clips(plan, scene)))
                .toList();
    }

    static List<SceneCue> cues(ShotPlan plan) {
        return scenes(plan).stream().map(scene -> new SceneCue(scene.key(), scene.number())).toList();
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

    /** The job that draws more takes of shots: one step for each shot, which says where they are drawn. */
    static RunSpec regenerate(MakeOrder order, List<More> shots, InstantSource clock) {
        List<StepSpec> steps = shots.stream()
                .map(more -> StepSpec.task(path(more.shot, REGENERATE), REGENERATE, CPU,
                        Json.of(new StepOrder(order, more.shot.id().value(), more.first, more.seed)), List.of()))
                .toList();
        String key = "regenerate/" + Digest.of(shots + order.key() + clock.millis()).hex();
        return new RunSpec(REGENERATE, key, Json.of(StepOrder.film(order)), steps);
    }

    /** The job that films one shot again, and puts the new clip where the one before it is in the cut. */
    static RunSpec refilm(MakeOrder order, Shot shot, String lane, InstantSource clock) {
        String input = Json.of(new StepOrder(order, shot.id().value(), 0));
        StepSpec film = StepSpec.task(path(shot, CLIP), CLIP, lane, input, List.of());
        StepSpec cut = StepSpec.task(path(shot, RECUT), RECUT, CPU, input, List.of(film.path()));
        return new RunSpec(REFILM, "refilm/" + shot.id().value() + "/" + clock.millis(), input, List.of(film, cut));
    }

    /** The job that enlarges a take. */
    static RunSpec enlarge(ImageTake take, Shot shot, InstantSource clock) {
        String input = Json.of(new EnlargeTake.Order(take.id().value()));
        String path = path(shot, ENLARGE) + "/" + take.number();
        return new RunSpec(ENLARGE, "enlarge/" + take.id().value() + "/" + clock.millis(), input,
                List.of(StepSpec.task(path, ENLARGE, CPU, input, List.of())));
    }

    /** More takes of a shot. @param first the number of the first; @param seed its seed, where a person gave one */
    record More(Shot shot, int first, Optional<Long> seed) {}

    /** The takes of one shot that a step of such a job asks for. */
    static List<StepSpec> more(StepOrder order, Shot shot, String drawLane) {
        return IntStream.range(0, order.make().takes())
                .mapToObj(i -> new StepOrder(order.make(), order.shot(), order.number() + i,
                        order.seed().map(seed -> seed + i)))
                .map(take -> StepSpec.task(path(shot, DRAW) + "/" + take.number(), DRAW, drawLane, Json.of(take),
                        List.of()))
                .toList();
    }

    static List<StepSpec> ofShot(MakeOrder order, Shot shot, ShotLanes lanes) {
        List<StepSpec> draws = IntStream.rangeClosed(1, order.takes())
                .mapToObj(take -> StepSpec.task(path(shot, DRAW) + "/" + take, DRAW, lanes.draw,
                        Json.of(new StepOrder(order, shot.id().value(), take)), List.of()))
                .toList();
        String input = Json.of(new StepOrder(order, shot.id().value(), 0));
        List<StepSpec> steps = new ArrayList<>(draws);
        steps.add(StepSpec.task(path(shot, CIRCLE), CIRCLE, CPU, input, draws.stream().map(StepSpec::path).toList()));
        steps.add(StepSpec.task(path(shot, CLIP), CLIP, lanes.clip, input, List.of(path(shot, CIRCLE))));
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
