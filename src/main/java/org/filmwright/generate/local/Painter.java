package org.filmwright.generate.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** A model that is loaded and paints, in the process that calls it. One picture at a time. */
public interface Painter extends AutoCloseable {
    /**
     * Paints one picture into the order's file: whole or not at all.
     *
     * @throws org.filmwright.base.Cancelled when asked to stop; heard within one step, and within a kernel of the model
     */
    Outcome<Painted> paint(Order order, Progress progress);

    @Override
    void close();

    /**
     * @param size refused, with the sizes there are, where the model cannot paint it
     * @param steps empty for what the model is made for, as are the others
     * @param seed 0 to 2^32 - 1 are told apart
     * @param to the PNG to write
     */
    record Order(String prompt, String negative, FrameSize size, OptionalInt steps, OptionalDouble guidance, long seed,
            Optional<Start> start, Path to, Extras extras) {}

    /** A picture to start from. @param strength above 0 (as it is) to 1 (from noise alone) */
    record Start(Path picture, double strength) {}

    /**
     * @param latents where the numbers of every step are written as JSON, for comparing with a reference
     * @param tiles the largest latent tile that is decoded at once; empty for the whole picture
     * @param receipt texts for the PNG beside what the model says of itself
     */
    record Extras(Optional<Path> latents, OptionalInt tiles, Map<String, String> receipt) {
        public static final Extras NONE = new Extras(Optional.empty(), OptionalInt.empty(), Map.of());
    }

    /**
     * @param receipt the texts in the PNG (diffusion.md 10)
     * @param stages what took how long, in order
     * @param notices sentences for a person: words that found no room, a picture decoded again in full precision
     */
    record Painted(Path picture, Map<String, String> receipt, List<Stage> stages, List<String> notices) {}

    record Stage(String name, double seconds) {}
}
