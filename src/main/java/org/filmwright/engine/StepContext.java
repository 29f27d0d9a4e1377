package org.filmwright.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.filmwright.base.Digest;
import org.filmwright.base.Progress;

/**
 * What a handler is given.
 *
 * @param step the step as claimed: its epoch and attempt are those of this execution
 * @param upstream output JSON of the steps it depends on, by path
 * @param answer what a person answered to this step's last question, if it asked one
 * @param purse how the step pays; see {@link #spend}
 * @param staging an empty folder of this execution, on the file system of the project; removed afterwards
 */
public record StepContext(Step step, Map<String, String> upstream, Optional<Choice> answer, Path staging,
        Progress progress, Purse purse) {
    public StepContext {
        upstream = Map.copyOf(upstream);
    }

    /**
     * The only way to somebody who may charge. What the handler answers is what this answers: a purchase that this step
     * made before, in whatever state a crash left it, is gone on with and not made again.
     *
     * @param delivered makes the step's result of what was delivered; called again after a crash
     */
    public StepResult spend(Purchase purchase, Seller seller, Function<PaidCall.Closing, StepResult> delivered) {
        return purse.spend(purchase, seller, delivered);
    }

    /** The digest of all that the step is given: its input, and the outputs of the steps before it, in their order. */
    public String given() {
        List<String> outputs = new TreeMap<>(upstream).values()
                .stream()
                .map(output -> Digest.of(output).hex())
                .toList();
        return Digest.of(Digest.of(input()).hex() + outputs).hex();
    }

    /** The JSON the step was created with. */
    public String input() {
        return step.input();
    }
}
