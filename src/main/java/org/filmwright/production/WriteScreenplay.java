package org.filmwright.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.story.Element;
import org.filmwright.story.FountainReader;
import org.filmwright.story.FountainWriter;
import org.filmwright.story.ScriptFile;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.TitlePage;
import org.filmwright.story.prose.Introductions;

/** Joins the scenes that were written to one screenplay, which becomes that of the project: a person writes on there. */
record WriteScreenplay(Records records, InstantSource clock) implements StepHandler {
    /** A result this long can still be shown and edited at a gate, in characters. */
    private static final int SHOWN = 200_000;
    private static final int GLIMPSE = 1500;

    /**
     * What this step answers.
     *
     * @param glimpse how it begins
     * @param text all of it; empty where it is too long for a gate and is read in the story pane
     */
    record Written(String fileName, int scenes, int shots, double minutes, String glimpse, String text) {}

    @Override
    public StepResult run(StepContext context) {
        MakeOrder order = Json.read(context.input(), StepOrder.class).make();
        String text = joined(titlePage(context, order), scenes(context.upstream()), looks(context.upstream()));
        return StepAnswers.of(kept(context.staging(), text), media -> {
            ShotPlan plan = new Planning(records, clock).settle(order.script().fileName(), FountainReader.read(text),
                    order.seed());
            String body = text.substring(text.indexOf("\n\n") + 2);
            String glimpse = body.length() <= GLIMPSE ? body : body.substring(0, GLIMPSE) + " \u2026";
            return StepResult.done(Json.of(new Written(order.script().fileName(), plan.scenes().size(),
                    plan.shots().size(), Math.round(plan.seconds() / 6) / 10.0, glimpse.strip(),
                    text.length() <= SHOWN ? text : "")), media);
        });
    }

    /** Published among the media, once it is found to be one that can be filmed. */
    private Outcome<MediaRef> kept(Path staging, String text) {
        Path staged = staging.resolve("screenplay." + Conductor.SCRIPT);
        try {
            Files.write(staged, text.getBytes(StandardCharsets.UTF_8));
            return ScriptFile.readFilmable(staged).then(_ -> records.vault().publish(staged, Conductor.SCRIPT));
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", "The screenplay could not be written: "
                    + e.getMessage() + ". What the agents wrote is kept."));
        }
    }

    /** A scene and where it lies. */
    private record Part(int number, String text) {}

    /** What was written for each item, in the order of the items; one that was edited at its own question counts so. */
    private static List<String> scenes(Map<String, String> upstream) {
        List<Part> parts = new ArrayList<>();
        Map<String, String> headings = new HashMap<>();
        upstream.values()
                .forEach(output -> Json.tree(output)
                        .path("sceneItems")
                        .forEach(item -> headings.put(item.path("key").asText(), item.path("heading").asText())));
        upstream.forEach((path, output) -> {
            JsonNode tree = Json.tree(output);
            String text = tree.at("/answer/fountain").asText(tree.path("fountain").asText());
            String[] steps = path.split("/");
            if (!text.isBlank() && steps.length > 1 && steps[1].matches("\\d+")) {
                parts.add(new Part(Integer.parseInt(steps[1]),
                        headed(text.strip(), headings.getOrDefault(steps[1], "INT. SOMEWHERE - DAY"))));
            }
        });
        return parts.stream().sorted(Comparator.comparing(Part::number)).map(Part::text).toList();
    }

    /** A scene that was written without its heading gets the one of the outline. */
    private static String headed(String scene, String heading) {
        return FountainReader.read("\n" + scene).hasScenes() ? scene : heading + "\n\n" + scene;
    }

    /** The title that was agreed on, and who told the story. */
    private TitlePage titlePage(StepContext context, MakeOrder order) {
        TitlePage drafted = new ReadScript(records).script(order)
                .then(file -> Outcome.ok(file.screenplay().titlePage()))
                .orElse(_ -> TitlePage.EMPTY);
        Optional<String> title = context.upstream()
                .values()
                .stream()
                .map(output -> Json.tree(output).at("/about/title").asText())
                .filter(Predicate.not(String::isBlank))
                .findFirst();
        List<TitlePage.Entry> entries = new ArrayList<>();
        entries.add(new TitlePage.Entry("Title", List.of(title.or(drafted::title).orElse("Untitled"))));
        drafted.entries()
                .stream()
                .filter(entry -> entry.key().equalsIgnoreCase("author"))
                .forEach(entry -> entries.add(entry));
        order.script().told().ifPresent(told -> entries.add(new TitlePage.Entry("Source", List.of(told.fileName()))));
        return new TitlePage(entries);
    }

    /** How the people look who were let pass at their gate. */
    private static Map<String, String> looks(Map<String, String> upstream) {
        Map<String, String> looks = new LinkedHashMap<>();
        upstream.values()
                .forEach(output -> Json.tree(output)
                        .at("/about/characters")
                        .forEach(each -> looks.put(each.path("name").asText(), each.path("description").asText())));
        return looks;
    }

    private static String joined(TitlePage page, List<String> scenes, Map<String, String> looks) {
        List<Element> elements = FountainReader.read("\n" + String.join("\n\n", scenes) + "\n").elements();
        return FountainWriter.compose(page, Introductions.of(elements, looks));
    }
}
