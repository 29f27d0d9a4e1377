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
import org.filmwright.base.Progress;
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
    /** Steps of workflows are named {@code agent:capability}; any of them comes here. */
    public static final String ANY = "agent:*";
    /** The lane of those who write, whoever that is. */
    public static final String LANE = "text";
    private static final String CAPABILITY = "agent:";
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
            Optional<MakeOrder> make = order(input);
            return make.isEmpty()
                    ? records.scripts().current().map(Scripts.Script::text)
                    : new ReadScript(records).script(make.get())
                            .then(script -> Outcome.ok(Optional.of(script.screenplay().source())))
                            .orElse(_ -> Optional.empty());
        }

        @Override
        public Optional<String> prose(String input) {
            return order(input).flatMap(new ReadScript(records)::prose).map(Prose::text);
        }

        private static Optional<MakeOrder> order(String input) {
            return Optional.ofNullable(Json.tree(input).get("make"))
                    .map(make -> Json.read(make.toString(), MakeOrder.class));
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
        boolean byName = handler.equals(ANY);
        String wanted = byName
                ? Json.read(context.input(), Order.class).agent()
                : handler.substring(CAPABILITY.length());
        return hear(context, agent(context, wanted, byName), agent -> input(context, agent));
    }

    /** Has the best agent of a capability work on what another step hands in; nothing where nobody writes. */
    Optional<StepResult> ask(StepContext context, String capability, ObjectNode input) {
        boolean nobody = writer.get() instanceof Outcome.Ok<Optional<TextGenerator>>(var present) && present.isEmpty();
        return nobody ? Optional.empty() : Optional.of(hear(context, agent(context, capability, false), _ -> input));
    }

    private StepResult hear(StepContext context, Outcome<Picked> found, Function<Agent, ObjectNode> input) {
        return switch (found) {
            case Outcome.Failed<Picked>(Failure failure) -> new StepResult.Failed(failure);
            case Outcome.Ok<Picked>(Picked picked) -> switch (writer.get()) {
                case Outcome.Failed<Optional<TextGenerator>>(Failure failure) -> new StepResult.Failed(failure);
                case Outcome.Ok<Optional<TextGenerator>>(Optional<TextGenerator> present) -> work(context, picked,
                        input.apply(picked.agent), present);
            };
        };
    }

    /** @param why it and not another, where that is up to what a person took and refused before */
    private record Picked(Agent agent, Optional<String> why) {}

    private Outcome<Picked> agent(StepContext context, String wanted, boolean byName) {
        AgentLibrary.Shelf shelf = library.now();
        Optional<Picked> found = byName
                ? shelf.agent(wanted).map(agent -> new Picked(agent, Optional.empty()))
                : best(shelf, wanted, preferences.remembered().at(context.begun()));
        return found.map(Outcome::ok)
                .orElseGet(() -> Outcome.failed(new Failure.Misconfigured(
                        (byName ? "There is no agent '" + wanted : "No agent can do '" + wanted) + "'. "
                                + shelf.refused()
                                        .stream()
                                        .map(refused -> "Left out: " + refused.sentence() + " ")
                                        .collect(Collectors.joining())
                                + "Nothing was asked.",
                        "Put one into the agents folder of the project, then let the workflow go on.")));
    }

    private static Optional<Picked> best(AgentLibrary.Shelf shelf, String wanted, Remembered remembered) {
        Optional<Agent> first = shelf.capableOf(wanted).stream().findFirst();
        return shelf.capableOf(wanted, id -> remembered.standing(id).weight())
                .stream()
                .findFirst()
                .map(best -> new Picked(best, first.filter(other -> !other.equals(best))
                        .map(other -> instead(best, other, remembered))));
    }

    private static String instead(Agent best, Agent other, Remembered remembered) {
        Standing own = remembered.standing(best.id());
        Standing theirs = remembered.standing(other.id());
        return own.isTrusted()
                ? "%s was asked and not %s, because you took %d of its last %d.".formatted(best.card().title(),
                        other.card().title(), own.taken(), own.of())
                : "%s was asked and not %s, of whose last %d you took %d.".formatted(best.card().title(),
                        other.card().title(), theirs.of(), theirs.taken());
    }

    private StepResult work(StepContext context, Picked picked, ObjectNode input,
            Optional<TextGenerator> present) {
        Agent agent = picked.agent;
        Optional<LedgerWriter> paid = present.filter(RemoteText.class::isInstance)
                .map(RemoteText.class::cast)
                .map(remote -> new LedgerWriter(context, remote));
        Optional<TextGenerator> writing = paid.<TextGenerator>map(each -> each).or(() -> present);
        WritersRoom room = new WritersRoom(writing, manuscripts.of(context.step().id(), context.progress()));
        return switch (manuscripts.during(context.step().id(), () -> room.run(agent, input, context.progress()))) {
            case AgentResult.Missed missed when missed.unfit() && paid.isPresent() -> new StepResult.NeedsDecision(
                    unfit(missed));
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
    private static StepResult result(StepContext context, Picked picked, AgentResult.Delivered delivered) {
        Agent agent = picked.agent;
        Report report = new Report(agent.id(), delivered.by(), delivered.confidence().value(),
                delivered.confidence().reasons(), delivered.doubts(), delivered.answer(), picked.why);
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
