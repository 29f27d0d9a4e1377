package org.filmwright.production;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.clips.ClipTake;
import org.filmwright.clips.Direction;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.export.Delivery;
import org.filmwright.export.SceneReel;
import org.filmwright.images.ImageTake;
import org.filmwright.review.Verdict;
import org.filmwright.story.Scene;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** Lays the clips of a scene out for people: {@code output/scene_N/video.mp4} and {@code metadata.json}. */
record DeliverScene(Records records, Path output) implements StepHandler {
    /** What this step answers. */
    record Delivered(String video) {}

    @Override
    public StepResult run(StepContext context) {
        StepOrder order = Json.read(context.input(), StepOrder.class);
        ShotPlan plan = new CurrentPlan(records).plan();
        Scene scene = plan.scenes().get(order.number() - 1);
        List<SceneReel.Shot> shots = plan.shotsOf(scene).stream().map(shot -> shot(shot, context.upstream())).toList();
        MakeOrder.Look look = order.make().look();
        SceneReel reel = new SceneReel(scene.number(), scene.label(), scene.heading(), look.size(), look.rate(), shots);
        return StepAnswers.of(new Delivery(output, records.vault()::file).deliver(reel, context.progress()),
                video -> StepResult.done(Json.of(new Delivered(output.getParent().relativize(video).toString()))));
    }

    private SceneReel.Shot shot(Shot shot, Map<String, String> upstream) {
        ClipTake clip = RenderClip.clipIn(upstream.get(MakeSteps.path(shot, MakeSteps.CLIP)), records);
        ImageTake take = records.takes().find(clip.image()).orElseThrow();
        String why = records.verdicts().latest(take.id()).map(Verdict::reason).orElse("");
        return new SceneReel.Shot(shot.id(), shot.label(), new SceneReel.Picture(take.id(), take.media(), why),
                new SceneReel.Clip(clip.id(), clip.media(), clip.frames()),
                camera(shot, clip));
    }

    private static SceneReel.Camera camera(Shot shot, ClipTake clip) {
        Optional<Direction> direction = clip.direction();
        return new SceneReel.Camera(direction.map(Direction::move).orElse(shot.camera().move()).word(),
                shot.camera().reason(), direction.map(Direction::by).orElse(Direction.RULE),
                direction.map(Direction::reasoning).orElse(""));
    }
}
