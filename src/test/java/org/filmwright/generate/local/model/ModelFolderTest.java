package org.filmwright.generate.local.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.model.ModelFolder.Layout;
import org.filmwright.generate.local.model.ModelFolder.Precision;
import org.filmwright.generate.local.sample.Element;
import org.filmwright.generate.local.sample.Family;
import org.filmwright.generate.local.sample.Faults;
import org.filmwright.generate.local.sample.SampleModel;
import org.filmwright.generate.local.sample.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What model folders are read as, and how damaged ones are told. */
class ModelFolderTest {
    @TempDir
    Path scratch;

    private Path folder;

    @BeforeEach
    void makeAFolder() throws IOException {
        folder = Files.createDirectory(scratch.toRealPath().resolve("a model"));
    }

    @Test
    void fluxIsReadFromItsFolders() throws IOException {
        ModelFolder model = read(SampleModel.of(Family.FLUX));
        assertEquals(ModelFolder.Family.FLUX, model.family());
        assertEquals(Layout.DIFFUSERS, model.layout());
        assertEquals(new ModelFolder.Vae(0.3611, 0.1159, 16, 8, true), model.settings().vae());
        assertEquals(new ModelFolder.Denoiser(64, false, OptionalInt.empty()), model.settings().denoiser());
        assertEquals(SampleModel.CLIP_LENGTH, model.settings().clipLength());
        assertEquals("FlowMatchEulerDiscreteScheduler", model.scheduler().path("_class_name").asText());
        assertEquals(List.of("text_encoder", "text_encoder_2", "transformer", "vae_decoder", "vae_encoder"),
                model.parts().all().map(ModelFolder.Part::name).toList());
        assertEquals(Optional.of(folder.resolve("tokenizer_2")), model.parts().tokenizer2());
        assertEquals(Optional.of(folder.resolve("LICENSE")), model.licence());
    }

    @Test
    void fluxDevTellsItsGuidance() throws IOException {
        ModelFolder model = read(SampleModel.of(Family.FLUX).dev());
        assertTrue(model.settings().denoiser().guidanceEmbeds());
        assertTrue(model.scheduler().path("use_dynamic_shifting").asBoolean());
    }

    @ParameterizedTest
    @CsvSource({"SD,STABLE_DIFFUSION,0.18215", "SD_TURBO,STABLE_DIFFUSION,0.18215", "SDXL,SDXL,0.13025",
        "SDXL_TURBO,SDXL,0.13025", "LCM,LATENT_CONSISTENCY,0.18215"})
    void theOthersAreReadWithTheNumbersOfTheirFamilies(Family sample, ModelFolder.Family family, double scaling)
            throws IOException {
        ModelFolder model = read(SampleModel.of(sample));
        boolean xl = family == ModelFolder.Family.SDXL;
        assertEquals(family, model.family());
        assertEquals(new ModelFolder.Vae(scaling, 0, 4, 8, xl), model.settings().vae());
        assertEquals(xl, model.zerosForEmptyPrompt());
        assertEquals(xl, model.parts().text2().isPresent());
        assertEquals(sample == Family.LCM ? OptionalInt.of(SampleModel.CONDITION) : OptionalInt.empty(),
                model.settings().denoiser().conditionWidth());
    }

    @Test
    void theFoldersOfTensorRtNeedNoConfiguration() throws IOException {
        ModelFolder model = read(SampleModel.of(Family.FLUX).layout(SampleModel.Layout.TENSORRT));
        assertEquals(Layout.TENSORRT, model.layout());
        assertEquals("transformer.opt/bf16", model.parts().denoiser().name());
        assertEquals(Precision.BFLOAT, model.parts().denoiser().precision());
        assertEquals(new ModelFolder.Vae(0.3611, 0.1159, 16, 8, true), model.settings().vae());
        assertEquals(64, model.settings().denoiser().channels());
        assertEquals(Optional.empty(), model.parts().tokenizer());
        assertEquals(1.0, model.scheduler().path("shift").asDouble());
        assertFalse(model.zerosForEmptyPrompt());
    }

