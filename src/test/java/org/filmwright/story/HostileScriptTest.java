package org.filmwright.story;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Input made to hurt: time grows with length, and nothing recurses. Quadratic readers need minutes for these. */
class HostileScriptTest {
    private static final int LENGTH = 300_000;

    static List<String> hostile() {
        return List.of("/*".repeat(LENGTH), "/*".repeat(LENGTH) + "*/".repeat(LENGTH), "[[".repeat(LENGTH),
                "[[a\n".repeat(LENGTH),
                "[[a\n\n".repeat(LENGTH), "[[a]]".repeat(LENGTH), "(".repeat(LENGTH) + "A\nhello",
                "A" + "(a)".repeat(LENGTH) + "\nhi",
                "A" + " ^ (a)".repeat(LENGTH) + "\nhi", "*".repeat(LENGTH), "*a ".repeat(LENGTH),
                "INT. A\n".repeat(LENGTH),
                "Title: x\n" + "Key: v\n".repeat(LENGTH), "MARA\n" + "(a)\nb\n~c\n".repeat(LENGTH),
                "~a\n\n".repeat(LENGTH),
                "\t".repeat(LENGTH) + "x", "\r".repeat(LENGTH), "A".repeat(LENGTH) + "\nb", "#".repeat(LENGTH),
                "_".repeat(LENGTH));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void readingAndWritingTakeLinearTime(String source) {
        assertTimeout(Duration.ofSeconds(30), () -> {
            Screenplay read = FountainReader.read(source);
            read.elements().forEach(Element::plain);
            assertNotNull(FountainWriter.compose(read.titlePage(), read.elements()));
        });
    }

    @Test
    void planningALongSceneTakesLinearTime() {
        String scene = "INT. A - DAY\n\n" + "MARA\nHello.\n\nMara takes a LAMP. She looks at it.\n\n".repeat(4000);
        assertTimeout(Duration.ofSeconds(60), () -> Planner.plan(FountainReader.read(scene), 1));
        String crowd = "INT. A - DAY\n\n" + String.join("\n\n", IntStream.range(0, 4000)
                .mapToObj(i -> "N" + Integer.toString(i + 100, 26).toUpperCase(Locale.ROOT) + "X\nHello.")
                .toList());
        assertTimeout(Duration.ofSeconds(60), () -> Planner.plan(FountainReader.read(crowd), 1));
    }
}
