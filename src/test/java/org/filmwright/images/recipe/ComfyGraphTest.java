package org.filmwright.images.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ComfyUI's graphs, as they are worked on and as the editor saves them. */
class ComfyGraphTest {
    private static final String SIMPLE = """
            {"3": {"class_type": "KSampler", "is_changed": [NaN], "inputs": {"seed": 156680208700286, "steps": 20,
                "cfg": 8.0, "sampler_name": "euler", "scheduler": "karras", "denoise": 1, "model": ["10", 0],
                "positive": ["6", 0], "negative": ["7", 0], "latent_image": ["5", 0]}},
            "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "sd15.safetensors"}},
            "10": {"class_type": "LoraLoader", "inputs": {"lora_name": "fog", "model": ["4", 0], "clip": ["4", 1]}},
            "5": {"class_type": "EmptyLatentImage", "inputs": {"width": 512, "height": 768, "batch_size": 1}},
            "6": {"class_type": "CLIPTextEncode", "inputs": {"text": ["11", 0], "clip": ["10", 1]}},
            "11": {"class_type": "PrimitiveString", "inputs": {"value": "морской порт"}},
            "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "watermark", "clip": ["10", 1]}},
            "8": {"class_type": "VAEDecode", "inputs": {"samples": ["3", 0], "vae": ["4", 2]}},
            "9": {"class_type": "SaveImage", "inputs": {"filename_prefix": "ComfyUI", "images": ["8", 0]}}}""";

    @TempDir
    private Path folder;

    private Recipe of(String keyword, String json) {
        Path file = new PngBytes().international(keyword, json).pixel().into(folder.resolve("c.png"));
        return assertInstanceOf(RecipeAnswer.Found.class, RecipeReader.of(file)).recipe();
    }

    private static Recipe simple() {
        return new Recipe(Dialect.COMFY, "морской порт", "watermark",
                new Recipe.Settings(Optional.of(156680208700286L), Optional.of(new FrameSize(512, 768)),
                        Optional.of(20), Optional.of(8.0), Optional.of("euler karras"),
                        Optional.of("sd15.safetensors")));
    }

    @Test
    void wordsAndSettingsAreFoundFromTheSamplerOn() {
        assertEquals(simple(), of("prompt", SIMPLE));
    }

    @Test
    void anEnlargedPictureIsWhatItsFirstSamplerMadeOfIt() {
        String twice = SIMPLE.replace("\"samples\": [\"3\", 0]", "\"samples\": [\"20\", 0]")
                .replaceFirst("\\{", """
                        {"20": {"class_type": "KSampler", "inputs": {"seed": 1, "steps": 5, "cfg": 2,
                        "sampler_name": "ddim", "scheduler": "normal", "model": ["4", 0], "positive": ["7", 0],
                        "negative": ["6", 0], "latent_image": ["21", 0]}},
                        "21": {"class_type": "LatentUpscale", "inputs": {"width": 1024, "height": 1536,
                        "samples": ["3", 0]}},""");
        assertEquals(simple(), of("prompt", twice));
    }

    @Test
    void aControlNetKeepsTheWantedFromTheUnwanted() {
        String controlled = SIMPLE.replace("\"positive\": [\"6\", 0], \"negative\": [\"7\", 0]",
                "\"positive\": [\"30\", 0], \"negative\": [\"30\", 1]")
                .replaceFirst("\\{", """
                        {"30": {"class_type": "ControlNetApplyAdvanced", "inputs": {"strength": 1,
                        "positive": ["6", 0], "negative": ["7", 0], "control_net": ["31", 0]}},
                        "31": {"class_type": "ControlNetLoader", "inputs": {"control_net_name": "depth"}},""");
        assertEquals(simple(), of("prompt", controlled));
    }

