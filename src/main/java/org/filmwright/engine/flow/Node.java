package org.filmwright.engine.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One node of a workflow.
 *
 * @param name within its scope; empty for the only node of a fan-out that repeats a single task
 * @param after the edges that lead here
 * @param with JSON object of fixed input, laid over the input of the run
 */
public record Node(String name, Stage stage, Work work, List<Edge> after, Policy policy, String with) {
    public Node {
        after = List.copyOf(after);
    }

    /** What a node does. */
    public sealed interface Work {}

    /** @param lane {@code item} for the lane that the item of the fan-out names, for all its nodes or for this one */
    public record Task(String handler, String lane) implements Work {}

    /** Work for whoever has the capability. */
    public record Agent(String capability, String lane) implements Work {
        /** Under which name the engine looks for somebody who can do it. */
        public String handler() {
            return "agent:" + capability;
        }
    }

    /**
     * A question to a person.
     *
     * @param text may quote fields of the steps before it: {@code {concept.title}}
     * @param about the node whose output is judged and may be edited; empty for none
     */
    public record Gate(String text, Optional<String> about, List<Option> options, Optional<Deadline> deadline)
            implements
                Work {
        public Gate {
            options = List.copyOf(options);
        }
    }

    /**
     * The same nodes for every item of a list that is known only when it runs.
     *
     * @param over {@code input.a.b} or {@code node.a.b}: a list of items, or a number for 1 to n
     * @param as the input field that takes an item which is no object
     */
    public record Fanout(String over, String as, List<Node> body) implements Work {
        public Fanout {
            body = List.copyOf(body);
        }

        boolean overInput() {
            return over.startsWith("input.");
        }
    }

    /** A workflow of its own, waited for. */
    public record Subflow(String workflow) implements Work {}

    /** @param then accept, redo, edit or reject */
    public record Option(String choice, String label, String why, String then) {}

    /** @param policy WAIT, DEFAULT or FAIL */
    public record Deadline(Duration after, String policy, String choice) {}

    /**
     * @param from the node it comes from, by its name from the top: {@code shot.clip}
     * @param when taken only if this holds of the output of {@code from}
     */
    public record Edge(String from, Optional<Condition> when) {}

    /**
     * Goes back.
     *
     * @param to an earlier node, by its name from the top
     * @param limit how often at most
     */
    public record Loop(String to, Condition when, int limit) {}

    /** What happens at the ends. @param reviewBelow results of less confidence are shown to a person first */
    public record Policy(Join join, OnFailure onFailure, Optional<Double> reviewBelow, List<Loop> loops) {
        public Policy {
            loops = List.copyOf(loops);
        }
    }

    /** When a node begins, once all edges that lead to it are decided: one was taken, or all were. */
    public enum Join {
        ANY, ALL
    }

    /** What the failure of a step does. */
    public enum OnFailure {
        /** The run fails. */
        FAIL,
        /** Whatever waits only for this step is left out; edges {@code when: failed} are taken. */
        SKIP
    }
}
