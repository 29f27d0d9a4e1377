package org.filmwright.generate.local.sample;

import java.util.Arrays;
import java.util.Map;

/** Draws the transformers and UNets that answer as a {@link Denoiser} says. All is computed in float32 inside. */
final class Denoisers {
    /** Of the scaled-linear schedule of Stable Diffusion (diffusion.md 8). */
    static final int TIMES = 1000;

    private final Graph graph = new Graph("denoiser");
    private final SampleModel form;

    private Denoisers(SampleModel form) {
        this.form = form;
    }

    static Graph transformer(SampleModel form) {
        return new Denoisers(form).transformer();
    }

    static Graph unet(SampleModel form) {
        return new Denoisers(form).unet();
    }

    private Graph transformer() {
        Element io = form.io;
        int channels = 4 * form.denoised();
        String state = graph.input("hidden_states", io, "batch_size", "image_length", channels);
        String words = graph.input("encoder_hidden_states", io, "batch_size", "text_length", form.family.words());
        String pooled = graph.input("pooled_projections", io, "batch_size", form.family.pooled());
        String time = graph.input("timestep", form.times, "batch_size");
        String txt = places("txt_ids", "text_length");
        String img = places("img_ids", "image_length");
        String guidance = form.guidance ? graph.input("guidance", io, "batch_size") : "";
        String x = real(state);
        String t = column(time, 3);
        String out = switch (form.answer) {
            case Denoiser.Towards(float x0) -> graph.op("Div", graph.op("Sub", x, real(x0)), t);
            case Denoiser.Places() -> places(x, img, txt);
            case Denoiser.Pooled() -> spread(x, graph.reshape(graph.mean(real(pooled), 1), -1, 1, 1));
            case Denoiser.Guidance() -> spread(x, column(guidance, 3));
            default -> common(x, words, t, 3);
        };
        return graph.output(form.name("out_hidden_states", "latent", "sample"), graph.cast(out, io), io, "batch_size",
                "image_length", channels);
    }

    private String places(String name, String length) {
        return form.placeRank == 2
                ? graph.input(name, form.places, length, 3)
                : graph.input(name, form.places, "batch_size", length, 3);
    }

    private Graph unet() {
        Element io = form.io;
        int channels = form.denoised();
        String state = graph.input("sample", io, "batch_size", channels, "height", "width");
        String time = form.timeRank == 0
                ? graph.input("timestep", form.times)
                : graph.input("timestep", form.times, "steps");
        String words = graph.input("encoder_hidden_states", io, "batch_size", "sequence_length", form.family.words());
        String condition = form.family == Family.LCM
                ? graph.input("timestep_cond", io, "batch_size", SampleModel.CONDITION)
                : "";
        String pooled = form.family.pooled() > 0
                ? graph.input("text_embeds", io, "batch_size", form.family.pooled())
                : "";
        String sizes = form.family.pooled() > 0 ? graph.input("time_ids", io, "batch_size", 6) : "";
        String x = real(state);
        String out = switch (form.answer) {
            case Denoiser.Towards(float x0) -> noiseOf(x, time, x0);
            case Denoiser.Pooled() -> spread(x, graph.reshape(graph.mean(real(pooled), 1), -1, 1, 1, 1));
            case Denoiser.Guidance() -> spread(x, graph.reshape(graph.mean(real(condition), 1), -1, 1, 1, 1));
            case Denoiser.Sizes() -> spread(x, graph.reshape(digits(sizes), -1, 1, 1, 1));
            default -> common(x, words, column(time, 4), 4);
        };
        return graph.output(form.name("out_sample", "latent", "out_sample"), graph.cast(out, io), io, "batch_size",
                channels, "height", "width");
    }

