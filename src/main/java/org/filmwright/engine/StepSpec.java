package org.filmwright.engine;

import java.util.List;

/**
 * A step to be done.
 *
 * @param path its name within the run, unique, 1 to 200 characters: {@code shot/2-B/draw/1}
 * @param dependsOn paths of steps that must have succeeded before
 * @param priority one more starts as if its run had begun ten minutes earlier; 0 is usual
 */
public record StepSpec(String path, Work work, List<String> dependsOn, int priority) {
    public StepSpec {
        dependsOn = dependsOn.stream().distinct().toList();
        if (path.isBlank() || path.length() > 200 || dependsOn.contains(path)) {
            throw new IllegalArgumentException(
                    "A step has a path of 1 to 200 characters and does not wait for itself: '" + path + "'");
        }
    }

    /** Of usual priority. */
    public StepSpec(String path, Work work, List<String> dependsOn) {
        this(path, work, dependsOn, 0);
    }

    /** Work for a handler, tried at most three times. */
    public static StepSpec task(String path, String handler, String lane, String input, List<String> dependsOn) {
        return new StepSpec(path, new Work.Task(handler, lane, input, 3), dependsOn);
    }

    /** A question that is asked as soon as everything before it is done. */
    public static StepSpec gate(String path, Question question, List<String> dependsOn) {
        return new StepSpec(path, new Work.Gate(question), dependsOn);
    }

    /** A workflow of its own that is waited for. */
    public static StepSpec subflow(String path, String workflow, String input, List<String> dependsOn) {
        return new StepSpec(path, new Work.Subflow(workflow, input), dependsOn);
    }

    /** What a step consists of. */
    public sealed interface Work {
        /**
         * @param handler the name under which the engine was given a {@link StepHandler}
         * @param lane the resource it needs, which limits how many run at once: {@code cpu}, {@code media}, {@code gpu}
         * @param input JSON for the handler
         * @param maxAttempts 1 or more
         */
        record Task(String handler, String lane, String input, int maxAttempts) implements Work {
            public Task {
                if (handler.isBlank() || lane.isBlank() || maxAttempts < 1) {
                    throw new IllegalArgumentException("A task names its handler and lane and is tried at least once");
                }
            }
        }

        /** A workflow of its own, by its name, with the input it is started with. */
        record Subflow(String workflow, String input) implements Work {}

        /** A question without a handler behind it: no answer may ask for the handler to run again. */
        record Gate(Question question) implements Work {
            public Gate {
                if (question.options().stream().anyMatch(option -> option.then() == Question.Then.RUN_AGAIN)) {
                    throw new IllegalArgumentException("A gate has no handler to answer to: " + question.text());
                }
            }
        }
    }
}
