package org.filmwright.generate.local.pipeline;

import java.util.Optional;
import java.util.OptionalInt;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.graph.Device;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.model.MemoryPlan;
import org.filmwright.generate.local.model.ModelFolder;
import org.filmwright.generate.local.model.Weights;

/**
 * Where the parts of a model compute and whether they stay loaded, for pictures up to a size.
 *
 * @param plan how it was decided
 * @param frugal whether nothing stays that is not needed at once
 * @param roomy whether the memory of the machine holds all of it with room to spare
 * @param time a sentence: how long a picture takes on the processor
 */
record Seating(MemoryPlan.Fits plan, FrameSize size, Device card, boolean frugal,
        boolean roomy, String time) {
    /** @throws PaintFailed where no plan fits, with the sizes that would */
    static Seating of(Timing timing, FrameSize size, Device device, boolean frugal, FreeMemory memory)
            throws PaintFailed {
        MemoryPlan.Room room = memory.on(device);
        ModelFolder model = timing.model();
        Weights weights = Weights.of(model);
        return switch (MemoryPlan.choose(weights, room, size)) {
            case MemoryPlan.TooLarge large -> throw new PaintFailed(large.failure(large.smaller()
                    .filter(less -> MemoryPlan.choose(weights, room, less) instanceof MemoryPlan.Fits fits
                            && fits.way() == MemoryPlan.Way.CPU_ONLY)
                    .map(less -> timing.usual(less, Device.CPU.id()).sentence())));
            case MemoryPlan.Fits fits -> new Seating(fits, size, device, frugal, 3 * model.bytes() < room.ram(),
                    timing.usual(size, Device.CPU.id()).sentence());
        };
    }

    /** For whoever waits: the plan, and how long it takes where that is the slow one. */
    String told() {
        String plan = plan().lines().getLast();
        return plan().way() == MemoryPlan.Way.CPU_ONLY ? plan + " " + time : plan;
    }

    /** Whether it holds for pictures of another size. */
    boolean serves(FrameSize other) {
        return (long) other.width() * other.height() <= (long) size.width() * size.height();
    }

    Device device(Role role) {
        return switch (plan.way()) {
            case ALL_RESIDENT, ENCODERS_FIRST -> card;
            case TEXT_ON_CPU -> role == Role.TEXT || role == Role.TEXT_2 ? Device.CPU : card;
            case CPU_ONLY -> Device.CPU;
        };
    }

    boolean stays(Role role) {
        return !frugal && switch (plan.way()) {
            case ALL_RESIDENT -> true;
            case ENCODERS_FIRST -> false;
            case TEXT_ON_CPU -> role == Role.DENOISER || role == Role.DECODER;
            case CPU_ONLY -> roomy;
        };
    }

    /** Where a card was asked for and none of it is used. */
    Optional<String> notice() {
        boolean unused = plan.way() == MemoryPlan.Way.CPU_ONLY && !card.equals(Device.CPU);
        return unused
                ? Optional.of("Painted on the processor: " + card.id() + " is not there, or has too little free memory "
                        + "for this model. " + time)
                : Optional.empty();
    }

    /** The largest latent tile that is decoded at once. */
    OptionalInt tile(OptionalInt asked) {
        return asked.isPresent() ? asked : plan.tile();
    }
}
