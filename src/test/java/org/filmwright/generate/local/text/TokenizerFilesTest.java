package org.filmwright.generate.local.text;

import static org.filmwright.generate.local.text.Vocabularies.refused;
import static org.filmwright.generate.local.text.Vocabularies.toy;
import static org.filmwright.generate.local.text.Vocabularies.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filmwright.base.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vocabularies that are missing or broken are refused by name. */
class TokenizerFilesTest {
    @TempDir
    Path model;
    private Path folder;

    @BeforeEach
    void aToy() throws IOException {
        folder = toy(Files.createDirectory(model.resolve("tokenizer_2")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            vocab.json; [1, 2]; is not a JSON object.
            vocab.json; {"l": "one"}; has no whole number for 'l'.
            vocab.json; {"l": -1}; has no whole number for 'l'.
            vocab.json; {"lo": 0, "low</w>": 1, "er</w>": 2, "<|endoftext|>": 3}; has no <|startoftext|>.
            vocab.json; {"lo": 0, "low</w>": 1, "er</w>": 2, "<|startoftext|>": 3}; has no <|endoftext|>.
            vocab.json; version https://git-lfs.github.com/spec/v1; \
            was never fetched: it is the note that Git keeps in its place.
            merges.txt; version https://git-lfs.github.com/spec/v1; \
            was never fetched: it is the note that Git keeps in its place.
            merges.txt; '#version: 0.2'; is empty.
            merges.txt; l o w; has line 1 that is not two symbols.
            merges.txt; x y; has line 1 that makes 'xy', which the vocabulary does not have.
            special_tokens_map.json; {"pad_token": 7}; has a pad_token that is not a word.
            """, delimiter = ';')
    void aBrokenFileIsRefusedByItsName(String name, String text, String why) {
        write(folder, name, text);
        assertEquals(new Failure.Misconfigured("The model's tokenizer_2/" + name + " " + why,
                "Get the model's files again."), refused(ClipTokenizer.open(folder)));
    }

    @ParameterizedTest
    @CsvSource({"vocab.json", "special_tokens_map.json"})
    void aTornFileIsRefusedByItsName(String name) {
        write(folder, name, "{\"l\": 0, \"o\"");
        String what = refused(ClipTokenizer.open(folder)).what();
        assertEquals("The model's tokenizer_2/" + name + " is not JSON", what.substring(0, what.indexOf(':')));
    }

    @ParameterizedTest
    @CsvSource({"vocab.json", "merges.txt"})
    void aMissingFileIsRefusedByItsName(String name) throws IOException {
        Files.delete(folder.resolve(name));
        assertEquals("The model's tokenizer_2/" + name + " is missing.", refused(ClipTokenizer.open(folder)).what());
    }

    @Test
    void aPadTokenThatIsNoTokenIsRefused() {
        write(folder, "special_tokens_map.json", "{\"pad_token\": \"[PAD]\"}");
        assertEquals("The model's tokenizer_2/vocab.json has no [PAD].", refused(ClipTokenizer.open(folder)).what());
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Files.write(folder.resolve("merges.txt"), new byte[]{'l', ' ', (byte) 0xff, '\n'});
        assertEquals("The model's tokenizer_2/merges.txt is not UTF-8 text.",
                refused(ClipTokenizer.open(folder)).what());
    }

    @Test
    void aTokenizerOfAnotherKindIsRefused() throws IOException {
        Files.delete(folder.resolve("vocab.json"));
        Path file = write(folder, "tokenizer.json", "{\"model\": {\"type\": \"WordPiece\", \"vocab\": {}}}");
        assertEquals("The model's tokenizer_2/tokenizer.json is not of a CLIP text encoder.",
                refused(ClipTokenizer.open(folder)).what());
        assertEquals("The model's tokenizer_2/tokenizer.json is not of a T5 text encoder.",
                refused(UnigramTokenizer.open(file)).what());
    }

    @Test
    void aMissingOrEndlessT5IsRefused() {
        Path file = folder.resolve("tokenizer.json");
        assertEquals("The model's tokenizer_2/tokenizer.json is missing.", refused(UnigramTokenizer.open(file)).what());
        write(folder, "tokenizer.json", "{\"model\": {\"type\": \"Unigram\"}, \"added_tokens\": []}");
        assertEquals("The model's tokenizer_2/tokenizer.json has no </s>.",
                refused(UnigramTokenizer.open(file)).what());
    }

    @Test
    void whatTheNativeSideCannotReadIsRefused() {
        UnigramTokenizerTest.unpackBelowTheBuild();
        Path file = write(folder, "tokenizer.json", """
                {"version": "1.0", "model": {"type": "Unigram", "unk_id": 7, "vocab": [["a", "b"]]},
                 "added_tokens": [{"id": 1, "content": "</s>"}, {"id": 0, "content": "<pad>"}]}
                """);
        Failure failure = refused(UnigramTokenizer.open(file));
        assertInstanceOf(Failure.Misconfigured.class, failure);
        assertEquals("The model's tokenizer_2/tokenizer.json could not be read",
                failure.what().substring(0, failure.what().indexOf(':')));
    }
}
