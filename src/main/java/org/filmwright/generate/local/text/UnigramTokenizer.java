package org.filmwright.generate.local.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import org.filmwright.base.Outcome;

/** The tokenizer of T5's text encoders (Kudo 2018; diffusion.md 6): the likeliest pieces, an end mark, padding. */
public final class UnigramTokenizer implements Tokenizer {
    private final HuggingFaceTokenizer pieces;
    private final int end;
    private final int pad;

    private UnigramTokenizer(HuggingFaceTokenizer pieces, int end, int pad) {
        this.pieces = pieces;
        this.end = end;
        this.pad = pad;
    }

    /** @param tokenizerJson misconfigured, by its name, where it is not there or not of T5 */
    public static Outcome<UnigramTokenizer> open(Path tokenizerJson) {
        TokenizerFile file = new TokenizerFile(tokenizerJson);
        try {
            JsonNode json = file.object();
            if (!json.at("/model/type").asText().equals("Unigram")) {
                throw file.unfit("is not of a T5 text encoder");
            }
            int end = special(json, "</s>", file);
            int pad = special(json, "<pad>", file);
            return NativeTokenizers.open(tokenizerJson)
                    .then(pieces -> Outcome.ok(new UnigramTokenizer(pieces, end, pad)));
        } catch (UnfitFile unfit) {
            return Outcome.failed(unfit.failure());
        }
    }

    private static int special(JsonNode json, String token, TokenizerFile file) throws UnfitFile {
        for (JsonNode added : json.path("added_tokens")) {
            if (added.path("content").asText().equals(token) && added.path("id").isInt()) {
                return added.path("id").intValue();
            }
        }
        throw file.unfit("has no " + token);
    }

    /** @param length at least 1; 256 for FLUX.1-schnell, 512 for FLUX.1-dev */
    @Override
    public Tokens encode(String text, int length) {
        if (length < 1) {
            throw new IllegalArgumentException("no room for " + length + " tokens");
        }
        String fit = WrittenText.wellFormed(text);
        Encoding encoding = pieces.encode(fit, false, false);
        long[] found = encoding.getIds();
        int taken = Math.min(found.length, length - 1);
        int[] ids = new int[length];
        Arrays.fill(ids, pad);
        for (int i = 0; i < taken; i++) {
            ids[i] = Math.toIntExact(found[i]);
        }
        ids[taken] = end;
        return new Tokens(ids, taken + 1, taken < found.length ? from(fit, encoding, taken) : "");
    }

    /** Places are told in whole characters, of which some are two in a Java string. */
    static String from(String text, Encoding encoding, int token) {
        int start = encoding.getCharTokenSpans()[token].getStart();
        return WrittenText.words(text.substring(text.offsetByCodePoints(0, start)));
    }

    @Override
    public void close() {
        pieces.close();
    }
}
