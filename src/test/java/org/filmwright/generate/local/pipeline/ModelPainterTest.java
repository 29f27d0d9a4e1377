package org.filmwright.generate.local.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.noise.TorchNoise;
import org.filmwright.generate.local.sample.Denoiser;
import org.filmwright.generate.local.sample.Element;
import org.filmwright.generate.local.sample.Family;
import org.filmwright.generate.local.sample.SampleModel;
import org.filmwright.generate.local.sample.Vaes;
import org.filmwright.media.MediaException;
import org.filmwright.media.Still;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From noise to pixels, with models whose every number can be told beforehand (diffusion.md 17). */
class ModelPainterTest {
    private static final float X0 = 0.1f;

    @TempDir
    Path folder;
    private Studio studio;

    @BeforeEach
    void setUp() {
        studio = new Studio(folder);
    }

    static Stream<Arguments> models() {
        return Stream.of(Arguments.of("flux", Family.FLUX, SampleModel.of(Family.FLUX)),
                Arguments.of("flux dev", Family.FLUX, SampleModel.of(Family.FLUX).dev()),
                Arguments.of("flux with ids of a batch", Family.FLUX,
                        SampleModel.of(Family.FLUX).places(Element.LONG, 3)),
                Arguments.of("flux with small ids", Family.FLUX,
                        SampleModel.of(Family.FLUX).places(Element.INT, 2).ids(Element.INT)),
                Arguments.of("flux with numbers as ids", Family.FLUX,
                        SampleModel.of(Family.FLUX).places(Element.FLOAT, 3)),
                Arguments.of("flux of Olive", Family.FLUX,
                        SampleModel.of(Family.FLUX).layout(SampleModel.Layout.OLIVE)),
                Arguments.of("flux beside its weights", Family.FLUX, SampleModel.of(Family.FLUX).external()),
                Arguments.of("sd", Family.SD, SampleModel.of(Family.SD)),
                Arguments.of("sd, one timestep", Family.SD, SampleModel.of(Family.SD).times(Element.FLOAT, 1)),
                Arguments.of("sd, whole timesteps", Family.SD, SampleModel.of(Family.SD).times(Element.LONG, 1)),
                Arguments.of("sd of Olive", Family.SD, SampleModel.of(Family.SD).layout(SampleModel.Layout.OLIVE)),
                Arguments.of("sd beside its weights", Family.SD, SampleModel.of(Family.SD).external()),
                Arguments.of("sd velocity", Family.SD, SampleModel.of(Family.SD).velocity()),
                Arguments.of("sd turbo", Family.SD_TURBO, SampleModel.of(Family.SD_TURBO)),
                Arguments.of("sdxl", Family.SDXL, SampleModel.of(Family.SDXL)),
                Arguments.of("sdxl turbo", Family.SDXL_TURBO, SampleModel.of(Family.SDXL_TURBO)),
                Arguments.of("lcm", Family.LCM, SampleModel.of(Family.LCM)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aPerfectModelEndsAtItsPictureWhateverTheSeedAndTheSteps(String name, Family family, SampleModel model)
            throws Exception {
        for (int steps : List.of(2, 4)) {
            Studio.Wish wish = new Studio.Wish().steps(steps).seed(steps).guidance(0).dumped();
            studio.paint(model.answering(new Denoiser.Towards(X0)), wish);
            expectPerfect(family, wish, 1e-3);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void halfPrecisionBetweenTheGraphsGivesNearlyTheSame(String name, Family family, SampleModel model)
            throws Exception {
        Studio.Wish wish = new Studio.Wish().steps(2).guidance(0).dumped();
        studio.paint(model.io(Element.HALF).answering(new Denoiser.Towards(X0)), wish);
        expectPerfect(family, wish, 2e-2);
    }

    @Test
    void aConstantAnswerEndsWhereTheFormulaSaysInAnyNumberOfSteps() throws Exception {
        float[] noise = new float[16 * 4 * 8];
        new TorchNoise(7).fill(noise);
        for (int steps : List.of(1, 3, 4)) {
            studio.paint(SampleModel.of(Family.FLUX).answering(new Denoiser.Constant(0.25f)), new Studio.Wish().seed(7)
                    .steps(steps)
                    .dumped());
            JsonNode dump = dump();
            for (int i = 0; i < noise.length; i++) {
                assertEquals(noise[i] - 0.25f, dump.get("finalLatent").get(i).floatValue(), 1e-5f);
            }
        }
    }

    @Test
    void whatIsDumpedIsWhatWasDone() throws Exception {
        studio.paint(SampleModel.of(Family.FLUX).answering(new Denoiser.Constant(0.5f)), new Studio.Wish().steps(4)
                .dumped());
        JsonNode dump = dump();
        assertEquals("[1000.0,750.0,500.0,250.0]", dump.get("timesteps").toString());
        assertEquals("[1.0,0.75,0.5,0.25,0.0]", dump.get("sigmas").toString());
        assertEquals("[1,16,4,8]", dump.get("finalLatentShape").toString());
        assertEquals(4, dump.get("latentSumAfterStep").size());
        double first = dump.get("latentSumAfterStep").get(0).doubleValue();
        double last = dump.get("latentSumAfterStep").get(3).doubleValue();
        assertEquals(-0.75 * 0.5 * 16 * 32, last - first, 1e-3);
    }

    @Test
    void patchesOfFluxKnowTheirPlaces() throws Exception {
        studio.paint(SampleModel.of(Family.FLUX).answering(new Denoiser.Places()), new Studio.Wish().steps(1).dumped());
        float[] noise = new float[16 * 4 * 8];
        new TorchNoise(1).fill(noise);
        JsonNode latent = dump().get("finalLatent");
        for (int c = 0; c < 16; c++) {
            for (int y = 0; y < 4; y++) {
                for (int x = 0; x < 8; x++) {
                    int at = (c * 4 + y) * 8 + x;
                    assertEquals(y / 2 + x / 2 / 100f, noise[at] - latent.get(at).floatValue(), 1e-4, y + "," + x);
                }
            }
        }
    }

    @Test
    void guidanceLeadsAwayFromWhatIsNotWanted() throws Exception {
        SampleModel model = SampleModel.of(Family.SD_TURBO).answering(new Denoiser.Words());
        double with = latentSum(model, "a red cat", "", 0);
        double without = latentSum(model, "dog", "", 0);
        double led = latentSum(model, "a red cat", "dog", 3);
        assertEquals(without + 3 * (with - without), led, Math.abs(led) * 1e-3 + 1e-2);
        assertTrue(Math.abs(with - led) > 1, "it made a difference");
    }

    @Test
    void sdxlReadsTheStatesBeforeTheLastAndItsSize() throws Exception {
        studio.paint(SampleModel.of(Family.SDXL).answering(new Denoiser.Sizes()), new Studio.Wish().steps(1)
                .guidance(0)
                .dumped());
        assertFalse(dump().get("latentSumAfterStep").get(0).isNull());
    }

    @Test
    void theSameOrderGivesTheSameBytesAndAnotherSeedAnotherPicture() throws Exception {
        SampleModel model = SampleModel.of(Family.SD_TURBO).answering(new Denoiser.Half());
        studio.paint(model, new Studio.Wish().seed(3));
        int[] first = Still.read(studio.file("picture.png")).argb();
        studio.paint(model, new Studio.Wish().seed(3));
        assertTrue(Arrays.equals(first, Still.read(studio.file("picture.png")).argb()));
        studio.paint(model, new Studio.Wish().seed(4));
        assertFalse(Arrays.equals(first, Still.read(studio.file("picture.png")).argb()));
    }

    @Test
    void aModelWhosePartsComeAndGoPaintsTheSame() throws Exception {
        for (Family family : List.of(Family.FLUX, Family.SDXL)) {
            Studio.Wish wish = new Studio.Wish().steps(2).dumped();
            studio.frugal = false;
            studio.paint(SampleModel.of(family).answering(new Denoiser.Words()), wish);
            JsonNode resident = dump();
            studio.frugal = true;
            studio.paint(SampleModel.of(family).answering(new Denoiser.Words()), wish);
            assertEquals(resident, dump(), family.toString());
        }
    }

    @Test
    void tilesAndTheWholeAreTheSamePictureWhereTheDecoderIsLinear() throws Exception {
        SampleModel model = SampleModel.of(Family.SD).answering(new Denoiser.Constant(0));
        Studio.Wish wish = new Studio.Wish().steps(1).guidance(0);
        wish.size = new FrameSize(200, 136);
        studio.paint(model, wish);
        int[] whole = Still.read(studio.file("picture.png")).argb();
        wish.tiles = OptionalInt.of(8);
        studio.paint(model, wish);
        assertEquals(0, difference(whole, Still.read(studio.file("picture.png")).argb()));
    }

    @Test
    void aPictureToStartFromIsMixedWithNoiseAsTheStrengthSays() throws Exception {
        Studio.Wish wish = new Studio.Wish().steps(4).guidance(0).dumped();
        wish.start = Optional.of(new Painter.Start(painted(0xff8040c0), 0.5));
        studio.paint(SampleModel.of(Family.FLUX).answering(new Denoiser.Constant(0)), wish);
        assertEquals("[500.0,250.0]", dump().get("timesteps").toString());
        float[] noise = new float[16 * 4 * 8];
        TorchNoise generator = new TorchNoise(1);
        generator.fill(noise); // what the encoder draws
        generator.fill(noise);
        JsonNode latents = dump().get("finalLatent");
        double[] colours = {2 * 0x80 / 255.0 - 1, 2 * 0x40 / 255.0 - 1, 2 * 0xc0 / 255.0 - 1};
        for (int i = 0; i < noise.length; i++) {
            double encoded = i / 32 < 3 ? colours[i / 32] : 0;
            double clean = (encoded - 0.1159) * 0.3611;
            assertEquals(0.5 * noise[i] + 0.5 * clean, latents.get(i).doubleValue(), 1e-4, "" + i);
        }
    }

    @Test
    void everyFamilyStartsFromAPicture() throws Exception {
        Path start = painted(0xff8040c0);
        for (Family family : Family.values()) {
            Studio.Wish wish = new Studio.Wish().steps(4).guidance(0).dumped();
            wish.start = Optional.of(new Painter.Start(start, 0.5));
            Painter.Painted painted = studio.paint(SampleModel.of(family).answering(new Denoiser.Towards(X0)), wish);
            assertEquals("0.5", painted.receipt().get("start strength"), family.toString());
            assertTrue(painted.receipt().get("start picture").matches("start.png [0-9a-f]{12}"), "no folder of ours");
            assertTrue(dump().get("timesteps").get(0).doubleValue() <= 501, family + " starts in the middle");
        }
    }

    @Test
    void aDecoderThatGivesNoNumbersIsReplacedByTheFullOneAndTold() throws Exception {
        Studio.Wish wish = new Studio.Wish().steps(2).guidance(0).dumped();
        Painter.Painted painted = studio.paint(SampleModel.of(Family.SD_TURBO)
                .vae(SampleModel.Vae.NAN_IN_HALF)
                .answering(new Denoiser.Towards(X0)), wish);
        expectPerfect(Family.SD_TURBO, wish, 1e-3);
        assertTrue(painted.notices().getFirst().contains("full precision"), painted.notices().toString());
    }

    @Test
    void aBlackPictureIsNeverWritten() throws Exception {
        Failure vae = studio.failure(SampleModel.of(Family.SD).vae(SampleModel.Vae.NAN), new Studio.Wish().steps(1));
        assertTrue(vae.what().startsWith("The decoder gave values that are no numbers"), vae.what());
        Failure steps = studio.failure(SampleModel.of(Family.FLUX).answering(new Denoiser.Nan()), new Studio.Wish()
                .steps(1));
        assertTrue(steps.what().startsWith("The model's steps gave values that are no numbers"), steps.what());
        assertFalse(Files.exists(studio.file("picture.png")));
    }

    @Test
    void whatThisDeviceCannotComputeIsNamed() throws Exception {
        Failure failure = studio.failure(SampleModel.of(Family.SD).answering(new Denoiser.Bfloat()), new Studio.Wish()
                .steps(1));
        assertTrue(failure.what().contains("MatMul"), failure.what());
    }

    @Test
    void aModelForOtherLatentsIsRefused() throws Exception {
        Failure failure = studio.failure(SampleModel.of(Family.SD).wrongChannels(1), new Studio.Wish().steps(1));
        assertTrue(failure.what().contains("[batch_size, 5, height, width]"), failure.what());
    }

    @Test
    void wordsWithoutRoomAreTold() throws Exception {
        Studio.Wish wish = new Studio.Wish().steps(1).guidance(0);
        wish.prompt = "a red cat ".repeat(40) + "at last";
        Painter.Painted painted = studio.paint(SampleModel.of(Family.SD), wish);
        assertTrue(painted.notices().getFirst().contains("at last"), painted.notices().toString());
    }

    @Test
    void sidesAreRoundedDownAndTold() throws Exception {
        Studio.Wish wish = new Studio.Wish().steps(1);
        wish.size = new FrameSize(70, 41);
        Painter.Painted painted = studio.paint(SampleModel.of(Family.FLUX), wish);
        assertEquals(new FrameSize(64, 32), Still.sizeOf(studio.file("picture.png")));
        assertEquals("This model's sides are multiples of 16: the picture is 64x32.", painted.notices().getFirst());
    }

    @Test
    void theSecondPictureWithTheSameWordsNeedsNoTextEncoder() throws Exception {
        Path model = SampleModel.of(Family.FLUX).answering(new Denoiser.Pooled()).write(folder.resolve("model"));
        Studio.Wish wish = new Studio.Wish().steps(1).dumped();
        try (Painter painter = Studio.value(studio.load(model))) {
            Studio.value(painter.paint(studio.order(wish), Progress.NONE));
        }
        String first = dump().toString();
        Path encoder = model.resolve("text_encoder_2/model.onnx");
        java.nio.file.attribute.FileTime time = Files.getLastModifiedTime(encoder);
        byte[] broken = Files.readAllBytes(encoder);
        Arrays.fill(broken, broken.length / 2, broken.length / 2 + 20, (byte) 0x55);
        try (Painter painter = Studio.value(studio.load(model))) {
            Files.write(encoder, broken);
            Files.setLastModifiedTime(encoder, time);
            Studio.value(painter.paint(studio.order(wish), Progress.NONE));
        }
        assertEquals(first, dump().toString());
    }

    private double latentSum(SampleModel model, String prompt, String negative, double guidance) throws Exception {
        Studio.Wish wish = new Studio.Wish().steps(1).guidance(guidance).dumped();
        wish.prompt = prompt;
        wish.negative = negative;
        studio.paint(model, wish);
        return dump().get("latentSumAfterStep").get(0).doubleValue();
    }

    private Path painted(int argb) throws IOException {
        int[] pixels = new int[64 * 32];
        Arrays.fill(pixels, argb);
        Path file = folder.resolve("start.png");
        new Still(new FrameSize(64, 32), pixels).writePng(file);
        return file;
    }

    private JsonNode dump() throws IOException {
        return new ObjectMapper().readTree(studio.file("latents.json").toFile());
    }

    /** Latents that are all x0, but for what the lowest level of training leaves of the noise in DDIM; pixels to match. */
    private void expectPerfect(Family family, Studio.Wish wish, double tolerance) throws Exception {
        JsonNode dump = dump();
        JsonNode latents = dump.get("finalLatent");
        float[] noise = new float[latents.size()];
        new TorchNoise(wish.seed).fill(noise);
        double first = alpha((int) dump.get("timesteps").get(0).doubleValue());
        for (int i = 0; i < noise.length; i++) {
            double left = family == Family.SD
                    ? Math.sqrt(1 - alpha(0)) * (noise[i] - Math.sqrt(first) * X0) / Math.sqrt(1 - first)
                    : 0;
            double clean = family == Family.SD ? Math.sqrt(alpha(0)) * X0 : X0;
            assertEquals(clean + left, latents.get(i).doubleValue(), tolerance, "latent " + i);
        }
        expectPixels(family, latents);
    }

    private void expectPixels(Family family, JsonNode latents) throws MediaException {
        int plane = Studio.SMALL.width() / 8 * (Studio.SMALL.height() / 8);
        float[] z = new float[4];
        for (int c = 0; c < 4; c++) {
            z[c] = (float) decoded(family, latents.get(c * plane).doubleValue());
        }
        int pixel = Still.read(studio.file("picture.png")).argb()[0];
        for (int c = 0; c < 3; c++) {
            assertEquals(Pixels.level(Vaes.colour(c, z)), pixel >> 16 - 8 * c & 0xff, 2, "colour " + c);
        }
    }

    private static double decoded(Family family, double latent) {
        return switch (family) {
            case FLUX -> latent / 0.3611 + 0.1159;
            case SDXL, SDXL_TURBO -> latent / 0.13025;
            case SD, SD_TURBO, LCM -> latent / 0.18215;
        };
    }

    /** Of Stable Diffusion's training: the product of 1 - beta up to {@code timestep}. */
    private static double alpha(int timestep) {
        double product = 1;
        for (int t = 0; t <= timestep; t++) {
            double root = Math.sqrt(.00085) + t * (Math.sqrt(.012) - Math.sqrt(.00085)) / 999;
            product *= 1 - root * root;
        }
        return product;
    }

    private static int difference(int[] a, int[] b) {
        int most = 0;
        for (int i = 0; i < a.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                most = Math.max(most, Math.abs((a[i] >> shift & 0xff) - (b[i] >> shift & 0xff)));
            }
        }
        return most;
    }
}
