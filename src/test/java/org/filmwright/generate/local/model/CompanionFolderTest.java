package org.filmwright.generate.local.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.generate.Companions.Skill;
import org.filmwright.generate.local.sample.Element;
import org.filmwright.generate.local.sample.Family;
import org.filmwright.generate.local.sample.Faults;
import org.filmwright.generate.local.sample.Graph;
import org.filmwright.generate.local.sample.SampleCompanions;
import org.filmwright.generate.local.sample.SampleModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Companions as they lie on the disk, known without being loaded. */
class CompanionFolderTest {
    private static final String[] FRAMES = {"img0", "img1", "timestep"};

    @TempDir
    private Path disk;

    private Path at(String name) {
        return disk.resolve(name);
    }

    private static CompanionFolder read(Path folder) {
        return CompanionFolder.read(folder).orElse(failure -> {
            throw new AssertionError(failure);
        });
    }

    private static <T extends CompanionFolder> T read(Path folder, Class<T> kind) {
        return assertInstanceOf(kind, read(folder));
    }

    private static Failure.Refused refused(Path folder) {
        return switch (CompanionFolder.read(folder)) {
            case Outcome.Ok<CompanionFolder>(CompanionFolder is) -> throw new AssertionError("It is " + is);
            case Outcome.Failed<CompanionFolder>(Failure why) -> assertInstanceOf(Failure.Refused.class, why);
        };
    }

    @Test
    void whatAGraphTakesAndGivesTellsWhatItIs() throws IOException {
        assertEquals("depth", read(SampleCompanions.depth(at("d"), Element.HALF, "h", "w")).does());
        assertEquals("depth", read(SampleCompanions.bakedDepth(at("b"), 14)).does());
        assertEquals("enlarges 4 times", read(SampleCompanions.enlarge(at("e"), Element.FLOAT, 4, 64, false)).does());
        assertEquals("frames between", read(SampleCompanions.between(at("r"), Element.FLOAT, FRAMES, 1)).does());
        assertEquals("frames between", read(SampleCompanions.stacked(at("s"), 7, "h", "w")).does());
        assertEquals("likeness", read(SampleCompanions.likeness(at("one"), false)).does());
        assertEquals("likeness", read(SampleCompanions.likeness(at("two"), true)).does());
        assertEquals("meaning", read(SampleCompanions.meaning(at("m"), 0, true, "last_hidden_state")).does());
        assertEquals(Skill.MEANING, read(SampleCompanions.meaning(at("n"), 8, false, "sentence_embedding")).skill());
    }

    @ParameterizedTest
    @CsvSource({"RealESRGAN_x4plus,4", "realesr-general-x4v3,4", "4x-UltraSharp,4", "RealESRGAN_x2,2", "esrgan,0",
        "x264,0", "box4,0"})
    void howManyTimesLargerItsNameTellsWhereItsGraphDoesNot(String name, int times) throws IOException {
        CompanionFolder.Enlarge model = read(SampleCompanions.enlarge(at(name), Element.FLOAT, 2, 0, false),
                CompanionFolder.Enlarge.class);
        assertEquals(times == 0 ? OptionalInt.empty() : OptionalInt.of(times), model.times());
        assertEquals(times == 0 ? "enlarges" : "enlarges " + times + " times", model.does());
    }

    @Test
    void aDepthModelIsShownPicturesAsItsFolderSays() throws IOException {
        Path anything = SampleCompanions.depth(at("depth-anything"), Element.FLOAT, "h", "w");
        Lens lens = read(anything, CompanionFolder.Depth.class).lens();
        assertEquals(new FrameSize(924, 518), lens.scaled(new FrameSize(1280, 720)));
        assertEquals(new FrameSize(518, 924), lens.scaled(new FrameSize(720, 1280)));
        assertEquals(new FrameSize(518, 14), lens.scaled(new FrameSize(9000, 20)));
        Lens midas = read(SampleCompanions.depth(at("midas"), Element.FLOAT, 384, 384), CompanionFolder.Depth.class)
                .lens();
        assertEquals(new FrameSize(384, 384), midas.scaled(new FrameSize(1280, 720)));
        assertEquals(0.5, midas.colours().mean().getFirst());
        Files.writeString(anything.resolve("preprocessor_config.json"), """
                {"size": {"height": 280, "width": 280}, "keep_aspect_ratio": false, "ensure_multiple_of": 28,
                 "image_mean": [0.1, 0.2, 0.3]}""");
        Lens told = read(anything, CompanionFolder.Depth.class).lens();
        assertEquals(new FrameSize(280, 280), told.scaled(new FrameSize(1280, 720)));
        assertEquals(0.2, told.colours().mean().get(1));
        assertEquals(0.224, told.colours().deviation().get(1));
    }

