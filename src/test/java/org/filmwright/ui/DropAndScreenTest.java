package org.filmwright.ui;

import java.io.File;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.filmwright.base.Outcome;
import org.filmwright.base.TakeId;
import org.filmwright.review.Ruling;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is held over the window says where it would land; what is looked at shows on a second screen. */
class DropAndScreenTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    private Path disk;

    @Test
    void aScreenplayHeldOverTheWindowSaysWhatWillHappenAndIsOpenedWhenItIsDropped() throws IOException {
        Path script = Files.writeString(disk.resolve("night.fountain"), "INT. CELLAR - NIGHT\n\nDark.\n");
        try (TestStudio studio = TestStudio.with(SampleProject.planned())) {
            SampleProject film = SampleProject.whole();
            studio.script().opens = Outcome.ok(film);
            assertTrue(hold(studio, script));
            assertEquals("Drop to make a film of night.fountain", studio.text("drop-words"));
            StudioSnapshots.write(studio.window(), PICTURES.resolve("drop-script.png"));
            Fx.run(() -> Looks.drop(studio.window(), List.of(script.toFile())));
            Fx.until("it is open", () -> Looks.isOpen(studio.window(), film));
            assertFalse(Fx.get(() -> studio.window().scene().lookup("#drop").isVisible()));
        }
    }

    @Test
    void whatCannotBeTakenIsRefusedInWords() throws IOException {
        Path picture = Files.createFile(disk.resolve("sea.png"));
        Path folder = Files.createDirectories(disk.resolve("holiday"));
        Path other = Files.createFile(disk.resolve("song.mp3"));
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.show(Scope.IMAGES);
            assertFalse(hold(studio, picture));
            assertTrue(studio.text("drop-words").startsWith("sea.png cannot be taken in here."));
            StudioSnapshots.write(studio.window(), PICTURES.resolve("drop-refused.png"));
            assertFalse(hold(studio, folder));
            assertTrue(studio.text("drop-words").startsWith("holiday is no project folder."));
            assertFalse(hold(studio, other));
            assertTrue(studio.text("drop-words").startsWith("song.mp3 is a sound. Drop it on the lanes"));
            assertFalse(Fx.get(() -> Looks.hold(studio.window(), List.of(picture.toFile(), other.toFile()))));
            assertTrue(studio.text("drop-words").startsWith("2 files cannot be taken in at once."));
        }
    }

    @Test
    void aPictureHeldOverAShotBecomesATakeOfIt() throws IOException {
        Path picture = Files.createFile(disk.resolve("sea.png"));
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.show(Scope.IMAGES);
            Node row = row(studio, "1-B");
            assertTrue(Fx.get(() -> Looks.hold(studio.window(), List.of(picture.toFile()), row)));
            assertEquals("Drop to make sea.png a take of 1-B", studio.text("drop-words"));
            StudioSnapshots.write(studio.window(), PICTURES.resolve("drop-take.png"));
            Fx.run(() -> Looks.drop(studio.window(), List.of(picture.toFile()), row));
            looksAt(studio, "Shot 1-B, take 4 of 4, new");
            studio.press(KeyCode.Z, KeyCode.CONTROL);
            Fx.until("it is in the trash", () -> !spoken(studio).startsWith("Shot 1-B, take 4"));
        }
    }

    @Test
    void severalPicturesBecomeTakesTogetherAndWhatIsNoneIsNamed() throws IOException {
        List<File> files = List.of(Files.createFile(disk.resolve("sea.png")).toFile(), Files.createFile(disk.resolve(
                "song.mp3")).toFile(), Files.createFile(disk.resolve("quay.jpg")).toFile(), Files.createFile(
                        disk
                                .resolve("broken.png"))
                        .toFile());
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.show(Scope.IMAGES);
            Node row = row(studio, "1-B");
            assertTrue(Fx.get(() -> Looks.hold(studio.window(), files, row)));
            assertEquals("Drop to make 3 pictures takes of 1-B; 1 file is no picture", studio.text("drop-words"));
            StudioSnapshots.write(studio.window(), PICTURES.resolve("drop-takes.png"));
            Fx.run(() -> Looks.drop(studio.window(), files, row));
            looksAt(studio, "Shot 1-B, take 4 of 5, new");
            assertTrue(says(studio, "2 pictures are takes of 1-B."));
            assertTrue(says(studio, "broken.png is damaged: its pixels cannot be read."));
            assertTrue(says(studio, "song.mp3 is no picture and was left out."));
            studio.press(KeyCode.Z, KeyCode.CONTROL);
            Fx.until("both are in the trash", () -> !spoken(studio).startsWith("Shot 1-B, take 4")
                    && spoken(studio).contains("of 5"));
        }
    }

    @Test
    void whatWasNotMadeHereHasNoSeed() throws IOException {
        Path picture = Files.createFile(disk.resolve("sea.png"));
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.show(Scope.IMAGES);
            Node loupe = studio.node("loupe");
            Fx.run(() -> Looks.drop(studio.window(), List.of(picture.toFile()), loupe));
            looksAt(studio, "Shot 1-A, take 4 of 4, new");
            assertTrue(says(studio, "None, it was not made here"));
            assertTrue(says(studio, "From outside"));
        }
    }

    @Test
    void aPictureIsImportedForTheShotThatIsLookedAtByKeyAndByDrop() throws IOException {
        Path picture = Files.createFile(disk.resolve("sea.jpg"));
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.show(Scope.IMAGES);
            studio.script().chosen = Optional.of(picture);
            studio.press(KeyCode.I, KeyCode.CONTROL, KeyCode.SHIFT);
            looksAt(studio, "Shot 1-A, take 4 of 4, new");
            Node loupe = studio.node("loupe");
            assertTrue(Fx.get(() -> Looks.drop(studio.window(), List.of(picture.toFile()), loupe)));
            Fx.until("it is known", () -> says(studio, "sea.jpg is 1-A take 4 already. Nothing was added."));
        }
    }

    @Test
    void aPictureThatCannotBeReadIsRefusedInWordsAndNothingIsAdded() throws IOException {
        Path picture = Files.createFile(disk.resolve("broken.png"));
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.show(Scope.IMAGES);
            Node loupe = studio.node("loupe");
            Fx.run(() -> Looks.drop(studio.window(), List.of(picture.toFile()), loupe));
            Fx.until("why", () -> says(studio, "broken.png is damaged: its pixels cannot be read."));
            looksAt(studio, "Shot 1-A, take 2 of 3, approved");
        }
    }

    private static boolean says(TestStudio studio, String words) {
        return studio.window()
                .scene()
                .getRoot()
                .lookupAll(".label")
                .stream()
                .anyMatch(label -> ((Labeled) label).getText() != null && ((Labeled) label).getText().contains(words));
    }

    private static Node row(TestStudio studio, String label) {
        return studio.all(".fw-shot-label")
                .stream()
                .filter(each -> ((Labeled) each).getText().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static String spoken(TestStudio studio) {
        return studio.window().scene().lookup("#loupe").getAccessibleText();
    }

    private static void looksAt(TestStudio studio, String take) {
        Fx.until(take, () -> spoken(studio).equals(take));
    }

    @Test
    void aFolderHeldOverTheModelsIsAModel() throws IOException {
        Path folder = Files.createDirectories(disk.resolve("tiny"));
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.show(Scope.MODELS);
            assertTrue(hold(studio, folder));
            assertEquals("Drop to import tiny as a model", studio.text("drop-words"));
        }
    }

    @Test
    void theSecondScreenShowsThePictureThatIsLookedAtAndItsKeysMeanWhatTheyMeanHere() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.show(Scope.IMAGES);
            studio.press(KeyCode.BACK_QUOTE, KeyCode.SHIFT);
            Fx.until("the picture is there", () -> second(studio).isPresent());
            ImageView shown = second(studio).orElseThrow();
            var before = Fx.get(shown::getImage);
            Fx.run(() -> typed(studio, KeyCode.CLOSE_BRACKET));
            Fx.until("the next take", () -> shown.getImage() != before && shown.getImage() != null);
            Fx.run(() -> typed(studio, KeyCode.ESCAPE));
            assertEquals(Optional.empty(), studio.script().second);
        }
    }

    @Test
    void wordsTypedIntoTheSecondScreenGoToTheFieldThatHasTheKeysHere() {
        SampleProject film = SampleProject.whole();
        TakeId take = new TakeId("1-A-take-2");
        try (TestStudio studio = TestStudio.with(film)) {
            studio.show(Scope.IMAGES);
            looksAt(studio, "Shot 1-A, take 2 of 3, approved");
            studio.press(KeyCode.BACK_QUOTE, KeyCode.SHIFT);
            studio.press(KeyCode.N);
            new Hands(studio.script().second.orElseThrow()).type("xup");
            studio.settle();
            assertEquals("xup", Fx.get(((TextField) studio.node("note"))::getText));
            assertEquals(Ruling.APPROVED, film.snapshot().rulingOf(take));
            studio.press(KeyCode.ESCAPE);
            Fx.run(() -> typed(studio, KeyCode.BACK_SLASH));
            looksAt(studio, "Shot 1-A, take 1 of 3, rejected");
            new Hands(studio.script().second.orElseThrow()).press(KeyCode.BACK_SLASH);
            looksAt(studio, "Shot 1-A, take 2 of 3, approved");
        }
    }

    @Test
    void whatNobodyForesawIsToldWithTheLogOnePressAway() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            Fx.run(() -> Looks.fail(studio.window()));
            Fx.until("it is told", () -> studio.window().scene().lookup("#open-log") != null);
            Fx.run(() -> ((Button) studio.window().scene().lookup("#open-log")).fire());
            assertEquals(List.of("log"), studio.told());
        }
    }

    private static Optional<ImageView> second(TestStudio studio) {
        return studio.script().second.flatMap(scene -> scene.getRoot()
                .lookupAll(".image-view")
                .stream()
                .map(ImageView.class::cast)
                .filter(view -> view.getImage() != null)
                .findFirst());
    }

    private static void typed(TestStudio studio, KeyCode code) {
        studio.script().second.ifPresent(scene -> javafx.event.Event.fireEvent(scene.getRoot(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    /** Whether it is taken. */
    private static boolean hold(TestStudio studio, Path file) {
        studio.layOut();
        return Fx.get(() -> Looks.hold(studio.window(), List.of(file.toFile())));
    }
}
