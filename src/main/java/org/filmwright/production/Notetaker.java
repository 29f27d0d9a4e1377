package org.filmwright.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.filmwright.agents.AgentLibrary;
import org.filmwright.engine.Choice;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Question;

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

    /** The report of the agent that is judged, where it is one's. */
    private Optional<JsonNode> answer(OpenQuestion asked) {
        return Gatekeeper.judged(engine, asked).filter(tree -> tree.has(AGENT) && tree.has("answer"));
    }

    /** Whoever writes something else instead, or sends it back, did not take it. */
    private static boolean passes(Question question, Choice choice) {
        return question.option(choice.choice())
                .filter(option -> option.then() == Question.Then.SUCCEED && !option.sendsBack())
                .isPresent();
    }

    private String title(String agent) {
        return library.now().agent(agent).map(each -> each.card().title()).orElse(agent);
    }
}