    @Test
    void ofSeveralPrecisionsTheFullOneIsTaken() throws IOException {
        Path folder = SampleCompanions.enlarge(at("up"), Element.FLOAT, 2, 0, false);
        Files.copy(folder.resolve("realesrgan.onnx"), folder.resolve("a_fp16.onnx"));
        Files.copy(folder.resolve("realesrgan.onnx"), folder.resolve("model_quantized.onnx"));
        assertEquals("realesrgan.onnx", read(folder, CompanionFolder.Enlarge.class).graph().getFileName().toString());
    }

    @Test
    void theTwoHalvesOfClipAreFoundAndHalfOfItIsNotEnough() throws IOException {
        Path folder = SampleCompanions.likeness(at("clip"), true);
        CompanionFolder.Likeness clip = read(folder, CompanionFolder.Likeness.class);
        assertEquals("vision_model.onnx", clip.pictures().getFileName().toString());
        assertEquals("text_model.onnx", clip.words().getFileName().toString());
        Files.delete(folder.resolve("onnx/text_model.onnx"));
        assertTrue(refused(folder).what().contains("only the half of CLIP that sees pictures"));
        assertTrue(refused(folder).remedy().contains("text_embeds"));
    }

    @Test
    void withoutItsVocabularyAReaderIsRefused() throws IOException {
        Path clip = SampleCompanions.likeness(at("clip"), false);
        Files.delete(clip.resolve("merges.txt"));
        assertTrue(refused(clip).what().contains("The vocabulary of clip is missing"));
        Path mini = SampleCompanions.meaning(at("mini"), 0, false, "last_hidden_state");
        Files.delete(mini.resolve("tokenizer.json"));
        assertTrue(refused(mini).what().contains("tokenizer.json is not in mini"));
    }

    @Test
    void whatIsDamagedIsNamed() throws IOException {
        Path folder = SampleCompanions.enlarge(at("up"), Element.FLOAT, 2, 0, false);
        Path graph = folder.resolve("realesrgan.onnx");
        byte[] whole = Files.readAllBytes(graph);
        Faults.lfsPointer(graph);
        assertTrue(refused(folder).what().contains("realesrgan.onnx is a Git LFS pointer"), refused(folder).what());
        Faults.webPage(graph);
        assertTrue(refused(folder).what().contains("realesrgan.onnx is a web page"), refused(folder).what());
        Files.write(graph, whole);
        Faults.cut(graph, 0.6);
        assertTrue(refused(folder).what().contains("realesrgan.onnx"), refused(folder).what());
        Files.delete(graph);
        assertTrue(refused(folder).what().contains("no .onnx file"), refused(folder).what());
        assertTrue(refused(at("nowhere")).what().contains("nowhere is not there"));
    }

    @Test
    void aPreprocessorThatSaysNonsenseIsRefused() throws IOException {
        Path folder = SampleCompanions.depth(at("depth"), Element.FLOAT, "h", "w");
        Path config = folder.resolve("preprocessor_config.json");
        for (String nonsense : new String[]{"{\"image_std\": [0, 1, 1]}", "{\"image_mean\": [1]}",
            "{\"size\": {\"height\": -3}}", "{\"size\": \"large\"}", "{", "[]"}) {
            Files.writeString(config, nonsense);
            assertTrue(refused(folder).what().startsWith("preprocessor_config.json"), nonsense);
        }
    }

    @Test
    void whatNobodyKnowsIsToldByWhatItTakesAndGives() throws IOException {
        Graph graph = new Graph("classifier");
        String in = graph.input("picture", Element.FLOAT, 1, 3, 8, 8);
        graph.output("classes", graph.reshape(in, 1, -1), Element.FLOAT, 1, 192).write(at("c").resolve("c.onnx"));
        assertEquals("c.onnx takes picture and gives classes, which is nothing that Filmwright knows.", refused(at("c"))
                .what());
        Path same = SampleCompanions.enlarge(at("same"), Element.FLOAT, 1, 64, false);
        assertTrue(refused(same).what().contains("which is nothing that Filmwright knows"));
    }

    @Test
    void aFolderOfSeveralModelsIsRefused() throws IOException {
        SampleCompanions.depth(at("both"), Element.FLOAT, "h", "w");
        SampleCompanions.stacked(at("both"), 7, "h", "w");
        assertEquals("both holds models for several things: model.onnx, rife.onnx.", refused(at("both")).what());
    }

    @Test
    void aPainterIsNoCompanionAndACompanionNoPainter() throws IOException {
        Path painter = SampleModel.of(Family.SD_TURBO).write(at("painter"));
        assertTrue(refused(painter).what().contains("painter paints pictures"));
        Path companion = SampleCompanions.stacked(at("rife"), 7, "h", "w");
        assertFalse(ModelFolder.read(companion) instanceof Outcome.Ok);
    }
}
