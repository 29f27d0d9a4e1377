package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.filmwright.generate.Png;
import org.filmwright.generate.local.sample.Denoiser;
import org.filmwright.generate.local.sample.Family;
import org.filmwright.generate.local.sample.Faults;
import org.filmwright.generate.local.sample.SampleModel;
import org.filmwright.images.recipe.RecipeReader;
import org.filmwright.media.Still;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code image} with a model, its process and all. */
@ExtendWith(OwnSettings.class)
@Timeout(120)
class LocalPicturesTest {
    private static final String PROMPT = "a red cat";

    @TempDir
    private Path folder;
    private Path pictures;

    @BeforeEach
    void makeRoom() throws IOException {
        pictures = Files.createDirectory(folder.resolve("pictures"));
    }

    private Path flux(Denoiser answer) throws IOException {
        return SampleModel.of(Family.FLUX).answering(answer).write(folder.resolve("flux"));
    }

    private CommandLineRun image(Path model, Object... more) {
        Object[] words = {"image", PROMPT, "--model", model, "--size", "64x32", "--out", pictures.resolve("cat.png")};
        return CommandLineRun.of(Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray());
    }

    private CommandLineRun sized(Path model, String size) {
        return CommandLineRun.of("image", PROMPT, "--model", model, "--size", size, "--out",
                pictures.resolve("cat.png"),
                "--json");
    }

    private static CommandLineRun done(CommandLineRun run) {
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        return run;
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(pictures)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static int[] pixels(Path file) throws IOException {
        return Still.read(file).argb();
    }

    @Test
    void aPictureIsPaintedAndTellsHow() throws IOException {
        Path model = flux(new Denoiser.Half());
        JsonNode told = done(image(model, "--seed", "7", "--steps", "3", "--json")).json();
        assertEquals("flux", told.get("model").asText());
        assertEquals(3, told.get("steps").asInt());
        assertEquals("local", told.get("provider").asText());
        assertEquals("cpu", told.get("device").asText());
        assertEquals(7, told.get("seed").asLong());
        assertEquals(pictures.resolve("cat.png").toString(), told.get("files").get(0).asText());
        JsonNode picture = told.get("pictures").get(0);
        assertEquals(7, picture.get("seed").asLong());
        assertEquals("64x32", picture.get("size").asText());
        for (String stage : List.of("words", "start", "steps", "pixels", "file")) {
            assertTrue(picture.get("seconds").get(stage).asDouble(-1) >= 0, stage + " of " + picture);
            assertTrue(told.get("seconds").get(stage).asDouble(-1) >= 0, stage + " of " + told);
        }
        Map<String, String> receipt = CommandFailed.orFail(RecipeReader.receipt(pictures.resolve("cat.png")));
        assertEquals(PROMPT, receipt.get("prompt"));
        assertEquals("7", receipt.get("seed"));
        assertEquals(List.of("cat.png"), left());
    }

    @Test
    void theFirstPictureIsNotForetoldAndTheNextOneIsByTheFirst() throws IOException {
        Path model = flux(new Denoiser.Half());
        CommandLineRun first = done(sized(model, "96x32"));
        assertEquals("How long a picture takes is not measured yet on the processor at this size.",
                first.err().strip());
        assertTrue(first.json().get("expected").isNull(), first.out());
        CommandLineRun second = done(sized(model, "96x32"));
        assertTrue(second.err()
                .strip()
                .matches(
                        "A picture takes about \\d+ s on the processor, measured here at (less than )?[\\d.]+ s a step\\."),
                second.err());
        assertTrue(second.json().get("expected").asDouble() > 0, second.out());
        assertTrue(done(sized(model, "112x32")).err().contains("not measured yet"), "of another size");
    }

    @Test
    void theMemoryThatWasPromisedStandsBesideTheMemoryThatWasHeld() throws IOException {
        CommandLineRun run = done(image(flux(new Denoiser.Half()), "--json"));
        JsonNode memory = run.json().get("pictures").get(0).get("memory");
        Map<String, String> receipt = CommandFailed.orFail(RecipeReader.receipt(pictures.resolve("cat.png")));
        for (String what : List.of("promise", "peak")) {
            assertTrue(memory.get(what).asText().matches("\\d+\\.\\d GB of memory"), memory.get(what).asText());
            assertEquals(memory.get(what).asText(), receipt.get(what));
        }
        assertTrue(memory.get("plan").asText().contains("Free: no graphics card"), memory.get("plan").asText());
        String told = done(image(folder.resolve("flux"), "--verbose")).err();
        assertTrue(told.contains("Weights: text encoders") && told.contains("Plan: ")
                && told.contains("At its highest it held"), told);
    }

    @Test
    void severalPicturesAreThoseOfTheirSeeds() throws IOException {
        Path model = flux(new Denoiser.Half());
        JsonNode told = done(image(model, "--seed", "40", "--count", "3", "--json")).json();
        assertEquals(List.of(40L, 41L, 42L), StreamSupport.stream(told.get("pictures").spliterator(), false)
                .map(file -> file.get("seed").asLong())
                .toList());
        assertEquals(List.of("cat-1.png", "cat-2.png", "cat-3.png"), left());
        List<int[]> several = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            several.add(pixels(pictures.resolve("cat-" + i + ".png")));
        }
        for (int i : List.of(0, 2)) {
            done(image(model, "--seed", 40 + i));
            assertArrayEquals(pixels(pictures.resolve("cat.png")), several.get(i));
        }
        assertFalse(Arrays.equals(several.get(0), several.get(1)));
    }

