package org.filmwright.generate.local.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.filmwright.generate.local.graph.Bare;
import org.filmwright.generate.local.graph.Halt;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.graph.Tensor;

/** The UNet of Stable Diffusion, SDXL and LCM (diffusion.md 4 and 5). */
final class UnetDenoiser implements Denoiser {
    private static final String SAMPLE = "sample";
    private static final String TIME = "timestep";
    private static final String WORDS = "encoder_hidden_states";
    private static final String POOLED = "text_embeds";
    private static final String FRAME = "time_ids";
    private static final String EMBEDDING = "timestep_cond";

    private final double scale;
    private final int length;
    private final List<Ask> asks = new ArrayList<>();
    private final float[] without;

    /** One run of the graph: both sides of the guidance at once, or one of them. */
    private record Ask(Rooms rooms, Tensor sample, Tensor time, Tensor answer, int batch) {}

    UnetDenoiser(OnnxGraph graph, LatentSize latents, Guidance guidance) throws PaintFailed {
        expect(graph, latents);
        scale = guidance.scale();
        length = latents.length();
        without = new float[guidance.without().isPresent() ? length : 0];
        List<Encoded> sides = new ArrayList<>(guidance.without().stream().toList());
        sides.add(guidance.words());
        if (graph.wants(SAMPLE)[0] == 1) {
            for (Encoded side : sides) {
                asks.add(ask(graph, latents, List.of(side), guidance));
            }
        } else {
            asks.add(ask(graph, latents, sides, guidance));
        }
    }

    private static void expect(OnnxGraph graph, LatentSize latents) throws PaintFailed {
        long[] wants = graph.wants(SAMPLE);
        if (wants[2] > 0 && wants[2] != latents.height() || wants[3] > 0 && wants[3] != latents.width()) {
            throw PaintFailed.refused("%s was exported for pictures %s wide and %s high; this one is %dx%d. Nothing"
                    .formatted(graph.name(), side(wants[3], latents), side(wants[2], latents), latents.pixelsWide(),
                            latents.pixelsHigh())
                    + " was painted.", "Choose the size that the model was exported for.");
        }
    }

    private static String side(long wanted, LatentSize latents) {
        return wanted > 0 ? Long.toString(latents.factor() * wanted) : "of any size";
    }

    private static Ask ask(OnnxGraph graph, LatentSize latents, List<Encoded> sides, Guidance guidance)
            throws PaintFailed {
        int batch = sides.size();
        Encoded words = sides.getFirst();
        Rooms rooms = new Rooms(graph);
        Tensor sample = rooms.in(SAMPLE, latents.shape(batch));
        write(rooms.in(WORDS, batch, words.tokens(), words.width()), sides.stream().map(Encoded::sequence).toList());
        if (graph.takes(POOLED)) {
            write(rooms.in(POOLED, batch, words.pooled().length), sides.stream().map(Encoded::pooled).toList());
        }
        if (graph.takes(FRAME)) {
            rooms.in(FRAME, batch, guidance.frame().length).write(guidance.frame(), batch);
        }
        if (graph.takes(EMBEDDING)) {
            rooms.in(EMBEDDING, batch, guidance.embedding().length).write(guidance.embedding(), batch);
        }
        return new Ask(rooms, sample, time(graph, rooms, batch), rooms.out(latents.shape(batch)), batch);
    }

    /** A scalar, one number, or one for each picture: as the graph declares. */
    private static Tensor time(OnnxGraph graph, Rooms rooms, int batch) throws PaintFailed {
        long[] wants = graph.wants(TIME);
        if (wants.length == 0) {
            return rooms.in(TIME);
        }
        boolean each = graph.dimension(TIME, 0).equals(graph.dimension(SAMPLE, 0))
                && !graph.dimension(TIME, 0).isEmpty();
        return rooms.in(TIME, wants[0] > 0 ? wants[0] : each ? batch : 1);
    }

    private static void write(Tensor tensor, List<float[]> parts) {
        int at = 0;
        for (float[] part : parts) {
            tensor.write(part, 0, part.length, at);
            at += part.length;
        }
    }

    @Override
    public float[] arranged(float[] nchw) {
        return nchw.clone();
    }

    @Override
    public float[] plain(float[] state) {
        return state.clone();
    }

    @Override
    public void predict(float[] input, double timestep, double sigma, float[] output, Halt halt) throws PaintFailed {
        for (Ask ask : asks) {
            ask.sample.write(input, ask.batch);
            ask.time.write(new float[]{(float) timestep}, ask.time.length());
            ask.rooms.run(halt);
        }
        Ask last = asks.getLast();
        last.answer.read((last.batch - 1) * length, output);
        if (without.length > 0) {
            asks.getFirst().answer.read(0, without);
            for (int i = 0; i < length; i++) {
                output[i] = (float) (without[i] + scale * (output[i] - without[i]));
            }
        }
    }

    @Override
    public Bare bare() {
        List<Bare> calls = asks.stream().map(ask -> ask.rooms.bare()).toList();
        return () -> {
            for (Bare call : calls) {
                call.run();
            }
        };
    }

    @Override
    public void close() {
        asks.forEach(ask -> ask.rooms.close());
    }
}
