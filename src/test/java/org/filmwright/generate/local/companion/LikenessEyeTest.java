package org.filmwright.generate.local.companion;

import static org.filmwright.generate.local.companion.Darkroom.rgb;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.filmwright.base.Failure;
import org.filmwright.generate.local.Companion.Question;
import org.filmwright.generate.local.sample.SampleCompanions;
import org.filmwright.generate.local.sample.Texts;
import org.filmwright.generate.local.sample.Vocabularies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures and words in one space, where a picture is its mean colour and words are the sum of theirs. */
class LikenessEyeTest {
    private static final double[] MEAN = {0.48145466, 0.4578275, 0.40821073};
    private static final double[] DEVIATION = {0.26862954, 0.26130258, 0.27577711};

    @TempDir
    private Path folder;
    private Darkroom room;

    @BeforeEach
    void begin() {
        room = new Darkroom(folder);
    }

    private static float[] unit(double... vector) {
        double length = 0;
        for (double number : vector) {
            length += number * number;
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / Math.sqrt(length));
        }
        return unit;
    }

    private static float[] seen(int red, int green, int blue) {
        int[] colours = {red, green, blue};
        double[] vector = new double[3];
        for (int c = 0; c < 3; c++) {
            vector[c] = (colours[c] / 255.0 - MEAN[c]) / DEVIATION[c];
        }
        return unit(vector);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void picturesAreSeenInClipsColours(boolean apart) throws IOException {
        Path model = SampleCompanions.likeness(room.file("clip"), apart);
        Path red = room.picture("red.png", 30, 50, (_, _) -> rgb(250, 10, 40));
        Path sea = room.picture("sea.png", 500, 300, (_, _) -> rgb(20, 90, 180));
        List<float[]> vectors = Darkroom.vectors(model, new Question.SeePictures(List.of(red, sea)));
        assertArrayEquals(seen(250, 10, 40), vectors.get(0), 1e-4f);
        assertArrayEquals(seen(20, 90, 180), vectors.get(1), 1e-4f);
    }

    @Test
    void theMiddleOfAPictureIsSeenAndItsEndsAreNot() throws IOException {
        Path model = SampleCompanions.likeness(room.file("clip"), true);
        Path wide = room.picture("wide.png", 900, 300, (x, _) -> x >= 290 && x < 610 ? rgb(0, 200, 0) : 0xffffff);
        assertArrayEquals(seen(0, 200, 0), Darkroom.vectors(model, new Question.SeePictures(List.of(wide))).getFirst(),
                1e-4f);
    }

    @Test
    void itsPreprocessorSaysOtherwise() throws IOException {
        Path model = SampleCompanions.likeness(room.file("clip"), true);
        Files.writeString(model.resolve("preprocessor_config.json"), """
                {"size": {"shortest_edge": 20}, "crop_size": {"height": 10, "width": 10},
                 "image_mean": [0, 0, 0], "image_std": [1, 2, 4]}""");
        Path framed = room.picture("framed.png", 40, 40, (x, y) -> x >= 5 && x < 35 && y >= 5 && y < 35
                ? rgb(51, 102, 204)
                : 0xffffff);
        assertArrayEquals(unit(0.2, 0.2, 0.2), Darkroom.vectors(model, new Question.SeePictures(List.of(framed)))
                .getFirst(), 1e-5f);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void wordsAreReadWithoutTheirPadding(boolean apart) throws IOException {
        Path model = SampleCompanions.likeness(room.file("clip"), apart);
        var ids = Vocabularies.clip();
        int[] read = {ids.get("<|startoftext|>"), ids.get("red</w>"), ids.get("cat</w>"), ids.get("<|endoftext|>")};
        double[] sum = new double[3];
        for (int id : read) {
            for (int d = 0; d < 3; d++) {
                sum[d] += Texts.state(id, d);
            }
        }
        List<float[]> vectors = Darkroom.vectors(model, new Question.ReadWords(List.of("red cat", "Red  CAT")));
        assertArrayEquals(unit(sum), vectors.get(0), 1e-5f);
        assertArrayEquals(vectors.get(0), vectors.get(1));
    }

    @Test
    void wordsBeyondWhatItReadsAreLeftOut() throws IOException {
        Path model = SampleCompanions.likeness(room.file("clip"), true);
        List<float[]> vectors = Darkroom.vectors(model, new Question.ReadWords(List.of("cat ".repeat(75), "cat ".repeat(
                75) + "dog dog dog")));
        assertArrayEquals(vectors.get(0), vectors.get(1));
    }

    @Test
    void whoIsAskedForSomethingElseSaysSo() throws IOException {
        Path model = SampleCompanions.likeness(room.file("clip"), true);
        Failure failure = Darkroom.failure(Darkroom.ask(model, new Question.Understand(List.of("a"))));
        assertEquals("companion.question", ((Failure.Bug) failure).code());
    }
}
