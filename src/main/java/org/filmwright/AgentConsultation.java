package org.filmwright;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.filmwright.agents.Agent;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.production.Consultation;

/** An agent whose writer charges, asked in a project: there the purchase is recorded, and the caps hold. */
final class AgentConsultation {
    private AgentConsultation() {}

    static int hold(Console console, Path project, Agent agent, ObjectNode input) {
        ProgressLine line = new ProgressLine(console.err(), Console.isTerminal() && !console.json(), Wiring.clock());
        try (Wiring wiring = CommandFailed.orFail(Wiring.open(project))) {
            wiring.news().forEach(console::notice);
            Consultation.Heard heard = CommandFailed
                    .orFail(wiring.consultation().ask(agent.id(), input, line));
            line.end();
            JsonNode report = heard.report().map(AgentConsultation::tree).orElseGet(new JsonMapper()::createObjectNode);
            console.result(report, () -> console.out().println(report.toPrettyString()));
            for (OpenQuestion open : heard.questions()) {
                console.notice(open.question().text());
                open.question()
                        .options()
                        .forEach(option -> console.notice("  " + option.choice() + ": " + option.label() + ". "
                                + option.why()));
                console.notice("Answer: filmwright workflows decide " + open.step().value().substring(0, 8)
                        + " CHOICE --project " + project + " --go-on");
            }
            return heard.questions().isEmpty() ? ExitCode.DONE : ExitCode.NEEDS_DECISION;
        }
    }

    private static JsonNode tree(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A recorded report that cannot be read", e);
        }
    }
}