    @Test
    void theNumbersOfItsMakingAreWritten() throws IOException {
        Path dump = pictures.resolve("latents.json");
        done(image(flux(new Denoiser.Constant(0.25f)), "--steps", "4", "--count", "2", "--dump-latents", dump));
        JsonNode told = new ObjectMapper().readTree(dump.toFile());
        assertArrayEquals(new double[]{1000, 750, 500, 250}, numbers(told.get("timesteps")), 1e-9);
        assertArrayEquals(new double[]{1, 0.75, 0.5, 0.25, 0}, numbers(told.get("sigmas")), 1e-9);
        assertArrayEquals(new double[]{1, 16, 4, 8}, numbers(told.get("finalLatentShape")));
        double[] latent = numbers(told.get("finalLatent"));
        double[] sums = numbers(told.get("latentSumAfterStep"));
        assertEquals(16 * 4 * 8, latent.length);
        assertEquals(4, sums.length);
        assertEquals(Arrays.stream(latent).sum(), sums[3], 1e-2);
        assertEquals(-0.0625 * latent.length, sums[3] - sums[2], 1e-2);
        assertEquals(List.of("cat-1.png", "cat-2.png", "latents.json"), left());
    }

    @Test
    void numbersThatHaveNoPlaceAreRefusedBeforeAnythingIsPainted() throws IOException {
        CommandLineRun run = image(flux(new Denoiser.Half()), "--dump-latents", folder.resolve("none/latents.json"));
        assertEquals(ExitCode.REFUSED, run.exitCode());
        assertTrue(run.err().contains("none") && run.err().contains("Nothing was made"), run.err());
        assertEquals(List.of(), left());
    }

    /** The second picture has no room: a folder stands in its place. */
    @Test
    void picturesThatWereMadeBeforeAFailureAreKeptAndTold() throws IOException {
        Files.createFile(Files.createDirectory(pictures.resolve("cat-2.png")).resolve("in the way"));
        CommandLineRun run = image(flux(new Denoiser.Half()), "--count", "3");
        assertEquals(ExitCode.FAILED, run.exitCode(), run.err());
        assertTrue(run.err().contains("1 of 3 pictures were made and kept"), run.err());
        assertTrue(run.err().contains("Nothing half-written was kept"), run.err());
        assertEquals(List.of("cat-1.png", "cat-2.png"), left());
    }

