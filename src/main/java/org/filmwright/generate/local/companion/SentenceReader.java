package org.filmwright.generate.local.companion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.filmwright.generate.local.graph.Device;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.graph.Tensor;
import org.filmwright.generate.local.model.CompanionFolder;
import org.filmwright.generate.local.text.SentenceTokenizer;
import org.filmwright.generate.local.text.Tokenizer;
import org.filmwright.generate.local.text.Tokens;

/** Understands sentences: one direction a text (Reimers and Gurevych 2019), the mean of the states that are no padding. */
final class SentenceReader extends Craft {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";

    private final CompanionFolder.Sentences reading;
    private final Tokenizer tokenizer;
    private final OnnxGraph graph;

    private SentenceReader(CompanionFolder.Sentences reading, Tokenizer tokenizer, OnnxGraph graph) {
        this.reading = reading;
        this.tokenizer = tokenizer;
        this.graph = graph;
    }

    static SentenceReader open(CompanionFolder.Meaning model, Device device) throws PaintFailed {
        Tokenizer tokenizer = PaintFailed.unless(SentenceTokenizer.open(model.tokenizer(), model.reading().pad()));
        try {
            OnnxGraph graph = OnnxGraph.open(model.graph(), device);
            return new SentenceReader(model.reading(), tokenizer, graph);
        } catch (PaintFailed e) {
            tokenizer.close();
            throw e;
        }
    }

    @Override
    Answer answer(Question question, Work work) throws PaintFailed {
        if (!(question instanceof Question.Understand(List<String> texts))) {
            throw strange(question);
        }
        List<float[]> vectors = new ArrayList<>();
        for (String text : texts) {
            vectors.add(Vectors.unit(understood(text, work), graph.name()));
            work.done(vectors.size(), texts.size(), "text");
        }
        return new Answer.Vectors(vectors);
    }

    private float[] understood(String text, Work work) throws PaintFailed {
        long[] dims = graph.wants(IDS);
        long fixed = dims[dims.length - 1];
        Tokens tokens = tokenizer.encode(text, fixed > 0 ? (int) fixed : reading.most());
        int length = fixed > 0 ? (int) fixed : Math.max(1, tokens.used());
        int[] mask = new int[length];
        Arrays.fill(mask, 0, tokens.used(), 1);
        Map<String, Tensor> in = new HashMap<>();
        try {
            give(in, IDS, Arrays.copyOf(tokens.ids(), length));
            give(in, MASK, mask);
            give(in, TYPES, new int[length]);
            return pooled(in, Math.max(1, tokens.used()), work);
        } finally {
            in.values().forEach(Tensor::close);
        }
    }

    private void give(Map<String, Tensor> in, String name, int[] numbers) throws PaintFailed {
        if (graph.takes(name)) {
            Tensor tensor = graph.in(name, 1, numbers.length);
            in.put(name, tensor);
            tensor.write(numbers);
        }
    }

    private float[] pooled(Map<String, Tensor> in, int used, Work work) throws PaintFailed {
        Optional<String> whole = graph.output("sentence_embedding");
        String output = whole.or(() -> graph.output("last_hidden_state", "token_embeddings")).orElseThrow();
        OnnxGraph.Value value = graph.ask(in, Set.of(output), work.halt()).get(output);
        if (whole.isPresent()) {
            return value.numbers();
        }
        int width = (int) value.shape()[value.shape().length - 1];
        return Vectors.mean(value.numbers(), width, reading.first() ? 1 : used);
    }

    @Override
    public void close() {
        tokenizer.close();
        graph.close();
    }
}
