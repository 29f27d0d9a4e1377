package org.filmwright.production;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Choice;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Question;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;

/** The gates of a project's orders, as the studio shows and answers them. */
public record Gatekeeper(EngineApi engine, InstantSource clock) {
    /** Where a result has all of its words in one of these, that is what is edited. */
    private static final List<JsonPointer> TEXTS = Stream.of("/text", "/answer/fountain", "/answer/text")
            .map(JsonPointer::compile)
            .toList();

    Optional<Asked> asked(Job job) {
        return open(job).map(open -> new Asked(open.question().text(),
                open.question().options().stream().map(Gatekeeper::answer).toList(),
                judged(engine, open).map(Gatekeeper::readable).orElse("")));
    }

    private Optional<OpenQuestion> open(Job job) {
        return engine.questions().stream().filter(open -> open.step().equals(new StepId(job.id()))).findFirst();
    }

    private static Asked.Answer answer(Question.Option option) {
        Asked.Does does = switch (option.then()) {
            case EDIT -> Asked.Does.EDIT;
            case FAIL -> Asked.Does.STOP;
            case RUN_AGAIN -> Asked.Does.AGAIN;
            case SUCCEED -> option.sendsBack() ? Asked.Does.AGAIN : Asked.Does.GO_ON;
        };
        return new Asked.Answer(option.choice(), option.label(), option.why(), does);
    }

    /** What the step that is judged has put out; where a step asks about its own result, that. */
    static Optional<JsonNode> judged(EngineApi engine, OpenQuestion open) {
        Optional<String> subject = open.question()
                .about()
                .flatMap(path -> engine.steps(open.run()).stream().filter(step -> step.path().equals(path)).findFirst())
                .flatMap((Step step) -> step.ending().output());
        return subject.or(() -> open.question().option("accept").map(Question.Option::output)).map(Json::tree);
    }

    private static String readable(JsonNode result) {
        return text(result).map(place -> result.at(place).asText()).orElseGet(result::toPrettyString);
    }

    private static Optional<JsonPointer> text(JsonNode result) {
        return TEXTS.stream().filter(place -> !result.at(place).asText().isBlank()).findFirst();
    }

    /**
     * What counts instead, of what a person wrote: words where the result of the gate has all of its words in one field,
     * else JSON with the fields of the result.
     */
    public Outcome<String> edited(StepId gate, String written) {
        Optional<JsonNode> before = engine.questions()
                .stream()
                .filter(open -> open.step().equals(gate))
                .findFirst()
                .flatMap(open -> judged(engine, open));
        Optional<JsonNode> json = Json.parsed(written).filter(JsonNode::isObject);
        Optional<JsonPointer> text = before.flatMap(Gatekeeper::text);
        if (written.isBlank()) {
            return Outcome.failed(new Failure.Refused("There is nothing in it. Nothing was decided.", "Write "
                    + (text.isPresent() ? "the text" : "the JSON") + " that counts instead."));
        }
        if (text.isPresent() && json.filter(tree -> !tree.at(text.get()).isMissingNode()).isEmpty()) {
            ObjectNode whole = before.orElseThrow().deepCopy();
            ((ObjectNode) whole.at(text.get().head())).put(text.get().last().getMatchingProperty(), written);
            return Outcome.ok(whole.toString());
        }
        return json.map(_ -> Outcome.ok(written)).orElseGet(() -> Outcome.failed(wanted(before)));
    }

    private static Failure wanted(Optional<JsonNode> before) {
        String fields = before.filter(JsonNode::isObject)
                .map(result -> " with the fields " + String.join(", ", result.properties()
                        .stream()
                        .map(Map.Entry::getKey)
                        .toList()))
                .orElse("");
        return new Failure.Refused("What is judged here is no text: it takes a JSON object" + fields
                + ", and this is none. Nothing was decided.",
                "Hand over one JSON object with all of these fields, as you want them.");
    }

    /** @param edited what counts instead, as {@link Asked#result} was edited */
    Outcome<Job> answer(Job job, String choice, String comment, Optional<String> edited) {
        Optional<OpenQuestion> open = open(job);
        if (open.isEmpty()) {
            return Outcome.failed(new Failure.Refused("This is asked no more: somebody else has answered.",
                    "Look at the queue again."));
        }
        StepId step = open.get().step();
        Outcome<Optional<String>> json = edited.map(text -> edited(step, text).then(read -> Outcome.ok(Optional.of(
                read)))).orElseGet(() -> Outcome.ok(Optional.empty()));
        return json
                .then(counts -> engine.decide(step, new Choice(choice, comment, System.getProperty("user.name"), clock
                        .instant(), counts)))
                .then(_ -> Outcome.ok(job));
    }
}
