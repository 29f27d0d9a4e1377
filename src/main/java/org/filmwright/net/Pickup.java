package org.filmwright.net;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.filmwright.base.Progress;

/**
 * Fetches a finished file from where its maker laid it: without a key, from hosts that are allowed, over https (or from this
 * machine), and never more than was agreed. Its size and digest are not known before.
 */
public final class Pickup {
    private static final int PIECE = 1 << 16;
    private final Supplier<Courier> couriers;
    private final Download.Onward allowed;

    Pickup(Supplier<Courier> couriers, Download.Onward allowed) {
        this.couriers = couriers;
        this.allowed = allowed;
    }

    /** What came of it. */
    public sealed interface Parcel {
        /** All of it is in the file. @param type as its sender calls it, empty where it does not */
        record Here(Path file, String type, long bytes) implements Parcel {}

        /** It is not there, or no longer. */
        record Gone(int status) implements Parcel {}

        /** Another time it may come. @param why a sentence */
        record Later(String why, Duration pause) implements Parcel {}

        /** It is not taken. @param why a sentence */
        record Barred(String why) implements Parcel {}
    }

    /**
     * @param most bytes that are taken
     * @throws org.filmwright.base.Cancelled when asked to stop
     */
    public Parcel fetch(URI from, Path into, long most, Progress progress) {
        progress.checkCancelled();
        if (from.getHost() == null || !allowed.may(from, from)) {
            return new Parcel.Barred("It lies at " + Courier.host(from) + ", where nobody goes.");
        }
        Courier courier = couriers.get();
        progress.onCancel(courier::cancel);
        return switch (courier.get(from, java.util.Optional.empty())) {
            case Courier.Arrival.Barred(String why) -> new Parcel.Barred(why);
            case Courier.Arrival.Cut(String why) -> {
                progress.checkCancelled();
                yield new Parcel.Later(why, Duration.ZERO);
            }
            case Courier.Arrival.Here(Visit visit) -> taken(visit, into, most, progress);
        };
    }

    private static Parcel taken(Visit arrived, Path into, long most, Progress progress) {
        try (Visit visit = arrived) {
            return switch (visit.status()) {
                case 200 -> body(visit, into, most);
                case 408, 425, 429, 500, 502, 503, 504, 529 -> new Parcel.Later("It was answered with "
                        + visit.status() + ".", seconds(visit));
                default -> new Parcel.Gone(visit.status());
            };
        } catch (IOException e) {
            progress.checkCancelled();
            return new Parcel.Later("It broke off, or could not be kept (" + e.getMessage() + ").", Duration.ZERO);
        }
    }

    private static Duration seconds(Visit visit) {
        return visit.header("Retry-After")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }

    private static Parcel body(Visit visit, Path into, long most) throws IOException {
        long promised = visit.length().orElse(0);
        long bytes = 0;
        try (OutputStream file = Files.newOutputStream(into)) {
            byte[] piece = new byte[PIECE];
            int n = promised > most ? -1 : visit.read(piece, PIECE);
            while (n >= 0 && bytes <= most) {
                file.write(piece, 0, n);
                bytes += n;
                n = visit.read(piece, PIECE);
            }
        }
        return Math.max(promised, bytes) > most
                ? new Parcel.Barred("It has more than " + most + " bytes.")
                : new Parcel.Here(into, visit.header("Content-Type").orElse(""), bytes);
    }
}
