package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.util.List;
import org.filmwright.ui.kit.Settings;
import java.util.Map;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.review.Drawing;
import org.filmwright.review.Note;
import org.filmwright.review.Ruling;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed among the pictures is not lost, not sent twice and not about another take, whatever happens meanwhile. */
class HalfTypedTest extends OnTheSample {
    private static final TakeId SECOND = new TakeId("1-A-take-2");

    private Hands hands;

    @BeforeEach
    void lookAtIt() {
        hands = new Hands(studio.window().scene());
        looksAt("Shot 1-A, take 2 of 3, approved");
    }

    @Test
    void aSentenceGoesOnInAnotherWidthAndIsAboutTheTakeItWasBegunFor() {
        studio.press(KeyCode.N);
        hands.type("too dark");
        Fx.run(() -> Looks.run(studio.window(), "view.right"));
        studio.layOut();
        assertTrue(studio.seen("note"));
        ShotId other = project.snapshot().script().orElseThrow().plan().shots().get(1).id();
        Fx.run(() -> Looks.desk(studio.window()).shot().set(Optional.of(other)));
        assertTrue(Fx.get(studio.node("loupe")::getAccessibleText).startsWith("Shot 1-B"));
        assertEquals("note", focus());
        assertEquals("On 1-A take 2", studio.text("note-about"));
        hands.type(" up");
        hands.press(KeyCode.ENTER);
        Fx.until("ruled", () -> project.snapshot().rulingOf(SECOND) == Ruling.CHANGES);
        assertEquals("too dark up", project.snapshot().verdicts().get(SECOND).reason());
        studio.settle();
        assertTrue(Fx.get(studio.node("loupe")::getAccessibleText).startsWith("Shot 1-B"), "one stays where one is");
        assertFalse(studio.seen("note"));
    }

    @Test
    void aVerdictThatIsRecordedMeanwhileEndsNoQuestionAndMakesNoVerdictsOfLetters() {
        for (String asks : List.of("images.changes", "images.reject-why", "images.regenerate-n")) {
            Ruling before = project.snapshot().rulingOf(SECOND);
            Fx.run(() -> {
                Looks.run(studio.window(), before == Ruling.REJECTED ? "images.renew" : "images.reject-stay");
                Looks.run(studio.window(), asks);
            });
            String field = focus();
            Fx.until("recorded and shown", () -> Fx.get(() -> Looks.desk(studio.window())
                    .snapshot()
                    .get()
                    .orElseThrow()
                    .rulingOf(SECOND)) != before);
            assertEquals(field, focus(), asks);
            studio.press(KeyCode.ESCAPE);
        }
    }

    @Test
    void aFieldThatWaitsGoesAlongWhenWhatIsTakenBackShowsAnotherTake() {
        studio.press(KeyCode.X, KeyCode.SHIFT);
        Fx.until("rejected", () -> project.snapshot().rulingOf(SECOND) == Ruling.REJECTED);
        studio.press(KeyCode.RIGHT);
        Fx.run(() -> {
            Looks.desk(studio.window()).undo();
            Looks.run(studio.window(), "images.changes");
        });
        looksAt("Shot 1-A, take 2 of 3, approved");
        assertEquals("note", focus());
        hands.type("xp");
        assertEquals("xp", words("note"));
        assertEquals(Ruling.APPROVED, project.snapshot().rulingOf(SECOND));
    }

    @Test
    void whatWasLeftIsThereAgainForItsTakeAlone() {
        studio.press(KeyCode.N);
        hands.type("too dark");
        studio.press(KeyCode.ESCAPE);
        studio.press(KeyCode.RIGHT);
        studio.press(KeyCode.N);
        assertEquals("", words("note"));
        studio.press(KeyCode.ESCAPE);
        studio.press(KeyCode.LEFT);
        studio.press(KeyCode.N);
        assertEquals("too dark", words("note"));
        Fx.run(() -> studio.window().open(SampleProject.elsewhere()));
        studio.show(Scope.IMAGES);
        looksAt("Shot 1-A, take 2 of 3, approved");
        studio.press(KeyCode.N);
        assertEquals("", words("note"), "another project");
    }

