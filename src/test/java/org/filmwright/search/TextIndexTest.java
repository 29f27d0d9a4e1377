package org.filmwright.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filmwright.search.Passage.Weight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts by their words. */
class TextIndexTest {
    private static final List<String> KINDS = List.of("card", "page");

    private final TextIndex<Card> index = new TextIndex<>();

    private enum Role {
        NAME, WORDS
    }

    private record Card(String key, String kind, String name, List<String> words) implements Findable {
        @Override
        public List<Passage> passages() {
            return Stream.concat(Stream.of(new Passage(Role.NAME, Weight.NAME, name)),
                    words.stream().map(text -> new Passage(Role.WORDS, Weight.TEXT, text))).toList();
        }
    }

    private static Card card(String name, String... words) {
        return new Card(name, "card", name, List.of(words));
    }

    private void holding(Card... cards) {
        index.hold(Arrays.asList(cards));
    }

    private List<String> found(String typed) {
        return index.find(typed, List.of("card"), 10)
                .of()
                .values()
                .stream()
                .flatMap(hits -> hits.first().stream())
                .map(hit -> hit.found().name())
                .toList();
    }

    /** What was found of the first passage that something was found in, in brackets. */
    private String marked(String typed) {
        Marked words = index.find(typed, List.of("card"), 10)
                .of()
                .get("card")
                .first()
                .getFirst()
                .passages()
                .stream()
                .filter(Hit.Said::isMarked)
                .findFirst()
                .orElseThrow()
                .words();
        StringBuilder text = new StringBuilder(words.text());
        words.spans().reversed().forEach(span -> text.insert(span.to(), ']').insert(span.from(), '['));
        return text.toString();
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', value = {
        "lamps | Two [lamp] hang over a quiet street.",
        "hanging | Two lamp [hang] over a quiet street.",
        "\"quiet street\" | Two lamp hang over a [quiet street].",
        "\u201cquiet street\u201d | Two lamp hang over a [quiet street].",
        "str | Two lamp hang over a quiet [street].",
        "LAMP street | Two [lamp] hang over a quiet [street].",
        "the lamp | Two [lamp] hang over a quiet street."
    }, delimiter = '|')
    void wordsAreFoundByTheirStemInQuotesAndWhileTheyAreTyped(String typed, String marked) {
        holding(card("a", "Two lamp hang over a quiet street."), card("b", "A street that is quiet."));
        assertEquals(marked, marked(typed));
    }

    @Test
    void wordsInQuotesStandSideBySide() {
        holding(card("a", "The street was quiet."), card("b", "A quiet street."), card("c", "quiet", "street"));
        assertEquals(List.of("b"), found("\"quiet street\""));
        assertEquals(3, found("quiet street").size());
    }

    @Test
    void aWordThatIsTypedToItsEndIsNoBeginning() {
        holding(card("a", "A lamplighter."));
        assertEquals(List.of("a"), found("lamp"));
        assertEquals(List.of(), found("lamp "));
    }

    @Test
    void theBeginningOfACodeIsNoWordUntilItIsLong() {
        record Code(String key) implements Findable {
            @Override
            public String kind() {
                return "card";
            }

            @Override
            public List<Passage> passages() {
                return List.of(new Passage(Role.WORDS, Weight.ASIDE, key));
            }
        }
        try (TextIndex<Code> codes = new TextIndex<>()) {
            codes.hold(List.of(new Code("7f3a9b21.png")));
            assertTrue(codes.find("7f3", KINDS, 9).isEmpty());
            assertEquals(1, codes.find("7f3a", KINDS, 9).of().get("card").all());
        }
    }

    @Test
    void aNameCountsMoreThanAMentionAndTheWordItselfMoreThanItsStemOrBeginning() {
        holding(card("Begins", "lamplight"), card("Stem", "lamp"), card("Mentions", "lamps"), card("Lamps", "burn"));
        assertEquals(List.of("Lamps", "Mentions", "Stem"), found("lamps"));
        assertEquals("Begins", found("lamp").getLast());
    }

    @Test
    void whatIsAsGoodStandsInTheOrderInWhichItWasGivenAlsoAfterChanges() {
        Card first = card("1", "a door");
        holding(first, card("2", "a door"), card("3", "a door"));
        holding(card("1", "a gate"), card("2", "a door"), card("3", "a door"));
        holding(first, card("2", "a door"), card("3", "a door"));
        assertEquals(List.of("1", "2", "3"), found("door"));
    }

    @Test
    void namesAreFoundWithAndWithoutTheirAccents() {
        holding(card("ZO\u00cb", "\u0141ukasz, J\u00f8rgen and Fran\u00e7ois Mu\u00f1oz"));
        Stream.of("zoe", "Zo\u00eb", "lukasz", "jorgen", "munoz", "FRANCOIS")
                .forEach(name -> assertEquals(1, found(name).size(), name));
        holding(card("Will", "They go on."));
        assertEquals(List.of("Will"), found("will"), "no word is too small to be a name");
    }

    @Test
    void aLetterMayBeWrongInALongWordAndOnlyWhereNothingIsRight() {
        holding(card("a", "the harbour"), card("b", "the harbours"), card("c", "the marble"));
        assertEquals(Nearness.WORDS, index.find("harbour", KINDS, 9).nearness());
        assertEquals(List.of("a", "b"), found("harbor "));
        TextIndex.Answer<Card> near = index.find("hrabour", KINDS, 9);
        assertEquals(Nearness.NEAR, near.nearness());
        assertEquals(2, near.of().get("card").all());
        holding(card("a", "a lamp"));
        assertEquals(List.of(), found("lsmp"), "short words are short enough to be typed right");
    }

    @Test
    void whereNothingHoldsAllTheWordsWhatHoldsSomeIsFound() {
        holding(card("a", "a lamp"), card("b", "a storm"), card("c", "a lamp in a storm at sea"));
        assertEquals(List.of("c"), found("lamp storm"));
        TextIndex.Answer<Card> some = index.find("lamp storm elephant", KINDS, 9);
        assertEquals(Nearness.SOME, some.nearness());
        assertEquals(3, some.of().get("card").all());
        assertEquals("c", some.of().get("card").first().getFirst().found().name());
        assertTrue(index.find("elephant", KINDS, 9).isEmpty());
    }

    @Test
    void kindsAreLookedThroughAloneAndCountedToTheEnd() {
        index.hold(IntStream.range(0, 500)
                .mapToObj(i -> new Card("k" + i, i % 5 == 0 ? "page" : "card", "name " + i, List.of("a door")))
                .toList());
        TextIndex.Answer<Card> answer = index.find("door", KINDS, 3);
        assertEquals(400, answer.of().get("card").all());
        assertEquals(100, answer.of().get("page").all());
        assertEquals(List.of("k0", "k5", "k10"),
                answer.of().get("page").first().stream().map(hit -> hit.found().key()).toList());
        assertEquals(0, index.find("door", List.of("card"), 0).of().get("card").first().size());
    }

    @Test
    void onlyWhatChangedIsReadAgainAndWhatIsGoneIsNotFound() {
        Card stays = card("a", "a lamp");
        assertEquals(2, index.hold(List.of(stays, card("b", "a lamp"))));
        assertEquals(0, index.hold(List.of(card("b", "a lamp"), card("a", "a lamp"))));
        assertEquals(1, index.hold(List.of(stays, card("b", "a candle"))));
        assertEquals(List.of("a"), found("lamp"));
        assertEquals(List.of("b"), found("candle"));
        assertEquals(0, index.hold(List.of(stays)));
        assertEquals(List.of(), found("candle"));
    }

    @Test
    void marksOfEveryPassageAreItsOwn() {
        holding(card("the door", "one door", "", "no way out", "doors and doors"));
        List<Hit.Said> said = index.find("door", KINDS, 1).of().get("card").first().getFirst().passages();
        assertEquals(List.of(1, 1, 0, 0, 2), said.stream().map(each -> each.words().spans().size()).toList());
        said.forEach(each -> each.words()
                .spans()
                .forEach(span -> assertTrue(each.words().text().substring(span.from(), span.to()).startsWith("door"))));
    }

    static Stream<String> hostile() {
        SplittableRandom random = new SplittableRandom(7);
        Stream<String> random200 = Stream.generate(() -> random.ints(1 + random.nextInt(60), 1, 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()).limit(50);
        return Stream.concat(random200, Stream.of("", " ", "\"", "\"\"", "\"\"\"", "\" \"", "*", "?", "~", "a*", "*a",
                "AND", "OR NOT", "+-&&||!(){}[]^~*?:\\/", "field:value", "\\", "a AND (b", "[* TO *]", "/.*/",
                "lamp~99999999", "lamp^1e400", "\ud800", "\udc00lamp", "\ud83d\udea2", "\u0000", "\uffff", "\u202elamp",
                "' OR 1=1 --", "%00", "${jndi:ldap://x}", "a".repeat(100_000), "a ".repeat(50_000),
                "\"a ".repeat(9_000),
                "harbour ".repeat(400),
                IntStream.range(0, 400).mapToObj(i -> "word" + i).reduce("", (a, b) -> a + " " + b)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingThatCanBeTypedIsAnError(String typed) {
        holding(card("a", "a lamp", "the harbour at night"), card("b", "\ud83d\udea2 word1 words"));
        index.find(typed, KINDS, 10).of().values().forEach(hits -> assertTrue(hits.all() <= 2));
    }

    @Test
    void nothingIsFoundInNothing() {
        assertTrue(index.find("lamp", KINDS, 10).isEmpty());
        holding(card("a", "lamp"));
        assertTrue(index.find(" ", KINDS, 10).isEmpty());
    }
}
