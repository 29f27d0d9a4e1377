package org.filmwright.generate.local.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.filmwright.generate.local.text.BytePairs.Pair;
import org.filmwright.generate.local.text.BytePairs.Token;
import org.junit.jupiter.api.Test;

class BytePairsTest {
    @Test
    void bytesHaveAVisibleLetterEach() {
        assertEquals("a", ByteAlphabet.letter('a'));
        assertEquals("\u0120", ByteAlphabet.letter(' '));
        assertEquals("\u0100", ByteAlphabet.letter(0));
        assertEquals("\u00e9", ByteAlphabet.letter(0xe9));
        assertEquals("\u0143", ByteAlphabet.letter(0xad), "the soft hyphen is the last that is moved");
        assertEquals(256, IntStream.range(0, 256).mapToObj(ByteAlphabet::letter).distinct().count());
        assertTrue(IntStream.range(0, 256)
                .noneMatch(value -> Character.isWhitespace(ByteAlphabet.letter(value).charAt(0))));
    }

    /** The queue does what joining all of the best pair, again and again, does. */
    @Test
    void pairsAreJoinedAsInThePlainWay() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            List<Pair> merges = learned(random);
            Map<String, Integer> vocabulary = new HashMap<>();
            for (String end : List.of("", BytePairs.END)) {
                for (String letter : List.of("a", "b", "c")) {
                    vocabulary.put(letter + end, vocabulary.size());
                }
            }
            merges.forEach(pair -> vocabulary.putIfAbsent(pair.left() + pair.right(), vocabulary.size()));
            StringBuilder word = new StringBuilder();
            for (int i = random.nextInt(1, 30); i > 0; i--) {
                word.append((char) ('a' + random.nextInt(3)));
            }
            List<Integer> ids = new BytePairs(vocabulary, merges, -1).encode(word.toString()
                    .getBytes(StandardCharsets.UTF_8)).stream().map(Token::id).toList();
            assertEquals(plain(word.toString(), merges).stream().map(vocabulary::get).toList(), ids,
                    word + " " + merges);
        }
    }

    /** Merges as they are learned: each of symbols that there are by then. */
    private static List<Pair> learned(Random random) {
        List<String> inner = new ArrayList<>(List.of("a", "b", "c"));
        List<String> ends = new ArrayList<>(List.of("a</w>", "b</w>", "c</w>"));
        List<Pair> merges = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            boolean end = random.nextBoolean();
            List<String> right = end ? ends : inner;
            Pair pair = new Pair(inner.get(random.nextInt(inner.size())), right.get(random.nextInt(right.size())));
            if (!inner.contains(pair.left() + pair.right()) && !ends.contains(pair.left() + pair.right())) {
                merges.add(pair);
                right.add(pair.left() + pair.right());
            }
        }
        return merges;
    }

    private static List<String> plain(String word, List<Pair> merges) {
        List<String> symbols = new ArrayList<>(List.of(word.split("")));
        symbols.set(symbols.size() - 1, symbols.getLast() + BytePairs.END);
        for (Pair pair : merges) {
            for (int i = 0; i + 1 < symbols.size(); i++) {
                if (symbols.get(i).equals(pair.left()) && symbols.get(i + 1).equals(pair.right())) {
                    symbols.set(i, pair.left() + pair.right());
                    symbols.remove(i + 1);
                }
            }
        }
        return symbols;
    }
}
