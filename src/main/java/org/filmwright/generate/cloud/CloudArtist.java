package org.filmwright.generate.cloud;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.Receipt;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.Request;

/** What all have in common who are paid for pictures: who they are, what they take, and how a picture tells of it. */
record CloudArtist(Provider provider, Offering offering, Access access, Shop shop) {
    private static final String PROMPT = "Change the prompt of the shot, or choose another model.";

    Generator.Descriptor describe() {
        return new Generator.Descriptor(offering.id(), offering.name() + " · " + provider.title(), offering.version(),
                provider.id());
    }

    RemoteGenerator.Terms terms(Request request) {
        double seconds = switch (request) {
            case Request.Image _ -> 0;
            case Request.Clip clip -> clip.rate().seconds(clip.motion().frames());
        };
        return new RemoteGenerator.Terms(provider.id(), offering.model(), offering.price(seconds));
    }

    Optional<RemoteGenerator.Tariff> tariff() {
        return offering.price()
                .filter(price -> price.per() != Offering.Price.Per.SECOND)
                .map(price -> new RemoteGenerator.Tariff(price.amount(), price.on()));
    }

    Delivery delivery() {
        return new Delivery(access, shop, price());
    }

    /** What one picture is said to cost. */
    Optional<Money> price() {
        return offering.price(0);
    }

    /** The order with a seed that its model knows. @param most the largest */
    Request.Image seeded(Request.Image image, long most) {
        return new Request.Image(image.words(), image.staging(), image.size(), image.seed() & most, image.take(),
                image.folder());
    }

    Delivery.Parcel parcel(Request.Image order, String job, double seconds) {
        Map<String, String> receipt = new LinkedHashMap<>(Receipt.of(order, describe()));
        receipt.put("model", offering.model());
        receipt.put("provider", provider.id());
        receipt.put("job", job);
        Path file = order.folder().resolve(provider.id() + "-" + order.take() + ".png");
        return new Delivery.Parcel(file, ReceivedPicture.MOST_BYTES, receipt, seconds);
    }

    /** Of an order that was not taken. */
    Answer.Failed unbought(org.filmwright.net.Reply reply) {
        return new Answer.Failed(shop.unbought(reply, PROMPT));
    }

    /** It was begun, and came to nothing. @param why without a full stop */
    Answer.Failed spoiled(String why, Optional<Money> charged) {
        return new Answer.Failed(new Failure.Refused(shop.name() + " made nothing of it: " + Wire.sentence(why) + "."
                + charged.map(price -> " It may have been charged, and counts as " + price + ".")
                        .orElse(offering.price().isEmpty() ? " It may have been charged." : Shop.FREE),
                PROMPT), charged);
    }

    Answer.Failed onlyPictures() {
        return new Answer.Failed(new Failure.Refused(describe().name() + " makes pictures, not clips." + Shop.FREE,
                "Let the camera make the clip."));
    }
}
