package org.filmwright.production.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;

/**
 * The terms under which a model came.
 *
 * @param file as a person finds it
 * @param text at most its first megabyte
 * @param sha256 of the whole file: what an acceptance is good for
 */
public record Licence(String file, String text, String sha256) {
    private static final int LONGEST = 1 << 20;

    public static Licence of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new Licence(file.toString(), new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8),
                    Digest.ofFile(file).hex());
        }
    }

    static Licence of(String file, byte[] text) {
        return new Licence(file, new String(text, StandardCharsets.UTF_8), Digest.of(text).hex());
    }

    /** Why a model was not taken in. @param file where the licence can be read */
    public static Failure unaccepted(String model, String file) {
        return new Failure.Ambiguous("The licence of " + model + " has to be read and accepted first: " + file
                + ". Nothing was added. Accept it with --accept-licence.", Optional.empty());
    }
}
