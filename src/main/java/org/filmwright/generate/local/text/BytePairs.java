package org.filmwright.generate.local.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Byte pair encoding (Sennrich et al. 2016) over the bytes of a piece of text, whose last symbol carries an end mark: the pair
 * that was learned first is joined first, until no pair is known.
 */
final class BytePairs {
    /** At the end of a piece's last symbol. */
    static final String END = "</w>";
    private final int[] inner = new int[256];
    private final int[] last = new int[256];
    private final List<Integer> ids = new ArrayList<>();
    private final Map<Long, Integer> ranks = new HashMap<>();
    private final int[] joined;

    /** @param unknown the id of what the vocabulary has not */
    BytePairs(Map<String, Integer> vocabulary, List<Pair> merges, int unknown) {
        Map<String, Integer> symbols = new HashMap<>();
        for (int value = 0; value < 256; value++) {
            inner[value] = symbol(ByteAlphabet.letter(value), symbols, vocabulary, unknown);
            last[value] = symbol(ByteAlphabet.letter(value) + END, symbols, vocabulary, unknown);
        }
        joined = new int[merges.size()];
        for (int rank = 0; rank < joined.length; rank++) {
            Pair pair = merges.get(rank);
            int left = symbol(pair.left(), symbols, vocabulary, unknown);
            int right = symbol(pair.right(), symbols, vocabulary, unknown);
            joined[rank] = symbol(pair.left() + pair.right(), symbols, vocabulary, unknown);
            ranks.putIfAbsent(key(left, right), rank);
        }
    }

    private int symbol(String text, Map<String, Integer> symbols, Map<String, Integer> vocabulary, int unknown) {
        return symbols.computeIfAbsent(text, added -> {
            ids.add(vocabulary.getOrDefault(added, unknown));
            return ids.size() - 1;
        });
    }

    private static long key(int left, int right) {
        return (long) left << 32 | right;
    }

    /** @param piece at least one byte */
    List<Token> encode(byte[] piece) {
        Chain chain = new Chain(piece);
        chain.joinAll();
        return chain.tokens();
    }

    record Pair(String left, String right) {}

    /** @param start the byte of the piece that it begins with */
    record Token(int id, int start) {}

    /** The symbols of a piece, each by the byte it begins with. A queue keeps long pieces from costing their square. */
    private final class Chain {
        private static final int GONE = -1;
        private final int[] symbol;
        private final int[] before;
        private final int[] after;
        private final PriorityQueue<Long> found = new PriorityQueue<>();

        Chain(byte[] piece) {
            int length = piece.length;
            symbol = new int[length];
            before = new int[length];
            after = new int[length];
            Arrays.setAll(symbol, i -> (i == length - 1 ? last : inner)[Byte.toUnsignedInt(piece[i])]);
            Arrays.setAll(before, i -> i - 1);
            Arrays.setAll(after, i -> i + 1);
        }

        void joinAll() {
            for (int i = 0; i < symbol.length; i++) {
                find(i);
            }
            while (!found.isEmpty()) {
                long next = found.poll();
                int rank = (int) (next >>> 32);
                int left = (int) next;
                // What was found may have been joined with something else since.
                if (rank == rank(left)) {
                    join(left, joined[rank]);
                }
            }
        }

        private void join(int left, int symbolOfBoth) {
            int right = after[left];
            symbol[left] = symbolOfBoth;
            symbol[right] = GONE;
            after[left] = after[right];
            if (after[left] < symbol.length) {
                before[after[left]] = left;
            }
            find(left);
            if (before[left] >= 0) {
                find(before[left]);
            }
        }

        private void find(int left) {
            int rank = rank(left);
            if (rank != GONE) {
                found.add((long) rank << 32 | left);
            }
        }

        private int rank(int left) {
            return symbol[left] == GONE || after[left] >= symbol.length
                    ? GONE
                    : ranks.getOrDefault(key(symbol[left], symbol[after[left]]), GONE);
        }

        List<Token> tokens() {
            List<Token> tokens = new ArrayList<>();
            for (int i = 0; i < symbol.length; i = after[i]) {
                tokens.add(new Token(ids.get(symbol[i]), i));
            }
            return tokens;
        }
    }
}
