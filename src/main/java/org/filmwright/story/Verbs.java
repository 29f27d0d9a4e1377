package org.filmwright.story;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.ShotSize;

/** Which words of an action ask for which distance of the camera (film.md 5.2). */
final class Verbs {
    static final Set<String> LOOKING = Set
            .of("looks", "look", "watches", "sees", "stares", "glances", "peers", "gazes", "notices", "spots");
    /** Hands on a thing: what is shown of it next may be seen close. */
    static final Set<String> HANDLING = Set.of("lays", "puts", "sets", "drops", "shows", "opens", "unfolds", "draws",
            "pulls", "hands", "gives", "holds", "offers", "finds", "lifts", "turns", "reveals");
    private static final Set<String> FAR = Set
            .of("far", "alone", "small", "tiny", "distance", "distant", "horizon", "city", "skyline", "crowd");
    private static final Set<String> FACE = Set.of("face", "eyes", "eye", "smiles", "smile", "smiling", "tear", "tears",
            "cries", "weeps", "understands", "realises", "realizes", "whispers", "lips", "mouth");
    private static final Set<String> HEAD = Set.of("looks", "look", "looking", "stares", "watches", "listens",
            "listening", "feels", "nods", "squinting", "squints", "frowns", "sighs", "hears", "thinks", "drinks",
            "gasping", "breathes", "moment");
    private static final Set<String> BODY = Set.of("runs", "run", "running", "walks", "walk", "crosses", "leaps",
            "jumps", "climbs", "climbing", "slides", "bursts", "dances", "falls", "rolls", "lands", "drifts", "sails",
            "flies", "fights", "chases", "swims", "rides", "crawls", "dashes", "sprints");
    private static final Set<String> FIGURE = Set.of("stands", "sits", "leans", "kneels", "crouches", "comes",
            "enters", "rises", "waits", "lies", "turns", "hides", "pulls", "shakes", "steps");

    private Verbs() {}

    /** The size that suits what a person does, with the word that asks for it. */
    static Optional<Asked> size(String action) {
        List<String> words = Words.lower(Words.withoutBrackets(action));
        return asked(words, FACE, ShotSize.CU)
                .or(() -> asked(words, FAR, ShotSize.WS))
                .or(() -> asked(words, BODY, ShotSize.WS))
                .or(() -> asked(words, HEAD, ShotSize.MCU))
                .or(() -> asked(words, FIGURE, ShotSize.MWS));
    }

    /** A size and the word of the script that asks for it. */
    record Asked(ShotSize size, String word) {}

    private static Optional<Asked> asked(List<String> words, Set<String> asking, ShotSize size) {
        return words.stream().filter(asking::contains).findFirst().map(word -> new Asked(size, word));
    }

    static boolean any(String action, Set<String> asking) {
        return Words.lower(action).stream().anyMatch(asking::contains);
    }
}
