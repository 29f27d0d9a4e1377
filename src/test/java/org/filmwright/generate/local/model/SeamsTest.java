package org.filmwright.generate.local.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.sample.Element;
import org.filmwright.generate.local.sample.Family;
import org.filmwright.generate.local.sample.Graph;
import org.filmwright.generate.local.sample.SampleModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parts that were not made for each other are told apart before anything is loaded, with both shapes. */
class SeamsTest {
    @TempDir
    Path scratch;

    private Path folder;

    @BeforeEach
    void makeAFolder() throws IOException {
        folder = Files.createDirectory(scratch.toRealPath().resolve("a model"));
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void aWholeModelOfEachFamilyFits(Family family) throws IOException {
        SampleModel.of(family).write(folder);
        assertFits();
        SampleModel.of(family).layout(SampleModel.Layout.OLIVE).external().write(folder);
        assertFits();
    }

    @Test
    void olderAndOtherExportsFitToo() throws IOException {
        SampleModel.of(Family.FLUX).dev().places(Element.FLOAT, 3).io(Element.HALF).write(folder);
        assertFits();
        SampleModel.of(Family.SD).times(Element.LONG, 1).latents(8).write(folder);
        assertFits();
        Path demo = Files.createDirectory(scratch.toRealPath().resolve("demo"));
        SampleModel.of(Family.FLUX).layout(SampleModel.Layout.TENSORRT).write(demo);
        assertInstanceOf(Outcome.Ok.class, ModelFolder.read(demo));
    }

    @Test
    void aUnetOfOtherLatentsIsToldWithBothShapes() throws IOException {
        SampleModel.of(Family.SD).wrongChannels(5).write(folder);
        assertEquals("unet/model.onnx wants sample as [batch_size, 9, height, width], and would be given"
                + " [pictures, 4, height, width]: the latents of its VAE have 4 channels.", refused());
    }

    @Test
    void aUnetOfAnotherTextEncoderIsTold() throws IOException {
        SampleModel.of(Family.SD).write(folder);
        swap(Family.SDXL, "unet/model.onnx");
        assertEquals("unet/model.onnx wants encoder_hidden_states as [batch_size, sequence_length, 18], and would be"
                + " given [pictures, tokens, 8]: the text encoders give rows of 8 numbers.", refused());
    }

    @Test
    void theTwoTextEncodersOfSdxlStandBesideEachOther() throws IOException {
        SampleModel.of(Family.SDXL).write(folder);
        swap(Family.SDXL, "text_encoder/model.onnx", "text_encoder_2/model.onnx");
        assertTrue(refused().endsWith("given [pictures, tokens, 16]: the text encoders give rows of 16 numbers."));
    }

    @Test
    void aTransformerOfAnotherKindIsTold() throws IOException {
        SampleModel.of(Family.FLUX).wrongChannels(1).write(folder);
        assertEquals("transformer/model.onnx wants hidden_states as [batch_size, image_length, 68], and would be given"
                + " [pictures, patches, 64]: the latents of its VAE have 16 channels, a patch has four of them.",
                refused());
    }

    @Test
    void theRowOfTheWholeTextHasToBeThereAndToFit() throws IOException {
        SampleModel.of(Family.FLUX).write(folder);
        swap(Family.FLUX, "text_encoder_2/model.onnx", "text_encoder/model.onnx");
        assertTrue(refused().startsWith("text_encoder/model.onnx does not give the one row for a whole text"));
        SampleModel.of(Family.SDXL).write(folder);
        swap(Family.SDXL, "text_encoder/model.onnx", "text_encoder_2/model.onnx");
        graph("unet/model.onnx", unet(Element.FLOAT, 4, 16).input("text_embeds", Element.FLOAT, "b", 6));
        assertTrue(
                refused().startsWith("unet/model.onnx wants text_embeds as [b, 6], and would be given [pictures, 8]"),
                this::refused);
    }

    @Test
    void aVaeThatIsNotAsItsConfigurationSaysIsTold() throws IOException {
        SampleModel.of(Family.SD).write(folder);
        swap(Family.FLUX, "vae_decoder/model.onnx");
        assertEquals("vae_decoder/model.onnx wants latent_sample as [batch_size, 16, latent_height, latent_width],"
                + " and would be given [pictures, 4, height, width]: the configuration of its VAE says 4 channels.",
                refused());
        SampleModel.of(Family.SD).write(folder);
        swap(Family.FLUX, "vae_encoder/model.onnx");
        assertTrue(refused().contains("gives latent_parameters as [batch_size, 32, latent_height, latent_width], and"
                + " [pictures, 4, height, width] or [pictures, 8, height, width] is read of it"), this::refused);
    }

    @Test
    void anEncoderInThePlaceOfADecoderIsTold() throws IOException {
        SampleModel.of(Family.SD).write(folder);
        swap(Family.SD, "vae_encoder/model.onnx", "vae_decoder/model.onnx");
        assertTrue(refused().startsWith("vae_decoder/model.onnx wants sample as [batch_size, 3, height, width]"));
    }

    @Test
    void inputsThatNobodyFeedsAndNumbersThatNobodyHasAreTold() throws IOException {
        SampleModel.of(Family.SD).write(folder);
        graph("unet/model.onnx", unet(Element.FLOAT, 4, 8).input("controlnet", Element.FLOAT, "b", 4));
        assertEquals("unet/model.onnx wants inputs that Filmwright does not know: controlnet.", refused());
        graph("unet/model.onnx", unet(Element.BOOL, 4, 8));
        assertEquals("unet/model.onnx wants sample in numbers of a type that Filmwright cannot give it.", refused());
        graph("unet/model.onnx", new Wide(new Graph("unet")).input("sample", Element.FLOAT, "b", 4, "h", "w"));
        assertEquals("unet/model.onnx has no input 'timestep'; it has: sample.", refused());
        graph("unet/model.onnx", new Wide(new Graph("unet")).input("sample", Element.FLOAT, "b", 4, "h"));
        assertTrue(refused().startsWith("unet/model.onnx wants sample as [b, 4, h], and would be given"));
    }

    @Test
    void aGuidanceThatTheConfigurationDoesNotKnowIsTold() throws IOException {
        SampleModel.of(Family.LCM).write(folder);
        Path config = folder.resolve("unet/config.json");
        Files.writeString(config, Files.readString(config)
                .replace("\"time_cond_proj_dim\": 16",
                        "\"time_cond_proj_dim\": null"));
        assertTrue(refused().endsWith("unet/config.json has no time_cond_proj_dim."), this::refused);
    }

    private record Wide(Graph graph) {
        Wide input(String name, Element element, Object... dims) {
            graph.input(name, element, dims);
            return this;
        }
    }

    private static Wide unet(Element element, int channels, int width) {
        Wide unet = new Wide(new Graph("unet"));
        unet.input("sample", element, "b", channels, "h", "w").input("timestep", Element.LONG);
        return unet.input("encoder_hidden_states", Element.FLOAT, "b", "n", width);
    }

    private void graph(String file, Wide graph) throws IOException {
        graph.graph().write(folder.resolve(file));
    }

    /** Puts the part of a model of another family into the place of this one's. */
    private void swap(Family family, String file) throws IOException {
        swap(family, file, file);
    }

    private void swap(Family family, String from, String to) throws IOException {
        Path other = SampleModel.of(family).write(scratch.resolve("other " + family));
        Files.copy(other.resolve(from), folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
    }

    private void assertFits() {
        if (ModelFolder.read(folder) instanceof Outcome.Failed<ModelFolder>(Failure failure)) {
            fail(failure.what());
        }
    }

    private String refused() {
        return switch (ModelFolder.read(folder)) {
            case Outcome.Ok<ModelFolder> _ -> fail("It was taken.");
            case Outcome.Failed<ModelFolder>(Failure failure) -> assertInstanceOf(Failure.Refused.class, failure)
                    .what();
        };
    }
}
