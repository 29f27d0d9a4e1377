package org.filmwright.generate.local.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every graph of the samples loads, and computes what it says. */
class SampleModelTest {
    private static final int[] IDS = {3, 5, 1023};
    private static final double[] WORDS = {3, 5, 1023};

    @TempDir
    Path folder;

    @Test
    void theTextEncodersLookIdsUp() throws Exception {
        SampleModel.of(Family.FLUX).write(folder);
        try (Forward clip = text("text_encoder/model.onnx")) {
            var answers = clip.run();
            assertEquals(List.of("last_hidden_state", "pooler_output"), List.copyOf(answers.keySet()));
            assertStates(answers.get("last_hidden_state"), SampleModel.CLIP_WIDTH, 0);
            assertEquals(Texts.pooled(IDS, 4), answers.get("pooler_output").numbers()[4], 1e-5);
        }
        try (Forward t5 = text("text_encoder_2/model.onnx")) {
            assertStates(t5.answer(), SampleModel.T5_WIDTH, 0);
        }
    }

    @Test
    void theStatesOfSdxlDifferLayerByLayer() throws Exception {
        SampleModel.of(Family.SDXL).write(folder);
        try (Forward clip = text("text_encoder/model.onnx")) {
            var answers = clip.run();
            assertStates(answers.get("hidden_states.2"), SampleModel.CLIP_WIDTH, 2);
            assertStates(answers.get("last_hidden_state"), SampleModel.CLIP_WIDTH, Texts.LAST);
        }
        try (Forward big = text("text_encoder_2/model.onnx")) {
            var answers = big.run();
            assertEquals("text_embeds", answers.keySet().iterator().next());
            assertArrayEquals(new long[]{1, SampleModel.PROJECTION}, answers.get("text_embeds").shape());
            assertEquals(Texts.embeds(IDS, 5), answers.get("text_embeds").numbers()[5], 1e-5);
            assertStates(answers.get("hidden_states.3"), SampleModel.BIG_WIDTH, 3);
            assertEquals(
                    Set.of("text_embeds", "last_hidden_state", "hidden_states.0", "hidden_states.1", "hidden_states.2",
                            "hidden_states.3", "hidden_states.4"),
                    answers.keySet());
        }
    }

    @Test
    void theTransformerAnswersAsItIsTold() throws Exception {
        assertEquals(0.3f, flux(new Denoiser.Constant(0.3f))[0], 1e-6);
        assertEquals((2 - 0.5f) / 0.25f, flux(new Denoiser.Towards(0.5f))[0], 1e-6);
        assertEquals(0.25f, flux(new Denoiser.Time())[0], 1e-6);
        assertEquals(7, flux(new Denoiser.Words())[0], 1e-5);
        assertEquals(9, flux(new Denoiser.Pooled())[0], 1e-5);
        float[] places = flux(new Denoiser.Places());
        assertEquals(1.02f, places[0], 1e-5);
        assertEquals(3.04f, places[64], 1e-5);
    }

    @Test
    void idsOfThreeDimensionsAndGuidanceAreTaken() throws Exception {
        SampleModel.of(Family.FLUX).dev().places(Element.FLOAT, 3).answering(new Denoiser.Guidance()).write(folder);
        try (Forward transformer = transformer("transformer", 3)) {
            assertEquals(3.5f, transformer.with("guidance", new long[]{1}, 3.5).answer().numbers()[0], 1e-6);
        }
        SampleModel.of(Family.FLUX).places(Element.LONG, 3).answering(new Denoiser.Places()).write(folder);
        try (Forward transformer = transformer("transformer", 3)) {
            assertEquals(1.02f, transformer.answer().numbers()[0], 1e-5);
        }
    }

    @Test
    void theUnetKnowsTheNoiseOfItsTimestep() throws Exception {
        assertEquals(0.3f, unet(Family.SD, new Denoiser.Constant(0.3f)), 1e-6);
        assertEquals(499, unet(Family.SD, new Denoiser.Time()), 1e-6);
        assertEquals(7, unet(Family.SD, new Denoiser.Words()), 1e-5);
        assertEquals(1, unet(Family.SD, new Denoiser.Half()), 1e-6);
        double a = Math.sqrt(0.27766946);
        double s = Math.sqrt(1 - 0.27766946);
        assertEquals((2 - a * 0.5) / s, unet(Family.SD_TURBO, new Denoiser.Towards(0.5f)), 1e-5);
    }

    @Test
    void theUnetOfSdxlIsToldSizesAndThatOfLcmGuidance() throws Exception {
        assertEquals(800 + 80 + 2 + 0.3 + 0.08 + 0.008, unet(Family.SDXL, new Denoiser.Sizes()), 1e-3);
        assertEquals(9, unet(Family.SDXL_TURBO, new Denoiser.Pooled()), 1e-5);
        assertEquals(4, unet(Family.LCM, new Denoiser.Guidance()), 1e-5);
    }

