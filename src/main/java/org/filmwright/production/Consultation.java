package org.filmwright.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.RunState;
import org.filmwright.engine.StepSpec;

/** One agent asked one thing, as a run of the engine: recorded, paid through the ledger, and asked about where in doubt. */
public record Consultation(EngineApi engine, InstantSource clock) {
    /** @param report JSON of what it answered, also where a person is asked about it; empty where there is no answer */
    public record Heard(Run run, Optional<String> report, List<OpenQuestion> questions) {}

    /** Blocks until it has answered, or a person is needed. */
    public Outcome<Heard> ask(String agent, JsonNode input, EngineListener listener) {
        String order = Json.of(new AgentWork.Order(agent, input));
        String key = "agent/" + Digest.of(order + clock.instant()).hex();
        RunSpec spec = new RunSpec(MakeSteps.AGENT, key, order,
                List.of(StepSpec.task("agent/" + agent, AgentWork.ANY, AgentWork.LANE, order, List.of())));
        try (EngineApi.Subscription _ = engine.listen(listener)) {
            return engine.start(spec).then(engine::await).then(this::heard);
        }
    }

    private Outcome<Heard> heard(Run run) {
        List<OpenQuestion> questions = engine.questions()
                .stream()
                .filter(question -> question.run().equals(run.id()))
                .toList();
        Optional<String> offered = questions.stream()
                .flatMap(open -> open.question().option("accept").stream())
                .map(option -> option.output())
                .findFirst();
        Optional<String> done = engine.steps(run.id())
                .stream()
                .flatMap(step -> step.ending().output().stream())
                .findFirst();
        return run.state() == RunState.FAILED
                ? Outcome.failed(run.failure().orElse(new Failure.Bug("agent.failed", "The agent failed.")))
                : Outcome.ok(new Heard(run, done.or(() -> offered), questions));
    }
}
