package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.filmwright.base.FrameRate;

/**
 * Times subtitles after film.md 4.4: 5/6 s to 7 s each, two frames between, at most 17 characters a second where the
 * film has the time and 20 where it is short of it, not across a cut unless the words need it. Two speakers who answer
 * each other faster than that share one screen, a dash before each.
 */
final class SubtitleLayout {
    private static final double CALM = 17;
    private static final double BRISK = 20;
    private static final double REPLY = 1.0;
    private static final String DASH = "- ";
    private static final int GAP = 2;

    private final FrameRate rate;
    private final int film;
    private final int shortest;
    private final int longest;

    SubtitleLayout(FrameRate rate, int film) {
        this.rate = rate;
        this.film = film;
        shortest = (int) Math.ceil(rate.perSecond() * 5 / 6);
        longest = (int) Math.floor(rate.perSecond() * 7);
    }

    /** A line as heard, in frames of the film; its shot ends at {@code shotEnd}. */
    record Heard(int start, int end, int shotEnd, String speaker, String text) {}

    /** @param heard in order of their starts */
    List<Subtitle> lay(List<Heard> heard) {
        return lay(heard, SubtitleText::screens);
    }

    /** @param breaks text into screens, as {@link SubtitleText#screens} */
    List<Subtitle> lay(List<Heard> heard, Function<String, List<String>> breaks) {
        List<Heard> screens = heard.stream().flatMap(line -> screens(line, breaks.apply(line.text)).stream()).toList();
        return settle(timed(dialogues(screens)));
    }

    /** Gives each screen of a long line its part of the line's time. */
    private List<Heard> screens(Heard line, List<String> texts) {
        double letters = texts.stream().mapToInt(String::length).sum();
        List<Heard> screens = new ArrayList<>();
        double done = 0;
        for (String text : texts) {
            int start = line.start + (int) Math.round((line.end - line.start) * done / letters);
            done += text.length();
            int end = line.start + (int) Math.round((line.end - line.start) * done / letters);
            screens.add(new Heard(start, end, line.shotEnd, line.speaker, text));
        }
        return screens;
    }

    private List<Heard> dialogues(List<Heard> screens) {
        List<Heard> out = new ArrayList<>();
        for (Heard next : screens) {
            if (!out.isEmpty() && sharesScreen(out.getLast(), next)) {
                Heard first = out.removeLast();
                out.add(new Heard(first.start, Math.max(first.end, next.end), next.shotEnd, "",
                        DASH + first.text + "\n" + DASH + next.text));
            } else {
                out.add(next);
            }
        }
        return out;
    }

    private boolean sharesScreen(Heard first, Heard next) {
        int room = SubtitleText.LINE - DASH.length();
        boolean fits = first.text.length() <= room && next.text.length() <= room && !first.text.contains("\n")
                && !next.text.contains("\n");
        boolean answers = !first.speaker.isEmpty() && !first.speaker.equals(next.speaker)
                && first.shotEnd == next.shotEnd && next.start - first.end < rate.perSecond() * REPLY;
        boolean hurried = next.start - GAP - first.start < needs(first.text, BRISK)
                || next.shotEnd - next.start < needs(next.text, BRISK);
        return fits && answers && hurried && next.end - first.start <= longest;
    }

    /** Ends each screen where speech ends, or later where reading needs longer and the next one leaves room. */
    private List<Heard> timed(List<Heard> screens) {
        List<Heard> out = new ArrayList<>();
        for (int i = 0; i < screens.size(); i++) {
            Heard screen = screens.get(i);
            int free = i + 1 < screens.size() ? screens.get(i + 1).start - GAP : film;
            int start = out.isEmpty() ? screen.start : Math.max(screen.start, out.getLast().end + GAP);
            int calm = Math.min(start + needs(screen.text, CALM), Math.max(screen.shotEnd, screen.end));
            int readable = Math.max(calm, Math.max(screen.end, start + needs(screen.text, BRISK)));
            int end = Math.max(Math.min(readable, free), start + shortest);
            out.add(new Heard(start, Math.min(end, start + longest), screen.shotEnd, screen.speaker, screen.text));
        }
        return out;
    }

    private int needs(String text, double perSecond) {
        return Math.clamp((int) Math.ceil(text.length() / perSecond * rate.perSecond()), shortest, longest);
    }

    /** Pushes back what ran past the end of the film; what then has no frame left is not shown. */
    private List<Subtitle> settle(List<Heard> screens) {
        List<Subtitle> out = new ArrayList<>();
        int free = film;
        for (Heard screen : screens.reversed()) {
            int end = Math.min(screen.end, free);
            int start = Math.max(0, Math.min(screen.start, end - Math.min(shortest, screen.end - screen.start)));
            if (end > start) {
                out.add(new Subtitle(start, end, screen.text));
                free = start - GAP;
            }
        }
        return out.reversed();
    }
}
