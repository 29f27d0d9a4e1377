package org.filmwright;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.Request;
import org.filmwright.generate.local.Painter;

/**
 * What {@code image} was asked for.
 *
 * @param size empty for what the painter usually paints
 * @param files one for each picture, each with one seed more than the one before
 * @param extras its latents are those of the first picture
 */
record ImageOrder(Request.Words words, Optional<FrameSize> size, Sampling sampling, Optional<Painter.Start> start,
        List<Path> files, Painter.Extras extras) {
    /** How a model paints; empty for what it is made for. @param seed of the first picture */
    record Sampling(OptionalInt steps, OptionalDouble guidance, long seed) {}

    /** The order of one of the pictures. @param usual size where none is asked for */
    Painter.Order painterOrder(int number, FrameSize usual) {
        Painter.Extras own = new Painter.Extras(number == 0 ? extras.latents() : Optional.empty(), extras.tiles(),
                extras
                        .receipt());
        return new Painter.Order(words.prompt(), words.negative(), size.orElse(usual), sampling.steps,
                sampling.guidance,
                sampling.seed + number, start, files.get(number).toAbsolutePath(), own);
    }
}