    /** What is answered the same in both. @param t the timestep as a column of this rank */
    private String common(String x, String words, String t, int rank) {
        return switch (form.answer) {
            case Denoiser.Constant(float e) -> spread(x, real(e));
            case Denoiser.Words() -> spread(x, column(graph.mean(real(words), 1, 2), rank));
            case Denoiser.Time() -> spread(x, t);
            case Denoiser.Half() -> graph.op("Mul", x, real(0.5f));
            case Denoiser.Nan() -> spread(x, real(Float.NaN));
            case Denoiser.Slow(long rounds) -> slow(x, rounds);
            case Denoiser.Bfloat() -> bfloat(x);
            case Denoiser.Towards _,Denoiser.Places _,Denoiser.Pooled _,Denoiser.Guidance _,Denoiser.Sizes _ -> throw new IllegalArgumentException(
                    "Not an answer of this kind of model: " + form.answer);
        };
    }

    private String real(String value) {
        return graph.cast(value, Element.FLOAT);
    }

    private String real(float number) {
        return graph.number(Element.FLOAT, number);
    }

    /** One number a picture, ready to meet a tensor of that many dimensions. */
    private String column(String value, int rank) {
        long[] dims = {-1, 1, 1, 1};
        return graph.reshape(real(value), Arrays.copyOf(dims, rank));
    }

    private String spread(String x, String number) {
        return graph.op("Add", graph.op("Mul", x, real(0)), number);
    }

    private String places(String x, String img, String txt) {
        String id = graph.reshape(graph.op("Abs", real(img)), -1, 3);
        String digits = graph.weights(Element.FLOAT, new long[]{3, 1}, 1000, 1, 0.01);
        String row = graph.reshape(graph.op("MatMul", id, digits), 1, -1, 1);
        String all = graph.op("ReduceSum", Map.of("keepdims", 0), graph.op("Abs", real(txt)));
        return spread(x, graph.op("Add", row, graph.op("Mul", all, real(100))));
    }

    private String digits(String sizes) {
        String weights = graph.weights(Element.FLOAT, new long[]{6, 1}, 100, 10, 1, 0.1, 0.01, 0.001);
        return graph.op("MatMul", real(sizes), weights);
    }

    /** From x = a x0 + s n, with a and s of the step: n, or the velocity a n - s x0. */
    private String noiseOf(String x, String time, float x0) {
        double[] a = new double[TIMES];
        double[] s = new double[TIMES];
        double product = 1;
        for (int t = 0; t < TIMES; t++) {
            double root = Math.sqrt(0.00085) + t * (Math.sqrt(0.012) - Math.sqrt(0.00085)) / (TIMES - 1);
            product *= 1 - root * root;
            a[t] = Math.sqrt(product);
            s[t] = Math.sqrt(1 - product);
        }
        String at = graph.reshape(graph.cast(time, Element.LONG), -1, 1, 1, 1);
        String clean = graph.op("Gather", graph.weights(Element.FLOAT, new long[]{TIMES}, a), at);
        String dirty = graph.op("Gather", graph.weights(Element.FLOAT, new long[]{TIMES}, s), at);
        String noise = graph.op("Div", graph.op("Sub", x, graph.op("Mul", clean, real(x0))), dirty);
        return form.velocity
                ? graph.op("Sub", graph.op("Mul", clean, noise), graph.op("Mul", dirty, real(x0)))
                : noise;
    }

    private String slow(String x, long rounds) {
        Graph body = new Graph("round");
        body.input("round", Element.LONG);
        body.input("going", Element.BOOL);
        body.input("turned", Element.FLOAT);
        body.output("goes on", body.op("Identity", "going"), Element.BOOL);
        body.output("turned on", body.op("Cos", "turned"), Element.FLOAT);
        String last = graph.op("Loop", Map.of("body", body), graph.number(Element.LONG, rounds),
                graph.number(Element.BOOL, 1), real(1));
        return spread(x, graph.op("Mul", last, real(0)));
    }

    private String bfloat(String x) {
        String values = graph.cast(graph.op("Mul", x, real(0)), Element.BFLOAT);
        String product = graph.op("MatMul", graph.reshape(values, 1, -1), graph.reshape(values, -1, 1));
        return spread(x, graph.reshape(real(product), 1));
    }
}
