package org.filmwright.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.filmwright.base.Failure;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.story.Element;
import org.filmwright.story.ElementType;
import org.filmwright.story.FountainWriter;
import org.filmwright.story.Screenplay;
import org.filmwright.story.TitlePage;
import org.filmwright.story.prose.Prose;

/**
 * Puts out the scenes that are to be written, one item each: what the outline wants there, the prose it comes from, and
 * what the rules have made of it.
 */
record ListScenes(Records records) implements StepHandler {
    /** A story that is no longer than this is handed over whole with each scene, in characters. */
    private static final int WHOLE = 6000;

    /** What this step answers. */
    record Scenes(int count, List<Unwritten> sceneItems) {}

    /** A scene to be written. @param draft in Fountain */
    record Unwritten(String key, String heading, String happens, String purpose, double minutes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String draft, String prose) {}

    @Override
    public StepResult run(StepContext context) {
        MakeOrder order = Json.read(context.input(), StepOrder.class).make();
        Optional<JsonNode> outline = context.upstream()
                .values()
                .stream()
                .map(output -> Json.tree(output).at("/answer/scenes"))
                .filter(scenes -> scenes.isArray() && !scenes.isEmpty())
                .findFirst();
        Optional<Prose> prose = new ReadScript(records).prose(order);
        if (outline.isEmpty() || prose.isEmpty()) {
            return new StepResult.Failed(new Failure.Refused("There is no outline of a story to write scenes of.",
                    "A workflow that lists scenes begins with prose, and with an agent that outlines it."));
        }
        return StepAnswers.of(new ReadScript(records).script(order),
                script -> StepResult.done(Json.of(items(outline.get(), prose.get().text(), script.screenplay()))));
    }

    private static Scenes items(JsonNode outline, String prose, Screenplay draft) {
        List<String> drafts = scenes(draft);
        int count = outline.size();
        List<Unwritten> items = IntStream.range(0, count).mapToObj(i -> {
            JsonNode row = outline.get(i);
            return new Unwritten(Integer.toString(i + 1), row.path("heading").asText(), row.path("happens").asText(),
                    row.path("purpose").asText(), Math.max(0.1, Math.round(row.path("seconds").asDouble() / 6) / 10.0),
                    drafted(drafts, i, count), part(prose, i, count));
        }).toList();
        return new Scenes(count, items);
    }

    /** Scene by scene, where the outline has those of the draft; else the same share of it. */
    private static String drafted(List<String> drafts, int scene, int of) {
        int from = drafts.size() * scene / of;
        int to = Math.max(from, drafts.size() * (scene + 1) / of);
        return String.join("\n", drafts.subList(from, to));
    }

    /** The paragraphs around that share of the story, or all of it where it is short. */
    private static String part(String prose, int scene, int of) {
        if (prose.length() <= WHOLE) {
            return prose;
        }
        List<String> paragraphs = List.of(prose.split("\n\n"));
        int from = Math.max(0, paragraphs.size() * scene / of - 1);
        int to = Math.min(paragraphs.size(), paragraphs.size() * (scene + 1) / of + 1);
        return String.join("\n\n", paragraphs.subList(Math.min(from, to - 1), to));
    }

    /** Each scene as Fountain of its own, with the title of a chapter that begins with it. */
    static List<String> scenes(Screenplay script) {
        List<List<Element>> scenes = new ArrayList<>();
        List<Element> waiting = new ArrayList<>();
        for (Element element : script.elements()) {
            if (element.type() == ElementType.SECTION) {
                waiting.add(element);
            } else if (element.type() == ElementType.SCENE_HEADING) {
                scenes.add(new ArrayList<>(waiting));
                scenes.getLast().add(element);
                waiting.clear();
            } else if (!scenes.isEmpty()) {
                scenes.getLast().add(element);
            }
        }
        return scenes.stream().map(scene -> FountainWriter.compose(TitlePage.EMPTY, scene)).toList();
    }
}
