package org.filmwright.generate.local.graph;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filmwright.base.Failure;

/** What CUDA says when a card cannot be used, as something a person can act on (diffusion.md 15; codes: CUDA Runtime API, cudaError). */
public final class CardFailures {
    private static final String WHAT = "The graphics card cannot be used";
    private static final String PROCESSOR = " or paint on the processor";
    private static final Pattern OF_CARD = Pattern
            .compile("providers_cuda|providers_shared|CUDA shared provider|CUDA failure|CUBLAS failure|CUDNN failure"
                    + "|CUDA error|CUDNN_STATUS|CUBLAS_STATUS");
    private static final Pattern LIBRARY = Pattern.compile("(lib[\\w.+-]+\\.so[\\d.]*|[\\w.+-]+\\.dll)");
    private static final Pattern CODE = Pattern
            .compile("(?:CUDA|CUBLAS|CUDNN) (?:failure|error) (\\d{1,4}):? ?([^;\\n]*)");

    private CardFailures() {}

    /** Whether a failure is of a card, not of the model or the picture: another card may do better. */
    public static boolean isOfCard(Failure failure) {
        return failure instanceof Failure.Misconfigured(String what, String _) && what.startsWith(WHAT);
    }

    /** @param text of ONNX Runtime; empty where it is not about a card */
    static Optional<Failure> of(String text) {
        if (!OF_CARD.matcher(text).find()) {
            return Optional.empty();
        }
        Matcher code = CODE.matcher(text);
        return Optional.of(code.find()
                ? coded(Integer.parseInt(code.group(1)), code.group(2).strip())
                : library(text));
    }

    private static Failure library(String text) {
        Matcher library = LIBRARY.matcher(text.replaceAll("(lib)?onnxruntime_providers\\w*\\.(so|dll)", ""));
        boolean driver = text.contains("libcuda.so");
        return failure(library.find() ? ": " + library.group(1) + " is missing" : "", driver
                ? "Install the driver of the card,"
                : "Install CUDA 12 and cuDNN 9,");
    }

    private static Failure coded(int code, String said) {
        return switch (code) {
            case 35, 803, 804 -> failure(": its driver is too old for CUDA 12", "Update the driver,");
            case 100, 101 -> failure(": the driver finds no such card", "Check that it sits and has power,");
            case 209 -> failure(": this build of CUDA does not know it", "Use a card of the last ten years,");
            default -> failure(" any more: it stopped with \"" + (said.isEmpty() ? "error " + code : said) + "\"",
                    "Restart the computer, update the driver,");
        };
    }

    private static Failure failure(String why, String remedy) {
        return new Failure.Misconfigured(WHAT + why + ".", remedy + PROCESSOR + ".");
    }
}
