package org.filmwright.production;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameSize;
import org.filmwright.base.TakeId;
import org.filmwright.engine.Purchase;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepResult;
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

    /** What to draw: a shot of a plan, which of its takes, how large. @param exact the seed of this take, where a person gave one */
    record Order(ShotPlan plan, Shot shot, int number, FrameSize size, long seed, Optional<Long> exact) {
        ImageBrief brief() {
            return ImageBrief.of(plan, shot);
        }

        long shotSeed() {
            return exact.orElseGet(() -> Seeds.of(seed, shot.id().value(), number));
        }

        /** The same brief, seed, size and artist are the same take, so a take is never drawn twice. */
        TakeId take(String artist) {
            return new TakeId(Digest.of(shot.id() + "/" + number + "/" + brief().digest() + size + seed
                    + exact.map(given -> "=" + given).orElse("") + artist)
                    .hex()
                    .substring(0, 32));
        }
    }

    /** The take that an order asks for. */
    TakeId take(Order order) {
        return order.take(signature());
    }

    StepResult draw(Order order, StepContext context, Function<ImageTake, StepResult> done) {
        TakeId id = take(order);
        return records.takes()
                .find(id)
                .filter(this::isThere)
                .map(done)
                .orElseGet(() -> new Commission(context, artist, records.vault()).place(commission(id, order, context),
                        delivery -> done.apply(keep(id, order, delivery))));
    }

    /** A new version of the artist draws anew: it would draw something else. */
    private String signature() {
        return artist.describe().id() + " " + artist.describe().version();
    }

    private boolean isThere(ImageTake take) {
        return java.nio.file.Files.isRegularFile(records.vault().file(take.media()));
    }

    private static Commission.Order commission(TakeId id, Order order, StepContext context) {
        Request request = request(order, context.staging());
        Purchase.Purpose purpose = new Purchase.Purpose(
                Integer.toString(order.plan().sceneOf(order.shot()).number()), order.shot().label());
        return new Commission.Order(request, Digest.of(id.value()), "png", purpose);
    }

    /** What the artist is asked for. */
    static Request request(Order order, Path folder) {
        Request.Words words = new Request.Words(ShotPrompt.of(order.plan(), order.shot()),
                ShotPrompt.negative(order.plan(), order.shot()));
        return new Request.Image(words, Stagings.of(order.plan(), order.shot()), order.size(), order.shotSeed(), order
                .number(), folder);
    }

    /** A picture that was ordered before the shot was changed answers no brief of now: a take of its own, and stale. */
    private ImageTake keep(TakeId wanted, Order order, Commission.Delivery delivery) {
        Optional<Digest> before = delivery.answersAnother();
        TakeId id = before.map(request -> new TakeId(request.hex().substring(0, 32))).orElse(wanted);
        if (before.isEmpty()) {
            records.takes().keep(order.brief());
        }
        ImageTake take = records.takes()
                .add(new ImageTake(id, order.shot().id(), order.number(), delivery.media(),
                        before.orElseGet(() -> order.brief().digest()),
                        new ImageTake.Origin(artist.describe().id(), order.shotSeed()), delivery.subject()));
        records.takes().redrawn(id);
        records.vault().arrived(take.media());
        new Looks(records).lookAt(take);
        return take;
    }
}
