package org.filmwright.generate.local.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.filmwright.generate.local.sample.SampleModel.Layout;
import org.filmwright.generate.local.sample.SampleModel.Vae;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples in every dialect: other names, other element types, other ranks, and what is broken on purpose. */
class SampleVariantsTest {
    @TempDir
    Path folder;

    static Stream<Arguments> dialects() {
        return Stream.of(Layout.values())
                .flatMap(layout -> Stream.of(Element.FLOAT, Element.HALF)
                        .flatMap(io -> Stream.of(false, true).map(external -> Arguments.of(layout, io, external))));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void fluxSpeaksEveryDialect(Layout layout, Element io, boolean external) throws Exception {
        SampleModel sample = SampleModel.of(Family.FLUX).layout(layout).io(io).answering(new Denoiser.Words());
        (external ? sample.external() : sample).write(folder);
        boolean trt = layout == Layout.TENSORRT;
        OnnxJavaType type = io == Element.HALF ? OnnxJavaType.FLOAT16 : OnnxJavaType.FLOAT;
        for (String text : trt ? new String[]{"clip.opt", "t5.opt"} : new String[]{"text_encoder", "text_encoder_2"}) {
            try (Forward encoder = load(text)) {
                assertEquals(layout == Layout.OPTIMUM ? OnnxJavaType.INT64 : OnnxJavaType.INT32,
                        encoder.typeOf("input_ids"));
                var answers = encoder.with("input_ids", new long[]{1, 2}, 3, 5).run();
                Forward.Answer states = answers.get(trt ? "text_embeddings" : "last_hidden_state");
                assertEquals(type, states.type());
                assertEquals(Texts.state(3, 1), states.numbers()[1], 1e-3);
            }
        }
        try (Forward transformer = load(trt ? "transformer.opt/bf16" : "transformer")) {
            assertEquals(layout == Layout.OPTIMUM ? OnnxJavaType.INT64 : OnnxJavaType.FLOAT,
                    transformer.typeOf("img_ids"));
            var answers = flux(transformer, 1).run();
            Forward.Answer answer = answers.get(
                    layout == Layout.OPTIMUM ? "out_hidden_states" : layout == Layout.OLIVE ? "sample" : "latent");
            assertEquals(type, answer.type());
            assertEquals(7, answer.numbers()[5], 1e-3);
        }
        assertVae(trt ? "vae.opt" : "vae_decoder", trt ? "latent" : "latent_sample", trt ? "images" : "sample", 16);
        String latents = trt ? "latent" : layout == Layout.OLIVE ? "latent_sample" : "latent_parameters";
        try (Forward encoder = load(trt ? "vae_encoder.opt" : "vae_encoder")) {
            Forward.Answer answer = encoder.with(trt ? "images" : "sample", new long[]{1, 3, 8, 8}, many(192, 0.5))
                    .run()
                    .get(latents);
            assertArrayEquals(new long[]{1, layout == Layout.OPTIMUM ? 32 : 16, 1, 1}, answer.shape());
            assertEquals(0.5f, answer.numbers()[2], 1e-3);
        }
    }

    @ParameterizedTest
    @CsvSource({"FLOAT,0", "FLOAT,1", "LONG,0", "LONG,1", "HALF,1", "INT,1"})
    void theTimestepComesInManyForms(Element element, int rank) throws Exception {
        SampleModel.of(Family.SD).times(element, rank).answering(new Denoiser.Time()).write(folder);
        try (Forward unet = unet(1, 4, rank == 0 ? new long[0] : new long[]{1})) {
            assertEquals(499, unet.answer().numbers()[0], 1e-3);
        }
        try (Forward unet = unet(2, 4, new long[]{1})) {
            assertArrayEquals(new long[]{2, 4, 2, 2}, unet.answer().shape(), "a scalar is taken as [1] too");
        }
    }

    @Test
    void thePredictionOfVelocitiesLeadsToTheSamePicture() throws Exception {
        SampleModel.of(Family.SD).velocity().answering(new Denoiser.Towards(0.5f)).write(folder);
        assertTrue(Files.readString(folder.resolve("scheduler/scheduler_config.json")).contains("\"v_prediction\""));
        double a = Math.sqrt(0.27766946);
        double s = Math.sqrt(1 - 0.27766946);
        try (Forward unet = unet(1, 4, new long[0])) {
            float v = unet.answer().numbers()[0];
            assertEquals(0.5, a * 2 - s * v, 1e-5, "x0 = a x - s v");
        }
    }

    @Test
    void picturesOfABatchAreAnsweredOneByOne() throws Exception {
        SampleModel.of(Family.FLUX).answering(new Denoiser.Words()).write(folder);
        try (Forward transformer = load("transformer")) {
            double[] words = many(2 * 3 * SampleModel.T5_WIDTH, 7);
            Arrays.fill(words, 3 * SampleModel.T5_WIDTH, words.length, -1);
            float[] answer = flux(transformer, 2)
                    .with("encoder_hidden_states", new long[]{2, 3, SampleModel.T5_WIDTH}, words)
                    .answer()
                    .numbers();
            assertEquals(7, answer[0], 1e-5);
            assertEquals(-1, answer[answer.length - 1], 1e-5);
        }
    }

    @Test
    void aVaeMayEmitNanInHalfAndAPictureInFull() throws Exception {
        SampleModel.of(Family.SDXL).io(Element.HALF).vae(Vae.NAN_IN_HALF).write(folder);
        try (Forward half = load("vae_decoder")) {
            Forward.Answer answer = half.with("latent_sample", new long[]{1, 4, 1, 1}, 1, 1, 1, 1).answer();
            assertTrue(Float.isNaN(answer.numbers()[0]));
            assertEquals(OnnxJavaType.FLOAT16, answer.type());
        }
        try (Forward full = new Forward(folder.resolve("vae_decoder/model_fp32.onnx"))) {
            Forward.Answer answer = full.with("latent_sample", new long[]{1, 4, 1, 1}, 1, 1, 1, 1).answer();
            assertEquals(1.1f, answer.numbers()[0], 1e-6);
            assertEquals(OnnxJavaType.FLOAT, answer.type());
        }
    }

    @Test
    void aSlowOneStopsWhenItIsAskedTo() throws Exception {
        SampleModel.of(Family.SD).answering(new Denoiser.Slow(1_000_000_000_000L)).write(folder);
        try (Forward unet = unet(1, 4, new long[0]); var options = new OrtSession.RunOptions()) {
            var running = CompletableFuture.supplyAsync(() -> {
                try {
                    return unet.run(options);
                } catch (OrtException stopped) {
                    throw new CompletionException(stopped);
                }
            });
            options.setTerminate(true);
            var stopped = assertThrows(CompletionException.class, running::join);
            assertTrue(stopped.getCause().getMessage().contains("terminate"), stopped.getCause().getMessage());
        }
    }

    @Test
    void aShortLoopEnds() throws Exception {
        SampleModel.of(Family.FLUX).answering(new Denoiser.Slow(10)).write(folder);
        try (Forward transformer = load("transformer")) {
            assertEquals(0, flux(transformer, 1).answer().numbers()[0]);
        }
    }

    @Test
    void bfloatIsNotForTheCpu() throws IOException {
        SampleModel.of(Family.SD).answering(new Denoiser.Bfloat()).write(folder);
        OrtException no = assertThrows(OrtException.class, () -> load("unet").close());
        assertEquals(OrtException.OrtErrorCode.ORT_NOT_IMPLEMENTED, no.getCode());
        assertTrue(no.getMessage().contains("MatMul"), no.getMessage());
    }

    @Test
    void aDenoiserMayEmitNan() throws Exception {
        SampleModel.of(Family.SD).answering(new Denoiser.Nan()).write(folder);
        try (Forward unet = unet(1, 4, new long[0])) {
            assertTrue(Float.isNaN(unet.answer().numbers()[0]));
        }
    }

    @Test
    void wrongChannelsAreSeenByTheRuntime() throws Exception {
        SampleModel.of(Family.SD).wrongChannels(5).write(folder);
        try (Forward unet = unet(1, 4, new long[0])) {
            OrtException no = assertThrows(OrtException.class, unet::answer);
            assertEquals(OrtException.OrtErrorCode.ORT_INVALID_ARGUMENT, no.getCode());
        }
        try (Forward unet = unet(1, 9, new long[0])) {
            assertEquals(0, unet.answer().numbers()[0]);
        }
    }

    @Test
    void theRuntimeRefusesWhatDownloadsLeaveBehind() throws IOException {
        Path clip = folder.resolve("text_encoder/model.onnx");
        SampleModel.of(Family.SD).external().write(folder);
        Faults.cut(folder.resolve("text_encoder/model.onnx_data"), 0.5);
        assertThrows(OrtException.class, () -> load("text_encoder").close());
        SampleModel.of(Family.SD).external().write(folder);
        Faults.escape(clip, "model.onnx_data");
        assertThrows(OrtException.class, () -> load("text_encoder").close());
        Faults.lfsPointer(clip);
        assertThrows(OrtException.class, () -> load("text_encoder").close());
        Faults.webPage(clip);
        assertThrows(OrtException.class, () -> load("text_encoder").close());
    }

    private void assertVae(String part, String in, String out, int channels) throws OrtException {
        try (Forward decoder = load(part)) {
            Forward.Answer picture = decoder.with(in, new long[]{1, channels, 1, 1}, many(channels, 0.5))
                    .run()
                    .get(out);
            assertArrayEquals(new long[]{1, 3, 8, 8}, picture.shape());
            assertEquals(0.55f, picture.numbers()[63], 1e-3);
        }
    }

    private Forward load(String part) throws OrtException {
        return new Forward(folder.resolve(part).resolve("model.onnx"));
    }

    private static Forward flux(Forward transformer, int batch) throws OrtException {
        return transformer.with("hidden_states", new long[]{batch, 2, 64}, many(batch * 128, 2))
                .with("encoder_hidden_states", new long[]{batch, 3, SampleModel.T5_WIDTH},
                        many(batch * 3 * SampleModel.T5_WIDTH, 7))
                .with("pooled_projections", new long[]{batch, SampleModel.CLIP_WIDTH},
                        many(batch * SampleModel.CLIP_WIDTH, 9))
                .with("timestep", new long[]{batch}, many(batch, 0.25))
                .with("txt_ids", new long[]{3, 3}, many(9, 0))
                .with("img_ids", new long[]{2, 3}, 0, 1, 2, 0, 3, 4);
    }

    private Forward unet(int batch, int channels, long[] time) throws OrtException {
        int words = Family.SD.words();
        return load("unet").with("sample", new long[]{batch, channels, 2, 2}, many(batch * channels * 4, 2))
                .with("timestep", time, 499)
                .with("encoder_hidden_states", new long[]{batch, 3, words}, many(batch * 3 * words, 7));
    }

    private static double[] many(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }
}
