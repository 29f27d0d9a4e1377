package org.filmwright.images.recipe;

import java.util.Optional;
import org.filmwright.base.FrameSize;

/** How a picture was asked for, as its file tells. @param negative what was not to be seen; empty where nothing was said */
public record Recipe(Dialect dialect, String prompt, String negative, Settings settings) {
    public Recipe {
        prompt = prompt.strip();
        negative = negative.strip();
    }

    /**
     * What was set beside the words.
     *
     * @param seed an unsigned number of 64 bits
     * @param guidance how strictly the prompt was followed: the CFG scale, or a distilled model's own guidance
     * @param model file, name or hash, as the program wrote it
     */
    public record Settings(Optional<Long> seed, Optional<FrameSize> size, Optional<Integer> steps,
            Optional<Double> guidance, Optional<String> sampler, Optional<String> model) {}
}
