package org.filmwright.generate.local.pipeline;

import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.graph.Halt;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.model.ModelFolder.Family;
import org.filmwright.generate.local.model.ModelFolder;
import org.filmwright.generate.local.schedule.GuidanceEmbedding;

/** Tells a model what to paint, each family in its way. */
record Conditions(ModelFolder model, Sessions sessions, Wording wording, Habits habits) {
    static Conditions of(ModelFolder model, Sessions sessions, Wording wording, Habits habits) {
        return new Conditions(model, sessions, wording, habits);
    }

    Denoiser denoiser(Job job, LatentSize size, Halt halt) throws PaintFailed {
        if (model.family() == Family.FLUX) {
            Encoded words = flux(job, halt);
            sessions.done(Role.TEXT, Role.TEXT_2);
            return new FluxDenoiser(sessions.open(Role.DENOISER), size, words, job.guidance());
        }
        Guidance guidance = guidance(job, halt);
        sessions.done(Role.TEXT, Role.TEXT_2);
        return new UnetDenoiser(sessions.open(Role.DENOISER), size, guidance);
    }

    /** The rows of T5, with the pooled row of CLIP. */
    private Encoded flux(Job job, Halt halt) throws PaintFailed {
        String prompt = job.order().prompt();
        Encoded clip = encoded(Role.TEXT, prompt, Wording.CLIP, TextEncoder.Part.LAST, job, halt);
        Encoded rows = encoded(Role.TEXT_2, prompt, habits.words(), TextEncoder.Part.LAST, job, halt);
        return new Encoded(rows.sequence(), rows.tokens(), rows.width(), clip.pooled());
    }

    private Guidance guidance(Job job, Halt halt) throws PaintFailed {
        boolean twice = habits.answer() == Habits.Answer.TWICE && job.guidance() > 1;
        Encoded words = words(job.order().prompt(), job, halt);
        Optional<Encoded> without = twice ? Optional.of(without(job, words, halt)) : Optional.empty();
        float[] embedding = model.settings().denoiser().conditionWidth().orElse(0) > 0
                ? GuidanceEmbedding.of(job.guidance(), model.settings().denoiser().conditionWidth().orElse(0))
                : new float[0];
        return new Guidance(words, without, job.guidance(), embedding, frame(job.size()));
    }

    private Encoded without(Job job, Encoded words, Halt halt) throws PaintFailed {
        String negative = job.order().negative();
        return negative.isBlank() && model.zerosForEmptyPrompt() ? words.zeros() : words(negative, job, halt);
    }

    private Encoded words(String text, Job job, Halt halt) throws PaintFailed {
        if (model.family() != Family.SDXL) {
            return encoded(Role.TEXT, text, Wording.CLIP, TextEncoder.Part.LAST, job, halt);
        }
        return encoded(Role.TEXT, text, Wording.CLIP, TextEncoder.Part.PENULTIMATE, job, halt)
                .beside(encoded(Role.TEXT_2, text, Wording.CLIP, TextEncoder.Part.PENULTIMATE, job, halt));
    }

    private Encoded encoded(Role part, String text, int length, TextEncoder.Part state, Job job, Halt halt)
            throws PaintFailed {
        return wording.encoded(part, text, length, state, job, halt);
    }

    private static float[] frame(FrameSize size) {
        return new float[]{size.height(), size.width(), 0, 0, size.height(), size.width()};
    }
}
