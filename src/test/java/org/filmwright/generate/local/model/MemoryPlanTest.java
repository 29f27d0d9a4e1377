package org.filmwright.generate.local.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.model.MemoryPlan.Fits;
import org.filmwright.generate.local.model.MemoryPlan.Room;
import org.filmwright.generate.local.model.MemoryPlan.TooLarge;
import org.filmwright.generate.local.model.MemoryPlan.Way;
import org.filmwright.generate.local.sample.Family;
import org.filmwright.generate.local.sample.SampleModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of diffusion.md 11: weights in gigabytes (10^9), cards in the gibibytes they are sold by. */
class MemoryPlanTest {
    private static final FrameSize LARGE = new FrameSize(1024, 1024);
    private static final FrameSize SMALL = new FrameSize(512, 512);
    private static final Weights FLUX = weights(9.75, 23.8, 0.34);
    private static final Weights SDXL = weights(1.65, 5.1, 0.34);
    private static final Weights SD = weights(0.7, 1.7, 0.34);

    @ParameterizedTest
    @CsvSource({"80,ALL_RESIDENT", "44,ALL_RESIDENT", "40,ENCODERS_FIRST", "26,ENCODERS_FIRST"})
    void fluxInHalfPrecisionFitsLargeCards(double card, Way way) {
        assertEquals(way, fits(FLUX, card, 64, LARGE).way());
        assertEquals(OptionalInt.empty(), fits(FLUX, card, 64, LARGE).tile());
    }

    @ParameterizedTest
    @CsvSource({"13,11.9", "16,11.9", "18,11.9", "8,6.5", "12,6.5"})
    void fluxInFewerBitsLeavesT5InFullPrecisionToTheCpu(double card, double transformer) {
        Weights weights = new Weights(load(19.25, 19.0, 19.25), load(transformer, transformer, transformer),
                load(0.34, 0.34, 0.34));
        Fits plan = fits(weights, card, 32, LARGE);
        assertEquals(Way.TEXT_ON_CPU, plan.way());
        assertEquals(card == 8, plan.tile().isPresent());
    }

    @ParameterizedTest
    @CsvSource({"6.6,ENCODERS_FIRST", "8,ENCODERS_FIRST", "12,ALL_RESIDENT"})
    void sdxlFitsMiddlingCards(double card, Way way) {
        assertEquals(way, fits(SDXL, card, 16, SMALL).way());
    }

    @Test
    void stableDiffusionFitsSmallCardsInTilesAndLargerOnesWhole() {
        assertEquals(Way.ENCODERS_FIRST, fits(SD, 4, 16, SMALL).way());
        assertEquals(OptionalInt.of(64), fits(SD, 4, 16, LARGE).tile());
        assertEquals(Way.ALL_RESIDENT, fits(SD, 8, 16, LARGE).way(), "tiles cost less than loading again");
        assertEquals(OptionalInt.empty(), fits(SD, 16, 16, LARGE).tile());
    }

    @Test
    void withoutACardTheCpuPaintsIfThereIsMemory() {
        Fits plan = fits(SD, 0, 16, SMALL);
        assertEquals(Way.CPU_ONLY, plan.way());
        assertEquals(0, plan.need().vram());
        assertTrue(plan.lines().getLast().contains("slow"), plan.lines().getLast());
        assertEquals(Way.CPU_ONLY, fits(SD, 2, 16, SMALL).way(), "a card that is too small is no help");
    }

    @Test
    void fluxIsNeverSqueezedIntoASmallMachine() {
        TooLarge plan = tooLarge(FLUX, 8, 16, LARGE);
        assertEquals(23.8 + 0.55 + 1.5, plan.onCard().vram() / 1e9, 0.01);
        assertEquals(2 * 23.8 + 1.1 + 1.5, plan.onCpu().orElseThrow().ram() / 1e9, 0.01);
        assertEquals(Optional.empty(), plan.smaller());
        assertEquals("memory", plan.failure(Optional.empty()).resource());
        assertTrue(plan.failure(Optional.empty()).what().contains("25.9 GB on the graphics card"),
                plan.failure(Optional.empty()).what());
    }

    @Test
    void weightsThatACpuCannotComputeStayOffIt() {
        Weights bfloat = new Weights(load(9.75, 9.5, 19.5),
                new Weights.Load(23_800_000_000L, 23_800_000_000L, OptionalLong.empty()), load(0.34, 0.34, 0.34));
        assertEquals(Optional.empty(), tooLarge(bfloat, 0, 512, LARGE).onCpu());
    }

    @Test
    void aSmallerPictureIsNamedWhereItWouldFit() {
        FrameSize huge = new FrameSize(4096, 2048);
        TooLarge plan = tooLarge(SD, 4, 4, huge);
        FrameSize smaller = plan.smaller().orElseThrow();
        assertEquals(huge.aspect(), smaller.aspect(), 0.01);
        assertInstanceOf(Fits.class, MemoryPlan.choose(SD, room(4, 4), smaller));
        assertTrue(plan.lines().getLast().contains(smaller.toString()), plan.lines().getLast());
    }

    @Test
    void memoryOfTheMachineLimitsWhatPassesThroughIt() {
        assertEquals(Way.ENCODERS_FIRST, fits(FLUX, 26, 24, LARGE).way());
        tooLarge(FLUX, 80, 16, LARGE);
    }

