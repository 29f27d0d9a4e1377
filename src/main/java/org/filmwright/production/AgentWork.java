package org.filmwright.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.filmwright.agents.Agent;
import org.filmwright.agents.AgentLibrary;
import org.filmwright.agents.AgentResult;
import org.filmwright.agents.Confidence;
import org.filmwright.agents.WritersRoom;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Question;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.filmwright.generate.RemoteText;
import org.filmwright.generate.TextGenerator;
import org.filmwright.story.Scripts;
import org.filmwright.story.prose.Prose;

/**
 * An agent at work in a step: the best of those that are there now, heard through the spend ledger where a writer
 * charges, and shown to a person where it is not sure enough. Nobody but the engine calls an agent.
 */
public record AgentWork(AgentLibrary library, Supplier<Outcome<Optional<TextGenerator>>> writer,
        Screenplays screenplays, Preferences preferences, Manuscripts manuscripts) implements StepHandler {
    /** How steps that want an agent name what it has to be capable of: {@code agent:logline}. */
    static final String HANDLERS = "agent:";
    /** Any of them comes here. */
    public static final String ANY = HANDLERS + "*";
    /** The lane of those who write, whoever that is. */
    public static final String LANE = "text";
    static final String REDO = "redo";
    private static final Question.Option EDIT = new Question.Option("edit", "Edit",
            "It goes on with what you write instead.", Question.Then.EDIT, "{}");
    private static final Question.Option REJECT = new Question.Option("reject", "Reject",
            "The workflow stops here; everything made so far is kept.", Question.Then.FAIL, "{}");
    private static final String SCRIPT = "script";
    private static final String NOTES = "notes";
    /** What every step of a film is given, which is about the film and not for an agent. */
    private static final Set<String> OF_THE_RUN = Set.of("make", "shot", "number");
    /** Under which names agents ask for the prose that a film is made of. */
    private static final Set<String> PROSE = Set.of("prose", "premise", "story", "seed");

    /** Where the screenplay is that a step is about. */
    @FunctionalInterface
    public interface Screenplays {
        /** Nobody writes about a screenplay. */
        Screenplays NONE = _ -> Optional.empty();

        /** @param input of the step */
        Optional<String> of(String input);

        /** The prose that a screenplay is made of, where a step is about one. */
        default Optional<String> prose(String input) {
            return Optional.empty();
        }
    }

    /** Of a project: that of the step's order, else the one the project stands on. */
    public static Screenplays screenplays(Records records) {
        return new OfProject(records);
    }

    private record OfProject(Records records) implements Screenplays {
        @Override
        public Optional<String> of(String input) {
            Optional<MakeOrder> make = MakeOrder.in(input);
            return make.isEmpty()
                    ? records.scripts().current().map(Scripts.Script::text)
                    : new ReadScript(records).script(make.get())
                            .then(script -> Outcome.ok(Optional.of(script.screenplay().source())))
                            .orElse(_ -> Optional.empty());
        }

        @Override
        public Optional<String> prose(String input) {
            return MakeOrder.in(input).flatMap(new ReadScript(records)::prose).map(Prose::text);
        }
    }

    /** A step that asks one agent by its name. @param scene that it is about; 0 for none */
    record Order(String agent, JsonNode input, int scene) {}

    /** What a step puts out: the answer, and how far it can be trusted. @param chosen why this agent and not another */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Report(String agent, String by, double confidence, List<Confidence.Reason> reasons, List<String> doubts,
            JsonNode answer, Optional<String> chosen) {}

    @Override
    public StepResult run(StepContext context) {
        String handler = context.step().work() instanceof StepSpec.Work.Task task ? task.handler() : "";
        Outcome<Casting.Picked> picked = handler.equals(ANY)
                ? casting().named(Json.read(context.input(), Order.class).agent())
                : casting().capableOf(handler.substring(HANDLERS.length()), context.begun());
        return hear(context, picked, agent -> input(context, agent));
    }

    /** Has the best agent of a capability work on what another step hands in; nothing where nobody writes. */
    Optional<StepResult> ask(StepContext context, String capability, ObjectNode input) {
        boolean nobody = writer.get() instanceof Outcome.Ok<Optional<TextGenerator>>(var present) && present.isEmpty();
        return nobody
                ? Optional.empty()
                : Optional.of(hear(context, casting().capableOf(capability, context.begun()), _ -> input));
    }

    private Casting casting() {
        return new Casting(library, preferences);
    }

    private StepResult hear(StepContext context, Outcome<Casting.Picked> found, Function<Agent, ObjectNode> input) {
        return switch (found) {
            case Outcome.Failed<Casting.Picked>(Failure failure) -> new StepResult.Failed(failure);
            case Outcome.Ok<Casting.Picked>(Casting.Picked picked) -> switch (writer.get()) {
                case Outcome.Failed<Optional<TextGenerator>>(Failure failure) -> new StepResult.Failed(failure);
                case Outcome.Ok<Optional<TextGenerator>>(Optional<TextGenerator> present) -> work(context, picked,
                        input.apply(picked.agent()), present);
            };
        };
    }

    private StepResult work(StepContext context, Casting.Picked picked, ObjectNode input,
            Optional<TextGenerator> present) {
        Agent agent = picked.agent();
        Optional<LedgerWriter> paid = present.filter(RemoteText.class::isInstance)
                .map(RemoteText.class::cast)
                .map(remote -> new LedgerWriter(context, remote));
        Optional<TextGenerator> writing = paid.<TextGenerator>map(each -> each).or(() -> present);
        WritersRoom room = new WritersRoom(writing, manuscripts.of(context.step().id(), context.progress()));
        return switch (manuscripts.during(context.step().id(), () -> room.run(agent, input, context.progress()))) {
            case AgentResult.Missed missed when missed.unfit() && paid.isPresent() -> new StepResult.NeedsDecision(
                    unfit(missed));
            case AgentResult.Missed missed when missed.unfit() -> new StepResult.Spoiled(missed.failure());
            case AgentResult.Missed missed -> new StepResult.Failed(missed.failure());
            case AgentResult.Pending(String _, var pollAfter) -> paid.flatMap(LedgerWriter::parked)
                    .orElseGet(() -> new StepResult.Waiting(pollAfter));
            case AgentResult.Delivered delivered -> result(context, picked, delivered);
        };
    }

    /** What the agent asks for, of what the step was given, or else of what the steps before it put out. */
    private ObjectNode input(StepContext context, Agent agent) {
        JsonNode given = Json.tree(context.input());
        if (given.has("agent") && given.has("input")) {
            return (ObjectNode) given.get("input");
        }
        ObjectNode input = Json.object();
        agent.contract().input().path("properties").propertyStream().forEach(field -> {
            String name = field.getKey();
            Optional.ofNullable(OF_THE_RUN.contains(name) ? null : given.get(name))
                    .or(() -> context.upstream()
                            .values()
                            .stream()
                            .map(output -> found(Json.tree(output), name))
                            .flatMap(Optional::stream)
                            .findFirst())
                    .or(() -> material(context, name))
                    .map(value -> fitting(value, field.getValue()))
                    .ifPresent(value -> input.set(name, value));
        });
        return input;
    }

    /** What no step puts out: the story itself, and what people said who sent the work back. */
    private Optional<JsonNode> material(StepContext context, String name) {
        Optional<String> text = name.equals(SCRIPT)
                ? screenplays.of(context.input())
                : PROSE.contains(name)
                        ? screenplays.prose(context.input())
                        : name.equals(NOTES) ? SentBack.notes(context) : Optional.empty();
        return text.map(TextNode::valueOf);
    }

    /** People where names are asked for: their names. */
    private static JsonNode fitting(JsonNode value, JsonNode schema) {
        boolean names = schema.at("/items/type").asText().equals("string") && value.isArray()
                && value.path(0).path("name").isTextual();
        if (!names) {
            return value;
        }
        ArrayNode list = Json.object().putArray("names");
        value.forEach(each -> list.add(each.path("name").asText()));
        return list;
    }

    /** In what a person let pass at a gate, in the answer of an agent, or in what any other step put out. */
    private static Optional<JsonNode> found(JsonNode output, String name) {
        return Optional.ofNullable(output.path("about").get(name))
                .or(() -> Optional.ofNullable(output.path("answer").get(name)))
                .or(() -> Optional.ofNullable(output.get(name)));
    }

    /** A step whose answer a gate shows right away does not ask as well. */
    private static StepResult result(StepContext context, Casting.Picked picked, AgentResult.Delivered delivered) {
        Agent agent = picked.agent();
        Report report = new Report(agent.id(), delivered.by(), delivered.confidence().value(),
                delivered.confidence().reasons(), delivered.doubts(), delivered.answer(), picked.why());
        String output = Json.of(report);
        return delivered.forReview() && !Json.tree(context.input()).path("gated").asBoolean()
                ? new StepResult.NeedsDecision(question(agent, report, output))
                : new StepResult.Succeeded(output, List.of(), List.of(), Optional.of(report.confidence));
    }

    private static Question question(Agent agent, Report report, String output) {
        String reasons = report.reasons.stream()
                .filter(reason -> reason.factor() < 1)
                .map(Confidence.Reason::what)
                .collect(Collectors.joining("; "));
        String doubts = report.doubts.isEmpty() ? "" : " Doubts: " + String.join("; ", report.doubts) + ".";
        String chosen = report.chosen.map(why -> " " + why).orElse("");
        return new Question("%s is %.0f %% sure (%s).%s%s Is its answer taken?".formatted(agent.card().title(),
                100 * report.confidence, reasons, doubts, chosen),
                List.of(new Question.Option("accept", "Accept", "It goes on with this answer.", Question.Then.SUCCEED,
                        output),
                        Question.Option.toHandler(REDO, "Do it again", "It is asked anew."), EDIT, REJECT));
    }

    /** What was paid for and cannot be used is not bought again without a word. */
    private static Question unfit(AgentResult.Missed missed) {
        String text = missed.kept().orElse("");
        return new Question(missed.failure().what() + "\n\n" + text,
                List.of(Question.Option.toHandler(REDO, "Do it again", "It is asked anew, which is paid for anew."),
                        EDIT, REJECT));
    }
}
