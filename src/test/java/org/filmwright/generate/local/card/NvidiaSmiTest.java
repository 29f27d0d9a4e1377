package org.filmwright.generate.local.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A program that answers as the driver's does. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class NvidiaSmiTest {
    private static final String TWO = "GPU-aaaa-1, NVIDIA RTX 4090, 24564, 20000\\nGPU-bbbb-2, Tesla T4, 15360, 15000\\n";
    private static final long MIB = 1 << 20;

    private static NvidiaSmi saying(String answer, String visible) {
        return asking("printf '" + answer + "'", Optional.ofNullable(visible), Duration.ofSeconds(30));
    }

    private static NvidiaSmi asking(String script, Optional<String> visible, Duration patience) {
        return new NvidiaSmi(List.of("sh", "-c", script), visible, patience);
    }

    private static List<String> names(List<Card> cards) {
        return cards.stream().map(card -> card.device() + " " + card.name()).toList();
    }

    @Test
    void everyCardIsTherewithItsMemory() {
        assertEquals(List.of(new Card(0, "NVIDIA RTX 4090", 24564 * MIB, 20000 * MIB), new Card(1, "Tesla T4", 15360
                * MIB, 15000 * MIB)), saying(TWO, null).now());
        assertEquals(4564 * MIB, saying(TWO, null).find("cuda:0").orElseThrow().used());
        assertEquals(Optional.empty(), saying(TWO, null).find("cuda:2"));
        assertEquals(Optional.empty(), saying(TWO, null).find("cpu"));
    }

    @Test
    void whatCudaMayNotUseIsNotThereAndTheOthersAreCountedAnew() {
        assertEquals(List.of("cuda:0 Tesla T4"), names(saying(TWO, "1").now()));
        assertEquals(List.of("cuda:0 Tesla T4", "cuda:1 NVIDIA RTX 4090"), names(saying(TWO, "GPU-bbbb,0").now()));
        assertEquals(List.of("cuda:0 NVIDIA RTX 4090"), names(saying(TWO, "0,-1,1").now()));
        assertEquals(List.of(), saying(TWO, "").now());
    }

    @Test
    void withoutADriverOrWithOneThatFailsThereIsNoCard() {
        assertEquals(List.of(), saying("NVIDIA-SMI has failed because it could not communicate\\n", null).now());
        assertEquals(List.of(), new NvidiaSmi(List.of("/nowhere/nvidia-smi"), Optional.empty(), Duration.ofSeconds(30))
                .now());
    }

    @Test
    void aCardOfWhichNothingIsToldIsPassedOver() {
        assertEquals(List.of("cuda:0 Tesla T4"), names(saying(
                "GPU-aaaa-1, [GPU is lost], [N/A], [N/A]\\nGPU-bbbb-2, Tesla T4, 15360, 15000\\n", null).now()));
    }

    @Test
    void aDriverThatHangsIsNotWaitedFor() {
        long begun = System.nanoTime();
        assertEquals(List.of(), asking("exec sleep 600", Optional.empty(), Duration.ofMillis(50)).now());
        assertTrue(System.nanoTime() - begun < Duration.ofSeconds(60).toNanos());
    }
}