    @Test
    void weightsBesideAGraphAreItsSize() throws IOException {
        ModelFolder light = read(SampleModel.of(Family.SD));
        ModelFolder same = read(SampleModel.of(Family.SD).external());
        long graph = Files.size(folder.resolve("text_encoder/model.onnx"));
        long weights = Files.size(folder.resolve("text_encoder/model.onnx_data"));
        assertEquals(Texts.ROWS * SampleModel.CLIP_WIDTH * 4, weights, "the table lies beside it");
        assertEquals(graph + weights, same.parts().text().bytes());
        assertEquals(light.parts().text().bytes(), same.parts().text().bytes(), 1024);
        assertEquals(same.parts().all().mapToLong(ModelFolder.Part::bytes).sum(), same.bytes());
    }

    @Test
    void aVaeInFullPrecisionBesideItIsKnown() throws IOException {
        ModelFolder model = read(SampleModel.of(Family.SDXL).io(Element.HALF).vae(SampleModel.Vae.NAN_IN_HALF));
        assertEquals(Optional.of(folder.resolve("vae_decoder/model_fp32.onnx")), model.parts().decoder().full());
        assertEquals(Optional.empty(), model.parts().denoiser().full());
    }

    @Test
    void aGraphOfAnotherNameTellsItsPrecision() throws IOException {
        SampleModel.of(Family.SD).write(folder);
        Files.move(folder.resolve("unet/model.onnx"), folder.resolve("unet/model_fp16.onnx"));
        assertEquals(Precision.HALF, read(folder).parts().denoiser().precision());
        assertEquals(Precision.UNTOLD, read(folder).parts().text().precision());
    }

    @Test
    void whatTheConfigurationSaysGoesBeforeWhatItsFamilyHas() throws IOException {
        SampleModel.of(Family.FLUX).latents(6).write(folder);
        change("vae_decoder/config.json", "0.1159", "0.25");
        ModelFolder model = read(folder);
        assertEquals(new ModelFolder.Vae(0.3611, 0.25, 6, 8, true), model.settings().vae());
        assertEquals(24, model.settings().denoiser().channels());
    }

    @Test
    void aModelWithoutItsEncoderHasNoImageToImage() throws IOException {
        assertEquals(Optional.empty(), read(SampleModel.of(Family.SD).without("vae_encoder")).parts().encoder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text_encoder", "text_encoder_2", "transformer", "vae_decoder", "tokenizer", "tokenizer_2",
        "scheduler"})
    void aMissingPartIsNamed(String part) throws IOException {
        SampleModel.of(Family.FLUX).without(part).write(folder);
        refused(part + "/", "missing");
    }

    @Test
    void anUnknownPipelineIsRefusedWithItsName() throws IOException {
        SampleModel.of(Family.FLUX).write(folder);
        change("model_index.json", "FluxPipeline", "KandinskyPipeline");
        refused("model_index.json", "KandinskyPipeline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model_index.json", "scheduler/scheduler_config.json", "vae_decoder/config.json",
        "transformer/config.json", "text_encoder/config.json"})
    void brokenJsonIsNamed(String config) throws IOException {
        SampleModel.of(Family.FLUX).write(folder);
        Faults.cut(folder.resolve(config), 0.5);
        refused(config, "broken JSON");
        Files.writeString(folder.resolve(config), "[]");
        refused(config, "no JSON object");
        Files.writeString(folder.resolve(config), "[".repeat(100_000));
        refused(config, "broken JSON");
        Files.writeString(folder.resolve(config), " ".repeat(2_000_000));
        refused(config, "too large");
    }

    @Test
    void numbersOutOfAllReasonAreRefused() throws IOException {
        SampleModel.of(Family.FLUX).write(folder);
        change("vae_decoder/config.json", "\"latent_channels\": 16", "\"latent_channels\": -16");
        refused("vae_decoder/config.json", "latent_channels");
        change("vae_decoder/config.json", "\"latent_channels\": -16", "\"latent_channels\": \"many\"");
        refused("vae_decoder/config.json", "latent_channels");
        SampleModel.of(Family.FLUX).write(folder);
        change("vae_decoder/config.json", "0.3611", "0");
        refused("vae_decoder/config.json", "scaling_factor");
        SampleModel.of(Family.FLUX).write(folder);
        change("model_index.json", "\"FluxPipeline\"", "null");
        refused("model_index.json", "_class_name");
    }