    @Test
    void aGuidedSamplerIsSetByTheNodesAroundIt() {
        Recipe recipe = of("prompt", """
                {"13": {"class_type": "SamplerCustomAdvanced", "inputs": {"noise": ["25", 0], "guider": ["22", 0],
                    "sampler": ["16", 0], "sigmas": ["17", 0], "latent_image": ["27", 0]}},
                "25": {"class_type": "RandomNoise", "inputs": {"noise_seed": ["40", 0]}},
                "40": {"class_type": "PrimitiveInt", "inputs": {"value": 77}},
                "22": {"class_type": "BasicGuider", "inputs": {"model": ["12", 0], "conditioning": ["26", 0]}},
                "26": {"class_type": "FluxGuidance", "inputs": {"guidance": 3.5, "conditioning": ["6", 0]}},
                "6": {"class_type": "CLIPTextEncodeFlux", "inputs": {"clip_l": "ferry", "t5xxl": "a ferry at night",
                    "clip": ["11", 0]}},
                "16": {"class_type": "KSamplerSelect", "inputs": {"sampler_name": "euler"}},
                "17": {"class_type": "BasicScheduler", "inputs": {"scheduler": "simple", "steps": 25,
                    "model": ["12", 0]}},
                "12": {"class_type": "UNETLoader", "inputs": {"unet_name": "flux1-dev.safetensors"}},
                "27": {"class_type": "EmptySD3LatentImage", "inputs": {"width": 1024, "height": 576}},
                "8": {"class_type": "VAEDecode", "inputs": {"samples": ["13", 0]}},
                "9": {"class_type": "SaveImage", "inputs": {"images": ["8", 0]}}}""");
        assertEquals(new Recipe(Dialect.COMFY, "ferry\na ferry at night", "",
                new Recipe.Settings(Optional.of(77L), Optional.of(new FrameSize(1024, 576)), Optional.of(25),
                        Optional.of(3.5), Optional.of("euler simple"), Optional.of("flux1-dev.safetensors"))),
                recipe);
    }

    @Test
    void aWorkflowAsTheEditorSavesItIsReadWhereThereIsNothingElse() {
        String workflow = """
                {"last_node_id": 9, "nodes": [
                {"id": 3, "type": "KSampler", "inputs": [{"name": "model", "link": 1}, {"name": "positive", "link": 4},
                    {"name": "negative", "link": 6}, {"name": "latent_image", "link": 2}],
                    "widgets_values": [156680208700286, "randomize", 20, 8, "euler", "karras", 1]},
                {"id": 4, "type": "CheckpointLoaderSimple", "widgets_values": ["sd15.safetensors"]},
                {"id": 5, "type": "EmptyLatentImage", "widgets_values": [512, 768, 1]},
                {"id": 6, "type": "CLIPTextEncode", "inputs": [{"name": "clip", "link": 3}],
                    "widgets_values": ["морской порт"]},
                {"id": 7, "type": "Reroute", "inputs": [{"name": "", "link": 5}]},
                {"id": 12, "type": "MyWords", "inputs": [{"name": "text", "widget": {"name": "text"}, "link": null}],
                    "widgets_values": ["watermark"]},
                {"id": 8, "type": "VAEDecode", "inputs": [{"name": "samples", "link": 7}]},
                {"id": 9, "type": "SaveImage", "inputs": [{"name": "images", "link": 9}], "widgets_values": ["c"]}],
                "links": [[1, 4, 0, 3, 0, "MODEL"], [2, 5, 0, 3, 3, "LATENT"], [3, 4, 1, 6, 0, "CLIP"],
                [4, 6, 0, 3, 1, "CONDITIONING"], [5, 12, 0, 7, 0, "CONDITIONING"],
                {"id": 6, "origin_id": 7, "origin_slot": 0, "target_id": 3, "target_slot": 2},
                [7, 3, 0, 8, 0, "LATENT"], [9, 8, 0, 9, 0, "IMAGE"]]}""";
        assertEquals(simple(), of("workflow", workflow));
    }

    @Test
    void aGraphThatBitesItsOwnTailEnds() {
        String loop = SIMPLE.replace("\"6\": {\"class_type\": \"CLIPTextEncode\", \"inputs\": {\"text\": [\"11\", 0]",
                "\"6\": {\"class_type\": \"Loop\", \"inputs\": {\"again\": [\"6\", 0]");
        assertEquals("", of("prompt", loop).prompt());
    }

    @Test
    void aChainOfTenThousandNodesIsWalked() {
        StringBuilder chain = new StringBuilder(SIMPLE.replace("[\"11\", 0]", "[\"r0\", 0]"));
        chain.setLength(chain.length() - 1);
        for (int i = 0; i < 10_000; i++) {
            chain.append(",\"r")
                    .append(i)
                    .append("\":{\"class_type\":\"Reroute\",\"inputs\":{\"x\":[\"")
                    .append(i == 9_999 ? "11" : "r" + (i + 1))
                    .append("\",0]}}");
        }
        assertEquals("морской порт", of("prompt", chain.append('}').toString()).prompt());
    }

    @Test
    void aGraphWithoutASamplerIsNoRecipe() {
        Path file = new PngBytes().text("prompt", "{\"1\":{\"class_type\":\"LoadImage\",\"inputs\":{\"image\":\"x\"}}}")
                .pixel()
                .into(folder.resolve("n.png"));
        assertEquals("It holds a ComfyUI workflow, but no sampler in it whose words and settings can be followed.",
                assertInstanceOf(RecipeAnswer.Absent.class, RecipeReader.of(file)).why());
    }
}
