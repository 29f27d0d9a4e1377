package org.filmwright.generate.local.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes companions as they are found in the world, with graphs whose every answer can be told beforehand. */
public final class SampleCompanions {
    /** So many ids the sentence encoders tell apart; their states have {@link #WIDTH} numbers. */
    public static final int WORDS = 8;
    public static final int WIDTH = 4;
    /** What the sentence encoders say of padding: far more than of any word. */
    public static final float PAD_STATE = 1e6f;

    private SampleCompanions() {}

    /** How near a point is, is how red it is. @param h and @param w numbers, or names where they are free */
    public static Path depth(Path folder, Element io, Object h, Object w) throws IOException {
        Graph graph = new Graph("depth");
        String picture = graph.input("pixel_values", io, "batch_size", 3, h, w);
        String red = graph.op("Gather", Map.of("axis", 1), picture, graph.number(Element.LONG, 0));
        graph.output("predicted_depth", red, io, "batch_size", h, w).write(folder.resolve("model.onnx"));
        return folder;
    }

    /** The same, in a size of its own, whatever it is shown. */
    public static Path bakedDepth(Path folder, int side) throws IOException {
        Graph graph = new Graph("depth");
        String picture = graph.input("image", Element.FLOAT, 1, 3, "h", "w");
        String red = graph.op("Slice", picture, graph.longs(0), graph.longs(1), graph.longs(1));
        String baked = graph.op("Resize", Map.of("mode", "linear"), red, "", "", graph.longs(1, 1, side, side));
        graph.output("depth", graph.reshape(baked, 1, side, side), Element.FLOAT, 1, side, side)
                .write(folder.resolve("depth_anything_v2.onnx"));
        return folder;
    }

    /**
     * Each point becomes {@code times} by {@code times} of them.
     *
     * @param side of the pictures it takes; 0 for any
     * @param soft whether each point is the mean of those around it first
     */
    public static Path enlarge(Path folder, Element io, int times, int side, boolean soft) throws IOException {
        Graph graph = new Graph("upscaler");
        Object free = side == 0 ? "height" : side;
        Object large = side == 0 ? "large" : side * times;
        String picture = graph.cast(graph.input("input.1", io, 1, 3, free, side == 0 ? "width" : side), Element.FLOAT);
        String seen = soft
                ? graph.op("AveragePool",
                        Map.of("kernel_shape", new long[]{3, 3}, "pads", new long[]{1, 1, 1, 1}), picture)
                : picture;
        graph.output("4221", graph.cast(repeated(graph, seen, times), io), io, 1, 3, large,
                side == 0 ? "larger" : side * times)
                .write(folder.resolve("realesrgan.onnx"));
        return folder;
    }

    private static String repeated(Graph graph, String picture, int times) {
        return graph.op("Resize",
                Map.of("mode", "nearest", "coordinate_transformation_mode", "asymmetric", "nearest_mode", "floor"),
                picture,
                "", graph.weights(Element.FLOAT, new long[]{4}, 1, 1, times, times));
    }

    /** Thinks about every tile for so many rounds. */
    public static Path slow(Path folder, long rounds) throws IOException {
        Graph graph = new Graph("upscaler");
        String picture = graph.input("input", Element.FLOAT, 1, 3, "h", "w");
        Graph body = new Graph("round");
        body.input("round", Element.LONG);
        body.input("going", Element.BOOL);
        body.input("turned", Element.FLOAT);
        body.output("goes on", body.op("Identity", "going"), Element.BOOL);
        body.output("turned on", body.op("Cos", "turned"), Element.FLOAT);
        String last = graph.op("Loop", Map.of("body", body), graph.number(Element.LONG, rounds),
                graph.number(Element.BOOL, 1), graph.number(Element.FLOAT, 1));
        String changed = graph.op("Add", picture, graph.op("Mul", last, graph.number(Element.FLOAT, 0)));
        graph.output("output", repeated(graph, changed, 2), Element.FLOAT, 1, 3, "hh", "ww")
                .write(folder.resolve("slow_x2.onnx"));
        return folder;
    }

