package org.filmwright.production;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.CameraMove;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.base.ShotId;
import org.filmwright.clips.ClipTake;
import org.filmwright.clips.MotionPlan;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.RunId;
import org.filmwright.generate.RehearsingGenerator;
import org.filmwright.generate.Request;
import org.filmwright.production.Directing.Directed;
import org.filmwright.review.ApprovedImage;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotOverride;
import org.filmwright.story.ShotPlan;

/** The camerawork of an open project. What a picture's depth is stays known for the picture that was asked about last. */
final class OpenCamerawork implements Camerawork {
    private final Path folder;
    private final Records records;
    private final Generators generators;
    private final EngineApi engine;
    private final InstantSource clock;
    private Optional<Deep> deep = Optional.empty();

    OpenCamerawork(Path folder, Records records, Generators generators, EngineApi engine, InstantSource clock) {
        this.folder = folder;
        this.records = records;
        this.generators = generators;
        this.engine = engine;
        this.clock = clock;
    }

    /** How near things are in a picture, or why that is not known. */
    private record Deep(ApprovedImage image, String key, Outcome<Request.Depth.Source> source) {}

    @Override
    public Outcome<CameraSetup> of(ShotId id) {
        return circled(id).then(circled -> {
            List<ClipTake> clips = records.clips().all().stream().filter(clip -> clip.shot().equals(id)).toList();
            MakeOrder.Look look = circled.order().make().look();
            Directed now = new Directing(circled.shot(), circled.image(), look)
                    .asBefore(clips.isEmpty() ? Optional.empty() : Optional.of(clips.getLast()));
            Shot plain = unframed(circled.shot());
            Directed rule = new Directing(plain, circled.image(), look).byRule();
            ApprovedImage image = circled.image();
            return Outcome.ok(new CameraSetup(circled.shot(),
                    new CameraSetup.Picture(image.take(), image.media(), image.subject()), now.plan(), now.direction(),
                    new CameraSetup.Ruled(rule.plan(), plain.seconds()), new CameraSetup.Format(look.size(), look
                            .rate()),
                    clips));
        });
    }

    /** As the plan has it without what a person said of its camera. */
    private Shot unframed(Shot shot) {
        Scripts.Script script = records.scripts().current().orElseThrow();
        List<ShotOverride> others = script.overrides()
                .stream()
                .map(wish -> wish.shot().equals(shot.id()) ? wish.filmedByRule() : wish)
                .toList();
        return CurrentPlan.shot(script.directed(others).plan(), shot.id().value());
    }

    private Outcome<CircledShot> circled(ShotId id) {
        Optional<Scripts.Script> script = records.scripts().current();
        Optional<ShotPlan> plan = script.map(Scripts.Script::plan);
        Optional<Shot> shot = plan.flatMap(known -> known.shots()
                .stream()
                .filter(each -> each.id().equals(id))
                .findFirst());
        if (shot.isEmpty()) {
            return Outcome.failed(new Failure.Refused("There is no such shot in the film any more.",
                    "Choose another shot."));
        }
        StepOrder order = new StepOrder(order(script.get()), id.value(), 0);
        return CircledShot.now(order, plan.get(), shot.get(), records)
                .map(Outcome::ok)
                .orElseGet(() -> Outcome.failed(new Failure.Refused("No take of " + shot.get().label()
                        + " is approved yet, so there is nothing to film.", "Approve one first.")));
    }

    private MakeOrder order(Scripts.Script script) {
        return MakeOrder.usual(script.fileName(), script.text().getBytes(StandardCharsets.UTF_8),
                folder.resolve("exports").resolve("film.mp4"), script.drafted().seed())
                .looking(LastOrder.look(engine))
                .planned(script.plan());
    }

    @Override
    public Outcome<Rehearsed> rehearse(CameraSetup setup, MotionPlan plan, int maxWidth) {
        return camera().then(camera -> circled(setup.shot().id()).then(circled -> {
            Optional<Request.Depth> depth = plan.move().travels() ? depth(circled) : Optional.empty();
            CameraMove done = depth.isPresent() ? plan.move() : plan.move().flat();
            long seed = Seeds.of(circled.order().make().seed(), circled.shot().id().value(), 0);
            Request.Motion motion = new Request.Motion(plan.move(), plan.start(), plan.end(), plan.easing(), plan
                    .frames(), plan.move().promptTerm());
            Request.Clip clip = new Request.Clip(records.vault().file(picture(circled, plan, depth)), motion, depth,
                    smaller(setup.format().size(), maxWidth), setup.format().rate(), seed, folder);
            return camera.rehearse(clip)
                    .then(frames -> Outcome.ok(new Rehearsed(new RehearsedFilm(frames, setup.format().rate()), done)));
        }));
    }

    private MediaRef picture(CircledShot circled, MotionPlan plan, Optional<Request.Depth> depth) {
        return depth.isPresent()
                ? circled.image().media()
                : RenderClip.picture(records, circled.image(), plan)
                        .picture();
    }

    /** Whoever films the clips; where that is somebody else's model, our own camera shows the move that it is asked for. */
    private Outcome<RehearsingGenerator> camera() {
        return generators.find(LastOrder.look(engine).clipGenerator())
                .filter(RehearsingGenerator.class::isInstance)
                .or(() -> generators.find(RenderClip.CAMERA))
                .filter(RehearsingGenerator.class::isInstance)
                .map(camera -> Outcome.ok((RehearsingGenerator) camera))
                .orElseGet(() -> Outcome.failed(new Failure.Misconfigured("No camera is here.", "Render the clip.")));
    }

    private synchronized Optional<Request.Depth> depth(CircledShot circled) {
        Path papers = folder.resolve("cache").resolve("rehearsal");
        Depths depths = new Depths(records, generators);
        Depths.Known known = depths.of(circled, papers);
        if (deep.filter(each -> each.image.equals(circled.image()) && each.key.equals(known.key())).isEmpty()) {
            deep = Optional.of(new Deep(circled.image(), known.key(), made(papers).then(_ -> depths.source(known,
                    Progress.NONE))));
        }
        return deep.orElseThrow().source.<Optional<Request.Depth>>then(source -> Outcome.ok(Optional.of(
                new Request.Depth(source, circled.image().subject())))).orElse(_ -> Optional.empty());
    }

    private static Outcome<Path> made(Path folder) {
        try {
            return Outcome.ok(Files.createDirectories(folder));
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", "Cannot write into " + folder + ": " + e.getMessage()
                    + ". Nothing was lost."));
        }
    }

    /** Even sides, as film has them. */
    private static FrameSize smaller(FrameSize film, int maxWidth) {
        int width = Math.min(film.width(), maxWidth) / 2 * 2;
        return new FrameSize(width, 2 * (int) Math.round(width / film.aspect() / 2));
    }

    @Override
    public Outcome<RunId> film(ShotId id, Makers chosen) {
        return circled(id).then(circled -> {
            MakeOrder order = circled.order().make();
            MakeOrder.Look look = chosen.filmer()
                    .or(() -> LastOrder.filmer(engine))
                    .map(order.look()::filmedBy)
                    .orElse(order.look());
            return engine.start(MakeSteps.refilm(order.looking(look), circled.shot(),
                    MakeSteps.ShotLanes.filming(generators, look), clock));
        });
    }
}
