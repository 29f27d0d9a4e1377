package org.filmwright.generate.local.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.text.BytePairs.Token;

/**
 * The tokenizer of CLIP's text encoders (Radford et al. 2021; diffusion.md 6): composed, in lower case, in pieces of letters, single
 * digits and signs, each of them byte pair encoded. A text stands between two marks; what it cannot hold is cut before the second.
 * Nothing that can be typed is a mark: those are words like others.
 */
public final class ClipTokenizer implements Tokenizer {
    private static final Pattern WORD = Pattern.compile("\\P{IsWhite_Space}+");
    private static final Pattern PIECE = Pattern.compile("'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^\\p{L}\\p{N}]+");
    private static final int MARKS = 2;
    private final ClipVocabulary vocabulary;

    private ClipTokenizer(ClipVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @param folder {@code tokenizer} of a model; misconfigured, by the name of the file, where it has none that fits */
    public static Outcome<ClipTokenizer> open(Path folder) {
        try {
            return Outcome.ok(new ClipTokenizer(ClipVocabulary.read(folder)));
        } catch (UnfitFile unfit) {
            return Outcome.failed(unfit.failure());
        }
    }

    /** @param length at least 2; 77 for all encoders there are */
    @Override
    public Tokens encode(String text, int length) {
        if (length < MARKS) {
            throw new IllegalArgumentException("no room for " + length + " tokens");
        }
        String fit = WrittenText.wellFormed(text);
        Line line = new Line(length - MARKS);
        Matcher words = WORD.matcher(fit);
        while (!line.isCut() && words.find()) {
            add(words.group(), words.start(), line);
        }
        int[] ids = new int[length];
        Arrays.fill(ids, vocabulary.pad());
        ids[0] = vocabulary.first();
        System.arraycopy(line.ids, 0, ids, 1, line.used);
        ids[line.used + 1] = vocabulary.last();
        return new Tokens(ids, line.used + MARKS, line.isCut() ? WrittenText.words(fit.substring(line.cutAt)) : "");
    }

    @Override
    public void close() {}

    /**
     * Words are normalized one by one: neither composing nor lower case reaches over a space. Lower case knows the sigma at a
     * word's end, as in CLIP's own tokenizer; faster ones that came later do not.
     */
    private void add(String word, int at, Line line) {
        String normal = normal(word);
        Matcher pieces = PIECE.matcher(normal);
        while (!line.isCut() && pieces.find()) {
            byte[] bytes = pieces.group().getBytes(StandardCharsets.UTF_8);
            List<Token> tokens = vocabulary.pairs().encode(bytes);
            int taken = line.add(tokens);
            if (taken < tokens.size()) {
                int start = pieces.start() + characters(bytes, tokens.get(taken).start());
                line.cutAt = at + written(word, start);
            }
        }
    }

    private static String normal(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** How many characters lie before the one that a byte belongs to. */
    private static int characters(byte[] utf8, int at) {
        int first = at;
        while ((utf8[first] & 0xc0) == 0x80) {
            first--;
        }
        return new String(utf8, 0, first, StandardCharsets.UTF_8).length();
    }

    /** Where in a word, as it was written, a place of it lies that is known from its normal form. */
    private static int written(String word, int inNormal) {
        int low = 0;
        int high = word.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (normal(word.substring(0, middle)).length() <= inNormal) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The ids between the marks, as far as there is room. */
    private static final class Line {
        private static final int NOWHERE = -1;
        private final int[] ids;
        private int used;
        private int cutAt = NOWHERE;

        Line(int room) {
            this.ids = new int[room];
        }

        boolean isCut() {
            return cutAt != NOWHERE;
        }

        /** How many of them found room. */
        int add(List<Token> tokens) {
            int taken = Math.min(tokens.size(), ids.length - used);
            for (Token token : tokens.subList(0, taken)) {
                ids[used++] = token.id();
            }
            return taken;
        }
    }
}
