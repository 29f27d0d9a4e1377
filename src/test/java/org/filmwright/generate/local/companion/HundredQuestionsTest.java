package org.filmwright.generate.local.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Companion;
import org.filmwright.generate.local.Companion.Question;
import org.filmwright.generate.local.graph.Handles;
import org.filmwright.generate.local.runner.Memory;
import org.filmwright.generate.local.sample.Element;
import org.filmwright.generate.local.sample.SampleCompanions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What companions that are asked all day leave in memory. */
@Timeout(120)
class HundredQuestionsTest {
    private static final int QUESTIONS = 100;
    private static final int WARM = 20;
    /** The heap is shared with every other test, so only much is told by it; open handles tell of the rest. */
    private static final long TOLERANCE = 512L << 20;

    @TempDir
    private Path folder;

    private void hundred(Path model, Question question) {
        int tensors = Handles.tensors();
        int graphs = Handles.graphs();
        long warm = 0;
        try (Companion companion = Darkroom.value(Darkroom.load(model))) {
            int open = Handles.graphs();
            for (int i = 1; i <= QUESTIONS; i++) {
                Darkroom.value(companion.answer(question, Progress.NONE));
                warm = i == WARM ? Memory.now().rss() : warm;
                assertEquals(tensors, Handles.tensors(), question + " " + i);
            }
            assertEquals(open, Handles.graphs());
            long grown = Memory.now().rss() - warm;
            assertTrue(grown < TOLERANCE, question + " grew by " + (grown >> 20) + " MiB");
        }
        assertEquals(graphs, Handles.graphs());
    }

    @Test
    void memoryStaysFlatOverAHundredQuestions() throws IOException {
        Darkroom room = new Darkroom(folder);
        Path picture = room.picture("p.png", 96, 64, Darkroom::motley);
        Path other = room.picture("o.png", 96, 64, (x, y) -> x > 60 ? 0x406080 : Darkroom.motley(x, y));
        Path to = room.file("to.png");
        hundred(SampleCompanions.depth(room.file("d"), Element.HALF, 32, 32), new Question.Depth(picture, to));
        hundred(SampleCompanions.enlarge(room.file("e"), Element.FLOAT, 4, 64, true), new Question.Enlarge(picture,
                to));
        hundred(SampleCompanions.between(room.file("r"), Element.FLOAT, new String[]{"img0", "img1", "timestep"}, 1),
                new Question.Between(picture, other, 0.5, to));
        Path clip = SampleCompanions.likeness(room.file("c"), true);
        hundred(clip, new Question.SeePictures(List.of(picture)));
        hundred(clip, new Question.ReadWords(List.of("a red cat")));
        hundred(SampleCompanions.meaning(room.file("m"), 0, true, "last_hidden_state"), new Question.Understand(List.of(
                "red boat")));
    }

    @Test
    void whatFailsLeavesNothingOpenEither() throws IOException {
        Darkroom room = new Darkroom(folder);
        Path picture = room.picture("p.png", 8, 8, Darkroom::motley);
        int tensors = Handles.tensors();
        int graphs = Handles.graphs();
        Path clip = SampleCompanions.likeness(room.file("c"), true);
        Files.writeString(clip.resolve("vocab.json"), "{}");
        Path model = SampleCompanions.numberless(room.file("nan"));
        for (int i = 0; i < WARM; i++) {
            Darkroom.failure(Darkroom.ask(model, new Question.Enlarge(picture, room.file("to.png"))));
            Darkroom.failure(Darkroom.load(clip));
        }
        assertEquals(tensors, Handles.tensors());
        assertEquals(graphs, Handles.graphs());
    }
}
