package org.filmwright.timeline;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.filmwright.base.FrameRate;

/**
 * SMPTE timecode, {@code HH:MM:SS:FF}. Drop-frame exists at 29.97 and 59.94 only, is written with {@code ;} before the
 * frames, and skips the numbers 0 and 1 (0 to 3 at 59.94) at each minute except each tenth (film.md 2.3).
 */
public record Timecode(FrameRate rate, boolean dropFrame) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{2,}):([0-5]\\d):([0-5]\\d)([:;])(\\d{2,3})");

    public Timecode {
        if (dropFrame && !(rate.denominator() == 1001 && (rate.numerator() == 30000 || rate.numerator() == 60000))) {
            throw new IllegalArgumentException("Drop-frame timecode exists at 29.97 and 59.94, not at " + rate);
        }
    }

    /** Plain counting, which at the rates over 1001 runs 3.6 s an hour slow. */
    public static Timecode nonDrop(FrameRate rate) {
        return new Timecode(rate, false);
    }

    /** @param frame from 0 */
    public String format(long frame) {
        long label = dropFrame ? labelOf(frame) : frame;
        long seconds = label / nominal();
        return "%02d:%02d:%02d%s%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60, dropFrame ? ";" : ":",
                label % nominal());
    }

    /** The frame of a timecode as {@link #format} writes it. @throws IllegalArgumentException with a sentence */
    public long parse(String text) {
        MatchResult parts = SHAPE.matcher(text.strip())
                .results()
                .filter(found -> found.group().length() == text.strip().length())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Not a timecode: '" + text + "'. Example: 00:01:02:03."));
        if (parts.group(4).equals(";") != dropFrame || number(parts, 5) >= nominal()) {
            throw new IllegalArgumentException(
                    "Not a timecode at " + rate + (dropFrame ? " drop-frame" : "") + ": " + text);
        }
        long minutes = number(parts, 1) * 60 + number(parts, 2);
        long label = (minutes * 60 + number(parts, 3)) * nominal() + number(parts, 5);
        if (!dropFrame) {
            return label;
        }
        if (number(parts, 3) == 0 && minutes % 10 != 0 && number(parts, 5) < dropped()) {
            throw new IllegalArgumentException("Drop-frame timecode skips " + text);
        }
        return label - dropped() * (minutes - minutes / 10);
    }

    /** Frames counted in a second: 24 at 23.976. */
    private long nominal() {
        return Math.round(rate.perSecond());
    }

    private long dropped() {
        return nominal() / 15;
    }

    /** The number written on a frame, with the skipped ones counted in. */
    private long labelOf(long frame) {
        long minute = nominal() * 60 - dropped();
        long tenMinutes = minute * 10 + dropped();
        long tens = frame / tenMinutes;
        long rest = frame % tenMinutes;
        long minutes = rest < nominal() * 60 ? 0 : 1 + (rest - nominal() * 60) / minute;
        return frame + dropped() * (tens * 9 + minutes);
    }

    private static long number(MatchResult parts, int group) {
        return Long.parseLong(parts.group(group));
    }
}
