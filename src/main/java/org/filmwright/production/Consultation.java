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
        try (EngineApi.Subscription _ = engine.listen(listener)) {
            return begin(agent, input, 0).then(run -> engine.await(run.id())).then(this::heard);
        }
    }

    /** Asks and does not wait. @param scene that it is about; 0 for none */
    Outcome<Run> begin(String agent, JsonNode input, int scene) {
        String order = Json.of(new AgentWork.Order(agent, input, scene));
        String key = "agent/" + Digest.of(order + clock.instant()).hex();
        RunSpec spec = new RunSpec(MakeSteps.AGENT, key, order,
                List.of(StepSpec.task("agent/" + agent, AgentWork.ANY, AgentWork.LANE, order, List.of())));
        return engine.start(spec).then(id -> Outcome.ok(engine.run(id).orElseThrow()));
    }

    private Outcome<Heard> heard(Run run) {
        List<OpenQuestion> questions = engine.questions()
                .stream()
                .filter(question -> question.run().equals(run.id()))
                .toList();
        return run.state() == RunState.FAILED
                ? Outcome.failed(run.failure().orElse(new Failure.Bug("agent.failed", "The agent failed.")))
                : Outcome.ok(new Heard(run, report(engine, run, questions), questions));
    }

    /** What the agent of a run answered, also where a person is asked whether it is taken. */
    static Optional<String> report(EngineApi engine, Run run, List<OpenQuestion> questions) {
        Optional<String> offered = questions.stream()
                .flatMap(open -> open.question().option("accept").stream())
                .map(option -> option.output())
                .findFirst();
        return engine.steps(run.id())
                .stream()
                .flatMap(step -> step.ending().output().stream())
                .findFirst()
                .or(() -> offered);
    }
}
