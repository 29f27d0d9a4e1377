package org.filmwright.generate.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Receipt;
import org.filmwright.generate.Request;
import org.filmwright.generate.TimedGenerator;

/** Has pictures painted by a model on this machine. The easel is shared by all models of a device, and is the caller's. */
public final class LocalGenerator implements TimedGenerator {
    /** Where the eye most likely lands in a picture that nobody composed: the middle, a little above. */
    private static final Region LIKELY_SUBJECT = new Region(0.35, 0.25, 0.3, 0.4);

    /** Models tell only so many seeds apart (diffusion.md 7). */
    private static final long SEEDS = 0xFFFF_FFFFL;

    private final LocalModel model;
    private final Easel easel;
    private final InstantSource clock;

    public LocalGenerator(LocalModel model, Easel easel, InstantSource clock) {
        this.model = model;
        this.easel = easel;
        this.clock = clock;
    }

    @Override
    public Descriptor describe() {
        return new Descriptor("local:" + model.name(), model.name(), model.version(), "gpu");
    }

    @Override
    public Answer start(Request request, Progress progress) {
        return switch (request) {
            case Request.Image image -> paint(image, progress);
            case Request.Clip _ -> new Answer.Failed(new Failure.Refused(model.name() + " paints pictures, not clips.",
                    "Let the camera-move renderer make the clip."));
        };
    }

    @Override
    public Optional<Double> expected(FrameSize size) {
        return Files.isDirectory(model.folder())
                ? easel.expected(model.folder(), size)
                : Optional.empty();
    }

    private Answer paint(Request.Image asked, Progress progress) {
        if (!Files.isDirectory(model.folder())) {
            return new Answer.Failed(new Failure.Misconfigured(
                    "The model " + model.name() + " is no longer in " + model.folder() + ".",
                    "Import it again, or choose another image generator."));
        }
        Request.Image image = new Request.Image(asked.words(), asked.staging(), asked.size(), asked.seed() & SEEDS,
                asked.take(), asked.folder());
        Instant began = clock.instant();
        Map<String, String> receipt = receipt(image);
        return easel.paint(model.folder(), order(image, receipt), progress)
                .<Answer>then(painted -> {
                    painted.notices().forEach(notice -> progress.report(1, notice));
                    double seconds = Duration.between(began, clock.instant()).toNanos() / 1e9;
                    return Outcome.ok(done(painted, receipt, seconds));
                })
                .orElse(Answer.Failed::new);
    }

    private Map<String, String> receipt(Request.Image image) {
        Map<String, String> receipt = Receipt.of(image, describe());
        receipt.put("model", model.name());
        return receipt;
    }

    private static Painter.Order order(Request.Image image, Map<String, String> receipt) {
        Path to = image.folder().resolve("local-" + image.take() + "-" + Long.toHexString(image.seed()) + ".png");
        return new Painter.Order(image.prompt(), image.words().negative(), image.size(), OptionalInt.empty(),
                OptionalDouble.empty(), image.seed(), Optional.empty(), to,
                new Painter.Extras(Optional.empty(), OptionalInt.empty(), receipt));
    }

    /** The receipt of the order, and what the model says of itself: steps, guidance, scheduler, device … */
    private static Answer done(Painter.Painted painted, Map<String, String> ordered, double seconds) {
        Map<String, String> receipt = new LinkedHashMap<>(ordered);
        receipt.putAll(painted.receipt());
        return new Answer.Done(List.of(new Answer.Output(painted.picture(), LIKELY_SUBJECT, receipt)),
                new Answer.Usage(seconds));
    }

    /** A picture that was interrupted is painted anew, so there is never a job to take up again. */
    @Override
    public Answer resume(String handle, Progress progress) {
        return new Answer.Failed(new Failure.Bug("local.resume", model.name() + " leaves no unfinished work."));
    }

    @Override
    public void close() {}
}
