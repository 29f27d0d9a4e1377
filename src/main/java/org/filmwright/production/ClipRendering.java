package org.filmwright.production;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.clips.Asked;
import org.filmwright.clips.Checked;
import org.filmwright.clips.ClipBrief;
import org.filmwright.clips.ClipMeasures;
import org.filmwright.clips.ClipTake;
import org.filmwright.clips.Direction;
import org.filmwright.clips.Gauge;
import org.filmwright.engine.Purchase;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepResult;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.Request;

/** Has one approved picture turned into a moving shot, unless that clip exists. */
final class ClipRendering {
    private final Records records;
    private final Gauge gauge;
    private final Generator camera;

    ClipRendering(Records records, Gauge gauge, Generator camera) {
        this.records = records;
        this.gauge = gauge;
        this.camera = camera;
    }

    StepResult render(ClipBrief brief, Order order, StepContext context, Function<ClipTake, StepResult> done) {
        return made(brief, order.source).map(done)
                .orElseGet(() -> new Commission(context, camera, records.vault()).place(
                        commission(brief, order, context),
                        delivery -> done.apply(keep(brief, order, delivery, context))));
    }

    /** Nothing where it was never made, or the files of all that were made are gone. */
    private Optional<ClipTake> made(ClipBrief brief, Source source) {
        Optional<ClipTake> clip = records.clips().find(idOf(brief, source));
        return clip.filter(lost -> !Files.isRegularFile(file(lost))).isPresent()
                ? made(brief, source.again())
                : clip;
    }

    /** What comes with other bytes than before is another clip: the file of the one of before is gone. */
    private ClipId idFor(ClipBrief brief, Source source, MediaRef media) {
        ClipId id = idOf(brief, source);
        return records.clips().find(id).filter(before -> !before.media().equals(media)).isPresent()
                ? idFor(brief, source.again(), media)
                : id;
    }

    /**
     * @param seed of the shot @param purpose what it is for, in the costs @param direction why it moves so
     * @param words what a model is told that films by words @param fade whether it may be black
     */
    record Order(long seed, Purchase.Purpose purpose, Direction direction, String words, boolean fade, Source source) {}

    /**
     * What the camera looks at.
     *
     * @param picture the approved one, or the same with more pixels
     * @param key tells it from others that answer the same brief; empty for the approved picture, flat
     */
    record Source(MediaRef picture, Optional<Request.Depth> depth, String key) {
        /** The same for a clip that takes the place of one that cannot be shown. */
        Source instead() {
            return new Source(picture, depth, key + " instead");
        }

        private Source again() {
            return new Source(picture, depth, key + " again");
        }
    }

    /** The same brief filmed from the same source is the same clip. */
    static ClipId idOf(ClipBrief brief, Source source) {
        Digest digest = source.key.isEmpty() ? brief.digest() : Digest.of(brief.digest().hex() + source.key);
        return new ClipId(digest.hex().substring(0, 32));
    }

    private Path file(ClipTake clip) {
        return records.vault().file(clip.media());
    }

    private Commission.Order commission(ClipBrief brief, Order order, StepContext context) {
        return new Commission.Order(request(brief, order, context, records),
                Digest.of(brief.digest() + " " + order.seed() + order.source.key), "mp4", order.purpose());
    }

    static Request request(ClipBrief brief, Order order, StepContext context, Records records) {
        Request.Motion motion = new Request.Motion(brief.motion().move(), brief.motion().start(), brief.motion().end(),
                brief.motion().easing(), brief.motion().frames(), order.words());
        return new Request.Clip(records.vault().file(order.source.picture), motion, order.source.depth, brief
                .size(), brief.rate(), order.seed(), context.staging());
    }

    /** A clip that was ordered before the shot was changed answers no brief of now: a clip of its own, and stale. */
    private ClipTake keep(ClipBrief brief, Order order, Commission.Delivery delivery, StepContext context) {
        Optional<Digest> before = delivery.answersAnother();
        ClipId id = before.map(request -> new ClipId(request.hex().substring(0, 32)))
                .orElseGet(() -> idFor(brief, order.source, delivery.media()));
        ClipTake clip = new ClipTake(id, brief.image().shot(), brief.image().take(), delivery.media(),
                before.orElseGet(brief::digest), brief.motion().frames(), Optional.of(order.direction),
                checked(brief, order, delivery, context));
        records.clips().add(clip);
        records.vault().wanted(clip.media());
        return clip;
    }

    /** Its numbers, taken as it arrives; nothing where they cannot be had, which keeps no clip out of the film. */
    private Optional<Checked> checked(ClipBrief brief, Order order, Commission.Delivery delivery,
            StepContext context) {
        Asked asked = Asked.of(brief, order.direction.move(), order.fade);
        return gauge.measure(records.vault().file(delivery.media()), records.vault().file(order.source.picture), coding(
                delivery.told()), context.progress())
                .<Optional<Checked>>then(measures -> Outcome.ok(Optional.of(Checked.of(measures, asked))))
                .orElse(_ -> Optional.empty());
    }

    private static Optional<ClipMeasures.Coding> coding(Map<String, String> told) {
        return Optional.ofNullable(told.get(Answer.Output.SSIM))
                .map(ssim -> new ClipMeasures.Coding(Double.parseDouble(ssim),
                        Double.parseDouble(told.get(Answer.Output.PSNR))));
    }
}
