package org.filmwright.generate.local.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.generate.local.graph.Halt;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.text.Tokenizer;
import org.filmwright.generate.local.text.Tokens;

/** From words to what a denoiser is told: tokens, then encoders, or what they answered before. */
final class Wording implements AutoCloseable {
    /** How many tokens CLIP takes. */
    static final int CLIP = 77;

    private final Sessions sessions;
    private final EmbeddingCache cache;
    private final Tokenizers tokenizers;

    Wording(Sessions sessions, EmbeddingCache cache, Tokenizers tokenizers) {
        this.sessions = sessions;
        this.cache = cache;
        this.tokenizers = tokenizers;
    }

    /** The states of one encoder; a text that finds no room is told in the job's notices. */
    Encoded encoded(Role part, String text, int length, TextEncoder.Part state, Job job, Halt halt) throws PaintFailed {
        Tokens tokens = tokenizers.of(part).encode(text, length);
        if (!tokens.isWhole()) {
            String notice = "The %s reads %d tokens; it did not read: “%s”.".formatted(part.spoken(), length,
                    tokens.cut());
            if (!job.notices().contains(notice)) {
                job.notices().add(notice);
            }
        }
        Optional<String> key = key(part, state, tokens.ids());
        Optional<Encoded> before = key.flatMap(cache::find);
        if (before.isPresent()) {
            return before.get();
        }
        Encoded words = new TextEncoder(sessions.open(part)).encode(tokens.ids(), state, halt);
        key.ifPresent(name -> cache.keep(name, words));
        return words;
    }

    private Optional<String> key(Role part, TextEncoder.Part state, int[] ids) throws PaintFailed {
        Path file = sessions.file(part);
        try {
            return Optional.of(EmbeddingCache.key(file, state, ids));
        } catch (IOException e) {
            throw new PaintFailed(new Failure.Refused(file + " cannot be read: " + e.getMessage() + ".",
                    "Look at the model in the model manager."), e);
        }
    }

    @Override
    public void close() {
        tokenizers.close();
    }

    /** The tokenizer of each encoder, opened when it is first needed. */
    interface Tokenizers extends AutoCloseable {
        Tokenizer of(Role part) throws PaintFailed;

        @Override
        void close();
    }
}