    @Test
    void whatDownloadsLeaveBehindIsRefused() throws IOException {
        Path unet = folder.resolve("unet/model.onnx");
        SampleModel.of(Family.SD).write(folder);
        Faults.lfsPointer(unet);
        refused("unet/model.onnx", "Git LFS");
        Faults.webPage(unet);
        refused("unet/model.onnx", "web page");
        SampleModel.of(Family.SD).write(folder);
        Faults.cut(unet, 0.5);
        refused("unet/model.onnx", "cut off");
    }

    @Test
    void weightsThatAreCutOffMissingOrElsewhereAreRefused() throws IOException {
        Path weights = folder.resolve("text_encoder/model.onnx_data");
        SampleModel.of(Family.SD).external().write(folder);
        Faults.cut(weights, 0.9);
        refused("model.onnx_data of text_encoder/model.onnx", "cut off");
        Files.delete(weights);
        refused("model.onnx_data of text_encoder/model.onnx", "missing");
        Faults.escape(folder.resolve("text_encoder/model.onnx"), "model.onnx_data");
        refused("text_encoder/model.onnx", "outside");
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed() throws IOException {
        SampleModel.of(Family.SD).write(folder);
        Files.move(folder.resolve("unet"), scratch.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("unet"), scratch.resolve("elsewhere").toRealPath());
        refused("unet", "leads out");
        Files.delete(folder.resolve("unet"));
        Files.move(scratch.resolve("elsewhere"), folder.resolve("unet"));
        Files.move(folder.resolve("model_index.json"), scratch.resolve("index.json"));
        Files.createSymbolicLink(folder.resolve("model_index.json"), scratch.resolve("index.json").toRealPath());
        refused("model_index.json", "leads out");
    }

    @Test
    void weightsForPythonAloneAreRefusedBecauseOnlyOnnxCanBeUsed() throws IOException {
        Files.createDirectories(folder.resolve("unet"));
        Files.writeString(folder.resolve("unet/diffusion_pytorch_model.safetensors"), "weights");
        Failure.Refused why = refused("diffusion_pytorch_model.safetensors", "Python");
        assertTrue(why.remedy().contains("Only ONNX can be used"), why.remedy());
    }

    @Test
    void aFolderOfSomethingElseIsRefused() throws IOException {
        refused("no .onnx file", "a model");
        SampleModel.of(Family.SD).write(folder);
        Files.delete(folder.resolve("model_index.json"));
        refused("model_index.json", "not known");
        Files.createDirectory(folder.resolve("model_index.json"));
        refused("model_index.json", "cannot be read");
    }

    @Test
    void aFolderThatIsGoneOrAFileIsRefused() throws IOException {
        Path file = Files.writeString(scratch.resolve("film.txt"), "x");
        assertTrue(why(file).what().contains("film.txt is no folder"), why(file).what());
        assertTrue(why(scratch.resolve("gone")).what().contains("gone is not there"));
    }

    @Test
    void aTransformerForTensorRtAloneIsRefused() throws IOException {
        SampleModel.of(Family.FLUX).layout(SampleModel.Layout.TENSORRT).write(folder);
        Files.move(folder.resolve("transformer.opt/bf16"), folder.resolve("transformer.opt/fp8"));
        refused("fp8", "TensorRT");
    }

    private ModelFolder read(SampleModel sample) throws IOException {
        return read(sample.write(folder));
    }

    private static ModelFolder read(Path folder) {
        return ModelFolder.read(folder).orElse(failure -> fail(failure.what()));
    }

    private Failure.Refused refused(String... said) {
        Failure.Refused why = why(folder);
        for (String part : said) {
            assertTrue(why.what().contains(part), why.what());
        }
        assertFalse(why.remedy().isBlank());
        return why;
    }

    private static Failure.Refused why(Path folder) {
        return switch (ModelFolder.read(folder)) {
            case Outcome.Ok<ModelFolder>(ModelFolder model) -> fail("Read as " + model);
            case Outcome.Failed<ModelFolder>(Failure failure) -> (Failure.Refused) failure;
        };
    }

    private void change(String file, String from, String to) throws IOException {
        Path config = folder.resolve(file);
        String text = Files.readString(config);
        assertTrue(text.contains(from), text);
        Files.writeString(config, text.replace(from, to));
    }
}
