package org.filmwright.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.engine.flow.Definition;
import org.filmwright.engine.flow.Growth;
import org.filmwright.engine.flow.Node;
import org.filmwright.engine.flow.Texts;
import org.filmwright.engine.flow.Workflow;

/** Makes steps of a workflow. */
public final class Blueprint {
    private Blueprint() {}

    /**
     * A run of a workflow.
     *
     * @param pinned the definition itself, then those of the workflows nested in it
     * @param input JSON; it fits the types that the definition declares
     */
    public static RunSpec run(List<Definition> pinned, String key, String input) {
        Workflow flow = Workflow.of(pinned.getFirst());
        flow.misfit(Texts.tree(input)).ifPresent(wrong -> {
            throw new IllegalArgumentException(flow.name() + ": " + wrong);
        });
        List<StepSpec> steps = steps(flow, Growth.of(flow, Texts.tree(input), _ -> Optional.empty()));
        return new RunSpec(flow.name(), key, input, steps, 0, pinned);
    }

    static List<StepSpec> steps(Workflow flow, List<Growth.Planned> planned) {
        return planned.stream().map(step -> step(flow, step)).toList();
    }

    private static StepSpec step(Workflow flow, Growth.Planned planned) {
        StepSpec.Work work = switch (planned.node().work()) {
            case Node.Task task -> new StepSpec.Work.Task(task.handler(), planned.lane(), planned.input(), 3);
            case Node.Agent agent -> new StepSpec.Work.Task(agent.handler(), planned.lane(), planned.input(), 3);
            case Node.Gate gate -> new StepSpec.Work.Gate(question(flow, planned.path(), gate));
            case Node.Subflow sub -> new StepSpec.Work.Subflow(sub.workflow(), planned.input());
            case Node.Fanout _ -> throw new IllegalStateException("A fan-out is no step: " + planned.path());
        };
        return new StepSpec(planned.path(), work, planned.after());
    }

    private static Question question(Workflow flow, String path, Node.Gate gate) {
        Optional<String> about = gate.about()
                .flatMap(node -> flow.site(path).flatMap(site -> flow.pathFrom(site, node)));
        return new Question(gate.text(), gate.options().stream().map(Blueprint::option).toList(), about,
                gate.deadline().map(Blueprint::deadline));
    }

    private static Question.Option option(Node.Option option) {
        ObjectNode output = JsonNodeFactory.instance.objectNode();
        output.put("choice", option.choice()).put("then", option.then());
        Question.Then then = switch (option.then()) {
            case "reject" -> Question.Then.FAIL;
            case "edit" -> Question.Then.EDIT;
            default -> Question.Then.SUCCEED;
        };
        return new Question.Option(option.choice(), option.label(), option.why(), then, output.toString());
    }

    private static Question.Deadline deadline(Node.Deadline deadline) {
        return new Question.Deadline(deadline.after(),
                Question.OnDeadline.valueOf(deadline.policy().toUpperCase(Locale.ROOT)), deadline.choice());
    }
}
