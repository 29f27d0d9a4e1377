package org.filmwright.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Progress;

/**
 * What a handler is given.
 *
 * @param step the step as claimed: its epoch and attempt are those of this execution
 * @param upstream output JSON of the steps it depends on, by path
 * @param answer what a person answered to this step's last question, if it asked one
 * @param staging an empty folder of this execution, on the file system of the project; removed afterwards
 */
public record StepContext(Step step, Map<String, String> upstream, Optional<Choice> answer, Path staging,
        Progress progress) {
    public StepContext {
        upstream = Map.copyOf(upstream);
    }

    /** The JSON the step was created with. */
    public String input() {
        return step.input();
    }
}
