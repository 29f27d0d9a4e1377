package org.filmwright.generate.local.text;

import static org.filmwright.generate.local.text.Vocabularies.clip;
import static org.filmwright.generate.local.text.Vocabularies.numbers;
import static org.filmwright.generate.local.text.Vocabularies.real;
import static org.filmwright.generate.local.text.Vocabularies.toy;
import static org.filmwright.generate.local.text.Vocabularies.used;
import static org.filmwright.generate.local.text.Vocabularies.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids against the vocabulary that models have (diffusion.md 18), and what is true of any. */
class ClipTokenizerTest {
    private static final int FIRST = 49406;
    private static final int LAST = 49407;
    private static ClipTokenizer models;
    @TempDir
    Path folder;

    private static ClipTokenizer models() {
        if (models == null) {
            models = clip(real("clip"));
        }
        return models;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            a photo of a cat; 49406 320 1125 539 320 2368 49407
            hello world; 49406 3306 1002 49407
            man wearing a blue shirt; 49406 786 3309 320 1746 2523 49407
            ''; 49406 49407
            """, delimiter = ';')
    void idsAreThoseOfTheModels(String text, String ids) {
        Tokens tokens = models().encode(text, 77);
        assertArrayEquals(numbers(ids), used(tokens));
        assertEquals(77, tokens.ids().length);
        assertTrue(Arrays.stream(tokens.ids()).skip(tokens.used()).allMatch(id -> id == LAST),
                "padded with the pad token");
        assertTrue(tokens.isWhole());
    }

    @Test
    void aToyVocabularyIsMergedByRank() {
        assertArrayEquals(numbers("21 10 2 16 9 3 2 16 22"), used(clip(toy(folder)).encode("lower newer", 77)));
        assertArrayEquals(numbers("21 15 20 20 22"), used(clip(toy(folder)).encode("low xy", 77)), "x, y</w>: unknown");
    }

    @Test
    void theToyIsTheSameInOneFile(@TempDir Path other) {
        write(other, "tokenizer.json",
                """
                        {"added_tokens": [{"id": 21, "content": "<|startoftext|>"}, {"id": 22, "content": "<|endoftext|>"}],
                         "padding": {"pad_token": "l"},
                         "model": {"type": "BPE", "unk_token": "<unk>", "end_of_word_suffix": "</w>",
                           "vocab": {"l": 0, "o": 1, "w": 2, "e": 3, "n": 9, "lo": 10, "low</w>": 15, "er</w>": 16, "<unk>": 20},
                           "merges": ["l o", ["lo", "w</w>"], "e r</w>"]}}
                        """);
        Tokens tokens = clip(other).encode("lower newer low xy", 16);
        assertArrayEquals(numbers("21 10 2 16 9 3 2 16 15 20 20 22 0 0 0 0"), tokens.ids());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A Photo  of\ta\nCAF\u00c9", "  a photo of a caf\u00e9 ",
        "a\u00a0photo\u2003of\u3000a\u0085cafe\u0301"})
    void spacesCaseAndComposingMakeNoDifference(String text) {
        assertArrayEquals(models().encode("a photo of a caf\u00e9", 77).ids(), models().encode(text, 77).ids());
    }

    @Test
    void digitsStandAloneAndShortFormsArePieces() {
        ClipTokenizer clip = models();
        assertEquals(2 + 4, clip.encode("2049", 77).used());
        assertArrayEquals(used(clip.encode("it 's", 77)), used(clip.encode("it's", 77)));
        assertArrayEquals(used(clip.encode("!!! wow", 77)), used(clip.encode("!!!wow", 77)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            {"pad_token": "!"}; {"pad_token": "<|endoftext|>"}; 0
            {"pad_token": {"content": "!", "lstrip": false}}; {}; 0
            {"pad_token": null}; {"pad_token": "!"}; 0
            {}; {}; 3
            """, delimiter = ';')
    void theSpecialTokensMapSaysWhatPads(String map, String config, int pad) {
        write(folder, "vocab.json", "{\"!\": 0, \"lo\": 1, \"<|startoftext|>\": 2, \"<|endoftext|>\": 3}");
        write(folder, "merges.txt", "l o\n");
        write(folder, "special_tokens_map.json", map);
        write(folder, "tokenizer_config.json", config);
        assertArrayEquals(new int[]{2, 3, pad, pad}, clip(folder).encode("", 4).ids());
    }

