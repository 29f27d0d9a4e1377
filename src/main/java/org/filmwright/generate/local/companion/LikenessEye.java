package org.filmwright.generate.local.companion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.graph.Device;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.graph.Tensor;
import org.filmwright.generate.local.model.CompanionFolder;
import org.filmwright.generate.local.model.Lens;
import org.filmwright.generate.local.text.ClipTokenizer;
import org.filmwright.generate.local.text.Tokenizer;
import org.filmwright.generate.local.text.Tokens;

/** Sees pictures and reads words, and puts both into one space (CLIP, Radford et al. 2021; diffusion.md 16). */
final class LikenessEye extends Craft {
    private static final int LENGTH = 77;
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";

    private final Lens lens;
    private final Tokenizer tokenizer;
    private final OnnxGraph sees;
    private final OnnxGraph reads;

    private LikenessEye(Lens lens, Tokenizer tokenizer, OnnxGraph sees, OnnxGraph reads) {
        this.lens = lens;
        this.tokenizer = tokenizer;
        this.sees = sees;
        this.reads = reads;
    }

    static LikenessEye open(CompanionFolder.Likeness model, Device device) throws PaintFailed {
        Tokenizer tokenizer = PaintFailed.unless(ClipTokenizer.open(model.tokenizer()));
        OnnxGraph sees = OnnxGraph.open(model.pictures(), device);
        if (model.words().equals(model.pictures())) {
            return new LikenessEye(model.lens(), tokenizer, sees, sees);
        }
        try {
            return new LikenessEye(model.lens(), tokenizer, sees, OnnxGraph.open(model.words(), device));
        } catch (PaintFailed e) {
            sees.close();
            throw e;
        }
    }

    @Override
    Answer answer(Question question, Work work) throws PaintFailed {
        List<float[]> vectors = new ArrayList<>();
        switch (question) {
            case Question.SeePictures(List<Path> pictures) -> {
                for (Path picture : pictures) {
                    vectors.add(seen(picture, work));
                    work.done(vectors.size(), pictures.size(), "picture");
                }
            }
            case Question.ReadWords(List<String> texts) -> {
                for (String text : texts) {
                    vectors.add(read(text, work));
                    work.done(vectors.size(), texts.size(), "text");
                }
            }
            case Question.Depth _,Question.Enlarge _,Question.Between _,Question.Understand _ -> throw strange(
                    question);
        }
        return new Answer.Vectors(vectors);
    }

    private float[] seen(Path file, Work work) throws PaintFailed {
        String input = pictures(sees).orElseThrow();
        Optional<FrameSize> fixed = Slots.fixed(sees, input);
        Lens through = fixed.map(lens::at).orElse(lens);
        FrameSize size = through.size();
        Map<String, Tensor> in = new HashMap<>();
        try {
            Tensor pixels = sees.in(input, 1, 3, size.height(), size.width());
            in.put(input, pixels);
            pixels.write(Picture.read(file).through(through, size));
            return vector(sees, in, "image_embeds", work);
        } finally {
            in.values().forEach(Tensor::close);
        }
    }

    private float[] read(String text, Work work) throws PaintFailed {
        long[] dims = reads.wants(IDS);
        int length = dims[dims.length - 1] > 0 ? (int) dims[dims.length - 1] : LENGTH;
        Tokens tokens = tokenizer.encode(text, length);
        Map<String, Tensor> in = new HashMap<>();
        try {
            Tensor ids = reads.in(IDS, 1, length);
            in.put(IDS, ids);
            ids.write(tokens.ids());
            if (reads.takes(MASK)) {
                Tensor mask = reads.in(MASK, 1, length);
                in.put(MASK, mask);
                mask.write(mask(tokens));
            }
            return vector(reads, in, "text_embeds", work);
        } finally {
            in.values().forEach(Tensor::close);
        }
    }

    private static int[] mask(Tokens tokens) {
        int[] mask = new int[tokens.ids().length];
        java.util.Arrays.fill(mask, 0, tokens.used(), 1);
        return mask;
    }

    /** A graph of both halves wants both; the other half is given nothing, and not computed. */
    private float[] vector(OnnxGraph graph, Map<String, Tensor> in, String output, Work work) throws PaintFailed {
        Optional<String> pictures = pictures(graph);
        for (String name : graph.inputs()) {
            if (!in.containsKey(name)) {
                long[] dims = graph.wants(name);
                for (int i = 0; i < dims.length; i++) {
                    long free = i == 0 || !pictures.equals(Optional.of(name)) ? 1 : blank(i);
                    dims[i] = dims[i] > 0 ? dims[i] : free;
                }
                in.put(name, graph.in(name, dims));
            }
        }
        return Vectors.unit(graph.ask(in, Set.of(output), work.halt()).get(output).numbers(), graph.name());
    }

    private long blank(int dimension) {
        return switch (dimension) {
            case 1 -> 3;
            case 2 -> lens.size().height();
            default -> lens.size().width();
        };
    }

    private static Optional<String> pictures(OnnxGraph graph) throws PaintFailed {
        for (String name : graph.inputs()) {
            if (graph.wants(name).length == 4) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        tokenizer.close();
        sees.close();
        if (reads != sees) {
            reads.close();
        }
    }
}
