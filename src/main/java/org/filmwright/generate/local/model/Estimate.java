package org.filmwright.generate.local.model;

import java.util.OptionalInt;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.model.MemoryPlan.Room;
import org.filmwright.generate.local.model.MemoryPlan.Way;

/**
 * How much memory each way of painting takes at its highest. Weights are known; what computing adds is estimated from published
 * peaks: decoding 1024 by 1024 pixels in full precision took 36 % of 24 GiB (diffusion.md 9), FLUX with everything resident 41
 * to 44 GB, and hardly more than its transformer with the encoders closed (diffusion.md 11).
 */
final class Estimate {
    /** Left to others, on the card and in memory: fragments, the desktop, this program itself. */
    static final long HEADROOM = 1_500_000_000L;
    /** 64 latents, 512 pixels: the smallest tile whose seams do not show (diffusion.md 9). */
    static final int TILE = 64;
    private static final long TILE_PIXELS = 512L * 512;
    private static final long DECODING_A_PIXEL = 8_500;
    private static final long DENOISING = 300_000_000L;
    private static final long DENOISING_A_PIXEL = 240;
    private static final long READING = 300_000_000L;

    private final Weights weights;
    private final FrameSize size;
    private final long pixels;

    Estimate(Weights weights, FrameSize size) {
        this.weights = weights;
        this.size = size;
        pixels = (long) size.width() * size.height();
    }

    /** @param tile empty for decoding the whole picture at once */
    record Choice(Way way, OptionalInt tile, Room need) {}

    /** Best first: a whole picture goes before a tiled one on the same device. */
    Stream<Choice> choices() {
        OptionalInt whole = OptionalInt.empty();
        OptionalInt tiled = OptionalInt.of(TILE);
        return Stream.of(choice(Way.ALL_RESIDENT, whole), choice(Way.ENCODERS_FIRST, whole),
                choice(Way.TEXT_ON_CPU, whole), choice(Way.ALL_RESIDENT, tiled), choice(Way.ENCODERS_FIRST, tiled),
                choice(Way.TEXT_ON_CPU, tiled), choice(Way.CPU_ONLY, whole), choice(Way.CPU_ONLY, tiled))
                .flatMap(choice -> choice);
    }

    /** None where a CPU would have to compute what it cannot. */
    private Stream<Choice> choice(Way way, OptionalInt tile) {
        boolean textOnCpu = way == Way.TEXT_ON_CPU || way == Way.CPU_ONLY;
        boolean allOnCpu = way == Way.CPU_ONLY;
        if (textOnCpu && weights.text().onCpu().isEmpty() || allOnCpu
                && (weights.denoiser().onCpu().isEmpty() || weights.vae().onCpu().isEmpty())) {
            return Stream.empty();
        }
        return Stream.of(new Choice(way, tile, switch (way) {
            case ALL_RESIDENT -> new Room(all(tile.isPresent()), loading());
            case ENCODERS_FIRST -> new Room(highest(weights.text().bytes() + READING, denoisingOnCard(),
                    decodingOnCard(tile.isPresent())), loading());
            case TEXT_ON_CPU -> new Room(highest(denoisingOnCard(), decodingOnCard(tile.isPresent())),
                    Math.max(loading(), highest(textOnCpu())));
            case CPU_ONLY -> new Room(0, highest(textOnCpu(), weights.denoiser().onCpu().getAsLong() + 2 * denoising(),
                    weights.vae().onCpu().getAsLong() + decoding(tile.isPresent())));
        }));
    }

    /** The sessions keep what they once took, so all of it adds up. */
    private long all(boolean tiled) {
        return highest(weights.text().bytes() + READING + denoisingOnCard() + decodingOnCard(tiled));
    }

    private static long highest(long... stages) {
        return LongStream.of(stages).max().orElse(0) + HEADROOM;
    }

    /** A graph passes through memory once on its way to the card. */
    private long loading() {
        return highest(weights.text().largest(), weights.denoiser().largest(), weights.vae().largest());
    }

    private long textOnCpu() {
        return weights.text().onCpu().getAsLong() + READING;
    }

    private long denoisingOnCard() {
        return weights.denoiser().bytes() + denoising();
    }

    private long decodingOnCard(boolean tiled) {
        return weights.vae().bytes() + decoding(tiled);
    }

    private long denoising() {
        return DENOISING + pixels * DENOISING_A_PIXEL;
    }

    private long decoding(boolean tiled) {
        return (tiled ? Math.min(pixels, TILE_PIXELS) : pixels) * DECODING_A_PIXEL;
    }

    Stream<String> lines(Room room) {
        return Stream.of("Weights: text encoders " + MemoryPlan.gigabytes(weights.text().bytes()) + ", denoiser "
                + MemoryPlan.gigabytes(weights.denoiser().bytes()) + ", VAE "
                + MemoryPlan.gigabytes(weights.vae().bytes()) + ".",
                "A picture of " + size + " takes about " + MemoryPlan.gigabytes(denoising())
                        + " more while it is painted and "
                        + MemoryPlan.gigabytes(decoding(false)) + " while it is decoded.",
                "Free: " + (room.vram() == 0
                        ? "no graphics card"
                        : MemoryPlan.gigabytes(room.vram()) + " on the graphics card") + ", "
                        + MemoryPlan.gigabytes(room.ram()) + " of memory; " + MemoryPlan.gigabytes(HEADROOM)
                        + " is left to others.");
    }
}
