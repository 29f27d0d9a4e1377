package org.filmwright.generate.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes model folders whose denoisers compute as much as a small model does and mean nothing: shapes and operations are those
 * of FLUX.1-schnell and of SD-Turbo (diffusion.md 2 to 4), all weights of a layer are one number. Some kilobytes each.
 */
public enum BenchModel {
    FLUX("bench-flux", "FluxPipeline"), UNET("bench-unet-turbo", "StableDiffusionPipeline");

    private static final int CLIP = 64;
    private static final int T5 = 128;
    private static final int WIDTH = 384;
    private static final int BLOCKS = 2;
    private static final int PATCH = 64;
    private static final int PLANES = 256;
    private static final int LAYERS = 6;

    private final String folder;
    private final String pipeline;

    BenchModel(String folder, String pipeline) {
        this.folder = folder;
        this.pipeline = pipeline;
    }

    /** @param parent where the folder of the model is made @return that folder */
    public Path write(Path parent) throws IOException {
        Path model = Files.createDirectories(parent.resolve(folder));
        put(model, "model_index.json", "{\"_class_name\": \"%s\"}".formatted(pipeline));
        encoder(CLIP).write(model.resolve("text_encoder/model.onnx"));
        clip(model);
        if (this == FLUX) {
            put(model, "scheduler/scheduler_config.json", """
                    {"_class_name": "FlowMatchEulerDiscreteScheduler", "num_train_timesteps": 1000, "shift": 1.0}""");
            encoder(T5).write(model.resolve("text_encoder_2/model.onnx"));
            put(model, "tokenizer_2/tokenizer.json", t5());
            transformer().write(model.resolve("transformer/model.onnx"));
            decoder(16).write(model.resolve("vae_decoder/model.onnx"));
        } else {
            put(model, "scheduler/scheduler_config.json", """
                    {"_class_name": "EulerDiscreteScheduler", "num_train_timesteps": 1000, "beta_start": 0.00085,
                     "beta_end": 0.012, "beta_schedule": "scaled_linear", "prediction_type": "epsilon",
                     "timestep_spacing": "trailing"}""");
            unet().write(model.resolve("unet/model.onnx"));
            decoder(4).write(model.resolve("vae_decoder/model.onnx"));
        }
        return model;
    }

    private static Sketch encoder(int width) {
        Sketch graph = new Sketch();
        String ids = graph.op("Cast", Map.of("to", Sketch.FLOAT),
                graph.input("input_ids", Sketch.LONG, "batch", "text"));
        String column = graph.op("Unsqueeze", ids, graph.longs(2));
        String states = graph.op("MatMul", column, graph.filled(0.001, 1, width));
        String pooled = graph.op("ReduceMean", Map.of("axes", new long[]{1}, "keepdims", 0), states);
        return graph.output("last_hidden_state", states, "batch", "text", width)
                .output("pooler_output", pooled, "batch", width);
    }

    /** Attention over words and patches together, then a feed-forward layer of four times the width, for each block. */
    private static Sketch transformer() {
        Sketch graph = new Sketch();
        String state = graph.input("hidden_states", Sketch.FLOAT, "batch", "patches", PATCH);
        String text = graph.input("encoder_hidden_states", Sketch.FLOAT, "batch", "text", T5);
        String pooled = graph.input("pooled_projections", Sketch.FLOAT, "batch", CLIP);
        String time = graph.input("timestep", Sketch.FLOAT, "batch");
        String words = graph.op("Add", dense(graph, text, T5, WIDTH), places(graph, "txt_ids", "text"));
        String patches = graph.op("Add", dense(graph, state, PATCH, WIDTH), places(graph, "img_ids", "patches"));
        String told = graph.op("Add", dense(graph, pooled, CLIP, WIDTH), graph.op("Unsqueeze", time, graph.longs(1)));
        String all = graph.op("Concat", Map.of("axis", 1), words, patches);
        String x = graph.op("Add", all, graph.op("Unsqueeze", told, graph.longs(1)));
        for (int block = 0; block < BLOCKS; block++) {
            x = graph.op("Add", x, attention(graph, x));
            x = graph.op("Add", x, dense(graph, silu(graph, dense(graph, x, WIDTH, 4 * WIDTH)), 4 * WIDTH, WIDTH));
        }
        String length = graph.op("Slice", graph.op("Shape", words), graph.longs(1), graph.longs(2));
        String painted = graph.op("Slice", x, length, graph.longs(Long.MAX_VALUE), graph.longs(1));
        return graph.output("out_hidden_states", dense(graph, painted, WIDTH, PATCH), "batch", "patches", PATCH);
    }