    @Test
    void thePlanIsToldInNumbers() {
        Fits plan = fits(FLUX, 26, 64, LARGE);
        assertEquals(4, plan.lines().size());
        assertTrue(plan.lines().getFirst().contains("denoiser 23.8 GB"), plan.lines().getFirst());
        assertTrue(plan.lines().get(1).contains("1024x1024"), plan.lines().get(1));
        assertTrue(plan.lines().get(2).contains("27.9 GB on the graphics card"), plan.lines().get(2));
        assertTrue(plan.lines().getLast().startsWith("Plan: "), plan.lines().getLast());
    }

    @Test
    void aPlanNeverNeedsMoreThanThereIs() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            Room room = room(random.nextDouble(60), random.nextDouble(80));
            if (MemoryPlan.choose(some(random), room, size(random)) instanceof Fits plan) {
                assertTrue(room.holds(plan.need()), plan + " in " + room);
            }
        }
    }

    @Test
    void moreMemoryNeverGivesAWorsePlan() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            Weights weights = some(random);
            FrameSize size = size(random);
            Room room = room(random.nextDouble(50), random.nextDouble(80));
            Room more = new Room(room.vram() + random.nextLong(20_000_000_000L),
                    room.ram() + random.nextLong(20_000_000_000L));
            assertTrue(rank(weights, more, size) <= rank(weights, room, size),
                    weights + " in " + room + ", then " + more);
        }
    }

    @Test
    void aSmallerPictureNeverGivesAWorsePlan() {
        Random random = new Random(9);
        for (int i = 0; i < 2000; i++) {
            Weights weights = some(random);
            FrameSize size = size(random);
            FrameSize less = new FrameSize(size.width() - random.nextInt(size.width()), size.height());
            Room room = room(random.nextDouble(50), random.nextDouble(80));
            assertTrue(rank(weights, room, less) <= rank(weights, room, size), weights + " in " + room + ": " + less);
        }
    }

    @Test
    void whatIsSaidToSufficeDoes() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            Weights weights = some(random);
            FrameSize size = size(random);
            if (MemoryPlan.choose(weights, room(random.nextDouble(8), random.nextDouble(8)),
                    size) instanceof TooLarge no) {
                assertInstanceOf(Fits.class, MemoryPlan.choose(weights, no.onCard(), size));
                no.onCpu().ifPresent(cpu -> assertInstanceOf(Fits.class, MemoryPlan.choose(weights, cpu, size)));
            }
        }
    }

    @Test
    void aFolderTellsItsWeights(@TempDir Path folder) throws IOException {
        ModelFolder model = ModelFolder.read(SampleModel.of(Family.SDXL).write(folder)).orElse(failure -> null);
        Weights weights = Weights.of(model);
        assertEquals(model.bytes(), weights.text().bytes() + weights.denoiser().bytes() + weights.vae().bytes());
        assertEquals(model.parts().text2().orElseThrow().bytes(), weights.text().largest());
        assertEquals(OptionalLong.of(2 * weights.denoiser().bytes()), weights.denoiser().onCpu(),
                "it may be half precision");
    }

    @Test
    void bfloatOfTensorRtIsNotForTheCpu(@TempDir Path folder) throws IOException {
        SampleModel.of(Family.FLUX).layout(SampleModel.Layout.TENSORRT).write(folder);
        Weights weights = Weights.of(ModelFolder.read(folder).orElse(failure -> null));
        assertEquals(OptionalLong.empty(), weights.denoiser().onCpu());
    }

    /** The place of a plan in the order of all of them; the last for none. */
    private static int rank(Weights weights, Room room, FrameSize size) {
        return switch (MemoryPlan.choose(weights, room, size)) {
            case Fits(Way way, OptionalInt tile, Room _, var _) -> way == Way.CPU_ONLY
                    ? tile.isPresent() ? 7 : 6
                    : way.ordinal() + (tile.isPresent() ? 3 : 0);
            case TooLarge _ -> 8;
        };
    }

    private static Fits fits(Weights weights, double card, double memory, FrameSize size) {
        MemoryPlan plan = MemoryPlan.choose(weights, room(card, memory), size);
        return assertInstanceOf(Fits.class, plan, String.join("\n", plan.lines()));
    }

    private static TooLarge tooLarge(Weights weights, double card, double memory, FrameSize size) {
        MemoryPlan plan = MemoryPlan.choose(weights, room(card, memory), size);
        return assertInstanceOf(TooLarge.class, plan, String.join("\n", plan.lines()));
    }

    private static Room room(double card, double memory) {
        return new Room((long) (card * (1 << 30)), (long) (memory * (1 << 30)));
    }

    /** In half precision. */
    private static Weights weights(double text, double denoiser, double vae) {
        return new Weights(load(text, text, 2 * text), load(denoiser, denoiser, 2 * denoiser), load(vae, vae, vae));
    }

    private static Weights.Load load(double bytes, double largest, double onCpu) {
        return new Weights.Load((long) (bytes * 1e9), (long) (largest * 1e9), OptionalLong.of((long) (onCpu * 1e9)));
    }

    private static Weights some(Random random) {
        return weights(random.nextDouble(20), random.nextDouble(30), random.nextDouble());
    }

    private static FrameSize size(Random random) {
        return new FrameSize(16 + random.nextInt(2048), 16 + random.nextInt(2048));
    }
}
