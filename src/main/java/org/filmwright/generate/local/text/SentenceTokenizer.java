package org.filmwright.generate.local.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.nio.file.Path;
import java.util.Arrays;
import org.filmwright.base.Outcome;

/** The tokenizer of a sentence encoder, whatever its tokenizer.json says, with the marks that it sets around a text. */
public final class SentenceTokenizer implements Tokenizer {
    private final HuggingFaceTokenizer pieces;
    private final int pad;
    private final boolean ends;

    private SentenceTokenizer(HuggingFaceTokenizer pieces, int pad) {
        this.pieces = pieces;
        this.pad = pad;
        this.ends = pieces.encode("", true, false).getIds().length > 0;
    }

    /** @param tokenizerJson misconfigured, by its name, where it is not there or cannot be read */
    public static Outcome<SentenceTokenizer> open(Path tokenizerJson, int pad) {
        try {
            new TokenizerFile(tokenizerJson).object();
            return NativeTokenizers.open(tokenizerJson).then(pieces -> Outcome.ok(new SentenceTokenizer(pieces, pad)));
        } catch (UnfitFile unfit) {
            return Outcome.failed(unfit.failure());
        }
    }

    /** What is too long keeps the mark at its end. @param length at least 2 */
    @Override
    public Tokens encode(String text, int length) {
        if (length < 2) {
            throw new IllegalArgumentException("no room for " + length + " tokens");
        }
        String fit = WrittenText.wellFormed(text);
        Encoding encoding = pieces.encode(fit, true, false);
        long[] found = encoding.getIds();
        int used = Math.min(found.length, length);
        int[] ids = new int[length];
        Arrays.fill(ids, pad);
        for (int i = 0; i < used; i++) {
            ids[i] = Math.toIntExact(found[i]);
        }
        if (used == found.length) {
            return new Tokens(ids, used, "");
        }
        int kept = ends ? used - 1 : used;
        ids[used - 1] = Math.toIntExact(found[ends ? found.length - 1 : used - 1]);
        return new Tokens(ids, used, UnigramTokenizer.from(fit, encoding, kept));
    }

    @Override
    public void close() {
        pieces.close();
    }
}
