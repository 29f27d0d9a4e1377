package org.filmwright.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.filmwright.search.FilmWords.Word;
import org.filmwright.search.Passage.Weight;

/**
 * What somebody typed, as parts that are looked for: words, and what stands in quotes. Every sign that is no letter or
 * digit only parts words, so nothing that can be typed is wrong.
 *
 * @param parts of one word, or of several that stand side by side
 * @param open whether the last word may go on: somebody is typing it
 */
record Wanted(List<List<Word>> parts, boolean open) {
    /** More than anybody looks for; every further one only costs. */
    private static final int MOST = 12;
    private static final int LONGEST = 400;
    private static final int LETTERS_TO_MISTYPE = 5;
    private static final int NEIGHBOURS = 8;
    /** One digit begins every tenth number: what is asked for aside is begun in earnest. */
    private static final int LETTERS_OF_A_CODE = 4;
    /** Looked for where nothing else is; their number says nothing about a line. */
    private static final Set<String> SMALL = Set.of("a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if",
            "in", "into", "is", "it", "no", "not", "of", "on", "or", "the", "their", "then", "there", "they", "this",
            "to", "was", "with");

    Wanted {
        parts = List.copyOf(parts);
    }

    static Wanted of(String typed, FilmWords words) {
        String text = typed.substring(0, Math.min(typed.length(), LONGEST))
                .replaceAll("[\u201c\u201d\u201e\u00ab\u00bb]",
                        "\"");
        List<List<Word>> parts = new ArrayList<>();
        String[] quoted = text.split("\"", -1);
        for (int i = 0; i < quoted.length; i++) {
            boolean inside = i % 2 == 1 && i < quoted.length - 1;
            (inside ? List.of(quoted[i]) : Arrays.asList(quoted[i].split("\\s+"))).stream()
                    .map(words::of)
                    .filter(part -> !part.isEmpty())
                    .forEach(parts::add);
        }
        String last = quoted[quoted.length - 1];
        boolean typing = !last.isEmpty() && !Character.isWhitespace(last.charAt(last.length() - 1));
        return new Wanted(parts.subList(0, Math.min(MOST, parts.size())), typing && parts.size() <= MOST);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether looking less closely would look for anything else. */
    boolean widens(Nearness nearness) {
        return switch (nearness) {
            case WORDS -> true;
            case NEAR -> parts.stream().anyMatch(part -> part.stream().anyMatch(Wanted::canBeMistyped));
            case SOME -> parts.size() > 1;
        };
    }

    Query query(Nearness nearness) {
        boolean onlySmall = parts.stream().allMatch(Wanted::isSmall);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < parts.size(); i++) {
            List<Word> part = parts.get(i);
            boolean must = nearness != Nearness.SOME && (onlySmall || !isSmall(part) || isTyped(i));
            if (nearness != Nearness.SOME || onlySmall || !isSmall(part)) {
                all.add(anywhere(part, isTyped(i), nearness), must ? Occur.MUST : Occur.SHOULD);
            }
        }
        return all.build();
    }

    private boolean isTyped(int part) {
        return open && part == parts.size() - 1;
    }

    private static boolean isSmall(List<Word> part) {
        return part.size() == 1 && SMALL.contains(part.getFirst().written());
    }

    private static boolean canBeMistyped(Word word) {
        return word.written().codePointCount(0, word.written().length()) >= LETTERS_TO_MISTYPE;
    }

    private static Query anywhere(List<Word> part, boolean typed, Nearness nearness) {
        List<Query> each = Arrays.stream(Weight.values())
                .<Query>map(weight -> new BoostQuery(in(weight, part, typed, nearness), weight.boost()))
                .toList();
        return new DisjunctionMaxQuery(each, 0.1f);
    }

    private static Query in(Weight weight, List<Word> part, boolean typed, Nearness nearness) {
        String field = weight.name();
        if (part.size() == 1) {
            return word(field, part.getFirst(), typed, nearness);
        }
        if (nearness == Nearness.WORDS) {
            return new PhraseQuery(field, part.stream().map(Word::stem).toArray(String[]::new));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        part.forEach(word -> all.add(word(field, word, false, nearness), Occur.MUST));
        return all.build();
    }

    /** As it is written counts more than as its stem, and that more than as the beginning of another. */
    private static Query word(String field, Word word, boolean typed, Nearness nearness) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(new TermQuery(new Term(field, word.written())), Occur.SHOULD);
        if (!word.stem().equals(word.written())) {
            any.add(new BoostQuery(new TermQuery(new Term(field, word.stem())), 0.7f), Occur.SHOULD);
        }
        if (typed && (!field.equals(Weight.ASIDE.name()) || word.written().length() >= LETTERS_OF_A_CODE)) {
            any.add(new BoostQuery(new PrefixQuery(new Term(field, word.written())), 0.3f), Occur.SHOULD);
        }
        if (nearness != Nearness.WORDS && canBeMistyped(word)) {
            any.add(new BoostQuery(new FuzzyQuery(new Term(field, word.written()), 1, 0, NEIGHBOURS, true), 0.5f),
                    Occur.SHOULD);
        }
        return any.build();
    }
}
