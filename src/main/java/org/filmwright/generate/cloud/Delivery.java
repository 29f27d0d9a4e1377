package org.filmwright.generate.cloud;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.net.Pickup;

/**
 * What a provider made, on its way into the folder of the request. A fetch that failed is no failure of what was ordered: it
 * is tried again as long as the result lies there; what is gone, barred or unusable has been charged all the same.
 *
 * @param charged what it cost, where that is known
 */
record Delivery(Access access, Shop shop, Optional<Money> charged) {
    private static final Duration DISK_PAUSE = Duration.ofMinutes(1);
    private static final String DATA = "data:";

    /** Where it goes. @param most bytes; @param receipt how it was made; @param seconds of work, where it was told */
    record Parcel(Path file, long most, Map<String, String> receipt, double seconds) {}

    /** Looks at what came, and may put something else in its place. */
    @FunctionalInterface
    interface Inspection {
        Outcome<Path> of(Path came);
    }

    /** A picture by its address or as a {@code data:} URI. */
    Answer picture(String from, Parcel parcel, Progress progress) {
        return fetched(from, parcel, came -> {
            try {
                return ReceivedPicture.kept(Files.readAllBytes(came), parcel.receipt, parcel.file);
            } catch (IOException e) {
                return Outcome.failed(new Failure.Exhausted("disk", e.getMessage() + "."));
            }
        }, progress);
    }

    /** A picture that came within the answer: what cannot be kept is lost, and has been charged. */
    Answer picture(byte[] bytes, Parcel parcel) {
        Outcome<Path> kept = ReceivedPicture.kept(bytes, parcel.receipt, parcel.file);
        return kept instanceof Outcome.Failed<Path>(Failure.Exhausted full)
                ? new Answer.Failed(new Failure.Exhausted(full.resource(), full.what() + cost()), charged)
                : answer(kept, parcel);
    }

    Answer fetched(String from, Parcel parcel, Inspection inspection, Progress progress) {
        Path raw = parcel.file.resolveSibling(parcel.file.getFileName() + ".raw");
        if (from.startsWith(DATA)) {
            return inline(from, raw).map(file -> answer(inspection.of(file), parcel))
                    .orElseGet(() -> lost("its answer cannot be read"));
        }
        Optional<URI> address = address(from);
        if (address.isEmpty()) {
            return lost("its answer names no address");
        }
        progress.report(0.9, "fetching");
        return switch (access.pickup().fetch(address.get(), raw, parcel.most, progress)) {
            case Pickup.Parcel.Here here when here.type().startsWith("text/") -> lost("a page came in its place");
            case Pickup.Parcel.Here here -> answer(inspection.of(here.file()), parcel);
            case Pickup.Parcel.Gone(int status) -> lost("it lies there no longer (" + status + ")");
            case Pickup.Parcel.Barred(String why) -> lost("it was not taken: " + Wire.sentence(why));
            case Pickup.Parcel.Later(String why, Duration wait) -> new Answer.Failed(new Failure.Transient(shop.name()
                    + " has made it, and it could not be fetched yet (" + Wire.sentence(why)
                    + "). It is fetched again.", wait));
        };
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text)).filter(URI::isAbsolute);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> inline(String data, Path raw) {
        int comma = data.indexOf(',');
        if (comma < 0 || !data.substring(0, comma).endsWith(";base64")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.write(raw, Base64.getMimeDecoder().decode(data.substring(comma + 1))));
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    private Answer answer(Outcome<Path> kept, Parcel parcel) {
        return switch (kept) {
            case Outcome.Ok<Path>(Path file) -> new Answer.Done(
                    List.of(new Answer.Output(file, ReceivedPicture.LIKELY_SUBJECT, parcel.receipt)),
                    new Answer.Usage(parcel.seconds, charged));
            case Outcome.Failed<Path>(Failure.Exhausted full) -> new Answer.Failed(
                    new Failure.Transient(full.what(), DISK_PAUSE));
            case Outcome.Failed<Path>(Failure.Refused bad) -> new Answer.Failed(
                    new Failure.Refused(shop.name() + ": " + bad.what() + cost(), bad.remedy()), charged);
            case Outcome.Failed<Path>(Failure failure) -> new Answer.Failed(failure, charged);
        };
    }

    /** @param why without a full stop */
    Answer lost(String why) {
        return new Answer.Failed(new Failure.Refused(shop.name() + " says that it was made, but " + Wire.sentence(why)
                + "." + cost(), "Order another take; what was charged stands at " + shop.bills() + "."), charged);
    }

    private String cost() {
        return charged.map(price -> " It counts as charged: " + price + ".").orElse(" It may have been charged.");
    }
}
