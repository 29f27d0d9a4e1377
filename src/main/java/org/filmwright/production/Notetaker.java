package org.filmwright.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.filmwright.agents.AgentLibrary;
import org.filmwright.engine.Choice;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Question;
import org.filmwright.engine.Step;

/** Notes whether a person lets an agent's answer pass at a gate, wherever it is decided: studio or command line. */
public record Notetaker(EngineApi engine, AgentLibrary library, Preferences preferences) implements EngineListener {
    private static final String AGENT = "agent";

    @Override
    public void decided(OpenQuestion asked, Choice choice) {
        answer(asked).map(report -> report.path(AGENT).asText())
                .filter(agent -> !agent.isBlank())
                .ifPresent(
                        agent -> preferences.judged(new Judgement(agent, title(agent), passes(asked.question(), choice),
                                Optional.empty(), choice.at())));
    }

    /** The report of the agent that is judged: of the step the gate is about, or the one that is offered. */
    private Optional<JsonNode> answer(OpenQuestion asked) {
        Optional<String> report = asked.question().about().isPresent()
                ? engine.steps(asked.run())
                        .stream()
                        .filter(step -> asked.question().about().equals(Optional.of(step.path())))
                        .findFirst()
                        .flatMap((Step step) -> step.ending().output())
                : asked.question().option("accept").map(Question.Option::output);
        return report.map(Json::tree).filter(tree -> tree.has(AGENT) && tree.has("answer"));
    }

    /** Whoever writes something else instead, or sends it back, did not take it. */
    private static boolean passes(Question question, Choice choice) {
        return question.option(choice.choice())
                .filter(option -> option.then() == Question.Then.SUCCEED)
                .filter(option -> !Json.tree(option.output()).path("then").asText().equals(AgentWork.REDO))
                .isPresent();
    }

    private String title(String agent) {
        return library.now().agent(agent).map(each -> each.card().title()).orElse(agent);
    }
}
