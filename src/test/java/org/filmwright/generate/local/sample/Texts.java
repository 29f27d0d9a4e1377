package org.filmwright.generate.local.sample;

import java.util.Map;

/** The text encoders of the samples: tables that are looked up, so that each answer can be computed from the ids. */
public final class Texts {
    /** Rows of each table; ids beyond it begin again, so that real tokenizers can be used too. */
    public static final int ROWS = 1024;

    private Texts() {}

    /** What an encoder says of one id: {@code last_hidden_state[.., at, d]}, wherever it stands. */
    public static float state(int id, int d) {
        return ((id % ROWS) * 31 + d * 17) % 101 / 101f - 0.5f;
    }

    /** What {@code hidden_states.i} of an encoder with such states says of one id. */
    public static float state(int id, int d, int i) {
        return state(id, d) + i;
    }

    /** {@code pooler_output[.., d]}: twice the mean of all states, and 1. */
    public static float pooled(int[] ids, int d) {
        return 2 * mean(ids, d) + 1;
    }

    /** {@code text_embeds[.., d]} of SDXL's second encoder: three times the mean of all states, and 2. */
    public static float embeds(int[] ids, int d) {
        return 3 * mean(ids, d) + 2;
    }

    /** What {@code last_hidden_state} has more than {@link #state(int, int)} where there are hidden_states. */
    public static final float LAST = 100;

    private static float mean(int[] ids, int d) {
        double sum = 0;
        for (int id : ids) {
            sum += state(id, d);
        }
        return (float) (sum / ids.length);
    }

    /** Its names, and what is made of which element. */
    record Form(Element ids, Element io, Element weights, String states, String pooled) {}

    /** CLIP's first encoder. @param layers how many hidden_states there are but one; 0 for none */
    static Graph clip(Form form, int width, int layers) {
        Graph graph = new Graph("clip");
        String states = states(graph, form, width);
        hidden(graph, form, states, width, layers);
        if (!form.pooled().isEmpty()) {
            pool(graph, form, form.pooled(), states, width, 2, 1);
        }
        return graph;
    }

    /** SDXL's second encoder: its text_embeds come first. */
    static Graph projected(Form form, int width, int layers, int projection) {
        Graph graph = new Graph("clip with projection");
        String states = states(graph, form, width);
        pool(graph, form, "text_embeds", states, projection, 3, 2);
        hidden(graph, form, states, width, layers);
        return graph;
    }

    static Graph t5(Form form, int width) {
        return clip(new Form(form.ids(), form.io(), form.weights(), form.states(), ""), width, 0);
    }

    private static String states(Graph graph, Form form, int width) {
        String ids = graph.input("input_ids", form.ids(), "batch_size", "sequence_length");
        double[] rows = new double[ROWS * width];
        for (int at = 0; at < rows.length; at++) {
            rows[at] = state(at / width, at % width);
        }
        String table = graph.weights(form.weights(), new long[]{ROWS, width}, rows);
        String row = graph.op("Mod", graph.cast(ids, Element.LONG), graph.number(Element.LONG, ROWS));
        return graph.cast(graph.op("Gather", table, row), Element.FLOAT);
    }

    private static void hidden(Graph graph, Form form, String states, int width, int layers) {
        give(graph, form, form.states(), states, layers == 0 ? 0 : LAST, width);
        for (int i = 0; layers > 0 && i <= layers; i++) {
            give(graph, form, "hidden_states." + i, states, i, width);
        }
    }

    private static void give(Graph graph, Form form, String name, String states, float more, int width) {
        String sum = graph.op("Add", states, graph.number(Element.FLOAT, more));
        graph.output(name, graph.cast(sum, form.io()), form.io(), "batch_size", "sequence_length", width);
    }

    private static void pool(Graph graph, Form form, String name, String states, int width, float times, float more) {
        String mean = graph.op("ReduceMean", Map.of("axes", new long[]{1}, "keepdims", 0), states);
        String some = graph.op("Slice", mean, graph.longs(0), graph.longs(width), graph.longs(1));
        String pooled = graph.op("Add", graph.op("Mul", some, graph.number(Element.FLOAT, times)),
                graph.number(Element.FLOAT, more));
        graph.output(name, graph.cast(pooled, form.io()), form.io(), "batch_size", width);
    }
}
