package org.filmwright.production;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.function.Supplier;
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

/**
 * An agent at work in a step: the best of those that are there now, heard through the spend ledger where a writer
 * charges, and shown to a person where it is not sure enough. Nobody but the engine calls an agent.
 */
public record AgentWork(AgentLibrary library, Supplier<Outcome<Optional<TextGenerator>>> writer,
        Screenplays screenplays) implements StepHandler {
    /** Steps of workflows are named {@code agent:capability}; any of them comes here. */
    public static final String ANY = "agent:*";
    /** The lane of those who write, whoever that is. */
    public static final String LANE = "text";
    private static final String CAPABILITY = "agent:";
    static final String REDO = "redo";
    private static final String SCRIPT = "script";
    private static final int TOLD = 60;

    /** Where the screenplay is that a step is about. */
    @FunctionalInterface
    public interface Screenplays {
        /** Nobody writes about a screenplay. */
        Screenplays NONE = _ -> Optional.empty();

        /** @param input of the step */
        Optional<String> of(String input);
    }

    /** Of a project: that of the step's order, else the one the project stands on. */
    public static Screenplays screenplays(Records records) {
        return input -> Json.tree(input).has("make")
                ? new ReadScript(records).script(Json.read(input, StepOrder.class).make())
                        .then(script -> Outcome.ok(Optional.of(script.screenplay().source())))
                        .orElse(_ -> Optional.empty())
                : records.scripts().current().map(Scripts.Script::text);
    }

    /** A step that asks one agent by its name. */
    record Order(String agent, JsonNode input) {}

    /** What a step puts out: the answer, and how far it can be trusted. */
    record Report(String agent, String by, double confidence, List<Confidence.Reason> reasons, List<String> doubts,
            JsonNode answer) {}

    @Override
    public StepResult run(StepContext context) {
        return switch (agent(context)) {
            case Outcome.Failed<Agent>(Failure failure) -> new StepResult.Failed(failure);
            case Outcome.Ok<Agent>(Agent agent) -> switch (writer.get()) {
                case Outcome.Failed<Optional<TextGenerator>>(Failure failure) -> new StepResult.Failed(failure);
                case Outcome.Ok<Optional<TextGenerator>>(Optional<TextGenerator> present) -> work(context, agent,
                        present);
            };
        };
    }

    private Outcome<Agent> agent(StepContext context) {
        String handler = context.step().work() instanceof StepSpec.Work.Task task ? task.handler() : "";
        AgentLibrary.Shelf shelf = library.now();
        boolean byName = handler.equals(ANY);
        String wanted = byName
                ? Json.read(context.input(), Order.class).agent()
                : handler.substring(CAPABILITY.length());
        Optional<Agent> found = byName ? shelf.agent(wanted) : shelf.capableOf(wanted).stream().findFirst();
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

    private StepResult work(StepContext context, Agent agent, Optional<TextGenerator> present) {
        Optional<LedgerWriter> paid = present.filter(RemoteText.class::isInstance)
                .map(RemoteText.class::cast)
                .map(remote -> new LedgerWriter(context, remote));
        Optional<TextGenerator> writing = paid.<TextGenerator>map(each -> each).or(() -> present);
        WritersRoom room = new WritersRoom(writing, new Ticker(context.progress()));
        return switch (room.run(agent, input(context, agent), context.progress())) {
            case AgentResult.Missed missed -> new StepResult.Failed(missed.failure());
            case AgentResult.Pending(String _, var pollAfter) -> paid.flatMap(LedgerWriter::parked)
                    .orElseGet(() -> new StepResult.Waiting(pollAfter));
            case AgentResult.Delivered delivered -> result(agent, delivered);
        };
    }

    /** What the agent asks for, of what the step was given and of what the steps before it put out. */
    private ObjectNode input(StepContext context, Agent agent) {
        JsonNode given = Json.tree(context.input());
        if (given.has("agent") && given.has("input")) {
            return (ObjectNode) given.get("input");
        }
        ObjectNode input = Json.object();
        agent.contract().input().path("properties").propertyStream().forEach(field -> {
            String name = field.getKey();
            context.upstream()
                    .values()
                    .stream()
                    .map(output -> found(Json.tree(output), name))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .or(() -> Optional.ofNullable(given.get(name)))
                    .or(() -> name.equals(SCRIPT) ? script(context) : Optional.empty())
                    .ifPresent(value -> input.set(name, value));
        });
        return input;
    }

    private Optional<JsonNode> script(StepContext context) {
        return screenplays.of(context.input()).map(TextNode::valueOf);
    }

    /** In the answer of an agent, or in what any other step put out. */
    private static Optional<JsonNode> found(JsonNode output, String name) {
        return Optional.ofNullable(output.path("answer").get(name)).or(() -> Optional.ofNullable(output.get(name)));
    }

    private static StepResult result(Agent agent, AgentResult.Delivered delivered) {
        Report report = new Report(agent.id(), delivered.by(), delivered.confidence().value(),
                delivered.confidence().reasons(), delivered.doubts(), delivered.answer());
        String output = Json.of(report);
        return delivered.forReview()
                ? new StepResult.NeedsDecision(question(agent, report, output))
                : new StepResult.Succeeded(output, List.of(), List.of(), Optional.of(report.confidence));
    }

    private static Question question(Agent agent, Report report, String output) {
        String reasons = report.reasons.stream()
                .filter(reason -> reason.factor() < 1)
                .map(Confidence.Reason::what)
                .collect(Collectors.joining("; "));
        String doubts = report.doubts.isEmpty() ? "" : " Doubts: " + String.join("; ", report.doubts) + ".";
        return new Question("%s is %.0f %% sure (%s).%s Is its answer taken?".formatted(agent.card().title(),
                100 * report.confidence, reasons, doubts),
                List.of(new Question.Option("accept", "Accept", "It goes on with this answer.", Question.Then.SUCCEED,
                        output),
                        Question.Option.toHandler(REDO, "Do it again", "It is asked anew."),
                        new Question.Option("edit", "Edit", "It goes on with what you write instead.",
                                Question.Then.EDIT, "{}"),
                        new Question.Option("reject", "Reject",
                                "The workflow stops here; everything made so far is kept.", Question.Then.FAIL,
                                "{}")));
    }

    /** The end of what is being written, as the note of the step: whoever watches reads along. */
    private static final class Ticker implements TextGenerator.Reader {
        private final Progress progress;
        private final StringBuilder text = new StringBuilder();

        Ticker(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void read(String more) {
            text.append(more);
            String end = text.substring(Math.max(0, text.length() - TOLD));
            progress.report(text.length() / (text.length() + 2000.0), end.replaceAll("\\s+", " "));
        }
    }
}
