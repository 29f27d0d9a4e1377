package org.filmwright.generate.local.pipeline;

import java.util.Set;
import org.filmwright.generate.local.graph.Bare;
import org.filmwright.generate.local.graph.Halt;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.graph.Tensor;

/** The FLUX transformer: packed latents, the velocity of the flow as its answer (diffusion.md 3). */
final class FluxDenoiser implements Denoiser {
    private static final String STATE = "hidden_states";
    private static final String TIME = "timestep";
    private static final String GUIDANCE = "guidance";
    private static final double USUAL = 3.5;

    private final Packing packing;
    private final Rooms rooms;
    private final Tensor state;
    private final Tensor time;
    private final Tensor answer;

    /** @param words the sequence of T5, with the pooled row of CLIP */
    FluxDenoiser(OnnxGraph graph, LatentSize latents, Encoded words, double guidance) throws PaintFailed {
        packing = new Packing(latents);
        expect(graph);
        rooms = new Rooms(graph);
        state = rooms.in(STATE, 1, packing.rows(), packing.columns());
        rooms.in("encoder_hidden_states", 1, words.tokens(), words.width()).write(words.sequence());
        rooms.in("pooled_projections", 1, words.pooled().length).write(words.pooled());
        places(graph, "txt_ids", words.tokens()).write(new float[words.tokens() * 3]);
        places(graph, "img_ids", packing.rows()).write(packing.places());
        time = rooms.in(TIME, 1);
        if (graph.takes(GUIDANCE)) {
            rooms.in(GUIDANCE, 1).write(new float[]{(float) (guidance > 0 ? guidance : USUAL)});
        }
        answer = rooms.out(1, packing.rows(), packing.columns());
    }

    private void expect(OnnxGraph graph) throws PaintFailed {
        long[] wants = graph.wants(STATE);
        if (wants[1] > 0 && wants[1] != packing.rows()) {
            throw PaintFailed.refused(graph.name() + " was exported for pictures of " + wants[1]
                    + " patches of 16x16 pixels; this one has " + packing.rows() + ". Nothing was painted.",
                    "Choose the size that the model was exported for, as 1024x1024 for 4096 patches.");
        }
    }

    /** Ids are rows of three, in older exports with a batch of one around them. */
    private Tensor places(OnnxGraph graph, String name, int rows) throws PaintFailed {
        return graph.wants(name).length == 3 ? rooms.in(name, 1, rows, 3) : rooms.in(name, rows, 3);
    }

    @Override
    public float[] arranged(float[] nchw) {
        return packing.pack(nchw);
    }

    @Override
    public float[] plain(float[] packed) {
        return packing.unpack(packed);
    }

    /** The graph is told the noise level itself, 0 to 1. */
    @Override
    public void predict(float[] input, double timestep, double sigma, float[] output, Halt halt) throws PaintFailed {
        state.write(input);
        time.write(new float[]{(float) sigma});
        rooms.run(halt);
        answer.read(0, output);
    }

    @Override
    public Bare bare() {
        return rooms.bare();
    }

    @Override
    public void close() {
        rooms.close();
    }
}
