package org.filmwright.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors outlive the program, and nothing that may happen to their file does any harm. */
class VectorFileTest {
    private static final int WIDTH = 24;

    @TempDir
    private Path folder;

    private static String name(int i) {
        return "%064x".formatted(i);
    }

    private static Map<String, float[]> some(int from, int to) {
        Map<String, float[]> some = new HashMap<>();
        IntStream.range(from, to).forEach(i -> some.put(name(i), VectorsTest.random(WIDTH, i)));
        return some;
    }

    private VectorFile open(String version) {
        return VectorFile.open(folder, "meaning", version);
    }

    private Path file(String version) {
        return folder.resolve("meaning-" + version + ".vectors");
    }

    @Test
    void whatWasPutIsThereAgainToTheLastFigure() {
        open("a").put(some(0, 3));
        open("a").put(some(3, 5));
        VectorFile again = open("a");
        assertEquals(5, again.vectors().size());
        IntStream.range(0, 5)
                .forEach(i -> assertEquals(1, again.vectors()
                        .likeness(name(i), VectorsTest.random(WIDTH, i))
                        .getAsDouble(), 1e-6));
    }

    @Test
    void whatAKillCutShortIsLeftOutAndTheNextFollowsWhatIsWhole() throws IOException {
        open("a").put(some(0, 3));
        byte[] whole = Files.readAllBytes(file("a"));
        Files.write(file("a"), java.util.Arrays.copyOf(whole, whole.length - 7));
        VectorFile cut = open("a");
        assertEquals(2, cut.vectors().size());
        cut.put(some(7, 9));
        assertEquals(4, open("a").vectors().size());
    }

    @Test
    void damageIsFoundAndWhatIsBeforeItKept() throws IOException {
        open("a").put(Map.of(name(1), VectorsTest.random(WIDTH, 1)));
        open("a").put(some(2, 4));
        byte[] bytes = Files.readAllBytes(file("a"));
        bytes[bytes.length / 2] ^= 4;
        Files.write(file("a"), bytes);
        VectorFile damaged = open("a");
        assertEquals(1, damaged.vectors().size());
        assertTrue(damaged.vectors().holds(name(1)));
        Files.writeString(file("a"), "something else");
        assertEquals(0, open("a").vectors().size());
        open("a").put(some(0, 2));
        assertEquals(2, open("a").vectors().size());
    }

    @Test
    void anotherVersionBeginsAnewAndTheOldOneGoes() throws IOException {
        open("a").put(some(0, 2));
        VectorFile.open(folder, "likeness", "a").put(some(0, 1));
        assertEquals(0, open("b").vectors().size());
        assertFalse(Files.exists(file("a")));
        assertEquals(1, VectorFile.open(folder, "likeness", "a").vectors().size());
    }

    @Test
    void aCacheThatIsEmptiedMeanwhileLosesNothingThatIsHeld() throws IOException {
        VectorFile held = open("a");
        held.put(some(0, 2));
        Files.delete(file("a"));
        held.put(some(2, 3));
        assertEquals(3, held.vectors().size());
        assertEquals(1, open("a").vectors().size(), "the others are computed again");
    }

    @Test
    void aDiskThatTakesNothingKeepsNobodyFromWorking() throws IOException {
        Path none = folder.resolve("a file");
        Files.write(none, new byte[1], StandardOpenOption.CREATE);
        VectorFile held = VectorFile.open(none.resolve("below"), "meaning", "a");
        held.put(some(0, 2));
        assertEquals(2, held.vectors().size());
    }
}
