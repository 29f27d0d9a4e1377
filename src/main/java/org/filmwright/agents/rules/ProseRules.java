package org.filmwright.agents.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.filmwright.agents.rules.Rulebook.Said;
import org.filmwright.story.Planner;
import org.filmwright.story.Scene;
import org.filmwright.story.Screenplay;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.prose.Adaptation;
import org.filmwright.story.prose.Prose;
import org.filmwright.story.prose.ProseReader;

/** What a story in prose comes to, in its own words: nothing is invented where no generator of text is at hand. */
final class ProseRules {
    private static final int LONGEST = 400;
    private static final String UNHEARD = "A rule cannot follow notes: edit its answer instead.";

    private ProseRules() {}

    record Structure(List<Act> acts, String spine, String midpoint, String climax, List<Plant> plants) {
        record Act(int number, String purpose, String turn, double share) {}

        record Plant(String plant, String payoff) {}
    }

    /** A beginning, a middle and an end of the same length, by the sentences that stand there. */
    static Said structure(JsonNode input) {
        List<String> sentences = sentences(input.path("premise").asText());
        int acts = sentences.size() < 6 ? 2 : 3;
        List<Structure.Act> parts = IntStream.range(0, acts)
                .mapToObj(i -> new Structure.Act(i + 1, at(sentences, i, acts, 0), at(sentences, i + 1, acts, -1),
                        acts == 2 ? 0.5 : i == 1 ? 0.34 : 0.33))
                .toList();
        String spine = Lines.shortened(sentences.getFirst() + " \u2026 " + sentences.getLast(), LONGEST);
        return said(new Structure(parts, spine, at(sentences, 1, 2, 0), at(sentences, 5, 6, 0), List.of()), 0.4, input,
                "Where the turns lie is only counted: the first and last sentences of equal parts.");
    }

    private static String at(List<String> sentences, int part, int parts, int beside) {
        int index = Math.clamp((long) sentences.size() * part / parts + beside, 0, sentences.size() - 1);
        return Lines.shortened(sentences.get(index), LONGEST);
    }

    private static List<String> sentences(String prose) {
        List<String> sentences = ProseReader.read(prose).sentences();
        return sentences.isEmpty() ? List.of(prose.strip()) : sentences;
    }

    record Outline(List<Row> scenes, String teaser, String lastImage) {
        record Row(int number, String heading, String purpose, String happens, List<String> characters, double seconds,
                String strand) {}
    }

    /** The scenes that the story has by itself. */
    static Said outline(JsonNode input) {
        Screenplay script = Adaptation.byRule(ProseReader.read(input.path("story").asText()), "Story");
        ShotPlan plan = Planner.plan(script, 1);
        List<Outline.Row> rows = plan.scenes().stream().limit(80).map(scene -> row(plan, scene)).toList();
        List<Shot> shots = plan.shots();
        return said(new Outline(rows, words(shots.getFirst()), words(shots.getLast())), 0.85, input,
                "The scenes are those that the words of the prose lead to; none is added and none is left out.");
    }

    private static Outline.Row row(ShotPlan plan, Scene scene) {
        List<String> happens = plan.shotsOf(scene).stream().map(ProseRules::words).distinct().toList();
        String told = happens.isEmpty() ? scene.heading() : String.join(" ", happens);
        return new Outline.Row(scene.number(), heading(scene), "It is told here.", Lines.shortened(told, LONGEST),
                scene.characters(), Math.clamp(scene.length().seconds(), 3, 900), "A");
    }

    /** As the outline wants them: a time after a dash. */
    private static String heading(Scene scene) {
        return scene.heading().matches("(INT|EXT|INT/EXT)\\. .+ - .+")
                ? scene.heading()
                : "INT. " + scene.place().location() + " - " + scene.place().time();
    }

    private static String words(Shot shot) {
        return shot.content().lines().isEmpty()
                ? shot.content().action().isBlank() ? "It is seen." : shot.content().action()
                : shot.content().lines().getFirst().speaker() + ": " + shot.content().lines().getFirst().text();
    }

    record Written(String fountain, List<String> kept, List<Change> left, List<Change> changed) {
        record Change(String what, String why) {}
    }

    /** The draft that there is, or the screenplay that the rules make of the prose. */
    static Said adaptation(JsonNode input) {
        String draft = input.path("draft").asText();
        Prose prose = ProseReader.read(input.path("prose").asText());
        String text = draft.isBlank() ? Adaptation.byRule(prose, "Story").source() : draft;
        return said(new Written(text, List.of("Every sentence, in its order"),
                List.of(new Written.Change("Words such as 'she said'", "The cue says who speaks.")), List.of()), 0.9,
                input, "Word for word, also where a film would show it in another order.");
    }

    private static Said said(Object answer, double confidence, JsonNode input, String doubt) {
        List<String> doubts = new ArrayList<>(List.of(doubt));
        if (input.hasNonNull("notes")) {
            doubts.add(UNHEARD);
        }
        return new Said(answer, confidence, doubts);
    }
}
