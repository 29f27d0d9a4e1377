package org.filmwright.agents.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.filmwright.agents.rules.Rulebook.Said;
import org.filmwright.agents.rules.Rulebook.Script;
import org.filmwright.story.DialogueTiming;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPrompt;

/** What the planner of shots decides, with its reasons. */
final class ShotRules {
    /** Two lines of 42 characters (film.md 4.4). */
    private static final int LONGEST_CUE = 84;

    private ShotRules() {}

    record Coverage(List<Row> shots) {
        record Row(String label, int scene, String size, String angle, String move, double seconds, String action,
                List<String> people, String reason) {}
    }

    static Said coverage(Script script) {
        List<Coverage.Row> rows = asked(script)
                .map(shot -> new Coverage.Row(shot.label(), shot.scene(), shot.framing().size().words(),
                        shot.framing().angle().words(), shot.camera().move().word(), shot.seconds(),
                        shot.content().action(), shot.content().people(), shot.framing().why()))
                .toList();
        return new Said(new Coverage(rows), 0.85, List.of());
    }

    record Camera(List<Row> moves) {
        record Row(String shot, String move, double seconds, String reason) {}
    }

    static Said camera(Script script) {
        List<Camera.Row> rows = asked(script)
                .map(shot -> new Camera.Row(shot.label(), shot.camera().move().word(), shot.seconds(),
                        shot.camera().reason()))
                .toList();
        return new Said(new Camera(rows), 0.85, List.of());
    }

    record Briefs(List<Row> briefs) {
        record Row(String shot, String prompt) {}
    }

    static Said briefs(Script script) {
        List<Briefs.Row> rows = asked(script)
                .map(shot -> new Briefs.Row(shot.label(), Lines.shortened(ShotPrompt.of(script.plan(), shot), 900)))
                .toList();
        return new Said(new Briefs(rows), 0.8, List.of("Lens, colour and style are not in the script and not here."));
    }

    record Subtitles(List<Row> cues) {
        record Row(double start, double end, String speaker, String text) {}
    }

    /** Times from the first frame of what is asked about: the film, or the scene. */
    static Said subtitles(Script script) {
        List<Subtitles.Row> rows = new ArrayList<>();
        double at = 0;
        for (Shot shot : asked(script).toList()) {
            for (DialogueTiming.Heard heard : DialogueTiming.of(shot)) {
                cues(heard, at, rows);
            }
            at += shot.seconds();
        }
        return new Said(new Subtitles(rows), 0.85,
                List.of("Times follow the plan of shots; recorded voices may be longer.",
                        "Long lines are not broken."));
    }

    /** A long speech is several cues, each as long as its share of the letters. */
    private static void cues(DialogueTiming.Heard heard, double at, List<Subtitles.Row> rows) {
        List<String> parts = Lines.broken(heard.line().text(), LONGEST_CUE);
        double letters = parts.stream().mapToInt(String::length).sum();
        double start = at + heard.start();
        for (String part : parts) {
            double end = start + (heard.end() - heard.start()) * part.length() / letters;
            rows.add(new Subtitles.Row(hundredths(start), hundredths(end), heard.line().speaker(), part));
            start = end;
        }
    }

    private static Stream<Shot> asked(Script script) {
        return script.plan().shots().stream().filter(shot -> script.asks(shot.scene()));
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
