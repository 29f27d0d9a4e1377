package org.filmwright.generate.local.pipeline;

import java.util.List;
import java.util.Locale;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.model.ModelFolder.Family;
import org.filmwright.generate.local.model.ModelFolder;

/**
 * What a model is made for, where nobody asks for anything else (diffusion.md 3 to 5).
 *
 * @param guidance 0 where the model needs none
 * @param multiple that both sides of its pictures have to be
 * @param words the most tokens that the encoder of the whole text takes
 * @param answer how it takes a guidance
 */
record Habits(int steps, double guidance, int multiple, int words, Answer answer) {
    private static final List<String> FEW_STEPS = List.of("turbo", "lightning", "hyper");

    /** What a model does with a guidance and with what is not wanted. */
    enum Answer {
        /** Nothing: it was distilled without. */
        NONE,
        /** It is told the number. */
        TOLD,
        /** It is asked twice a step, with the words and without. */
        TWICE
    }

    static Habits of(ModelFolder model) {
        if (model.family() == Family.FLUX) {
            return model.settings().denoiser().guidanceEmbeds()
                    ? new Habits(28, 3.5, 16, 512, Answer.TOLD)
                    : new Habits(4, 0, 16, 256, Answer.NONE);
        }
        if (model.settings().denoiser().conditionWidth().orElse(0) > 0) {
            return new Habits(4, 8.5, 8, 77, Answer.TOLD);
        }
        if (model.family() == Family.LATENT_CONSISTENCY) {
            return new Habits(4, 1, 8, 77, Answer.TWICE);
        }
        String name = model.name().toLowerCase(Locale.ROOT);
        return FEW_STEPS.stream().anyMatch(name::contains)
                ? new Habits(4, 0, 8, 77, Answer.TWICE)
                : new Habits(25, 7.5, 8, 77, Answer.TWICE);
    }

    /** The largest size it can paint that is not larger than {@code wanted} on either side. */
    FrameSize fitting(FrameSize wanted) {
        return new FrameSize(Math.max(multiple, wanted.width() / multiple * multiple),
                Math.max(multiple, wanted.height()
                        / multiple * multiple));
    }
}