    @Test
    void aPromptOfOneProjectIsNotThereInAnother() {
        String planned = studio.text("prompt");
        studio.press(KeyCode.R, KeyCode.SHIFT);
        Fx.run(() -> ((TextInputControl) studio.window().scene().lookup("#prompt-words")).setText("Mine"));
        Fx.run(() -> studio.window().scene().lookup("#loupe").requestFocus());
        Fx.run(() -> studio.window().open(SampleProject.elsewhere()));
        studio.show(Scope.IMAGES);
        looksAt("Shot 1-A, take 2 of 3, approved");
        assertFalse(studio.seen("prompt-words"));
        studio.press(KeyCode.R, KeyCode.SHIFT);
        assertEquals(planned, words("prompt-words"));
    }

    @Test
    void whatWasBegunIsThereAgainAfterTheWindowWasClosed() {
        Kept kept = new Kept();
        try (TestStudio first = looking(kept)) {
            first.press(KeyCode.D);
            first.press(KeyCode.SPACE);
            first.press(KeyCode.RIGHT);
            first.press(KeyCode.SPACE);
            first.press(KeyCode.ESCAPE);
            first.press(KeyCode.R, KeyCode.SHIFT);
            type(first, "prompt-words", "Mine, only");
            Fx.run(() -> first.window().scene().lookup("#loupe").requestFocus());
            first.press(KeyCode.N);
            type(first, "note", "too dark & wet");
        }
        try (TestStudio second = looking(kept)) {
            Fx.until("the prompt", () -> second.seen("prompt-words"));
            assertEquals("Mine, only", words(second, "prompt-words"));
            second.press(KeyCode.N);
            assertEquals("too dark & wet", words(second, "note"));
            second.press(KeyCode.ESCAPE);
            second.press(KeyCode.D);
            assertFalse(second.all(".fw-ink").isEmpty(), "what was drawn");
        }
    }

    @Test
    void whatWasOnlyOpenedAndWhatWasSentIsNotThereAgain() {
        Kept kept = new Kept();
        try (TestStudio first = looking(kept)) {
            first.press(KeyCode.R, KeyCode.SHIFT);
            Fx.until("the prompt", () -> first.seen("prompt-words"));
            Fx.run(() -> first.window().scene().lookup("#loupe").requestFocus());
            first.press(KeyCode.N);
            type(first, "note", "too dark");
            first.press(KeyCode.ESCAPE);
            first.press(KeyCode.N);
            assertEquals("too dark", words(first, "note"));
            first.press(KeyCode.ENTER);
            first.settle();
        }
        assertEquals(List.of(), kept.drafts());
        try (TestStudio second = looking(kept)) {
            assertFalse(second.seen("prompt-words"));
            second.press(KeyCode.N);
            assertEquals("", words(second, "note"));
        }
    }

    /** Settings that outlive their window. */
    private static final class Kept {
        private final Map<String, List<String>> all = new HashMap<>();

        Settings settings() {
            return new Settings(all, now -> {
                all.clear();
                all.putAll(now);
            });
        }

        List<String> drafts() {
            return all.getOrDefault("drafts", List.of());
        }
    }

    private static TestStudio looking(Kept kept) {
        TestStudio opened = new TestStudio(kept.settings());
        Fx.run(() -> opened.window().open(SampleProject.whole()));
        opened.show(Scope.IMAGES);
        Fx.until("the second take", () -> opened.window()
                .scene()
                .lookup("#loupe")
                .getAccessibleText()
                .startsWith("Shot 1-A, take 2 of 3"));
        return opened;
    }

    private static void type(TestStudio in, String field, String words) {
        Fx.run(() -> ((TextInputControl) in.window().scene().lookup("#" + field)).setText(words));
    }

    private static String words(TestStudio in, String field) {
        return Fx.get(((TextInputControl) in.node(field))::getText);
    }

    @Test
    void aPictureThatComesWhileSomebodyTypesIsOnePressAway(@TempDir Path disk) throws IOException {
        studio.press(KeyCode.N);
        hands.type("too dark");
        drop(disk);
        Fx.until("it is told", () -> says("sea.png is 1-A take 4."));
        looksAt("Shot 1-A, take 2 of 4, approved");
        assertEquals("note", focus());
        studio.press(KeyCode.ESCAPE);
        studio.fire("show-imported");
        looksAt("Shot 1-A, take 4 of 4, new");
    }

    @Test
    void whoWentOnMeanwhileIsNotCalledAway(@TempDir Path disk) throws IOException {
        CountDownLatch busy = busy();
        drop(disk);
        studio.press(KeyCode.LEFT);
        busy.countDown();
        Fx.until("it is told", () -> says("sea.png is 1-A take 4."));
        looksAt("Shot 1-A, take 1 of 4, rejected");
    }