    private static String places(Sketch graph, String name, String length) {
        String ids = graph.op("Cast", Map.of("to", Sketch.FLOAT), graph.input(name, Sketch.LONG, length, 3));
        return graph.op("MatMul", ids, graph.filled(0.001, 3, WIDTH));
    }

    private static String attention(Sketch graph, String x) {
        String query = dense(graph, x, WIDTH, WIDTH);
        String key = graph.op("Transpose", Map.of("perm", new long[]{0, 2, 1}), dense(graph, x, WIDTH, WIDTH));
        String scores = graph.op("Mul", graph.op("MatMul", query, key), graph.filled(1 / Math.sqrt(WIDTH), 1));
        String looks = graph.op("Softmax", Map.of("axis", -1), scores);
        return dense(graph, graph.op("MatMul", looks, dense(graph, x, WIDTH, WIDTH)), WIDTH, WIDTH);
    }

    /** The mean, so that nothing grows or shrinks on its way. */
    private static String dense(Sketch graph, String x, int from, int to) {
        return graph.op("MatMul", x, graph.filled(1.0 / from, from, to));
    }

    private static String silu(Sketch graph, String x) {
        return graph.op("Mul", x, graph.op("Sigmoid", x));
    }

    /** Convolutions of 3 by 3, each added to what it was given. */
    private static Sketch unet() {
        Sketch graph = new Sketch();
        String sample = graph.input("sample", Sketch.FLOAT, "batch", 4, "height", "width");
        String time = graph.op("Mul", graph.input("timestep", Sketch.FLOAT), graph.filled(0.001, 1));
        String words = graph.input("encoder_hidden_states", Sketch.FLOAT, "batch", "text", CLIP);
        String mean = graph.op("ReduceMean", Map.of("axes", new long[]{1, 2}, "keepdims", 1), words);
        String told = graph.op("Add", graph.op("Unsqueeze", mean, graph.longs(3)), time);
        String x = graph.op("Add", convolved(graph, sample, 4, PLANES), told);
        for (int layer = 0; layer < LAYERS; layer++) {
            x = graph.op("Add", x, silu(graph, convolved(graph, x, PLANES, PLANES)));
        }
        return graph.output("out_sample", convolved(graph, x, PLANES, 4), "batch", 4, "height", "width");
    }

    private static String convolved(Sketch graph, String x, int from, int to) {
        Map<String, Object> form = Map.of("kernel_shape", new long[]{3, 3}, "pads", new long[]{1, 1, 1, 1});
        return graph.op("Conv", form, x, graph.filled(1.0 / (9 * from), to, from, 3, 3));
    }

    private static Sketch decoder(int channels) {
        Sketch graph = new Sketch();
        String latents = graph.input("latent_sample", Sketch.FLOAT, "batch", channels, "height", "width");
        Map<String, Object> form = Map.of("kernel_shape", new long[]{8, 8}, "strides", new long[]{8, 8});
        String pixels = graph.op("ConvTranspose", form, latents, graph.filled(1.0 / channels, channels, 3, 8, 8));
        return graph.output("sample", pixels, "batch", 3, "rows", "columns");
    }

    private static void clip(Path model) throws IOException {
        put(model, "tokenizer/vocab.json", """
                {"a": 0, "a</w>": 1, "aa</w>": 2, "<|startoftext|>": 3, "<|endoftext|>": 4}""");
        put(model, "tokenizer/merges.txt", "#version: 0.2\na a</w>\n");
    }

    private static String t5() {
        return """
                {"version": "1.0", "truncation": null, "padding": null, "normalizer": null, "post_processor": null,
                 "added_tokens": [
                  {"id": 0, "content": "<pad>", "single_word": false, "lstrip": false, "rstrip": false,
                   "normalized": false, "special": true},
                  {"id": 1, "content": "</s>", "single_word": false, "lstrip": false, "rstrip": false,
                   "normalized": false, "special": true}],
                 "pre_tokenizer": {"type": "Metaspace", "replacement": "\\u2581", "add_prefix_space": true,
                  "prepend_scheme": "first"},
                 "decoder": null,
                 "model": {"type": "Unigram", "unk_id": 2, "byte_fallback": false,
                  "vocab": [["<pad>", 0.0], ["</s>", 0.0], ["<unk>", 0.0], ["\\u2581a", -2.0]]}}""";
    }

    private static void put(Path model, String name, String text) throws IOException {
        Path file = model.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
