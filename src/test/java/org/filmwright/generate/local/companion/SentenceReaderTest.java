package org.filmwright.generate.local.companion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.filmwright.base.Failure;
import org.filmwright.generate.local.Companion.Question;
import org.filmwright.generate.local.sample.SampleCompanions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sentences mean, where each word has a direction of its own and padding one that would drown them all. */
class SentenceReaderTest {
    private static final int CLS = 1;
    private static final int SEP = 2;
    private static final int UNK = 3;

    @TempDir
    private Path folder;
    private Darkroom room;

    @BeforeEach
    void begin() {
        room = new Darkroom(folder);
    }

    /** The mean of what is said of these ids, at a length of 1. */
    private static float[] mean(int... ids) {
        double[] mean = new double[SampleCompanions.WIDTH];
        double square = 0;
        for (int d = 0; d < mean.length; d++) {
            for (int id : ids) {
                mean[d] += SampleCompanions.state(id, d) / ids.length;
            }
            square += mean[d] * mean[d];
        }
        float[] unit = new float[mean.length];
        for (int d = 0; d < unit.length; d++) {
            unit[d] = (float) (mean[d] / Math.sqrt(square));
        }
        return unit;
    }

    private static float[] of(Path model, String text) {
        return Darkroom.vectors(model, new Question.Understand(List.of(text))).getFirst();
    }

    @Test
    void aTextIsTheMeanOfItsWordsAndMarks() throws IOException {
        Path model = SampleCompanions.meaning(room.file("mini"), 0, true, "last_hidden_state");
        assertArrayEquals(mean(CLS, 4, 5, SEP), of(model, "red boat"), 1e-5f);
        assertArrayEquals(mean(CLS, UNK, 7, SEP), of(model, "unheard storm"), 1e-5f);
        assertArrayEquals(mean(CLS, SEP), of(model, ""), 1e-5f);
    }

    @Test
    void theMaskKeepsPaddingOutOfTheMean() throws IOException {
        Path model = SampleCompanions.meaning(room.file("mini"), 12, false, "last_hidden_state");
        assertArrayEquals(mean(CLS, 4, 5, SEP), of(model, "red boat"), 1e-5f);
    }

    @Test
    void whatIsTooLongIsCutBeforeTheLastMark() throws IOException {
        Path model = SampleCompanions.meaning(room.file("mini"), 5, false, "last_hidden_state");
        assertArrayEquals(mean(CLS, 4, 5, 6, SEP), of(model, "red boat sea storm storm"), 1e-5f);
        Path told = SampleCompanions.meaning(room.file("told"), 0, false, "token_embeddings");
        Files.writeString(told.resolve("sentence_bert_config.json"), "{\"max_seq_length\": 4}");
        assertArrayEquals(mean(CLS, 4, 5, SEP), of(told, "red boat sea storm storm"), 1e-5f);
    }

    @Test
    void aModelThatPoolsItselfIsTakenAtItsWord() throws IOException {
        Path model = SampleCompanions.meaning(room.file("mini"), 0, false, "sentence_embedding");
        assertArrayEquals(mean(CLS), of(model, "red boat"), 1e-5f);
    }

    @Test
    void itsPoolingMaySayThatTheFirstMarkStandsForAll() throws IOException {
        Path model = SampleCompanions.meaning(room.file("mini"), 0, false, "last_hidden_state");
        Files.createDirectories(model.resolve("1_Pooling"));
        Files.writeString(model.resolve("1_Pooling/config.json"), "{\"pooling_mode_cls_token\": true}");
        assertArrayEquals(mean(CLS), of(model, "red boat"), 1e-5f);
    }

    @Test
    void aTokenizerThatIsNoneIsNamed() throws IOException {
        Path model = SampleCompanions.meaning(room.file("mini"), 0, false, "last_hidden_state");
        Files.writeString(model.resolve("tokenizer.json"), "{\"model\": 1}");
        Failure failure = Darkroom.failure(Darkroom.load(model));
        assertTrue(failure.what().contains("mini/tokenizer.json"), failure.what());
    }
}