    @Test
    void aReceiptThatSaysTooLittleIsNoMistakeOfOurs() throws IOException {
        Path picture = pictures.resolve("strange.png");
        Map<String, String> texts = Map.of("generator", "local:flux", "model", "flux", "seed", "1", "steps", "many",
                "prompt", PROMPT, "size", "64x32");
        Files.write(picture, Png.bytes(new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB), texts));
        CommandLineRun run = CommandLineRun.of("image", "replay", picture);
        assertEquals(ExitCode.REFUSED, run.exitCode(), run.err());
        assertTrue(run.err().contains("many") && run.err().contains("Nothing was compared"), run.err());
    }

    private static double[] numbers(JsonNode array) {
        return IntStream.range(0, array.size()).mapToDouble(i -> array.get(i).asDouble()).toArray();
    }

    @Test
    void aPictureIsPaintedAgainAndTheSameUnlessItsModelChanged() throws IOException {
        Path model = flux(new Denoiser.Towards(0.2f));
        Path picture = pictures.resolve("cat.png");
        done(image(model, "--seed", "3"));
        assertEquals("identical", replayed(picture, model, ExitCode.DONE).get("verdict").asText());
        flux(new Denoiser.Towards(0.203f));
        JsonNode close = replayed(picture, model, ExitCode.DONE);
        assertEquals("visually same", close.get("verdict").asText(), close.toString());
        assertTrue(close.get("psnr").asDouble() >= 40, close.toString());
        flux(new Denoiser.Towards(-0.6f));
        JsonNode changed = replayed(picture, model, ExitCode.FAILED);
        assertEquals("changed", changed.get("verdict").asText());
        assertTrue(changed.get("psnr").asDouble() < 40, changed.toString());
        assertEquals(List.of("cat.png"), left());
    }

    private static JsonNode replayed(Path picture, Path model, int exitCode) throws IOException {
        CommandLineRun run = CommandLineRun.of("image", "replay", picture, "--model", model, "--json");
        assertEquals(exitCode, run.exitCode(), run.err());
        return run.json();
    }

    @Test
    void aModelThatIsGoneIsMissedByName() throws IOException {
        Path model = flux(new Denoiser.Half());
        done(image(model));
        CommandLineRun again = CommandLineRun.of("image", "replay", pictures.resolve("cat.png"));
        assertEquals(ExitCode.MISSING_SETUP, again.exitCode());
        assertTrue(again.err().contains("flux") && again.err().contains("--model"), again.err());
    }

    /** Damages a model, and says what has to be told of it. */
    private interface Damage {
        void to(Path model) throws IOException;
    }

    private void refused(SampleModel model, Damage damage, String... words) throws IOException {
        Path at = model.write(Files.createTempDirectory(folder, "model"));
        damage.to(at);
        CommandLineRun run = image(at, "--dump-latents", pictures.resolve("latents.json"));
        assertTrue(List.of(ExitCode.REFUSED, ExitCode.MISSING_SETUP).contains(run.exitCode()), run.toString());
        for (String word : words) {
            assertTrue(run.err().contains(word), "no '" + word + "' in: " + run.err());
        }
        assertFalse(run.err().contains("Exception") || run.err().contains("mistake of Filmwright"), run.err());
        assertEquals(List.of(), left());
    }

    private static SampleModel sound() {
        return SampleModel.of(Family.FLUX);
    }

    @Test
    void filesThatWereNotDownloadedAreNamed() throws IOException {
        refused(sound(), model -> Faults.lfsPointer(model.resolve("transformer/model.onnx")),
                "transformer/model.onnx", "LFS");
        refused(sound(), model -> Faults.webPage(model.resolve("vae_decoder/model.onnx")), "vae_decoder/model.onnx",
                "web page");
        refused(sound().external(), model -> Faults.cut(model.resolve("text_encoder_2/model.onnx_data"), 0.5),
                "model.onnx_data of text_encoder_2", "cut off");
        refused(sound(), model -> Files.delete(model.resolve("vae_decoder/model.onnx")), "vae_decoder", "missing");
        refused(sound(), model -> Files.delete(model.resolve("tokenizer_2/tokenizer.json")),
                "tokenizer_2/tokenizer.json");
    }

    @Test
    void whatAModelCannotComputeIsSaid() throws IOException {
        refused(sound().answering(new Denoiser.Nan()), _ -> {}, "NaN", "Nothing was written");
        refused(sound().answering(new Denoiser.Bfloat()), _ -> {}, "MatMul", "float16 or float32");
        refused(sound().vae(SampleModel.Vae.NAN), _ -> {}, "NaN", "VAE decoder in float32");
        refused(sound().wrongChannels(4), _ -> {}, "transformer/model.onnx", "image_length, 80]",
                "from one export");
        refused(SampleModel.of(Family.SD_TURBO).wrongChannels(4), _ -> {}, "unet/model.onnx", "[batch_size, 8,",
                "from one export");
    }

    @Test
    void aDeviceThatIsNotThereIsNamed() throws IOException {
        CommandLineRun none = image(flux(new Denoiser.Half()), "--device", "abacus");
        assertEquals(ExitCode.MISSING_SETUP, none.exitCode());
        assertTrue(none.err().contains("abacus"), none.err());
        assertEquals(List.of(), left());
    }

    @Test
    void whereACardIsMissingTheProcessorPaintsAndThatIsSaid() throws IOException {
        assumeFalse(Files.exists(Path.of("/proc/driver/nvidia/version")), "There is a card.");
        CommandLineRun run = done(image(flux(new Denoiser.Half()), "--device", "cuda:99", "--json"));
        assertEquals("cpu", run.json().get("device").asText());
        String notice = run.json().get("pictures").get(0).get("notices").get(0).asText();
        assertTrue(notice.contains("processor") && notice.contains("cuda:99"), notice);
    }
}
