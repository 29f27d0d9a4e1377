package org.filmwright.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.clips.Checked;
import org.filmwright.clips.ClipBrief;
import org.filmwright.clips.ClipChecks;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.clips.ClipTake;
import org.filmwright.clips.Gauge;
import org.filmwright.clips.MotionPlan;
import org.filmwright.engine.Purchase;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.generate.Generator;
import org.filmwright.generate.RehearsingGenerator;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.Request;
import org.filmwright.production.Directing.Directed;
import org.filmwright.review.ApprovedImage;
import org.filmwright.story.Shot;

/** Has the circled take of a shot filmed. */
record RenderClip(Records records, Generators generators, Gauge gauge) implements StepHandler {
    /** Our own camera, which films what nobody else can, and by the frames of the move; everybody else films by words. */
    static final String CAMERA = Filmers.CAMERA;
    /** In the words of a shot: then it may go to black, or come out of it. */
    private static final Pattern FADE = Pattern.compile(
            "\\b(fad(e|es|ing)|black(s|ed)? ?out|(to|goes|go) (black|dark))\\b",
            Pattern.CASE_INSENSITIVE);

    /**
     * What this step answers.
     *
     * @param instead a sentence, where somebody else filmed it than was chosen
     */
    record Rendered(String clip, String shot, @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> instead) {
        Rendered {
            instead = Objects.requireNonNullElse(instead, Optional.empty());
        }
    }

    /** Why a finished step had another maker than was chosen. */
    static Optional<String> instead(String output) {
        return Json.read(output, Rendered.class).instead();
    }

    /** The clip that a finished step rendered. */
    static ClipTake clipIn(String output, Records records) {
        ClipId id = new ClipId(Json.read(output, Rendered.class).clip());
        return records.clips().find(id).orElseThrow(() -> new IllegalStateException("No clip " + id + " is recorded"));
    }

    /** What there is to film. */
    private record Setup(CircledShot circled, Directed directed, Optional<String> instead) {
        ClipBrief brief() {
            return new ClipBrief(circled.image(), directed.plan(), look().size(), look().rate());
        }

        ClipRendering.Order order(ClipRendering.Source source) {
            Shot shot = circled.shot();
            return new ClipRendering.Order(Seeds.of(circled.order().make().seed(), shot.id().value(), 0),
                    new Purchase.Purpose(Integer.toString(circled.plan().sceneOf(shot).number()), shot.label()),
                    directed.direction(), Directing.words(directed), FADE.matcher(shot.content().action()).find(),
                    source);
        }

        /** The same by our own camera, because what somebody else made cannot be shown. */
        Setup instead(String maker, List<ClipChecks.Alarm> alarms) {
            return new Setup(circled, Directing.instead(directed, maker, alarms), Optional.of(circled.shot().label()
                    + ": the clip by " + maker + " cannot be shown. Our own camera filmed it instead."));
        }

        /** The same where how near things are cannot be known. */
        Setup flat(String why) {
            return new Setup(circled, Directing.flat(directed, why), instead);
        }

        /** The same, where somebody else films it than was chosen. @param who says who */
        Setup instead(String why, String who) {
            return new Setup(circled, Directing.passedOn(directed, look().clipGenerator(), why, who), Optional.of(
                    circled.shot().label() + ": " + why + " " + who));
        }

        StepResult done(ClipTake clip) {
            Optional<String> remark = instead.or(() -> clip.brief().equals(brief().digest())
                    ? Optional.empty()
                    : Optional.of(circled.shot().label() + ": it was changed while it was filmed, and its clip shows it"
                            + " as it was ordered. Film it again to have it as it is now."));
            return StepResult.done(Json.of(new Rendered(clip.id().value(), clip.shot().value(), remark)),
                    clip.media());
        }

        MakeOrder.Look look() {
            return circled.order().make().look();
        }
    }

    @Override
    public StepResult run(StepContext context) {
        Setup setup = setup(context);
        return generators.find(setup.look().clipGenerator())
                .filter(maker -> !(maker instanceof RemoteGenerator))
                .map(maker -> maker.describe().id().equals(CAMERA)
                        ? render(setup, maker, context)
                        : render(setup, maker, words(setup, maker.describe().id()), context))
                .orElseGet(() -> elsewhere(setup, context));
    }

    /** By those who film elsewhere; by the camera here where they cannot. */
    private StepResult elsewhere(Setup setup, StepContext context) {
        String chosen = setup.look().clipGenerator();
        Request request = ClipRendering.request(setup.brief(), setup.order(words(setup, chosen)), context, records);
        Filming.Asked asked = new Filming(generators, chosen, context).asked(request, (maker, why) -> {
            String id = maker.describe().id();
            Setup order = why.isEmpty() ? setup : setup.instead(why, id + " filmed it instead.");
            ClipRendering.Source source = words(order, id);
            return new ClipRendering(records, gauge, maker).render(order.brief(), order.order(source), context,
                    clip -> fit(order, maker, source, clip, context));
        });
        return asked.result()
                .orElseGet(() -> render(setup.instead(asked.why(), "The camera moved over the still instead."),
                        generators.apply(CAMERA), context));
    }

