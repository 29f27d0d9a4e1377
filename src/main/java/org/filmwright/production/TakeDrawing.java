package org.filmwright.production;

import java.nio.file.Path;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.base.TakeId;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.Request;
import org.filmwright.images.ImageBrief;
import org.filmwright.images.ImageTake;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.ShotPrompt;

/** Has one take of one shot drawn, unless it was drawn before. */
final class TakeDrawing {
    private final Records records;
    private final Generator artist;

    TakeDrawing(Records records, Generator artist) {
        this.records = records;
        this.artist = artist;
    }

    /** What to draw: a shot of a plan, which of its takes, how large. */
    record Order(ShotPlan plan, Shot shot, int number, FrameSize size, long seed) {
        ImageBrief brief() {
            return ImageBrief.of(plan, shot);
        }

        /** The same brief, seed, size and artist are the same take, so a take is never drawn twice. */
        TakeId take(String artist) {
            return new TakeId(Digest.of(shot.id() + "/" + number + "/" + brief().digest() + size + seed + artist)
                    .hex()
                    .substring(0, 32));
        }
    }

    Outcome<ImageTake> draw(Order order, Path folder, Progress progress) {
        TakeId id = order.take(signature());
        return records.takes()
                .find(id)
                .filter(this::isThere)
                .map(Outcome::ok)
                .orElseGet(() -> drawNew(id, order, folder, progress));
    }

    /** A new version of the artist draws anew: it would draw something else. */
    private String signature() {
        return artist.describe().id() + " " + artist.describe().version();
    }

    private boolean isThere(ImageTake take) {
        return java.nio.file.Files.isRegularFile(records.vault().file(take.media()));
    }

    private Outcome<ImageTake> drawNew(TakeId id, Order order, Path folder, Progress progress) {
        long seed = Seeds.of(order.seed(), order.shot().id().value(), order.number());
        Request request = new Request.Image(ShotPrompt.of(order.plan(), order.shot()),
                Stagings.of(order.plan(), order.shot()), order.size(), seed, order.number(), folder);
        return Answers.onlyOutput(artist.start(request, progress)).then(output -> publish(id, order, seed, output));
    }

    private Outcome<ImageTake> publish(TakeId id, Order order, long seed, Answer.Output output) {
        return records.vault().publish(output.file(), "png").then(media -> keep(id, order, seed, output, media));
    }

    private Outcome<ImageTake> keep(TakeId id, Order order, long seed, Answer.Output output, MediaRef media) {
        ImageTake take = new ImageTake(id, order.shot().id(), order.number(), media, order.brief().digest(),
                new ImageTake.Origin(artist.describe().id(), seed), output.subject());
        records.takes().keep(order.brief());
        records.takes().add(take);
        return Outcome.ok(take);
    }
}
