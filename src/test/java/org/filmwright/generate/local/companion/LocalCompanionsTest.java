package org.filmwright.generate.local.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Companions;
import org.filmwright.generate.Companions.Skill;
import org.filmwright.generate.local.Companion.Answer;
import org.filmwright.generate.local.Companion.Question;
import org.filmwright.generate.local.LocalModel;
import org.filmwright.generate.local.sample.Element;
import org.filmwright.generate.local.sample.SampleCompanions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the models of a shelf is asked, and what. */
class LocalCompanionsTest {
    @TempDir
    private Path disk;
    private final List<LocalCompanions.Shelved> shelf = new ArrayList<>();
    private final List<Path> asked = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private Companions companions;

    @BeforeEach
    void begin() {
        companions = new LocalCompanions(() -> List.copyOf(shelf), (model, question, _) -> {
            asked.add(model);
            questions.add(question);
            return Outcome.ok(switch (question) {
                case Question.Understand(List<String> texts) -> new Answer.Vectors(texts.stream()
                        .map(text -> new float[]{text.length()})
                        .toList());
                case Question.SeePictures _,Question.ReadWords _ -> new Answer.Vectors(List.of());
                case Question.Depth _,Question.Enlarge _,Question.Between _ -> new Answer.Drawn(question.file()
                        .orElseThrow());
            });
        });
    }

    private void shelve(String name, long addedAt, Optional<Failure> barred) throws IOException {
        Path folder = name.startsWith("up")
                ? SampleCompanions.enlarge(disk.resolve(name), Element.FLOAT, 2, 0, false)
                : SampleCompanions.meaning(disk.resolve(name), 0, false, "last_hidden_state");
        shelf.add(new LocalCompanions.Shelved(new LocalModel(name, folder, "version of " + name), addedAt, barred));
    }

    private Path enlarged() {
        Darkroom.value(companions.enlarge(Path.of("a.png"), disk.resolve("b.png"), Progress.NONE));
        return asked.getLast().getFileName();
    }

    @Test
    void withoutAModelItSaysWhichIsMissing() {
        assertEquals(Set.of(), companions.skills());
        Failure failure = Darkroom.failure(companions.enlarge(Path.of("a.png"), Path.of("b.png"), Progress.NONE));
        assertEquals("There is no model here that enlarges pictures.", assertInstanceOf(Failure.Misconfigured.class,
                failure).what());
        assertThrows(IllegalArgumentException.class, () -> companions.version(Skill.ENLARGE));
    }

    @Test
    void theNewestAnswersAndOfThoseThatCameTogetherTheFirstByName() throws IOException {
        shelve("up-b", 5, Optional.empty());
        shelve("up-a", 5, Optional.empty());
        shelve("up-old", 1, Optional.empty());
        assertEquals(Path.of("up-a"), enlarged());
        shelve("up-new", 9, Optional.empty());
        assertEquals(Path.of("up-new"), enlarged());
        assertEquals("version of up-new", companions.version(Skill.ENLARGE));
        assertEquals(Set.of(Skill.ENLARGE), companions.skills());
    }

    @Test
    void whatComesAndGoesMeanwhileIsSeen() throws IOException {
        assertEquals(Set.of(), companions.skills());
        shelve("mini", 1, Optional.empty());
        assertEquals(Set.of(Skill.MEANING), companions.skills());
        Path gone = disk.resolve("elsewhere");
        Files.move(disk.resolve("mini"), gone);
        assertEquals(Set.of(), companions.skills());
        Files.move(gone, disk.resolve("mini"));
        shelf.clear();
        assertEquals(Set.of(), companions.skills());
    }

    @Test
    void aModelWhoseLicenceNobodyAcceptedIsNotUsed() throws IOException {
        Failure open = new Failure.Ambiguous("The licence is not accepted yet.", Optional.empty());
        shelve("up-new", 9, Optional.of(open));
        assertEquals(Set.of(), companions.skills());
        assertEquals(open, Darkroom.failure(companions.enlarge(Path.of("a.png"), Path.of("b.png"), Progress.NONE)));
        assertEquals(List.of(), asked);
        shelve("up-old", 1, Optional.empty());
        assertEquals(Path.of("up-old"), enlarged());
    }

    @Test
    void manyTextsAreAskedInPartsAndAnsweredInOrder() throws IOException {
        shelve("mini", 1, Optional.empty());
        List<String> texts = IntStream.range(0, 40).mapToObj("x"::repeat).toList();
        List<float[]> vectors = Darkroom.value(companions.meaning(texts, Progress.NONE));
        assertEquals(40, vectors.size());
        assertEquals(39, vectors.get(39)[0]);
        assertEquals(3, questions.size());
        assertEquals(List.of(), Darkroom.value(companions.meaning(List.of(), Progress.NONE)));
    }

    @Test
    void aTextNobodyReadsToItsEndIsNotSentWhole() throws IOException {
        shelve("mini", 1, Optional.empty());
        Darkroom.value(companions.meaning(List.of("x".repeat(100_000)), Progress.NONE));
        assertTrue(((Question.Understand) questions.getFirst()).texts().getFirst().length() <= 8192);
    }

    @Test
    void aTimeThatIsNotBetweenIsAMistake() {
        for (double at : new double[]{0, 1, -0.5, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> companions.between(Path.of("a"), Path.of("b"), at, Path
                    .of("c"), Progress.NONE));
        }
    }
}
