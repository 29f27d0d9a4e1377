package org.filmwright;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.filmwright.agents.Agent;
import org.filmwright.agents.AgentLibrary;
import org.filmwright.agents.AgentResult;
import org.filmwright.agents.WritersRoom;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.RunState;
import org.filmwright.engine.StepResult;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.ThreadCrew;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.TextAnswer;
import org.filmwright.generate.TextGenerator;
import org.filmwright.generate.TextRequest;
import org.filmwright.production.AgentWork;
import org.filmwright.production.Manuscripts;
import org.filmwright.production.Preferences;
import org.filmwright.store.ProjectFolder;

/**
 * The crew through the engine: a hundred workflows at once, each asking ten agents, with a writer who answers at once. The
 * same steps without agents are the baseline.
 */
final class BenchAgents {
    private static final int AT_ONCE = 100;
    private static final int EACH = 10;
    private static final int ROOM = 4;
    private static final double WANTED_PER_MINUTE = 1000;
    private static final String TRIVIAL = "trivial";
    private final AgentLibrary library = new AgentLibrary(List.of());
    private final TextGenerator copyist = new Copyist();
    private int runs;

    /** Hands in the example that ends every agent's instructions. */
    private static final class Copyist implements TextGenerator {
        private static final String EXAMPLE = "\nAnswer: ";

        @Override
        public Generator.Descriptor describe() {
            return new Generator.Descriptor("copyist", "Copyist", "1", AgentWork.LANE);
        }

        @Override
        public int contextTokens() {
            return Integer.MAX_VALUE;
        }

        @Override
        public TextAnswer write(TextRequest request, Reader reader, Progress progress) {
            String text = request.instructions()
                    .substring(request.instructions().lastIndexOf(EXAMPLE)
                            + EXAMPLE.length());
            reader.read(text);
            return new TextAnswer.Written(text, TextAnswer.Ending.FINISHED, new Answer.Usage(0));
        }

        @Override
        public void close() {}
    }

    BenchResult run() {
        List<Agent> crew = library.now()
                .members()
                .stream()
                .map(AgentLibrary.Member::agent)
                .filter(this::isSure)
                .toList();
        return ScratchFolder.with(folder -> {
            try (ProjectFolder project = CommandFailed
                    .orFail(ProjectFolder.openOrCreate(folder.resolve("p"), Desk.clock()));
                    Engine engine = Engine.open(project.ledger(),
                            Map.of(AgentWork.ANY, new AgentWork(library, () -> Outcome.ok(Optional.of(copyist)),
                                    AgentWork.Screenplays.NONE, Preferences.NONE, new Manuscripts()),
                                    TRIVIAL, _ -> StepResult.done("{}")),
                            new EngineSettings(Map.of(AgentWork.LANE, ROOM), project.staging(), Desk.clock(),
                                    new SecureRandom()),
                            new ThreadCrew())) {
                perMinute(engine, crew, AgentWork.ANY);
                double without = perMinute(engine, crew, TRIVIAL);
                double with = perMinute(engine, crew, AgentWork.ANY);
                return new BenchResult("agents, a hundred workflows at once", with, "/min", without,
                        "the same steps, no agents", with / without, "value >= 1000", with >= WANTED_PER_MINUTE);
            }
        });
    }

    /** One whose example would have to be looked at by a person would end nothing. */
    private boolean isSure(Agent agent) {
        return new WritersRoom(Optional.of(copyist)).run(agent, agent.contract().exampleInput(),
                Progress.NONE) instanceof AgentResult.Delivered delivered && !delivered.forReview();
    }

    private double perMinute(Engine engine, List<Agent> crew, String handler) {
        long start = System.nanoTime();
        List<RunId> begun = IntStream.range(0, AT_ONCE)
                .mapToObj(_ -> CommandFailed.orFail(engine.start(workflow(crew, handler))))
                .toList();
        boolean done = begun.stream()
                .map(run -> CommandFailed.orFail(engine.await(run)))
                .allMatch(run -> run.state() == RunState.SUCCEEDED);
        return done ? AT_ONCE * EACH * 60e9 / (System.nanoTime() - start) : 0;
    }

    private RunSpec workflow(List<Agent> crew, String handler) {
        int first = runs++;
        List<StepSpec> steps = IntStream.range(0, EACH)
                .mapToObj(i -> StepSpec.task("agent/" + i, handler, AgentWork.LANE,
                        order(crew.get((first * EACH + i) % crew.size())), List.of()))
                .toList();
        return new RunSpec("bench", "run " + first, "{}", steps);
    }

    private static String order(Agent agent) {
        return JsonNodeFactory.instance.objectNode()
                .put("agent", agent.id()).<com.fasterxml.jackson.databind.node.ObjectNode>set("input",
                        agent.contract().exampleInput())
                .toString();
    }
}
