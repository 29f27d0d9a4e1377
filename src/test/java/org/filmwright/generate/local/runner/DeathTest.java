package org.filmwright.generate.local.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a process of models is found to be dead or dying, and what is said about it. */
class DeathTest {
    private static final Instant BEGAN = Instant.parse("2026-01-01T12:00:00Z");
    private final LastWords words = new LastWords();
    private final Watch watch = new Watch(
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(9), Duration.ofSeconds(1),
                    Duration.ofMinutes(1), 1));

    private Death of(int code, String... said) {
        List.of(said).forEach(words::add);
        return Death.of(code, words);
    }

    @Test
    void killedFromOutsideIsMostLikelyMemory() {
        Death death = of(137);
        assertEquals(Death.Cause.MEMORY, death.cause());
        assertTrue(death.why().contains("137"), death.why());
    }

    @Test
    void aCrashThatTellsOfMemoryIsOfMemory() {
        assertEquals(Death.Cause.MEMORY, of(134, "CUDA failure 2: out of memory ; GPU=0 ; expr=cudaMalloc").cause());
    }

    @Test
    void theLineThatTellsMostIsToldNotTheLastPlace() {
        Death death = of(134, "# A fatal error has been detected:", "#  SIGSEGV (0xb) at pc=0x1", "# C  [libonnx.so]",
                "\tat org.filmwright.Somewhere(Painter.java:1)");
        assertEquals(Death.Cause.CRASH, death.cause());
        assertTrue(death.why().endsWith("it last said: SIGSEGV (0xb) at pc=0x1"), death.why());
    }

    @Test
    void withoutATellingLineTheLastOneIsTold() {
        assertTrue(of(1, "first", "last", "\tat a.place(Of.java:1)").why().endsWith("exit code 1; it last said: last"));
    }

    @Test
    void onlyTheLastLinesAreKeptAndNoneIsEndless() {
        for (int i = 0; i < 100; i++) {
            words.add(i + " " + "x".repeat(1000));
        }
        assertEquals(60, words.all().size());
        assertTrue(words.all().getFirst().startsWith("40 "));
        assertTrue(words.all().stream().allMatch(line -> line.length() <= 301));
    }

    @Test
    void silenceCountsFromTheLastHeartbeatAndStandstillFromTheLastStep() {
        watch.begin(BEGAN);
        assertEquals(Optional.empty(), second(1, 4));
        watch.beat();
        assertEquals(Optional.empty(), second(5, 8));
        watch.beat();
        assertEquals(Optional.of("got no further for 9 seconds"), second(9, 10));
        watch.moved();
        assertEquals(Optional.empty(), second(11, 15));
        assertEquals(Optional.of("gave no sign of life for 5 seconds"), second(16, 16));
    }

    @Test
    void aMachineThatSleptHasNotWaited() {
        watch.begin(BEGAN);
        assertEquals(Optional.empty(), watch.look(BEGAN.plus(Duration.ofHours(8))));
        assertEquals(Optional.empty(), watch.look(BEGAN));
    }

    /** Looks every second. */
    private Optional<String> second(int from, int to) {
        Optional<String> wrong = Optional.empty();
        for (int i = from; i <= to; i++) {
            wrong = watch.look(BEGAN.plusSeconds(i));
        }
        return wrong;
    }
}
