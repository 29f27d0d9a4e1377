package org.filmwright.generate.local.pipeline;

import java.util.Map;
import java.util.Set;
import org.filmwright.generate.local.graph.Halt;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.graph.Tensor;
import org.filmwright.generate.local.noise.Noise;

/** Pixels to latents: the encoder of a variational autoencoder (diffusion.md 9). */
record Encoder(OnnxGraph graph) {
    /**
     * Latents before scaling. An export that gives mean and spread is drawn from here; one that gives latents already drew.
     *
     * @param pixels three planes of -1 to 1
     * @param noise takes its first draw
     */
    float[] encode(float[] pixels, LatentSize size, Noise noise, Halt halt) throws PaintFailed {
        String input = graph.inputs().iterator().next();
        String output = graph.outputs().getFirst();
        try (Tensor in = graph.in(input, 1, 3, size.pixelsHigh(), size.pixelsWide())) {
            in.write(pixels);
            float[] answer = graph.ask(Map.of(input, in), Set.of(output), halt).get(output).numbers();
            if (answer.length == size.length()) {
                return answer;
            }
            if (answer.length != 2 * size.length()) {
                throw PaintFailed.refused(graph.name() + " does not give the latents that its model reads.",
                        "Use a VAE encoder of the same export.");
            }
            return drawn(answer, size.length(), noise);
        }
    }

    private static float[] drawn(float[] answer, int length, Noise noise) {
        float[] latents = new float[length];
        noise.fill(latents);
        for (int i = 0; i < length; i++) {
            double logVariance = Math.clamp(answer[length + i], -30f, 20f);
            latents[i] = (float) (answer[i] + Math.exp(logVariance / 2) * latents[i]);
        }
        return latents;
    }
}
