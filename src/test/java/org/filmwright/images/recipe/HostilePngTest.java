package org.filmwright.images.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.filmwright.base.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged or made to do harm: a clear answer, never a crash, and little memory. */
class HostilePngTest {
    @TempDir
    private Path folder;

    private String refusal(Path file) {
        RecipeAnswer.Unreadable answer = assertInstanceOf(RecipeAnswer.Unreadable.class, RecipeReader.of(file));
        Failure.Refused refused = assertInstanceOf(Failure.Refused.class, answer.failure());
        assertTrue(refused.what().endsWith("."), refused.what());
        return refused.what();
    }

    private Path file() {
        return folder.resolve("h.png");
    }

    @Test
    void whatIsNoPngIsRefused() throws Exception {
        assertTrue(refusal(Files.writeString(file(), "hello")).contains("is not a PNG"));
        assertTrue(refusal(Files.write(file(), new byte[0])).contains("is not a PNG"));
        assertTrue(refusal(folder).contains("is a folder"));
        assertTrue(refusal(folder.resolve("none.png")).contains("There is no file"));
    }

    @Test
    void aLengthThatNoBlockCanHaveIsRefused() {
        byte[] key = "parameters\0x".getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(refusal(new PngBytes().chunk("tEXt", -5, key, 0).into(file())).contains("length"));
        assertTrue(refusal(new PngBytes().chunk("tEXt", Integer.MAX_VALUE, key, 0).into(file())).contains("damaged"));
        assertTrue(refusal(new PngBytes().chunk("IDAT", Integer.MAX_VALUE, key, 0).into(file())).contains("middle"));
    }

    @Test
    void aTextOfAnotherKeywordIsSteppedOverHoweverLarge() {
        Path file = new PngBytes().text("XML:com.adobe.xmp", "x".repeat(6 << 20))
                .text("parameters", "words")
                .pixel()
                .into(file());
        assertInstanceOf(RecipeAnswer.Found.class, RecipeReader.of(file));
    }

    @Test
    void aWrongChecksumIsRefused() {
        byte[] content = "parameters\0words".getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(refusal(new PngBytes().chunk("tEXt", content.length, content, 1).into(file())).contains("checksum"));
    }

    @Test
    void aFileCutAnywhereIsAnsweredInWords() throws Exception {
        byte[] whole = new PngBytes().international("parameters", "words").packedText("prompt", new byte[100]).bytes();
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            refusal(file());
        }
    }

    @Test
    void bombsAreNotUnpacked() {
        byte[] bomb = new byte[64 << 20];
        assertTrue(refusal(new PngBytes().packedText("parameters", bomb).into(file())).contains("unpacks to more"));
        assertTrue(refusal(new PngBytes().packedInternational("workflow", bomb).into(file())).contains("unpacks to"));
    }

    @Test
    void packedRubbishIsRefused() {
        byte[] rubbish = "parameters\0\0rubbish".getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(refusal(new PngBytes().chunk("zTXt", rubbish).into(file())).contains("cannot be unpacked"));
        byte[] strange = "parameters\0\7rubbish".getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(refusal(new PngBytes().chunk("zTXt", strange).into(file())).contains("nobody knows"));
        byte[] bare = "parameters\0".getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(refusal(new PngBytes().chunk("zTXt", bare).into(file())).contains("ends before"));
        assertTrue(refusal(new PngBytes().chunk("iTXt", bare).into(file())).contains("ends before"));
    }

    @Test
    void deepAndEndlessJsonIsNoRecipe() {
        for (String json : new String[]{"[".repeat(1 << 20), "{\"a\":".repeat(100_000),
            "{\"1\":" + "[1,".repeat(100) + "1",
            "[" + "0,".repeat(1 << 20) + "0]", "{\"seed\":" + "9".repeat(5000) + "}", "null", "\"x\"", "{", ""}) {
            Path file = new PngBytes().text("prompt", json)
                    .text("workflow", json)
                    .text("parameters", "{" + json)
                    .text("invokeai_metadata", json)
                    .text("sd-metadata", json)
                    .pixel()
                    .into(file());
            assertInstanceOf(RecipeAnswer.Absent.class, RecipeReader.of(file));
        }
    }

    /** Looked at once for every link, these two would take minutes. */
    @Test
    @Timeout(60)
    void aNodeThatIsLinkedToItselfFromEverySideIsLookedAtOnce() {
        StringBuilder links = new StringBuilder();
        StringBuilder fat = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            links.append(",\"a").append(i).append("\":[\"1\",").append(i).append(']');
            fat.append(",\"b").append(i).append("\":[\"2\",0]");
        }
        String sampler = "{\"3\":{\"class_type\":\"KSampler\",\"inputs\":{\"seed\":7,\"positive\":[\"1\",0]%s}}";
        for (String graph : new String[]{
            sampler.formatted("") + ",\"1\":{\"class_type\":\"X\",\"inputs\":{\"y\":1" + links + "}}}",
            sampler.formatted(fat) + ",\"2\":{\"class_type\":\"X\",\"inputs\":{\"y\":1}}}"}) {
            RecipeAnswer.Found found = assertInstanceOf(RecipeAnswer.Found.class,
                    RecipeReader.of(new PngBytes().text("prompt", graph).pixel().into(file())));
            assertEquals(7, found.recipe().settings().seed().orElseThrow());
        }
    }

    @Test
    void valuesOfTheWrongKindAreLeftOut() {
        Path file = new PngBytes().text("parameters", """
                {"sui_image_params": {"prompt": "a", "seed": {"x": 1}, "steps": -4, "width": 99999999999, "height": 5,
                "cfgscale": "many", "model": [], "sampler": 7}}""").pixel().into(file());
        Recipe recipe = assertInstanceOf(RecipeAnswer.Found.class, RecipeReader.of(file)).recipe();
        assertTrue(recipe.settings().seed().isEmpty() && recipe.settings().steps().isEmpty()
                && recipe.settings().size().isEmpty() && recipe.settings().guidance().isEmpty());
    }

    @Test
    void thousandsOfBlocksAreWalked() {
        PngBytes png = new PngBytes();
        for (int i = 0; i < 20_000; i++) {
            png.text("note" + i, "x").chunk("IDAT", new byte[1]);
        }
        for (int i = 0; i < 5_000; i++) {
            png.text("parameters", "words " + i);
        }
        assertEquals("words 0",
                assertInstanceOf(RecipeAnswer.Found.class, RecipeReader.of(png.into(file()))).recipe().prompt());
    }

    @Test
    void bytesChangedAtRandomAreAnswered() throws Exception {
        long seed = 20261121;
        Random random = new Random(seed);
        byte[] whole = new PngBytes().packedText("parameters", "words, Steps: 3".getBytes(StandardCharsets.UTF_8))
                .international("workflow",
                        "{\"nodes\": [{\"id\": 1, \"inputs\": [{\"link\": 1}]}], \"links\": [[1, 1, 0]]}")
                .packedInternational("prompt", "{\"1\": {\"inputs\": {\"positive\": [\"1\", 0]}}}".getBytes(
                        StandardCharsets.UTF_8))
                .chunk("IEND", new byte[0])
                .bytes();
        for (int i = 0; i < 3_000; i++) {
            byte[] changed = whole.clone();
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            assertNotNull(RecipeReader.of(Files.write(file(), changed)), "seed " + seed);
        }
    }
}
