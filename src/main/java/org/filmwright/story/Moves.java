package org.filmwright.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ShotSize;
import org.filmwright.story.Draft.Kind;

/** Chooses the camera moves of a scene from the words of the script, each with its reason (film.md 5.1). */
final class Moves {
    /** What the camera does, before left and right are known. */
    private enum Family {
        PUSH_IN("slow push-in"), PULL_OUT("slow pull back"), PAN("pan"), TILT_UP("tilt up"), TILT_DOWN(
                "tilt down"), TRACK("tracking"), CRANE_UP("crane up"), CRANE_DOWN("crane down"), HANDHELD(
                        "handheld"), ORBIT("the camera orbits"), DOLLY_ZOOM("dolly zoom");

        private final String words;

        Family(String words) {
            this.words = words;
        }
    }

    /** @param strong asked for so plainly that a move follows a move */
    private record Rule(Family family, boolean strong, List<String> phrases) {}

    /** First rule that finds its words wins. */
    private static final List<Rule> RULES = List.of(
            new Rule(Family.HANDHELD, true,
                    List.of("bursts", "chase", "chases", "fight", "fights", "panic", "brakes", "shakes", "struggles",
                            "slides across", "shatters", "explodes", "handheld")),
            new Rule(Family.DOLLY_ZOOM, true, List.of("dizzy", "vertigo", "dolly zoom")),
            new Rule(Family.ORBIT, true, List.of("circles", "dance", "dances", "orbit", "orbits")),
            new Rule(Family.CRANE_DOWN, true, List.of("crane down")),
            new Rule(Family.TRACK, true,
                    List.of("runs", "run", "running", "track", "truck", "follows", "sprints", "races")),
            new Rule(Family.TILT_UP, true, List.of("looks up", "leaps", "up at", "tilt up")),
            new Rule(Family.TILT_DOWN, true, List.of("looks down", "falls", "tilt down", "sinks")),
            new Rule(Family.PUSH_IN, true,
                    List.of("push in", "closer", "realises", "realizes", "tension rises", "move towards", "understands",
                            "is humming")),
            new Rule(Family.PULL_OUT, true,
                    List.of("pull out", "reveal", "reveals", "widen to", "alone", "nobody", "empty square", "go dark")),
            new Rule(Family.PAN, false,
                    List.of("looks left", "looks right", "looks back", "across", "landscape", "pan", "horizon", "sails",
                            "sweeps", "wide gold")),
            new Rule(Family.TRACK, false,
                    List.of("walks", "walk", "passes", "crosses", "drifts", "climbs", "climbing")),
            new Rule(Family.CRANE_UP, false, List.of("rises", "overview", "crane", "city", "tower", "sky")),
            new Rule(Family.PUSH_IN, false,
                    List.of("stares", "listens", "feels", "smiles", "face", "eyes", "leans", "writes", "takes",
                            "blinks")));

    private final CameraMove pan;
    private final CameraMove track;
    private final boolean pushesFirst;

    /** @param rightwards the direction in which this scene travels; @param pushesFirst how new places are opened */
    Moves(boolean rightwards, boolean pushesFirst) {
        this.pan = rightwards ? CameraMove.PAN_RIGHT : CameraMove.PAN_LEFT;
        this.track = rightwards ? CameraMove.TRACK_RIGHT : CameraMove.TRACK_LEFT;
        this.pushesFirst = pushesFirst;
    }