    /** Gives what is no number. */
    public static Path numberless(Path folder) throws IOException {
        Graph graph = new Graph("upscaler");
        String picture = graph.input("input", Element.FLOAT, 1, 3, "h", "w");
        String nothing = graph.op("Mul", picture, graph.number(Element.FLOAT, Double.NaN));
        graph.output("output", repeated(graph, nothing, 2), Element.FLOAT, 1, 3, "hh", "ww")
                .write(folder.resolve("x2.onnx"));
        return folder;
    }

    /**
     * The first frame goes over into the second. It takes only frames whose sides are multiples of 32.
     *
     * @param names of its frames, as they stand in the file, and of its time
     * @param time the dimensions of the time: numbers, or names where they are free
     */
    public static Path between(Path folder, Element io, String[] names, Object... time) throws IOException {
        Graph graph = new Graph("rife");
        boolean turned = names[0].compareTo(names[1]) > 0;
        String one = graph.input(names[0], io, "batch", 3, "height", "width");
        String other = graph.input(names[1], io, "batch", 3, "height", "width");
        String at = graph.input(names[2], io, time);
        String mixed = mixed(graph, turned ? other : one, turned ? one : other, at, io);
        graph.output("output", mixed, io, "batch", 3, "height", "width").write(folder.resolve("rife.onnx"));
        return folder;
    }

    /** The same with all in one. @param channels 7, or 8 with a scale, by which the picture is multiplied */
    public static Path stacked(Path folder, int channels, Object h, Object w) throws IOException {
        Graph graph = new Graph("rife");
        String all = graph.input("input", Element.FLOAT, 1, channels, h, w);
        String mixed = mixed(graph, channels(graph, all, 0, 3), channels(graph, all, 3, 6), channels(graph, all, 6, 7),
                Element.FLOAT);
        String scaled = channels == 8 ? graph.op("Mul", mixed, channels(graph, all, 7, 8)) : mixed;
        graph.output("output", scaled, Element.FLOAT, 1, 3, h, w).write(folder.resolve("rife.onnx"));
        return folder;
    }

    private static String channels(Graph graph, String all, long from, long to) {
        return graph.op("Slice", all, graph.longs(from), graph.longs(to), graph.longs(1));
    }

    private static String mixed(Graph graph, String first, String second, String at, Element io) {
        String rest = graph.op("Sub", graph.number(io, 1), at);
        String sum = graph.op("Add", graph.op("Mul", first, rest), graph.op("Mul", second, at));
        String folded = graph.op("SpaceToDepth", Map.of("blocksize", 32), graph.cast(sum, Element.FLOAT));
        return graph.cast(graph.op("DepthToSpace", Map.of("blocksize", 32), folded), io);
    }

    /**
     * CLIP in one graph or two: a picture is the mean of each colour, as it was put before it; words are the sum of what
     * {@link Texts#state(int, int)} says of those ids that the mask lets through.
     */
    public static Path likeness(Path folder, boolean apart) throws IOException {
        Path model = SampleModel.of(Family.SD_TURBO).write(Files.createTempDirectory("clip"));
        Files.createDirectories(folder.resolve("onnx"));
        for (String file : new String[]{"vocab.json", "merges.txt", "special_tokens_map.json"}) {
            Files.copy(model.resolve("tokenizer").resolve(file), folder.resolve(file));
        }
        Graph sees = new Graph("clip");
        Graph reads = apart ? new Graph("clip words") : sees;
        words(reads);
        String picture = sees.input("pixel_values", Element.FLOAT, "b", 3, "h", "w");
        sees.output("image_embeds", sees.op("ReduceMean", Map.of("axes", new long[]{2, 3}, "keepdims", 0), picture),
                Element.FLOAT, "b", 3);
        sees.write(folder.resolve(apart ? "onnx/vision_model.onnx" : "onnx/model.onnx"));
        if (apart) {
            reads.write(folder.resolve("onnx/text_model.onnx"));
        }
        return folder;
    }

