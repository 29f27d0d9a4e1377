package org.filmwright;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.story.DialogueTiming;
import org.filmwright.story.Element;
import org.filmwright.story.Scene;
import org.filmwright.story.Screenplay;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.ShotPrompt;

/** The JSON documents of the {@code story} commands (cli.md). */
final class StoryReport {
    private StoryReport() {}

    /** {@code story show --json}. */
    record Understood(Map<String, List<String>> titlePage, List<Piece> elements, List<SceneLine> scenes,
            List<Screenplay.Warning> warnings) {
        static Understood of(Screenplay screenplay, ShotPlan plan) {
            Map<String, List<String>> titlePage = new LinkedHashMap<>();
            screenplay.titlePage().entries().forEach(entry -> titlePage.put(entry.key(), entry.values()));
            return new Understood(titlePage, screenplay.elements().stream().map(Piece::of).toList(),
                    plan.scenes().stream().map(SceneLine::of).toList(), screenplay.warnings());
        }
    }

    /** An element; what its type does not have is left out. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Piece(String type, String text, Optional<Integer> scene, Optional<String> number, Optional<Integer> depth,
            Optional<Boolean> dual, Optional<String> extension, int line) {
        static Piece of(Element element) {
            Optional<Integer> scene = Optional.of(element.scene()).filter(number -> number > 0);
            Element.Detail detail = element.detail();
            return new Piece(element.type().word(), element.text(), scene,
                    detail instanceof Element.SceneNumber(String number) ? Optional.of(number) : Optional.empty(),
                    detail instanceof Element.Depth(int depth) ? Optional.of(depth) : Optional.empty(),
                    detail instanceof Element.Cue cue ? Optional.of(cue.dual()).filter(dual -> dual) : Optional.empty(),
                    detail instanceof Element.Cue cue ? cue.extension() : Optional.empty(), element.line());
        }
    }

    /** A scene; {@code seconds} is the estimate of film.md 1.3. */
    record SceneLine(int number, String heading, String setting, String location, String timeOfDay, int line,
            List<String> characters, int words, double seconds) {
        static SceneLine of(Scene scene) {
            return new SceneLine(scene.number(), scene.heading(), scene.place().setting().name().replace('_', '/'),
                    scene.place().location(), scene.place().time().name(), scene.line(), scene.characters(),
                    scene.length().words(), scene.length().seconds());
        }
    }

    /** {@code story plan --json}. */
    record Planned(String title, long seed, double seconds, List<ShotLine> shots) {
        static Planned of(ShotPlan plan) {
            return new Planned(plan.title(), plan.seed(), tenths(plan.seconds()),
                    plan.shots().stream().map(shot -> ShotLine.of(plan, shot)).toList());
        }
    }

    /** A shot, and why it is as it is. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ShotLine(String id, String label, int scene, String size, String angle, String move, double seconds,
            String prompt, Why why, String action, List<String> people, Optional<String> focus, List<String> props,
            List<Spoken> lines) {
        static ShotLine of(ShotPlan plan, Shot shot) {
            Shot.Content content = shot.content();
            return new ShotLine(shot.id().value(), shot.label(), shot.scene(), shot.framing().size().name(),
                    shot.framing().angle().words(), shot.camera().move().word(), shot.seconds(),
                    ShotPrompt.of(plan, shot), new Why(shot.framing().why(), shot.camera().reason()), content.action(),
                    content.people(), content.focus(), content.props(),
                    DialogueTiming.of(shot).stream().map(Spoken::of).toList());
        }
    }

    /** Why this framing, why this move. */
    record Why(String framing, String move) {}

    /** A line and when it is heard, in seconds from the start of its shot. */
    record Spoken(String speaker, String manner, String text, double start, double end) {
        static Spoken of(DialogueTiming.Heard heard) {
            return new Spoken(heard.line().speaker(), heard.line().manner(), heard.line().text(),
                    hundredths(heard.start()), hundredths(heard.end()));
        }
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
