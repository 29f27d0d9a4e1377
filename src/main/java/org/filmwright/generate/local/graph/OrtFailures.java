package org.filmwright.generate.local.graph;

import ai.onnxruntime.OrtException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filmwright.base.Failure;

/** What ONNX Runtime says when it fails, as something a person can act on (diffusion.md 15). */
final class OrtFailures {
    private static final Pattern BUFFER = Pattern.compile("requested buffer of size (\\d+)");
    private static final Pattern MISSING_KERNEL = Pattern
            .compile("implementation for (?:the node with name '[^']*' and op type: )?'?([\\w.]+)");

    private OrtFailures() {}

    /** @param doing what was tried, as in {@code reading transformer/model.onnx} */
    static Failure of(String doing, OrtException problem) {
        String text = String.valueOf(problem.getMessage());
        if (text.contains("Failed to allocate memory") || text.contains("out of memory")
                || text.contains("ALLOC_FAILED")) {
            return new Failure.Exhausted("memory", "There was not enough memory for " + doing + wanted(text) + ".");
        }
        Optional<Failure> card = CardFailures.of(text);
        if (card.isPresent()) {
            return card.get();
        }
        Matcher kernel = MISSING_KERNEL.matcher(text);
        if (text.contains("NOT_IMPLEMENTED") || kernel.find(0)) {
            return new Failure.Refused("This device cannot compute " + operation(text)
                    + " in the numbers of this model: " + doing + " failed. Nothing was painted.",
                    "Use an export of the model in float16 or float32.");
        }
        if (text.contains("out of bounds or can not be read in full") || text.contains("cannot get file size")) {
            return new Failure.Refused("Weights are missing or cut off: " + doing + " failed.",
                    "Download the model again.");
        }
        return new Failure.Refused("The model could not be used: " + doing + " failed (" + oneLine(text) + ").",
                "Check the model in the model manager, or use another export of it.");
    }

    private static String wanted(String text) {
        Matcher size = BUFFER.matcher(text);
        return size.find() ? " (a buffer of %d MB)".formatted(Long.parseLong(size.group(1)) >> 20) : "";
    }

    private static String operation(String text) {
        Matcher kernel = MISSING_KERNEL.matcher(text);
        return kernel.find() ? kernel.group(1) : "an operation";
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 300 ? line : line.substring(0, 300) + "…";
    }
}
