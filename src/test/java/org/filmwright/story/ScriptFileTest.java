package org.filmwright.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filmwright.base.Failure.Refused;
import org.filmwright.base.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFileTest {
    private static final String SCENE = "INT. CAF\u00c9 - DAY\r\n\r\nElle boit un caf\u00e9 \u2026\r\n";

    @TempDir
    private Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("a.fountain"), bytes);
    }

    private static Refused refusal(Outcome<ScriptFile> outcome) {
        return assertInstanceOf(Refused.class, assertInstanceOf(Outcome.Failed.class, outcome).failure());
    }

    private void assertRefused(byte[] bytes, String... says) throws IOException {
        Path file = file(bytes);
        Refused refused = refusal(ScriptFile.readFilmable(file));
        assertTrue(refused.what().contains(file.toString()), refused.what());
        for (String words : says) {
            assertTrue(refused.what().contains(words), refused.what());
        }
        assertTrue(refused.remedy().endsWith("."), refused.remedy());
    }

    private static ScriptFile read(Path file) {
        return ScriptFile.readFilmable(file).orElse(failure -> {
            throw new AssertionError(failure.what());
        });
    }

    @Test
    void whatIsNotThereOrAFolderIsRefused() {
        assertTrue(refusal(ScriptFile.read(folder.resolve("none"))).what().startsWith("There is no file"));
        assertTrue(refusal(ScriptFile.read(folder)).what().contains("is a folder"));
    }

    @Test
    void emptyFilesAreRefused() throws IOException {
        assertRefused(new byte[0], "is empty");
        assertRefused(" \r\n\t\n".getBytes(StandardCharsets.UTF_8), "is empty");
        assertRefused("\uFEFF".getBytes(StandardCharsets.UTF_8), "is empty");
    }

    @Test
    void twoHundredMegabytesAreRefusedWithoutReadingThem() throws IOException {
        Path file = folder.resolve("noise.fountain");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(200_000_000);
        }
        assertTrue(refusal(ScriptFile.read(file)).what().contains("200,000,000 bytes"));
    }

    @Test
    void binaryDataAndOtherKindsOfFileAreRefusedByName() throws IOException {
        assertRefused("INT. A - DAY\n\nx\0y".getBytes(StandardCharsets.UTF_8), "line 3", "binary data");
        assertRefused("%PDF-1.7 and so on".getBytes(StandardCharsets.UTF_8), "line 1", "a PDF");
        assertRefused("PK\u0003\u0004".getBytes(StandardCharsets.UTF_8), "zip");
        assertRefused("<?xml version='1.0'?>\n<FinalDraft/>".getBytes(StandardCharsets.UTF_8), "Final Draft");
    }

    @Test
    void aLineOfAHundredThousandCharactersIsRefusedWithItsNumber() throws IOException {
        assertRefused(("INT. A - DAY\r\n\r\n" + "a".repeat(100_000)).getBytes(StandardCharsets.UTF_8), "line 3",
                "100,000 characters");
    }

    @Test
    void aScriptWithoutASceneHeadingCanBeReadButNotFilmed() throws IOException {
        byte[] prose = "Once upon a time.\nThe end.\n".getBytes(StandardCharsets.UTF_8);
        assertRefused(prose, "lines 1 to 2", "no scene heading");
        assertInstanceOf(Outcome.Ok.class, ScriptFile.read(file(prose)));
    }

    @Test
    void headingsWithNothingUnderThemAreRefused() throws IOException {
        assertRefused("INT. A - DAY\n\n[[later]]\n".getBytes(StandardCharsets.UTF_8), "no scene has anything");
    }

    @Test
    void latinOneIsReadWithAWarningAndWrittenBackUnchanged() throws IOException {
        byte[] bytes = SCENE.getBytes(Charset.forName("windows-1252"));
        ScriptFile script = read(file(bytes));
        assertEquals(SCENE, script.screenplay().source());
        assertEquals("encoding", script.screenplay().warnings().getFirst().code());
        assertArrayEquals(bytes, script.bytes());
    }

    @Test
    void utf16IsReadByItsMark() throws IOException {
        for (Charset charset : new Charset[]{StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            byte[] bytes = ("\uFEFF" + SCENE).getBytes(charset);
            ScriptFile script = read(file(bytes));
            assertEquals("INT. CAF\u00c9 - DAY", script.screenplay().elements().getFirst().text());
            assertArrayEquals(bytes, script.bytes());
        }
    }

    @Test
    void utf8WithAMarkIsWrittenBackUnchanged() throws IOException {
        byte[] bytes = ("\uFEFF" + SCENE).getBytes(StandardCharsets.UTF_8);
        ScriptFile script = read(file(bytes));
        assertArrayEquals(bytes, script.bytes());
        assertTrue(script.screenplay().warnings().isEmpty());
    }
}
