package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.ShotId;

/** Words heard in a shot, from {@code start} to {@code end} seconds after the shot begins. */
public record SpokenLine(ShotId shot, String speaker, String text, double start, double end) {
    /** Silence at the head of a shot and between two lines, where there is room. */
    private static final double BREATH = 0.25;

    public SpokenLine {
        if (!(start >= 0 && end > start)) {
            throw new IllegalArgumentException("A line is heard for a while: " + start + " to " + end);
        }
    }

    /** Who says what. */
    public record Speech(String speaker, String text) {}

    /** Spreads what is said in a shot over its length, each line as long as its text; nothing for blank lines. */
    public static List<SpokenLine> spread(ShotId shot, double seconds, List<Speech> speeches) {
        List<Speech> said = speeches.stream().filter(speech -> !speech.text().isBlank()).toList();
        double letters = said.stream().mapToInt(speech -> speech.text().length()).sum();
        double breath = Math.min(BREATH, seconds / (4.0 * (said.size() + 1)));
        double speaking = seconds - breath * (said.size() + 1);
        List<SpokenLine> lines = new ArrayList<>();
        double start = breath;
        for (Speech speech : said) {
            double end = start + speaking * speech.text().length() / letters;
            lines.add(new SpokenLine(shot, speech.speaker(), speech.text(), start, end));
            start = end + breath;
        }
        return lines;
    }
}
