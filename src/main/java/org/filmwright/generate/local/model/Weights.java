package org.filmwright.generate.local.model;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What the parts of a model weigh, as far as planning for them goes. */
public record Weights(Load text, Load denoiser, Load vae) {
    /**
     * @param bytes of its files, which is what they take on a graphics card
     * @param largest of the graphs in it: so much passes through memory at once while they are loaded
     * @param onCpu what they take in memory, where half precision is computed in full; empty where a CPU cannot
     */
    public record Load(long bytes, long largest, OptionalLong onCpu) {
        public Load {
            if (bytes < 0 || largest < 0 || largest > bytes) {
                throw new IllegalArgumentException(bytes + " bytes, the largest " + largest);
            }
        }
    }

    public static Weights of(ModelFolder model) {
        ModelFolder.Parts parts = model.parts();
        return new Weights(load(Stream.concat(Stream.of(parts.text()), parts.text2().stream())),
                load(Stream.of(parts.denoiser())),
                load(Stream.concat(Stream.of(parts.decoder()), parts.encoder().stream())));
    }

    private static Load load(Stream<ModelFolder.Part> some) {
        List<ModelFolder.Part> parts = some.toList();
        long largest = parts.stream().mapToLong(ModelFolder.Part::bytes).max().orElse(0);
        boolean bfloat = parts.stream().anyMatch(part -> part.precision() == ModelFolder.Precision.BFLOAT);
        return new Load(parts.stream().mapToLong(ModelFolder.Part::bytes).sum(), largest,
                bfloat ? OptionalLong.empty() : OptionalLong.of(parts.stream().mapToLong(Weights::onCpu).sum()));
    }

    /** What is not told may be half precision: better to ask for too much than to run out of it. */
    private static long onCpu(ModelFolder.Part part) {
        return switch (part.precision()) {
            case HALF, BFLOAT, UNTOLD -> 2 * part.bytes();
            case FULL, EIGHT_BIT, FOUR_BIT -> part.bytes();
        };
    }
}