    List<MoveChoice> choose(List<Draft> drafts) {
        List<MoveChoice> choices = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            CameraMove before = i == 0 ? CameraMove.STATIC : choices.getLast().move();
            MoveChoice wished = wished(drafts.get(i), i == 0, i == drafts.size() - 1, before != CameraMove.STATIC);
            choices.add(reverses(before, wished.move())
                    ? new MoveChoice(CameraMove.STATIC, "static: the shot before moves the other way")
                    : wished);
        }
        return choices;
    }

    private MoveChoice wished(Draft draft, boolean first, boolean last, boolean afterMove) {
        return switch (draft.kind()) {
            case INSERT -> last
                    ? new MoveChoice(CameraMove.PUSH_IN, "the last thing we see here: slow push-in")
                    : new MoveChoice(CameraMove.STATIC, "an insert stands still to be read");
            case MASTER -> new MoveChoice(CameraMove.STATIC, "dialogue: static");
            case SPEECH -> spoken(draft, afterMove);
            case PLACE, ACTION -> acted(draft, first, last, afterMove);
        };
    }

    private static MoveChoice spoken(Draft draft, boolean afterMove) {
        if (draft.framing().size() != ShotSize.CU || afterMove) {
            return new MoveChoice(CameraMove.STATIC, "dialogue: static");
        }
        Line line = draft.content().lines().getFirst();
        String words = line.manner().isEmpty() ? start(line.text()) : line.manner();
        return new MoveChoice(CameraMove.PUSH_IN, "'" + words + "' is the turn of the scene: slow push-in");
    }

    private static String start(String text) {
        List<String> words = List.of(text.split(" "));
        return words.size() <= 6 ? text : String.join(" ", words.subList(0, 5)) + " \u2026";
    }

    private MoveChoice acted(Draft draft, boolean first, boolean last, boolean afterMove) {
        Optional<MoveChoice> asked = asked(draft, afterMove);
        if (asked.isPresent()) {
            return asked.get();
        }
        if (first && draft.kind() == Kind.PLACE) {
            return pushesFirst
                    ? new MoveChoice(CameraMove.PUSH_IN, "a new place: we move into it slowly")
                    : new MoveChoice(pan, "a new place: we look along it");
        }
        if (last && !afterMove && draft.framing().size().ordinal() <= ShotSize.WS.ordinal()) {
            return new MoveChoice(CameraMove.PULL_OUT, "the end of the scene: slow pull back");
        }
        return new MoveChoice(CameraMove.STATIC, afterMove ? "static: it rests after the move before" : "calm: static");
    }

    private Optional<MoveChoice> asked(Draft draft, boolean afterMove) {
        String text = " " + String.join(" ", Words.lower(Words.withoutBrackets(draft.content().action()))) + " ";
        boolean close = draft.framing().size().ordinal() >= ShotSize.MCU.ordinal();
        for (Rule rule : RULES) {
            boolean peopled = draft.kind() != Kind.PLACE || rule.family == Family.PAN || rule.family == Family.PULL_OUT
                    || rule.family == Family.CRANE_UP || text.contains(" drifts ");
            boolean suits = peopled && (rule.strong || !afterMove) && !(close && wide(rule.family))
                    && !(draft.framing().angle() == CameraAngle.POV && rule.family == Family.TRACK);
            Optional<String> phrase = rule.phrases.stream()
                    .filter(words -> text.contains(" " + words + " ") && !denied(text, words))
                    .findFirst();
            if (suits && phrase.isPresent()) {
                return Optional.of(new MoveChoice(move(rule.family, text),
                        "'" + phrase.get() + "' \u2192 " + rule.family.words + side(rule.family, text)));
            }
        }
        return Optional.empty();
    }

    /** {@code does not run} asks for nothing. */
    private static boolean denied(String text, String words) {
        return text.contains(" not " + words + " ") || text.contains(" never " + words + " ");
    }

    private static boolean wide(Family family) {
        return family == Family.TRACK || family == Family.CRANE_UP || family == Family.CRANE_DOWN
                || family == Family.PULL_OUT;
    }

    private CameraMove move(Family family, String text) {
        return switch (family) {
            case PUSH_IN -> CameraMove.PUSH_IN;
            case PULL_OUT -> CameraMove.PULL_OUT;
            case TILT_UP -> CameraMove.TILT_UP;
            case TILT_DOWN -> CameraMove.TILT_DOWN;
            case CRANE_UP -> CameraMove.CRANE_UP;
            case CRANE_DOWN -> CameraMove.CRANE_DOWN;
            case ORBIT -> track == CameraMove.TRACK_RIGHT ? CameraMove.ORBIT_RIGHT : CameraMove.ORBIT_LEFT;
            case DOLLY_ZOOM -> CameraMove.DOLLY_ZOOM;
            case HANDHELD -> CameraMove.HANDHELD;
            case TRACK -> track;
            case PAN -> text.contains(" looks left ")
                    ? CameraMove.PAN_LEFT
                    : text.contains(" looks right ") ? CameraMove.PAN_RIGHT : pan;
        };
    }

    private String side(Family family, String text) {
        CameraMove move = move(family, text);
        return family == Family.PAN || family == Family.TRACK || family == Family.ORBIT
                ? move.name().toLowerCase(Locale.ROOT).endsWith("left") ? " left" : " right"
                : "";
    }

    /** Whether a move goes back where the one before it came from. */
    static boolean reverses(CameraMove before, CameraMove now) {
        return now == opposite(before) && now != CameraMove.STATIC;
    }

    private static CameraMove opposite(CameraMove move) {
        return switch (move) {
            case PUSH_IN -> CameraMove.PULL_OUT;
            case PULL_OUT -> CameraMove.PUSH_IN;
            case PAN_LEFT -> CameraMove.PAN_RIGHT;
            case PAN_RIGHT -> CameraMove.PAN_LEFT;
            case TILT_UP -> CameraMove.TILT_DOWN;
            case TILT_DOWN -> CameraMove.TILT_UP;
            case TRACK_LEFT -> CameraMove.TRACK_RIGHT;
            case TRACK_RIGHT -> CameraMove.TRACK_LEFT;
            case CRANE_UP -> CameraMove.CRANE_DOWN;
            case CRANE_DOWN -> CameraMove.CRANE_UP;
            case TRUCK_LEFT -> CameraMove.TRUCK_RIGHT;
            case TRUCK_RIGHT -> CameraMove.TRUCK_LEFT;
            case ORBIT_LEFT -> CameraMove.ORBIT_RIGHT;
            case ORBIT_RIGHT -> CameraMove.ORBIT_LEFT;
            case DOLLY_IN -> CameraMove.DOLLY_OUT;
            case DOLLY_OUT -> CameraMove.DOLLY_IN;
            case STATIC, HANDHELD, DOLLY_ZOOM -> CameraMove.STATIC;
        };
    }
}