    @Test
    void aNoteIsSentOnceAndChosenWhereItIsLookedAt() {
        CountDownLatch busy = busy();
        studio.press(KeyCode.D);
        hands.type("dark");
        studio.press(KeyCode.ENTER);
        studio.press(KeyCode.D);
        assertEquals("", words("note-words"), "it is on its way");
        studio.press(KeyCode.ESCAPE);
        studio.press(KeyCode.RIGHT);
        busy.countDown();
        Fx.until("it is there", () -> notes().size() == 1);
        studio.settle();
        Fx.until("it is carried", () -> found("note-1").isPresent());
        assertTrue(found("note-answer").isEmpty(), "nobody chose it on this take");
    }

    @Test
    void anAnswerThatIsBegunOutlivesWhateverHappensToTheNotes() {
        project.lightTable().pin(SECOND, Drawing.at(0.5, 0.5), "Grey coat");
        Fx.until("its pin", () -> found("pin-1").isPresent());
        studio.press(KeyCode.F7);
        studio.press(KeyCode.N, KeyCode.ALT);
        assertEquals("note-answer", focus());
        studio.layOut();
        hands.type("brown");
        project.lightTable().pin(SECOND, Drawing.at(0.2, 0.2), "Hat");
        Fx.until("another card", () -> found("note-2").isPresent());
        assertEquals("note-answer", focus());
        studio.layOut();
        hands.type(" before");
        assertEquals("brown before", words("note-answer"));
        studio.press(KeyCode.ESCAPE);
        studio.press(KeyCode.RIGHT);
        studio.press(KeyCode.LEFT);
        studio.press(KeyCode.F7);
        studio.press(KeyCode.N, KeyCode.ALT);
        assertEquals("brown before", words("note-answer"));
        CountDownLatch busy = busy();
        studio.press(KeyCode.ENTER);
        assertEquals("", words("note-answer"), "it is on its way");
        busy.countDown();
        Fx.until("answered", () -> notes().getFirst().thread().size() == 2);
        assertEquals("brown before", notes().getFirst().thread().getLast().text());
    }

    @Test
    void aVerdictIsRecordedWhilePicturesAreStillBeingCopied(@TempDir Path disk) throws IOException {
        CountDownLatch copying = new CountDownLatch(1);
        Fx.run(() -> Looks.desk(studio.window()).offstage().run(held(copying)));
        drop(disk);
        studio.press(KeyCode.X, KeyCode.SHIFT);
        studio.press(KeyCode.DIGIT4);
        Fx.until("ruled and rated", () -> Optional.ofNullable(project.snapshot().verdicts().get(SECOND))
                .filter(verdict -> verdict.ruling() == Ruling.REJECTED && verdict.marks().stars() == 4)
                .isPresent());
        assertEquals(3, takesOfFirst());
        copying.countDown();
        Fx.until("the picture is there too", () -> takesOfFirst() == 4);
    }

    private int takesOfFirst() {
        return project.snapshot()
                .takesOf(project.snapshot().script().orElseThrow().plan().shots().getFirst().id())
                .size();
    }

    /** What is asked behind the window waits until this is counted down. */
    private CountDownLatch busy() {
        CountDownLatch busy = new CountDownLatch(1);
        Fx.run(() -> {
            Looks.desk(studio.window()).offstage().run(held(busy));
            Looks.desk(studio.window()).recorder().run(held(busy));
        });
        return busy;
    }

    private static Runnable held(CountDownLatch latch) {
        return () -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void drop(Path disk) throws IOException {
        Path picture = Files.createFile(disk.resolve("sea.png"));
        Node loupe = studio.node("loupe");
        Fx.run(() -> Looks.drop(studio.window(), List.of(picture.toFile()), loupe));
    }

    private List<Note> notes() {
        return project.snapshot().edits().notes().of(SECOND);
    }

    private String words(String field) {
        return words(studio, field);
    }

    private String focus() {
        return Fx.get(() -> studio.window().scene().getFocusOwner().getId());
    }

    private Optional<Node> found(String id) {
        return Optional.ofNullable(studio.window().scene().lookup("#" + id));
    }

    private boolean says(String words) {
        return studio.window()
                .scene()
                .getRoot()
                .lookupAll(".label")
                .stream()
                .map(label -> ((Labeled) label).getText())
                .anyMatch(words::equals);
    }

    private void looksAt(String take) {
        Fx.until(take, () -> studio.window().scene().lookup("#loupe").getAccessibleText().equals(take));
    }
}
