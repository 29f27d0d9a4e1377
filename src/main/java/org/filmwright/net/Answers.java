package org.filmwright.net;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.Failure;

/** What the answers of a server mean for a download. */
record Answers(URI address, InstantSource clock) {
    /** Nobody waits longer than that for a server's sake. */
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int HEAD = 512;

    String host() {
        return Courier.host(address);
    }

    /** How long to wait before the same is asked again; empty where that would be of no use. RFC 9110, 10.2.3. */
    Optional<Duration> wait(Visit visit, int tries) {
        boolean later = switch (visit.status()) {
            case 408, 425, 429, 500, 502, 503, 504 -> true;
            default -> false;
        };
        return later
                ? Optional.of(visit.header("Retry-After").flatMap(this::after).orElse(backoff(tries)))
                        .filter(time -> time.compareTo(LONGEST) <= 0)
                : Optional.empty();
    }

    private Optional<Duration> after(String text) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Duration time = Duration.between(clock.instant(),
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return Optional.of(time.isNegative() ? Duration.ZERO : time);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** 1, 2, 4, ... seconds. */
    static Duration backoff(int tries) {
        return Duration.ofSeconds(1L << Math.min(tries - 1, 6));
    }

    /** Of an answer that is none of 200 and 206. */
    Failure failure(Visit visit) {
        return switch (visit.status()) {
            case 401, 403 -> new Failure.Misconfigured(host() + " lets only those in who prove who they are ("
                    + visit.status() + ").",
                    "Accept the terms on the model's page, and give your token; on the command line, by the name of an"
                            + " environment variable that holds it: --token-env VARIABLE.");
            case 404, 410 -> new Failure.Refused(host() + " does not have it (" + visit.status() + ").",
                    "Check the address, or ask for another source.");
            case 416 -> wrongLength();
            case 408, 425, 429, 500, 502, 503, 504 -> new Failure.Transient(host() + " cannot serve it now ("
                    + visit.status() + "). What has come is kept.",
                    visit.header("Retry-After").flatMap(this::after).orElse(Duration.ZERO));
            default -> new Failure.Refused(host() + " answered with " + visit.status() + ".",
                    "Check the address, or ask for another source.");
        };
    }

    Failure page() {
        return lie("sent a web page instead of the file; perhaps one has to sign in there");
    }

    Failure wrongLength() {
        return lie("has a file of another length than was promised");
    }

    /** @param what the server did, without a full stop */
    Failure lie(String what) {
        return new Failure.Refused(host() + " " + what + ".", "Try later, or another source.");
    }

    /** What is sent in the place of a file that should have another length. */
    Failure impostor(Visit visit) throws IOException {
        byte[] head = new byte[HEAD];
        int length = visit.read(head, HEAD);
        String text = new String(head, 0, Math.max(0, length), StandardCharsets.UTF_8).stripLeading()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("version https://git-lfs")) {
            return lie("sent a Git LFS pointer instead of the file");
        }
        return text.startsWith("<!doctype") || text.startsWith("<html") ? page() : wrongLength();
    }

    static Failure barred(String why) {
        return new Failure.Refused(why, "Use an https address.");
    }

    static Failure lost(String why) {
        return new Failure.Transient(why + " What has come is kept.", Duration.ZERO);
    }
}