    @Test
    void whatFindsNoRoomIsToldFromItsFirstToken() {
        ClipTokenizer clip = clip(toy(folder));
        Tokens tokens = clip.encode("LOW lower\n Low  Newer", 5);
        assertArrayEquals(numbers("21 15 10 2 22"), tokens.ids(), "low, lo, w");
        assertEquals("er Low Newer", tokens.cut());
        assertFalse(tokens.isWhole());
        assertEquals(5, tokens.used());
    }

    @Test
    void aTextThatJustFitsIsWhole() {
        ClipTokenizer clip = clip(toy(folder));
        assertTrue(clip.encode("low low low", 5).isWhole());
        assertTrue(clip.encode("low low low \n ", 5).isWhole());
        assertEquals("low", clip.encode("low low low low", 5).cut());
        assertEquals("low", clip.encode("low", 2).cut());
        assertTrue(clip.encode("", 2).isWhole());
        assertThrows(IllegalArgumentException.class, () -> clip.encode("", 1));
    }

    @Test
    void seventySevenTokensKeepSeventyFiveOfAText() {
        String text = "cat ".repeat(74) + "Dog A bird\u2019s nest";
        Tokens tokens = models().encode(text, 77);
        assertEquals(77, tokens.used());
        assertEquals(LAST, tokens.ids()[76]);
        assertEquals("A bird\u2019s nest", tokens.cut());
    }

    /** Composing and lower case change lengths; what is told is nevertheless what was written. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            cafe\u0301 lower; 7; lower
            cafe\u0301 lower; 6; e\u0301 lower
            cafe\u0301 lower; 5; e\u0301 lower
            \u0130 lower; 3; \u0130 lower
            low e\u0301e\u0301low; 5; e\u0301low
            low \ud83d\ude80Low; 4; \ud83d\ude80Low
            low \ud83d\ude80Low; 7; Low
            """, delimiter = ';')
    void theCutIsToldAsItWasWritten(String text, int length, String cut) {
        // Of bytes the toy knows only its letters, so that each other byte is one token: an e with an acute has two, a rocket four.
        assertEquals(cut, clip(toy(folder)).encode(text, length).cut());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n\r", "\u0000", "\ud800", "a\udc00b", "\ud83d\ude80\ud83d",
        "e\u0301\u0301\u0301",
        "\u0301", "\u200d\ufe0f", "<|endoftext|> <|startoftext|>", "\ufffe\uffff", "'s't're'",
        "\u05d0\u0628\u4e2d\ud55c"})
    void anyTextBecomesTokens(String text) {
        Tokens tokens = models().encode(text, 77);
        assertEquals(77, tokens.ids().length);
        assertEquals(FIRST, tokens.ids()[0]);
        assertEquals(LAST, tokens.ids()[tokens.used() - 1]);
        for (int i = 1; i < tokens.used() - 1; i++) {
            assertTrue(tokens.ids()[i] >= 0 && tokens.ids()[i] < FIRST, "no mark within a text");
        }
        assertTrue(tokens.isWhole());
    }

    @Test
    void manyWordsAndLongWordsAreCut() {
        ClipTokenizer clip = models();
        assertEquals(10_000 - 75, clip.encode("cat ".repeat(10_000), 77).cut().split(" ").length);
        String word = "xq".repeat(100_000);
        String cut = clip.encode(word, 77).cut();
        assertTrue(cut.length() > 199_000 && word.endsWith(cut));
        assertEquals(77, clip.encode("!".repeat(100_000), 77).ids().length);
    }
}