    /** A model that films by words sees the flat picture; other words are another order, and so is another model. */
    private static ClipRendering.Source words(Setup setup, String maker) {
        return new ClipRendering.Source(setup.circled.image().media(), Optional.empty(),
                " by " + maker + " " + Digest.of(Directing.words(setup.directed)).hex());
    }

    private StepResult render(Setup setup, Generator camera, StepContext context) {
        if (!setup.directed.plan().move().travels()) {
            return render(setup, camera, picture(setup), context);
        }
        Depths depths = new Depths(records, generators);
        Depths.Known known = depths.of(setup.circled, context.staging());
        return made(setup.brief(), known).map(setup::done)
                .orElseGet(() -> switch (depths.source(known, context.progress())) {
                    case Outcome.Ok<Request.Depth.Source>(var source) -> render(setup, camera,
                            picture(setup, known, source), context);
                    case Outcome.Failed<Request.Depth.Source>(Failure.Transient later) -> new StepResult.Failed(later);
                    case Outcome.Failed<Request.Depth.Source>(Failure why) -> render(setup.flat(why.what()),
                            camera, picture(setup), context);
                });
    }

    private StepResult render(Setup setup, Generator camera, ClipRendering.Source source, StepContext context) {
        return new ClipRendering(records, gauge, camera).render(setup.brief(), setup.order(source), context,
                clip -> fit(setup, camera, source, clip, context));
    }

    private StepResult fit(Setup setup, Generator maker, ClipRendering.Source source, ClipTake clip,
            StepContext context) {
        return shown(clip, maker) ? setup.done(clip) : instead(setup, maker, source, clip, context);
    }

    /** What our camera films is looked at by a person; what others send has to be fit for the film first. */
    private boolean shown(ClipTake clip, Generator maker) {
        return maker instanceof RehearsingGenerator || generators.find(CAMERA).isEmpty()
                || clip.checked().filter(Checked::unusable).isEmpty();
    }

    private StepResult instead(Setup setup, Generator maker, ClipRendering.Source source, ClipTake unfit,
            StepContext context) {
        Setup ours = setup.instead(maker.describe().name(), unfit.alarms());
        return new ClipRendering(records, gauge, generators.apply(CAMERA)).render(ours.brief(),
                ours.order(source.instead()), context, ours::done);
    }

    private Optional<ClipTake> made(ClipBrief brief, Depths.Known known) {
        return known.key().isEmpty()
                ? Optional.empty()
                : records.clips()
                        .find(ClipRendering.idOf(brief, deep(brief, known, Optional.empty())))
                        .filter(clip -> Files.isRegularFile(records.vault().file(clip.media())));
    }

    private ClipRendering.Source picture(Setup setup) {
        return picture(records, setup.circled.image(), setup.directed.plan());
    }

    /** A window that is narrower than the picture needs more of it than it may have: enlarged, where somebody did that. */
    static ClipRendering.Source picture(Records records, ApprovedImage image, MotionPlan plan) {
        boolean closer = Math.min(plan.start().width(), plan.end().width()) < 1;
        return Optional.of(EnlargeTake.idOf(image.take()))
                .filter(_ -> closer)
                .flatMap(records.takes()::find)
                .filter(large -> Files.isRegularFile(records.vault().file(large.media())))
                .map(large -> new ClipRendering.Source(large.media(), Optional.empty(),
                        " enlarged " + large.media().digest().hex()))
                .orElse(new ClipRendering.Source(image.media(), Optional.empty(), ""));
    }

    private static ClipRendering.Source picture(Setup setup, Depths.Known known, Request.Depth.Source source) {
        return deep(setup.brief(), known, Optional.of(new Request.Depth(source, setup.circled.image().subject())));
    }

    private static ClipRendering.Source deep(ClipBrief brief, Depths.Known known, Optional<Request.Depth> depth) {
        return new ClipRendering.Source(brief.image().media(), depth, " " + known.key());
    }

    /** Where the film goes makes no other clip. */
    @Override
    public Optional<String> memo(StepContext context) {
        Setup setup = setup(context);
        String maker = setup.look().clipGenerator();
        if (!maker.equals(CAMERA)) {
            return Optional.of(ClipRendering.idOf(setup.brief(), words(setup, maker)).value());
        }
        Depths.Known known = setup.directed.plan().move().travels()
                ? new Depths(records, generators).of(setup.circled, context.staging())
                : new Depths.Unknown("");
        ClipRendering.Source source = known.key().isEmpty()
                ? picture(setup)
                : deep(setup.brief(), known, Optional.empty());
        return Optional.of(ClipRendering.idOf(setup.brief(), source).value());
    }

    @Override
    public boolean lasting(StepResult result) {
        return !(result instanceof StepResult.Succeeded done) || instead(done.output()).isEmpty();
    }

    /** Directed by the step before, else as the clip that is there was, else by rule. */
    private Setup setup(StepContext context) {
        CircledShot circled = CircledShot.of(context, records);
        Shot shot = circled.shot();
        Directing directing = new Directing(shot, circled.image(), circled.order().make().look());
        String answer = context.upstream().getOrDefault(MakeSteps.path(shot, MakeSteps.MOTION), DirectShot.NOBODY);
        return new Setup(circled, answer.equals(DirectShot.NOBODY)
                ? directing.asBefore(records.clips().latest(shot.id()))
                : directing.answered(answer), Optional.empty());
    }
}
