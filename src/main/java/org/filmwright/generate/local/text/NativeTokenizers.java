package org.filmwright.generate.local.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/**
 * The only door to DJL's tokenizers. Left to itself the library asks a metadata address who it runs for and counts its users once
 * a day; it is told to be offline before its first class is loaded. Its native library is unpacked below the folder in the system
 * property {@code DJL_CACHE_DIR}, which a launcher sets; without it, below {@code .djl.ai} in the user's home.
 */
final class NativeTokenizers {
    /** Which graphics card the library looked for, and where it unpacked itself to, is nobody's concern; kept from being collected. */
    private static final Logger CHATTER = silenced();

    private NativeTokenizers() {}

    static Outcome<HuggingFaceTokenizer> open(Path tokenizerJson) {
        if (!"true".equals(System.getenv().getOrDefault("DJL_OFFLINE", "true"))) {
            // The environment comes before properties there.
            return Outcome.failed(new Failure.Misconfigured(
                    "The environment variable DJL_OFFLINE lets the tokenizer's library call its makers.",
                    "Remove DJL_OFFLINE from the environment, or set it to true."));
        }
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        return load(tokenizerJson);
    }

    private static Outcome<HuggingFaceTokenizer> load(Path tokenizerJson) {
        try {
            return Outcome.ok(HuggingFaceTokenizer.newInstance(tokenizerJson,
                    Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false")));
        } catch (LinkageError e) {
            return Outcome.failed(new Failure.Misconfigured(
                    "The tokenizer's native library does not load on this machine: " + e.getMessage() + ".",
                    "Use a model whose text encoders are CLIP only."));
        } catch (IOException | RuntimeException e) {
            // The native side throws RuntimeException itself for all that it cannot read.
            return Outcome.failed(new Failure.Misconfigured("The model's " + new TokenizerFile(tokenizerJson).name()
                    + " could not be read: " + e.getMessage() + ".", "Get the model's files again."));
        }
    }

    private static Logger silenced() {
        Logger chatter = Logger.getLogger("ai.djl");
        chatter.setLevel(Level.SEVERE);
        return chatter;
    }
}
