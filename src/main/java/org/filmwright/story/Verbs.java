package org.filmwright.story;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.ShotSize;

/** Which words of an action ask for which distance of the camera (film.md 5.2). */
final class Verbs {
    static final Set<String> LOOKING = Set
            .of("looks", "look", "watches", "sees", "stares", "glances", "peers", "gazes", "notices", "spots");
    /** Hands on a thing: what is shown of it next may be seen close. */
    static final Set<String> HANDLING = Set.of("lays", "puts", "sets", "drops", "shows", "opens", "unfolds", "draws",
            "pulls", "hands", "gives", "holds", "offers", "finds", "lifts", "turns", "reveals");
    private static final Set<String> DENYING = Set.of("not", "never", "no", "without");

    /** Words of one kind, the size they ask for, and why. */
    private enum Kind {
        FEELING(ShotSize.CU, "is seen in a face", "smiles", "smile", "smiling", "tear", "tears", "cries", "weeps",
                "understands", "realises", "realizes", "whispers", "winces"), FAR(ShotSize.WS,
                        "makes people small in their place", "far", "alone", "small", "tiny", "distance", "distant",
                        "city", "skyline", "crowd"), PART(ShotSize.CU, "wants to be near", "face", "eyes",
                                "eye", "lips", "mouth", "hand", "fingers"), BODY(ShotSize.WS, "needs room to move",
                                        "runs", "run", "running", "walks", "walk", "crosses", "leaps", "jumps",
                                        "climbs", "climbing", "slides", "bursts", "dances", "falls", "rolls", "lands",
                                        "drifts", "sails", "flies", "fights", "chases", "swims", "rides", "crawls",
                                        "dashes", "sprints"), HEAD(ShotSize.MCU, "is read in a head", "looks", "look",
                                                "looking", "stares", "watches", "listens", "listening", "feels",
                                                "nods", "squinting", "squints", "frowns", "sighs", "hears", "thinks",
                                                "drinks", "gasping", "breathes"), FIGURE(ShotSize.MWS,
                                                        "shows the figure", "stands", "sits", "leans", "kneels",
                                                        "crouches", "comes", "enters", "rises", "waits", "lies",
                                                        "turns", "hides", "pulls", "shakes", "steps");

        private final ShotSize size;
        private final String why;
        private final Set<String> words;

        Kind(ShotSize size, String why, String... words) {
            this.size = size;
            this.why = why;
            this.words = Set.of(words);
        }
    }

    private Verbs() {}

    /** The size that suits what somebody does, with the word that asks for it; from the waist up when none does. */
    static Framing framing(String action) {
        List<String> words = Words.lower(Words.withoutBrackets(action));
        return asked(words, Set.of(Kind.FEELING)).or(() -> asked(words, Set.of(Kind.FAR)))
                .or(() -> asked(words, Set.of(Kind.values())))
                .orElse(new Framing(ShotSize.MS, CameraAngle.EYE_LEVEL,
                        "what is done with the hands, from the waist up"));
    }

    static boolean far(String action) {
        return asked(Words.lower(action), Set.of(Kind.FAR)).isPresent();
    }

    private static Optional<Framing> asked(List<String> words, Set<Kind> kinds) {
        for (int i = 0; i < words.size(); i++) {
            for (Kind kind : Kind.values()) {
                if (kinds.contains(kind) && kind.words.contains(words.get(i)) && meant(words, i, kind)) {
                    return Optional.of(new Framing(kind.size, CameraAngle.EYE_LEVEL,
                            "'" + words.get(i) + "' " + kind.why));
                }
            }
        }
        return Optional.empty();
    }

    /** {@code does not look} asks for nothing; {@code the mouth of the alley} is nobody's. */
    private static boolean meant(List<String> words, int at, Kind kind) {
        boolean denied = at > 0 && DENYING.contains(words.get(at - 1));
        boolean nobodys = kind == Kind.PART && ((at > 0 && Set.of("the", "one", "every").contains(words.get(at - 1)))
                || (at + 1 < words.size() && words.get(at + 1).equals("of")));
        return !denied && !nobodys;
    }

    static boolean any(String action, Set<String> asking) {
        return Words.lower(action).stream().anyMatch(asking::contains);
    }
}
