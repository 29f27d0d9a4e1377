package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.util.List;
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
        Fx.run(() -> studio.window().open(SampleProject.whole()));
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
        Fx.run(() -> studio.window().open(SampleProject.whole()));
        studio.show(Scope.IMAGES);
        looksAt("Shot 1-A, take 2 of 3, approved");
        assertFalse(studio.seen("prompt-words"));
        studio.press(KeyCode.R, KeyCode.SHIFT);
        assertEquals(planned, words("prompt-words"));
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

    /** What is asked behind the window waits until this is counted down. */
    private CountDownLatch busy() {
        CountDownLatch busy = new CountDownLatch(1);
        Fx.run(() -> Looks.desk(studio.window()).offstage().run(() -> {
            try {
                busy.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        return busy;
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
        return Fx.get(((TextInputControl) studio.node(field))::getText);
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