    private static void words(Graph graph) {
        String ids = graph.input("input_ids", Element.LONG, "b", "n");
        String mask = graph.input("attention_mask", Element.LONG, "b", "n");
        double[] rows = new double[Texts.ROWS * 3];
        for (int at = 0; at < rows.length; at++) {
            rows[at] = Texts.state(at / 3, at % 3);
        }
        String states = graph.op("Gather", graph.weights(Element.FLOAT, new long[]{Texts.ROWS, 3}, rows), ids);
        String seen = graph.op("Mul", states,
                graph.op("Unsqueeze", graph.cast(mask, Element.FLOAT), graph.longs(2)));
        graph.output("text_embeds", graph.op("ReduceSum", Map.of("keepdims", 0), seen, graph.longs(1)), Element.FLOAT,
                "b", 3);
    }

    /** What the sentence encoders say of an id. */
    public static float state(int id, int d) {
        return id == 0 ? PAD_STATE : (float) Math.sin(id * 3.0 + d);
    }

    /**
     * A sentence encoder with the words of {@link #vocabulary}.
     *
     * @param length of its texts; 0 for any
     * @param types whether it asks which sentence a word belongs to
     * @param output {@code last_hidden_state}, or {@code sentence_embedding}, which is the state of the first id
     */
    public static Path meaning(Path folder, int length, boolean types, String output) throws IOException {
        Graph graph = new Graph("sentences");
        Object n = length == 0 ? "n" : length;
        String ids = graph.input("input_ids", Element.LONG, 1, n);
        String mask = graph.input("attention_mask", Element.LONG, 1, n);
        String sum = graph.op("Add", ids, graph.op("Mul", mask, graph.number(Element.LONG, 0)));
        if (types) {
            sum = graph.op("Add", sum, graph.input("token_type_ids", Element.LONG, 1, n));
        }
        double[] rows = new double[WORDS * WIDTH];
        for (int at = 0; at < rows.length; at++) {
            rows[at] = state(at / WIDTH, at % WIDTH);
        }
        String states = graph.op("Gather", graph.weights(Element.FLOAT, new long[]{WORDS, WIDTH}, rows), sum);
        if (output.equals("sentence_embedding")) {
            String first = graph.op("Gather", Map.of("axis", 1), states, graph.number(Element.LONG, 0));
            graph.output(output, first, Element.FLOAT, 1, WIDTH);
        } else {
            graph.output(output, states, Element.FLOAT, 1, n, WIDTH);
        }
        graph.write(folder.resolve("onnx/model.onnx"));
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
        return folder;
    }

    /** The id of each word; texts stand between 1 and 2. */
    public static Map<String, Integer> vocabulary() {
        Map<String, Integer> ids = new LinkedHashMap<>();
        for (String word : new String[]{"[PAD]", "[CLS]", "[SEP]", "[UNK]", "red", "boat", "sea", "storm"}) {
            ids.put(word, ids.size());
        }
        return ids;
    }

    private static String tokenizer() {
        StringBuilder words = new StringBuilder();
        vocabulary().forEach((word, id) -> words.append(words.isEmpty() ? "" : ", ")
                .append('"')
                .append(word)
                .append("\": ")
                .append(id));
        return """
                {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [], "normalizer": null,
                 "pre_tokenizer": {"type": "Whitespace"}, "decoder": null,
                 "post_processor": {"type": "TemplateProcessing",
                  "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                   {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
                  "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
                  "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [1], "tokens": ["[CLS]"]},
                   "[SEP]": {"id": "[SEP]", "ids": [2], "tokens": ["[SEP]"]}}},
                 "model": {"type": "WordLevel", "unk_token": "[UNK]", "vocab": {%s}}}
                """.formatted(words);
    }
}
