package org.filmwright.story;

import java.util.ArrayList;
import java.util.List;

/** When each line is heard inside its shot; 1 s a line + 0.3 s a word, pauses included (film.md 1.3). */
public final class DialogueTiming {
    /** Of the second that each line has beside its words, this much is silence after it. */
    private static final double PAUSE = 0.4;

    private DialogueTiming() {}

    /** A line and when it is heard, in seconds from the start of its shot. */
    public record Heard(Line line, double start, double end) {}

    /** Lines one after another; the last one ends before the shot does. */
    public static List<Heard> of(Shot shot) {
        List<Line> lines = shot.content().lines();
        double spare = Math.max(0, shot.seconds() - seconds(lines));
        double squeeze = Math.min(1, shot.seconds() / Math.max(1e-9, seconds(lines)));
        double at = squeeze * PAUSE / 2 + spare / 2;
        List<Heard> heard = new ArrayList<>();
        for (Line line : lines) {
            double end = at + squeeze * (spoken(line.text()) - PAUSE);
            heard.add(new Heard(line, at, end));
            at = end + squeeze * PAUSE;
        }
        return heard;
    }

    /** Seconds that lines need together. */
    static double seconds(List<Line> lines) {
        return lines.stream().mapToDouble(line -> spoken(line.text())).sum();
    }

    static double spoken(String words) {
        return 1 + 0.3 * Words.count(words);
    }
}
