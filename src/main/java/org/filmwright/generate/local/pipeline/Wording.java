package org.filmwright.generate.local.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
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
    /** Of the graphs that take no other number of tokens. */
    private final Map<Role, Integer> fixed = new EnumMap<>(Role.class);

    Wording(Sessions sessions, EmbeddingCache cache, Tokenizers tokenizers) {
        this.sessions = sessions;
        this.cache = cache;
        this.tokenizers = tokenizers;
    }

    /**
     * The states of one encoder; a text that finds no room is told in the job's notices.
     *
     * @param length how many tokens are read, unless the graph was exported for another number
     */
    Encoded encoded(Role part, String text, int length, TextEncoder.Part state, Job job, Halt halt)
            throws PaintFailed {
        int wanted = fixed.getOrDefault(part, length);
        Tokens tokens = tokenizers.of(part).encode(text, wanted);
        Optional<Encoded> before = cache.find(key(part, state, tokens.ids()));
        if (before.isPresent()) {
            tell(part, tokens, job);
            return before.get();
        }
        TextEncoder encoder = new TextEncoder(sessions.open(part));
        Optional<Integer> exported = encoder.length().filter(other -> other != wanted);
        if (exported.isPresent()) {
            fixed.put(part, exported.get());
            return encoded(part, text, length, state, job, halt);
        }
        tell(part, tokens, job);
        Encoded words = encoder.encode(tokens.ids(), state, halt);
        cache.keep(key(part, state, tokens.ids()), words);
        return words;
    }

    private static void tell(Role part, Tokens tokens, Job job) {
        job.tokens().merge(part.spoken(), tokens.used(), Math::max);
        if (!tokens.isWhole()) {
            String notice = "The %s reads %d tokens; it did not read: “%s”.".formatted(part.spoken(),
                    tokens.ids().length,
                    tokens.cut());
            if (!job.notices().contains(notice)) {
                job.notices().add(notice);
            }
        }
    }

    private String key(Role part, TextEncoder.Part state, int[] ids) throws PaintFailed {
        Path file = sessions.file(part);
        try {
            return EmbeddingCache.key(file, state, ids);
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