    @Test
    void theVaeIsLinearAndItsEncoderGoesBack() throws Exception {
        SampleModel.of(Family.SD).write(folder);
        double[] latents = new double[4 * 2 * 3];
        Arrays.setAll(latents, at -> at / 10.0);
        Forward.Answer picture;
        try (Forward decoder = new Forward(folder.resolve("vae_decoder/model.onnx"))) {
            picture = decoder.with("latent_sample", new long[]{1, 4, 2, 3}, latents).answer();
        }
        assertArrayEquals(new long[]{1, 3, 16, 24}, picture.shape());
        assertEquals(Vaes.colour(1, 0, 0.6f, 0, 1.8f), picture.numbers()[16 * 24], 1e-5);
        assertEquals(picture.numbers()[0], picture.numbers()[7 * 24 + 7]);
        assertTrue(picture.numbers()[8] > picture.numbers()[7]);
        double[] pixels = new double[picture.numbers().length];
        Arrays.setAll(pixels, at -> picture.numbers()[at]);
        try (Forward encoder = new Forward(folder.resolve("vae_encoder/model.onnx"))) {
            Forward.Answer back = encoder.with("sample", new long[]{1, 3, 16, 24}, pixels).answer();
            assertArrayEquals(new long[]{1, 8, 2, 3}, back.shape());
            assertEquals(picture.numbers()[0], back.numbers()[0], 1e-5);
            assertEquals(-30, back.numbers()[4 * 6], 1e-6);
        }
    }

    @Test
    void theTokenizerOfT5IsReadByDjl() throws IOException {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        SampleModel.of(Family.FLUX).write(folder);
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(
                folder.resolve("tokenizer_2/tokenizer.json"),
                Map.of("maxLength", "8", "padding", "MAX_LENGTH", "truncation", "true"))) {
            assertArrayEquals(new long[]{6, 4, 8, 1, 0, 0, 0, 0}, tokenizer.encode("red cats").getIds());
        }
    }

    @Test
    void clipHasTheBangAtZeroAndTheEndLast() throws IOException {
        SampleModel.of(Family.SD_TURBO).write(folder);
        Map<String, Integer> clip = Vocabularies.clip();
        assertEquals(0, clip.get("!"));
        assertEquals(clip.size() - 1, clip.get("<|endoftext|>"));
        assertTrue(clip.size() < Texts.ROWS);
        assertTrue(
                Files.readString(folder.resolve("tokenizer/special_tokens_map.json")).contains("\"pad_token\":\"!\""));
    }

    private Forward text(String part) throws OrtException {
        return new Forward(folder.resolve(part)).with("input_ids", new long[]{1, 3}, WORDS);
    }

    private static void assertStates(Forward.Answer answer, int width, float more) {
        assertArrayEquals(new long[]{1, 3, width}, answer.shape());
        for (int at = 0; at < answer.numbers().length; at++) {
            assertEquals(Texts.state(IDS[at / width], at % width) + more, answer.numbers()[at], 1e-4);
        }
    }

    private float[] flux(Denoiser answer) throws IOException, OrtException {
        SampleModel.of(Family.FLUX).answering(answer).write(folder);
        try (Forward transformer = transformer("transformer", 2)) {
            return transformer.answer().numbers();
        }
    }

    /** A state of 2, words of 7, pooled words of 9 and a timestep of a quarter, at (0,1,2) and (0,3,4). */
    private Forward transformer(String part, int rank) throws OrtException {
        return new Forward(folder.resolve(part).resolve("model.onnx"))
                .with("hidden_states", new long[]{1, 2, 64}, many(128, 2))
                .with("encoder_hidden_states", new long[]{1, 3, SampleModel.T5_WIDTH},
                        many(3 * SampleModel.T5_WIDTH, 7))
                .with("pooled_projections", new long[]{1, SampleModel.CLIP_WIDTH}, many(SampleModel.CLIP_WIDTH, 9))
                .with("timestep", new long[]{1}, 0.25)
                .with("txt_ids", rank == 2 ? new long[]{3, 3} : new long[]{1, 3, 3}, many(9, 0))
                .with("img_ids", rank == 2 ? new long[]{2, 3} : new long[]{1, 2, 3}, 0, 1, 2, 0, 3, 4);
    }

    private float unet(Family family, Denoiser answer) throws IOException, OrtException {
        SampleModel.of(family).answering(answer).write(folder);
        try (Forward unet = unet(family, new long[0])) {
            Forward.Answer all = unet.answer();
            assertArrayEquals(new long[]{1, 4, 2, 2}, all.shape());
            return all.numbers()[0];
        }
    }

    /** A state of 2, words of 7, pooled words of 9, a condition of 4 and timestep 499. */
    private Forward unet(Family family, long[] time) throws OrtException {
        Forward unet = new Forward(folder.resolve("unet/model.onnx"))
                .with("sample", new long[]{1, 4, 2, 2}, many(16, 2))
                .with("timestep", time, 499)
                .with("encoder_hidden_states", new long[]{1, 3, family.words()}, many(3 * family.words(), 7));
        if (family.isXl()) {
            unet.with("text_embeds", new long[]{1, SampleModel.PROJECTION}, many(SampleModel.PROJECTION, 9))
                    .with("time_ids", new long[]{1, 6}, 8, 8, 2, 3, 8, 8);
        }
        return family == Family.LCM
                ? unet.with("timestep_cond", new long[]{1, SampleModel.CONDITION}, many(SampleModel.CONDITION, 4))
                : unet;
    }

    private static double[] many(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }
}
