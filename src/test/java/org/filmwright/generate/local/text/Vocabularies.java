package org.filmwright.generate.local.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Vocabularies for tests: real ones where they are shared, and a toy of CLIP's that is always there. */
final class Vocabularies {
    static final List<String> TOY = List.of("l", "o", "w", "e", "r", "s", "t", "i", "d", "n", "lo", "l</w>", "w</w>",
            "r</w>",
            "t</w>", "low</w>", "er</w>", "lowest</w>", "newer</w>", "wider", "<unk>", "<|startoftext|>",
            "<|endoftext|>");
    static final List<String> TOY_MERGES = List.of("l o", "lo w</w>", "e r</w>");

    private Vocabularies() {}

    /** @param name {@code clip} or {@code t5}; the test is skipped where it is not there */
    static Path real(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared/reference/tokenizers").resolve(name);
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        return Assumptions.abort("no shared vocabularies here");
    }

    static Path toy(Path folder) {
        write(folder, "vocab.json", IntStream.range(0, TOY.size())
                .mapToObj(id -> "\"" + TOY.get(id) + "\": " + id)
                .collect(Collectors.joining(", ", "{", "}")));
        write(folder, "merges.txt", "#version: 0.2\n" + String.join("\n", TOY_MERGES) + "\n");
        return write(folder, "special_tokens_map.json", "{\"unk_token\": \"<unk>\"}").getParent();
    }

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ClipTokenizer clip(Path folder) {
        return ClipTokenizer.open(folder).orElse(failure -> Assertions.fail(failure.what()));
    }

    static Failure refused(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Ok<?>(Object value) -> Assertions.fail("was taken: " + value);
            case Outcome.Failed<?>(Failure failure) -> failure;
        };
    }

    static int[] used(Tokens tokens) {
        return Arrays.copyOf(tokens.ids(), tokens.used());
    }

    static int[] numbers(String text) {
        return Arrays.stream(text.trim().split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
