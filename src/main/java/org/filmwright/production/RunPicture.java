package org.filmwright.production;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run of a workflow as a picture: its stages in their order, the steps of each node summed up, however many there are.
 *
 * @param run its id
 * @param at when it stood like this; empty for now
 */
public record RunPicture(String run, String name, String title, State state, Optional<Instant> at, Span span,
        List<Stage> stages) {
    public RunPicture {
        stages = List.copyOf(stages);
    }

    /** Where a run stands, or what it waits for. */
    public enum State {
        RUNNING, ASKING, LACKING, PAUSED, FAILED, STOPPED, DONE;

        public boolean ended() {
            return this == FAILED || this == STOPPED || this == DONE;
        }
    }

    /** From when to when something was worked on; no end while it is. */
    public record Span(Optional<Instant> from, Optional<Instant> to) {
        static final Span NONE = new Span(Optional.empty(), Optional.empty());
    }

    /** @param name of the stage, as workflows call it; empty where a run has none */
    public record Stage(String name, List<Node> nodes) {
        public Stage {
            nodes = List.copyOf(nodes);
        }
    }

    /** What a node does. */
    public enum Kind {
        TASK, AGENT, GATE, WORKFLOW
    }

    /**
     * All steps of one node.
     *
     * @param name from the top: {@code shot.draw}
     * @param rank in its stage: nodes of a rank do not wait for each other
     * @param reach how far it is
     * @param job the step that matters most now: that which asks, has failed, or is worked on
     * @param trouble why it failed or waits, in a sentence
     * @param within runs of other workflows that it waits for or waited for
     */
    public record Node(String name, Kind kind, int rank, Reach reach, Span span, Optional<String> job,
            Optional<String> trouble, List<RunPicture> within) {
        public Node {
            within = List.copyOf(within);
        }
    }

    /** How far a node is, or a stage. @param of steps there are; 0 before it is known how many */
    public record Reach(Job.State state, int done, int of) {
        /** Of several, that which a person wants to know first. */
        public static Reach of(List<Job.State> steps) {
            List<Job.State> kept = steps.stream().filter(state -> state != Job.State.DROPPED).toList();
            int done = (int) kept.stream().filter(state -> state == Job.State.DONE).count();
            Job.State state = URGENT.stream()
                    .filter(kept::contains)
                    .findFirst()
                    .orElse(kept.isEmpty()
                            ? steps.isEmpty() ? Job.State.BLOCKED : Job.State.DROPPED
                            : Job.State.DONE);
            return new Reach(state, done, kept.size());
        }

        private static final List<Job.State> URGENT = List.of(Job.State.FAILED, Job.State.ASKING, Job.State.LACKING,
                Job.State.RUNNING, Job.State.RETRYING, Job.State.WAITING, Job.State.PAUSED, Job.State.HELD,
                Job.State.STOPPED, Job.State.BLOCKED);
    }

    /** Its nodes, stage after stage, without those of nested runs. */
    public Stream<Node> nodes() {
        return stages.stream().flatMap(stage -> stage.nodes().stream());
    }
}
