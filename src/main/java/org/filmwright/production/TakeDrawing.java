package org.filmwright.production;

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

    /** What to draw: a shot of a plan, which of its takes, how large. */
    record Order(ShotPlan plan, Shot shot, int number, FrameSize size, long seed) {
        ImageBrief brief() {
            return ImageBrief.of(plan, shot);
        }

        long shotSeed() {
            return Seeds.of(seed, shot.id().value(), number);
        }

        /** The same brief, seed, size and artist are the same take, so a take is never drawn twice. */
        TakeId take(String artist) {
            return new TakeId(Digest.of(shot.id() + "/" + number + "/" + brief().digest() + size + seed + artist)
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
        Request request = new Request.Image(ShotPrompt.of(order.plan(), order.shot()),
                Stagings.of(order.plan(), order.shot()), order.size(), order.shotSeed(), order.number(),
                context.staging());
        Purchase.Purpose purpose = new Purchase.Purpose(
                Integer.toString(order.plan().sceneOf(order.shot()).number()), order.shot().label());
        return new Commission.Order(request, Digest.of(id.value()), "png", purpose);
    }

    private ImageTake keep(TakeId id, Order order, Commission.Delivery delivery) {
        ImageTake take = new ImageTake(id, order.shot().id(), order.number(), delivery.media(), order.brief().digest(),
                new ImageTake.Origin(artist.describe().id(), order.shotSeed()), delivery.subject());
        records.takes().keep(order.brief());
        records.takes().add(take);
        records.takes().redrawn(id);
        return take;
    }
}
