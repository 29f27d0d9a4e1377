package org.filmwright.generate.local.sample;

import java.util.Map;

/**
 * The linear VAE of the samples. Decoder: red, green and blue are latents 0, 1 and 2, each with a tenth of latent 3 more,
 * repeated over 8 by 8 pixels. Encoder: the mean of 8 by 8 pixels is latents 0, 1 and 2, the others are 0; its log variance is
 * -30 everywhere. So what was encoded decodes to the same picture, seen at an eighth.
 */
public final class Vaes {
    static final int FACTOR = 8;
    private static final double LOG_VARIANCE = -30;

    private Vaes() {}

    /** Colour {@code rgb} (0, 1, 2) of the pixels of one latent, in the decoder's -1..1. @param z latents 0 to 3 of it */
    public static float colour(int rgb, float... z) {
        return z[rgb] + 0.1f * z[3];
    }

    /** @param io of its input and output; @param channels it wants; @param nan whether nothing comes out of it */
    record Form(String in, String out, Element io, Element weights, int channels, boolean nan) {}

    static Graph decoder(Form form) {
        Graph graph = new Graph("vae decoder");
        int channels = form.channels();
        String latents = graph.input(form.in(), form.io(), "batch_size", channels, "latent_height", "latent_width");
        double[] mix = new double[3 * channels];
        for (int rgb = 0; rgb < 3; rgb++) {
            mix[rgb * channels + rgb] = 1;
            mix[rgb * channels + 3] = 0.1;
        }
        String colours = graph.op("Conv", graph.cast(latents, Element.FLOAT),
                graph.cast(graph.weights(form.weights(), new long[]{3, channels, 1, 1}, mix), Element.FLOAT));
        String large = graph.op("Resize",
                Map.of("mode", "nearest", "coordinate_transformation_mode", "asymmetric", "nearest_mode", "floor"),
                colours,
                "", graph.weights(Element.FLOAT, new long[]{4}, 1, 1, FACTOR, FACTOR));
        String picture = form.nan() ? graph.op("Mul", large, graph.number(Element.FLOAT, Double.NaN)) : large;
        return graph.output(form.out(), graph.cast(picture, form.io()), form.io(), "batch_size", 3, "height", "width");
    }

    /** @param sampled whether it gives latents at once (C channels) instead of mean and log variance (2 C) */
    static Graph encoder(Form form, boolean sampled) {
        Graph graph = new Graph("vae encoder");
        String picture = graph.input(form.in(), form.io(), "batch_size", 3, "height", "width");
        int channels = sampled ? form.channels() : 2 * form.channels();
        double[] mix = new double[channels * 3];
        double[] more = new double[channels];
        for (int c = 0; c < channels; c++) {
            if (c < 3) {
                mix[c * 3 + c] = 1;
            }
            more[c] = c < form.channels() ? 0 : LOG_VARIANCE;
        }
        String small = graph.op("AveragePool",
                Map.of("kernel_shape", new long[]{FACTOR, FACTOR}, "strides", new long[]{FACTOR, FACTOR}),
                graph.cast(picture, Element.FLOAT));
        String latents = graph.op("Conv", small,
                graph.cast(graph.weights(form.weights(), new long[]{channels, 3, 1, 1}, mix), Element.FLOAT),
                graph.weights(Element.FLOAT, new long[]{channels}, more));
        return graph.output(form.out(), graph.cast(latents, form.io()), form.io(), "batch_size", channels,
                "latent_height",
                "latent_width");
    }
}
