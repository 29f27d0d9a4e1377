package org.filmwright.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.story.Element;
import org.filmwright.story.ElementType;
import org.filmwright.story.Person;
import org.filmwright.story.Planner;
import org.filmwright.story.Screenplay;
import org.filmwright.story.ShotPlan;

/** What the film is, in the words of its screenplay: title, logline, length, places and people. */
record DevelopConcept(Records records) implements StepHandler {
    private static final List<String> LOGLINES = List.of("logline", "log line", "synopsis", "summary");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");

    /**
     * What this step answers.
     *
     * @param source where the logline stands in the script, or who wrote it
     * @param spine its chain of cause and effect, where somebody has found one
     */
    record Concept(String title, String logline, String source, List<String> authors, int scenes, double minutes,
            List<String> places, List<String> people,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String spine) {}

    @Override
    public StepResult run(StepContext context) {
        MakeOrder order = Json.read(context.input(), StepOrder.class).make();
        return StepAnswers.of(new ReadScript(records).script(order), script -> {
            ShotPlan plan = Planner.plan(script.screenplay(), order.seed());
            return StepResult.done(Json.of(written(concept(script.screenplay(), plan), context)));
        });
    }

    /** What agents before this step wrote counts before what stands in the script. */
    private static Concept written(Concept found, StepContext context) {
        List<JsonNode> reports = context.upstream().values().stream().map(Json::tree).toList();
        Optional<JsonNode> logline = reports.stream()
                .filter(each -> each.at("/answer/logline").isTextual())
                .findFirst();
        String spine = reports.stream()
                .map(each -> each.at("/answer/spine").asText())
                .filter(Predicate.not(String::isEmpty))
                .findFirst()
                .orElse("");
        return new Concept(found.title, logline.map(each -> each.at("/answer/logline").asText()).orElse(found.logline),
                logline.map(each -> each.path("by").asText()).orElse(found.source), found.authors, found.scenes,
                found.minutes, found.places, found.people, spine);
    }

    static Concept concept(Screenplay script, ShotPlan plan) {
        Line line = fromTitlePage(script).or(() -> fromSynopsis(script)).orElseGet(() -> fromAction(script));
        List<String> authors = Stream.of("author", "authors")
                .flatMap(key -> script.titlePage().values(key).stream())
                .toList();
        return new Concept(plan.title(), line.text, line.source, authors, plan.scenes().size(),
                Math.round(plan.seconds() / 6) / 10.0,
                plan.scenes().stream().map(scene -> scene.place().location()).distinct().toList(),
                plan.cast().stream().map(Person::name).toList(), "");
    }

    private record Line(String text, String source) {}

    private static Optional<Line> fromTitlePage(Screenplay script) {
        return LOGLINES.stream()
                .map(key -> String.join(" ", script.titlePage().values(key)))
                .filter(Predicate.not(String::isBlank))
                .findFirst()
                .map(text -> new Line(text, "title page"));
    }

    private static Optional<Line> fromSynopsis(Screenplay script) {
        return first(script, ElementType.SYNOPSIS).map(element -> new Line(element.plain(), "synopsis"));
    }

    /** The first sentence that says what happens. */
    private static Line fromAction(Screenplay script) {
        String action = first(script, ElementType.ACTION).map(Element::plain).orElse("");
        String sentence = SENTENCE_END.split(action.replaceAll("\\s+", " ").strip(), 2)[0];
        return new Line(sentence, "first action");
    }

    private static Optional<Element> first(Screenplay script, ElementType type) {
        return script.elements().stream().filter(element -> element.type() == type).findFirst();
    }
}
