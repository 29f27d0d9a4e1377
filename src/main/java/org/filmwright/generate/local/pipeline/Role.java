package org.filmwright.generate.local.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import org.filmwright.generate.local.model.ModelFolder;
import org.filmwright.generate.local.model.ModelFolder.Part;

/** What a part of a model does, in the order in which a picture needs it. */
enum Role {
    TEXT("first text encoder"), TEXT_2("second text encoder"), ENCODER("VAE encoder"), DENOISER("denoiser"), DECODER(
            "VAE decoder"),
    /** The decoder once more, in float32, beside one in half precision. */
    DECODER_FULL("VAE decoder in float32");

    private final String spoken;

    Role(String spoken) {
        this.spoken = spoken;
    }

    /** In a sentence: {@code the VAE decoder}. */
    String spoken() {
        return spoken;
    }

    Optional<Path> in(ModelFolder model) {
        ModelFolder.Parts parts = model.parts();
        return switch (this) {
            case TEXT -> Optional.of(parts.text().graph());
            case TEXT_2 -> parts.text2().map(Part::graph);
            case ENCODER -> parts.encoder().map(Part::graph);
            case DENOISER -> Optional.of(parts.denoiser().graph());
            case DECODER -> Optional.of(parts.decoder().graph());
            case DECODER_FULL -> parts.decoder().full();
        };
    }
}
