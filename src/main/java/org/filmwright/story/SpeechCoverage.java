package org.filmwright.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.ShotSize;
import org.filmwright.story.Draft.Kind;

/** Covers the dialogue of one scene: master, over the shoulders, singles, close at the turn; one side of the line. */
final class SpeechCoverage {
    /** One speech longer than this is cut in two between its sentences, in seconds. */
    private static final double LONG = 7.0;
    private static final Set<String> HUSHED = Set.of("quietly", "softly", "low", "whispering", "whispers", "hushed",
            "almost", "gently", "slowly", "pause", "beat", "finally", "breaking");

    private final Cast cast;
    private int count;

    SpeechCoverage(Cast cast) {
        this.cast = cast;
    }

    /**
     * The shots of a speech.
     *
     * @param present who is in the scene, last mentioned last
     * @param together whether those two have been seen in one frame
     */
    List<Draft> cover(Beat.Speech speech, List<String> present, boolean together, boolean turn) {
        List<String> speakers = speech.unseen() ? List.of() : speech.speakers().stream().filter(cast::isSeen).toList();
        Optional<String> listener = present.reversed().stream().filter(name -> !speakers.contains(name)).findFirst();
        List<Draft> drafts = new ArrayList<>();
        for (List<Line> lines : portions(speech.lines())) {
            boolean master = listener.isPresent() && !together && !speakers.isEmpty() && drafts.isEmpty();
            drafts.add(draft(speech, lines, speakers, listener, master, turn));
        }
        count++;
        return drafts;
    }

    private Draft draft(Beat.Speech speech, List<Line> lines, List<String> speakers, Optional<String> listener,
            boolean master, boolean turn) {
        Framing framing = framing(speakers, listener, master, turn);
        Set<String> people = new LinkedHashSet<>(speakers);
        if (speakers.isEmpty() || master || framing.angle() == CameraAngle.OVER_SHOULDER) {
            listener.ifPresent(people::add);
        }
        Optional<String> focus = speakers.stream().findFirst().or(() -> listener);
        Shot.Content content = new Shot.Content(action(speech, lines.getFirst(), speakers, listener),
                List.copyOf(people), focus, lines, List.of());
        return new Draft(master ? Kind.MASTER : Kind.SPEECH, content, framing, DialogueTiming.seconds(lines));
    }

    private Framing framing(List<String> speakers, Optional<String> listener, boolean master, boolean turn) {
        if (master) {
            return new Framing(ShotSize.WS, CameraAngle.TWO_SHOT, "the two in one frame, before the singles");
        }
        if (speakers.isEmpty()) {
            return new Framing(ShotSize.MCU, CameraAngle.EYE_LEVEL, "the one who listens to a voice that is not here");
        }
        if (speakers.size() > 1) {
            return new Framing(ShotSize.MS, CameraAngle.TWO_SHOT, "they speak together");
        }
        if (turn) {
            return new Framing(ShotSize.CU, CameraAngle.EYE_LEVEL, "the turn of the scene is seen in a face");
        }
        return count < 3 && listener.isPresent()
                ? new Framing(ShotSize.MS, CameraAngle.OVER_SHOULDER, "dialogue begins over the shoulder")
                : new Framing(ShotSize.MCU, CameraAngle.EYE_LEVEL, "the talk tightens to singles");
    }

    /** Says who speaks and how, not what is said: the words of a speech are not what is seen. */
    private static String action(Beat.Speech speech, Line line, List<String> speakers, Optional<String> listener) {
        String who = String.join(" and ", speech.speakers());
        String manner = line.manner().isEmpty() ? "" : ", " + line.manner();
        if (speakers.isEmpty()) {
            return listener.map(name -> name + " listens: ").orElse("") + who + " is heard" + manner + ".";
        }
        return who + (speakers.size() > 1 ? " speak" : " speaks") + listener.map(name -> " to " + name).orElse("")
                + manner + ".";
    }

    /** The lines of a speech, in portions of at most {@link #LONG} seconds where its sentences allow. */
    private static List<List<Line>> portions(List<Line> lines) {
        List<List<Line>> portions = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        for (Line line : lines) {
            for (Line part : parts(line)) {
                open.add(part);
                if (DialogueTiming.seconds(open) > LONG && open.size() > 1) {
                    open.removeLast();
                    portions.add(List.copyOf(open));
                    open.clear();
                    open.add(part);
                }
            }
        }
        portions.add(List.copyOf(open));
        return portions;
    }

    private static List<Line> parts(Line line) {
        if (DialogueTiming.seconds(List.of(line)) <= LONG) {
            return List.of(line);
        }
        List<Line> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (String sentence : Words.sentences(line.text())) {
            if (!words.isEmpty() && DialogueTiming.spoken(words + " " + sentence) > LONG - 1) {
                parts.add(new Line(line.speaker(), line.manner(), words.toString()));
                words.setLength(0);
            }
            words.append(words.isEmpty() ? "" : " ").append(sentence);
        }
        parts.add(new Line(line.speaker(), line.manner(), words.toString()));
        return parts;
    }

    /** How much a speech looks like the turn of its scene; the highest in a scene is. */
    static int weight(Beat.Speech speech, boolean afterInsert, boolean last) {
        boolean hushed = speech.lines()
                .stream()
                .anyMatch(line -> Words.lower(line.manner()).stream().anyMatch(HUSHED::contains));
        boolean asks = speech.lines().getLast().text().endsWith("?");
        return (hushed ? 3 : 0) + (afterInsert ? 3 : 0) + (asks ? 1 : 0) + (last ? 1 : 0) - (speech.unseen() ? 9 : 0);
    }
}
