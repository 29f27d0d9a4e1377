package org.filmwright.generate.local.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;

/**
 * How a model is fitted into the memory there is (diffusion.md 11). The runtime cannot stream the layers of one graph, so what
 * can be chosen is which graphs are loaded at once, where, and whether the picture is decoded in tiles.
 */
public sealed interface MemoryPlan {
    /** What was weighed, line by line for a person. */
    List<String> lines();

    /** Free bytes, of a graphics card (0 without one) and of the machine's memory; or as many as are needed. */
    record Room(long vram, long ram) {
        public Room {
            if (vram < 0 || ram < 0) {
                throw new IllegalArgumentException("vram " + vram + ", ram " + ram);
            }
        }

        boolean holds(Room need) {
            return need.vram <= vram && need.ram <= ram;
        }

        /** {@code 8.1 GB on the graphics card and 2.0 GB of memory}. */
        public String spoken() {
            return vram == 0
                    ? gigabytes(ram) + " of memory"
                    : gigabytes(vram) + " on the graphics card and " + gigabytes(ram) + " of memory";
        }
    }

    /** Best first. */
    enum Way {
        ALL_RESIDENT("everything stays on the graphics card"), ENCODERS_FIRST(
                "one after the other on the graphics card: the text encoders, the denoiser, the VAE"), TEXT_ON_CPU(
                        "the text encoders on the CPU, then the denoiser and the VAE on the graphics card"), CPU_ONLY(
                                "one after the other on the CPU, which is slow");

        private final String spoken;

        Way(String spoken) {
            this.spoken = spoken;
        }
    }

    /**
     * @param tile the largest latent tile that is decoded at once; empty for the whole picture
     * @param need at its highest, with what is left free for others
     */
    record Fits(Way way, OptionalInt tile, Room need, List<String> lines) implements MemoryPlan {}

    /**
     * @param onCard the least that would do with a graphics card
     * @param onCpu the least that would do without; empty where a CPU cannot compute this model
     * @param smaller a size of the same shape that fits now; empty where none does
     */
    record TooLarge(Room onCard, Optional<Room> onCpu, Optional<FrameSize> smaller, List<String> lines)
            implements
                MemoryPlan {
        /** @param time a sentence: how long a picture takes that would fit */
        public Failure.Exhausted failure(Optional<String> time) {
            return new Failure.Exhausted("memory", "There is not enough memory for this model. " + lines.getLast()
                    + time.map(" "::concat).orElse(""));
        }
    }

    /** The best plan that the room allows. More room, or a smaller picture, never makes it a worse one. */
    static MemoryPlan choose(Weights weights, Room room, FrameSize size) {
        Estimate estimate = new Estimate(weights, size);
        Optional<Estimate.Choice> best = estimate.choices().filter(choice -> room.holds(choice.need())).findFirst();
        return best.isPresent()
                ? fits(estimate, room, best.get())
                : tooLarge(estimate, room, weights, size);
    }

    private static Fits fits(Estimate estimate, Room room, Estimate.Choice choice) {
        String tiles = choice.tile().isPresent() ? ", decoded in tiles" : "";
        Stream<String> plan = Stream
                .of("Plan: " + choice.way().spoken + tiles + "; " + choice.need().spoken() + " at most.");
        return new Fits(choice.way(), choice.tile(), choice.need(),
                Stream.concat(estimate.lines(room), plan).toList());
    }

    private static TooLarge tooLarge(Estimate estimate, Room room, Weights weights, FrameSize size) {
        Comparator<Room> least = Comparator.comparingLong(Room::vram).thenComparingLong(Room::ram);
        Room card = needs(estimate, choice -> choice.way() != Way.CPU_ONLY).min(least).orElseThrow();
        Optional<Room> cpu = needs(estimate, choice -> choice.way() == Way.CPU_ONLY).min(least);
        Optional<FrameSize> smaller = IntStream.rangeClosed(1, 15)
                .mapToObj(sixteenths -> scaled(size, 16 - sixteenths))
                .filter(less -> new Estimate(weights, less).choices().anyMatch(choice -> room.holds(choice.need())))
                .findFirst();
        String what = "It needs " + card.spoken()
                + cpu.map(need -> ", or " + need.spoken() + " without a graphics card")
                        .orElse("")
                + "."
                + smaller.map(less -> " A picture of " + less + " would fit.")
                        .orElse(" Close other programs, or choose a smaller model.");
        return new TooLarge(card, cpu, smaller, Stream.concat(estimate.lines(room), Stream.of(what)).toList());
    }

    private static Stream<Room> needs(Estimate estimate, Predicate<Estimate.Choice> which) {
        return estimate.choices().filter(which).map(Estimate.Choice::need);
    }

    private static FrameSize scaled(FrameSize size, int sixteenths) {
        return new FrameSize(Math.max(16, size.width() * sixteenths / 256 * 16),
                Math.max(16, size.height() * sixteenths / 256 * 16));
    }

    static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
