package org.filmwright.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.filmwright.base.FrameRate;
import org.filmwright.timeline.Subtitle;

/**
 * SubRip: numbered, comma before the milliseconds, CRLF, UTF-8 (film.md 4.4). A start is rounded up and an end down, so
 * that a text never shows on a frame that is not its own.
 */
public final class Srt {
    private Srt() {}

    public static byte[] bytes(List<Subtitle> subtitles, FrameRate rate) {
        StringBuilder out = new StringBuilder();
        int number = 1;
        for (Subtitle subtitle : subtitles) {
            out.append(number++)
                    .append("\r\n")
                    .append(time(startMillis(subtitle.start(), rate), ','))
                    .append(" --> ")
                    .append(time(endMillis(subtitle.end(), rate), ','))
                    .append("\r\n");
            subtitle.text()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(
                            line -> out.append(safe(line)).append("\r\n"));
            out.append("\r\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** SubRip has no escapes: an arrow would read as a time line, so it becomes a typographic one. */
    private static String safe(String line) {
        return line.strip().replace("-->", "→");
    }

    static long startMillis(long frame, FrameRate rate) {
        return Math.ceilDiv(frame * 1000 * rate.denominator(), rate.numerator());
    }

    static long endMillis(long frame, FrameRate rate) {
        return frame * 1000 * rate.denominator() / rate.numerator();
    }

    /** {@code HH:MM:SS,mmm}, or with a dot for WebVTT. */
    static String time(long millis, char mark) {
        return "%02d:%02d:%02d%c%03d".formatted(millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, mark,
                millis % 1000);
    }
}
