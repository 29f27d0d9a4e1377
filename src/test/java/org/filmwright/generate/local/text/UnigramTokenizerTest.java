package org.filmwright.generate.local.text;

import static org.filmwright.generate.local.text.Vocabularies.numbers;
import static org.filmwright.generate.local.text.Vocabularies.real;
import static org.filmwright.generate.local.text.Vocabularies.used;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids against the vocabulary that FLUX has (diffusion.md 18); skipped where it is not shared. */
class UnigramTokenizerTest {
    private static UnigramTokenizer t5;

    @BeforeAll
    static void open() {
        unpackBelowTheBuild();
        t5 = UnigramTokenizer.open(real("t5").resolve("tokenizer.json"))
                .orElse(failure -> Assertions.fail(failure.what()));
    }

    @AfterAll
    static void close() {
        if (t5 != null) {
            t5.close();
        }
    }

    /** Tests leave nothing in the home of who runs them. */
    static void unpackBelowTheBuild() {
        System.setProperty("DJL_CACHE_DIR", Path.of("target", "djl").toAbsolutePath().toString());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            a photo of a cat; 3 9 1202 13 3 9 1712 1
            hello world; 21820 296 1
            A cat holding a sign that says hello world; 71 1712 3609 3 9 1320 24 845 21820 296 1
            ''; 1
            """, delimiter = ';')
    void idsAreThoseOfTheModels(String text, String ids) {
        Tokens tokens = t5.encode(text, 256);
        assertArrayEquals(numbers(ids), used(tokens));
        assertEquals(256, tokens.ids().length);
        assertTrue(Arrays.stream(tokens.ids()).skip(tokens.used()).allMatch(id -> id == 0), "padded with 0");
        assertTrue(tokens.isWhole());
    }

    @Test
    void theLibraryIsOfflineBeforeItIsUsed() {
        assertEquals("true", System.getProperty("ai.djl.offline"));
        assertEquals("true", System.getProperty("OPT_OUT_TRACKING"));
    }

    @Test
    void whatFindsNoRoomIsToldFromItsFirstToken() {
        Tokens tokens = t5.encode("Hello world, hello\n A  Cat", 4);
        assertEquals(4, tokens.used());
        assertEquals(1, tokens.ids()[3], "the end mark is kept");
        assertEquals("hello A Cat", tokens.cut());
        assertFalse(tokens.isWhole());
        assertEquals("hello", t5.encode("hello", 1).cut());
        assertThrows(IllegalArgumentException.class, () -> t5.encode("hello", 0));
    }

    @Test
    void theCutIsFoundBehindCharactersOfTwoHalves() {
        int rockets = t5.encode("\ud83d\ude80\ud83d\ude80\ud83d\ude80 cafe\u0301", 256).used() - 1;
        String text = "\ud83d\ude80\ud83d\ude80\ud83d\ude80 cafe\u0301 Cat holding a sign";
        assertEquals("Cat holding a sign", t5.encode(text, rockets + 1).cut());
    }

    @Test
    void aTextThatJustFitsIsWhole() {
        assertTrue(t5.encode("hello world", 3).isWhole());
        assertEquals("world", t5.encode("hello world", 2).cut());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n\r", "\u0000", "\ud800", "a\udc00b", "\ud83d\ude80\ud83d",
        "e\u0301\u0301\u0301",
        "\u0301", "\u200d\ufe0f", "\ufffe\uffff", "\u05d0\u0628\u4e2d\ud55c"})
    void anyTextBecomesTokens(String text) {
        Tokens tokens = t5.encode(text, 256);
        assertEquals(256, tokens.ids().length);
        assertEquals(1, tokens.ids()[tokens.used() - 1]);
        assertTrue(tokens.isWhole());
    }

    @Test
    void manyWordsAreCut() {
        Tokens tokens = t5.encode("cat ".repeat(10_000), 256);
        assertEquals(256, tokens.used());
        assertEquals(1, tokens.ids()[255]);
        assertTrue(tokens.cut().startsWith("cat cat"));
        assertTrue(tokens.cut().length() > 9_700 * 4);
    }
}
