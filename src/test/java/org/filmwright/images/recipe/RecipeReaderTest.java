package org.filmwright.images.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes of five programs, from files built byte by byte. */
class RecipeReaderTest {
    private static final String A1111 = """
            the ferry <lora:fog:0.8>, (night:1.2),
            wet rail
            Negative prompt: blurry, text,
            six fingers
            Steps: 28, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6.5, Seed: 184220911, Size: 1344x768, \
            Model hash: abc, Model: harbour "v2", Lora hashes: "fog: 12, Steps: 9", Version: v1.10""";

    @TempDir
    private Path folder;

    private Recipe found(PngBytes png) {
        return assertInstanceOf(RecipeAnswer.Found.class, RecipeReader.of(png.pixel().into(folder.resolve("p.png"))))
                .recipe();
    }

    private static Recipe.Settings settings(long seed, int width, int height, int steps, double guidance,
            String sampler, String model) {
        return new Recipe.Settings(Optional.of(seed), Optional.of(new FrameSize(width, height)), Optional.of(steps),
                Optional.of(guidance), Optional.of(sampler), Optional.of(model));
    }

    @Test
    void theParametersOfA1111AreReadWithCommasInQuotes() {
        Recipe recipe = found(new PngBytes().text("parameters", A1111));
        assertEquals(new Recipe(Dialect.A1111, "the ferry <lora:fog:0.8>, (night:1.2),\nwet rail",
                "blurry, text,\nsix fingers",
                settings(184220911, 1344, 768, 28, 6.5, "DPM++ 2M Karras", "harbour \"v2\"")), recipe);
    }

    @Test
    void forgeSaysTheGuidanceOfADistilledModelBesideItsScaleOfOne() {
        Recipe recipe = found(new PngBytes().text("parameters",
                "a cat\nSteps: 20, Sampler: Euler, Schedule type: Automatic, CFG scale: 1, Distilled CFG Scale: 3.5,"
                        + " Seed: 7, Size: 896x1152, Model: flux1-dev"));
        assertEquals(settings(7, 896, 1152, 20, 3.5, "Euler", "flux1-dev"), recipe.settings());
    }

    @Test
    void aPromptWithoutSettingsIsAPrompt() {
        Recipe recipe = found(new PngBytes().text("parameters", "Steps to the sea\nwith rain"));
        assertEquals("Steps to the sea\nwith rain", recipe.prompt());
        assertEquals(Optional.empty(), recipe.settings().seed());
    }

    @Test
    void textIsReadInEveryScriptAndFromEveryKindOfChunk() {
        String words = "Fähre im Nebel, паром, 夜のフェリー, \uD83D\uDEA2";
        byte[] utf8 = words.getBytes(StandardCharsets.UTF_8);
        assertEquals(words, found(new PngBytes().international("parameters", words)).prompt());
        assertEquals(words, found(new PngBytes().packedInternational("parameters", utf8)).prompt());
        assertEquals(words, found(new PngBytes().text("parameters", words, StandardCharsets.UTF_8)).prompt());
        assertEquals(words, found(new PngBytes().packedText("parameters", utf8)).prompt());
    }

    @Test
    void latinTextIsLatin() {
        assertEquals("Fähre à quai", found(new PngBytes().text("parameters", "Fähre à quai")).prompt());
        assertEquals("Fähre à quai", found(new PngBytes().packedText("parameters",
                "Fähre à quai".getBytes(StandardCharsets.ISO_8859_1))).prompt());
    }

    @Test
    void textsAfterThePixelsCountAsWell() {
        Path file = new PngBytes().pixel().text("parameters", "late words").into(folder.resolve("late.png"));
        assertEquals("late words",
                assertInstanceOf(RecipeAnswer.Found.class, RecipeReader.of(file)).recipe().prompt());
    }

    @Test
    void swarmWritesJsonIntoTheParameters() {
        Recipe recipe = found(new PngBytes().text("parameters", """
                {"sui_image_params": {"prompt": "a pier", "negativeprompt": "people", "model": "sdxl/base",
                "seed": 42, "steps": 30, "cfgscale": 7.0, "aspectratio": "16:9", "width": 1344, "height": 768,
                "sampler": "dpmpp_2m", "swarm_version": "0.9"}, "sui_extra_data": {"date": "today"}}"""));
        assertEquals(new Recipe(Dialect.SWARM, "a pier", "people",
                settings(42, 1344, 768, 30, 7, "dpmpp_2m", "sdxl/base")), recipe);
    }

    @Test
    void invokeNamesItsModelInAnObject() {
        Recipe recipe = found(new PngBytes().text("invokeai_metadata", """
                {"generation_mode": "txt2img", "positive_prompt": "a lamp", "negative_prompt": null, "width": 512,
                "height": 640, "seed": 9, "cfg_scale": 5.5, "steps": 12, "scheduler": "euler_a",
                "model": {"key": "k", "hash": "h", "name": "dreamy", "base": "sd-1"}}"""));
        assertEquals(new Recipe(Dialect.INVOKE, "a lamp", "", settings(9, 512, 640, 12, 5.5, "euler_a", "dreamy")),
                recipe);
    }

    @Test
    void invokeOfOldPutsTheUnwantedInBrackets() {
        Recipe recipe = found(new PngBytes().text("sd-metadata", """
                {"model": "stable diffusion", "model_weights": "sd-1.5", "app_id": "invoke-ai/InvokeAI",
                "image": {"prompt": [{"prompt": "a lamp [ugly] at night [text]", "weight": 1.0}], "steps": 50,
                "cfg_scale": 7.5, "seed": 3, "width": 512, "height": 512, "sampler": "k_lms"}}"""));
        assertEquals("a lamp  at night", recipe.prompt());
        assertEquals("ugly, text", recipe.negative());
        assertEquals(settings(3, 512, 512, 50, 7.5, "k_lms", "sd-1.5"), recipe.settings());
    }

    @Test
    void ourOwnReceiptIsKnownBeforeTheParametersBesideIt() {
        Recipe recipe = found(new PngBytes().international("generator", "draft")
                .international("prompt", "Close-up of the hatch.")
                .international("seed", "18446744073709551615")
                .international("size", "1280x720")
                .international("staging", "0".repeat(64))
                .international("parameters", "other words\nSeed: 1, Size: 8x8, Model: x"));
        assertEquals(Dialect.FILMWRIGHT, recipe.dialect());
        assertEquals("Close-up of the hatch.", recipe.prompt());
        assertEquals("18446744073709551615", Long.toUnsignedString(recipe.settings().seed().orElseThrow()));
        assertEquals(Optional.of("draft"), recipe.settings().model());
    }

    @Test
    void aPictureWithoutTextsSaysSo() {
        Path file = new PngBytes().text("Title", "Ferry").pixel().into(folder.resolve("plain.png"));
        assertTrue(assertInstanceOf(RecipeAnswer.Absent.class, RecipeReader.of(file)).why().contains("nothing"));
    }
}
