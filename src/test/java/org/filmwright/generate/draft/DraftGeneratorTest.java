package org.filmwright.generate.draft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.base.ShotSize;
import org.filmwright.generate.Png;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Request;
import org.filmwright.generate.Staging;
import org.filmwright.images.recipe.Dialect;
import org.filmwright.images.recipe.Recipe;
import org.filmwright.images.recipe.RecipeAnswer;
import org.filmwright.images.recipe.RecipeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftGeneratorTest {
    private static final FrameSize SMALL = new FrameSize(320, 180);
    private static final Staging TWO = Stagings.spread().get(2);

    @TempDir
    Path folder;

    private Answer.Output drawn(Staging staging, FrameSize size, long seed, int take) {
        try (DraftGenerator artist = new DraftGenerator(InstantSource.system())) {
            Answer answer = artist.start(new Request.Image("a prompt, ünïcode", staging, size, seed, take, folder),
                    Progress.NONE);
            return assertInstanceOf(Answer.Done.class, answer).outputs().getFirst();
        }
    }

    private static BufferedImage picture(Answer.Output output) throws IOException {
        return ImageIO.read(output.file().toFile());
    }

    @Test
    void theSameRequestTwiceGivesTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(drawn(TWO, SMALL, 42, 1).file());
        assertArrayEquals(first, Files.readAllBytes(drawn(TWO, SMALL, 42, 1).file()));
    }

    @Test
    void takesOfAShotDifferAsIdeasAndNotInNoise() throws IOException {
        for (Staging staging : List.of(TWO, Stagings.spread().get(5), Stagings.spread().get(0))) {
            List<BufferedImage> takes = List.of(picture(drawn(staging, SMALL, 1, 1)),
                    picture(drawn(staging, SMALL, 1, 2)),
                    picture(drawn(staging, SMALL, 1, 3)));
            assertTrue(apart(takes.get(0), takes.get(1)) > .12, "takes 1 and 2 of " + staging.slate());
            assertTrue(apart(takes.get(1), takes.get(2)) > .12, "takes 2 and 3 of " + staging.slate());
            assertTrue(apart(takes.get(0), takes.get(2)) > .12, "takes 1 and 3 of " + staging.slate());
        }
    }

    /** Share of coarse cells whose brightness differs by more than a twentieth. */
    private static double apart(BufferedImage a, BufferedImage b) {
        int cells = 0;
        int different = 0;
        for (int y = 0; y + 12 <= a.getHeight(); y += 12) {
            for (int x = 0; x + 12 <= a.getWidth(); x += 12, cells++) {
                different += Math.abs(mean(a, x, y) - mean(b, x, y)) > 12 ? 1 : 0;
            }
        }
        return (double) different / cells;
    }

    private static double mean(BufferedImage image, int x0, int y0) {
        double sum = 0;
        for (int y = y0; y < y0 + 12; y++) {
            for (int x = x0; x < x0 + 12; x++) {
                sum += image.getRGB(x, y) >> 8 & 255;
            }
        }
        return sum / 144;
    }

    @Test
    void everySizeAndAngleCanBeDrawnAndTheSubjectLiesInThePicture() {
        for (ShotSize size : ShotSize.values()) {
            for (CameraAngle angle : CameraAngle.values()) {
                Staging alone = Stagings.shot(Stagings.HARBOUR, size, angle, "Mara runs.",
                        Stagings.mara("Mara runs", "!"));
                Staging two = Stagings.shot(Stagings.WAREHOUSE, size, angle, "They talk.", Stagings.mara("", "?"),
                        Stagings.tobias("sits", "", false));
                Staging nobody = Stagings.shot(Stagings.ALLEY, size, angle, "Nobody.");
                for (Staging staging : List.of(alone, two, nobody)) {
                    Region subject = drawn(staging, new FrameSize(160, 90), 3, 1).subject();
                    assertTrue(Region.WHOLE.contains(subject), size + " " + angle + ": " + subject);
                }
            }
        }
    }

    @Test
    void anyFrameCanBeFilled() throws IOException {
        for (FrameSize size : List.of(new FrameSize(64, 36), new FrameSize(7, 7), new FrameSize(240, 100),
                new FrameSize(90, 160), new FrameSize(161, 91))) {
            BufferedImage picture = picture(drawn(TWO, size, 1, 1));
            assertEquals(size, new FrameSize(picture.getWidth(), picture.getHeight()));
        }
    }

    @Test
    void thePictureCarriesItsReceipt() throws IOException {
        Answer.Output output = drawn(TWO, SMALL, 42, 2);
        String bytes = new String(Files.readAllBytes(output.file()), StandardCharsets.UTF_8);
        assertTrue(bytes.contains("iTXtprompt") && bytes.contains("a prompt, ünïcode"), "the prompt is in the file");
        assertEquals("42", output.receipt().get("seed"));
        assertEquals("2", output.receipt().get("take"));
        assertEquals("draft", output.receipt().get("generator"));
    }

    @Test
    void thePictureTellsItsRecipeToUsAndToOthers() {
        Answer.Output output = drawn(TWO, SMALL, 42, 2);
        Recipe recipe = assertInstanceOf(RecipeAnswer.Found.class, RecipeReader.of(output.file())).recipe();
        assertEquals(Dialect.FILMWRIGHT, recipe.dialect());
        assertEquals(output.receipt().get("prompt"), recipe.prompt());
        assertEquals(new Recipe.Settings(Optional.of(42L), Optional.of(SMALL), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of("draft")), recipe.settings());
        assertEquals(recipe.prompt() + "\nSeed: 42, Size: " + SMALL + ", Model: draft, Version: Filmwright 1",
                output.receipt().get("parameters"));
    }

    @Test
    void aFolderThatCannotBeWrittenIsAFailureWithASentence() {
        try (DraftGenerator artist = new DraftGenerator(InstantSource.system())) {
            Answer answer = artist.start(new Request.Image("", TWO, SMALL, 1, 1, folder.resolve("missing")),
                    Progress.NONE);
            Failure failure = assertInstanceOf(Answer.Failed.class, answer).failure();
            assertTrue(failure.what().contains("could not be written"), failure.what());
        }
    }

    @Test
    void aFullSizeBoardStaysUnderOneMegabyteAndItsSpeedIsPrinted() throws IOException {
        for (Staging staging : Stagings.spread()) {
            long began = System.nanoTime();
            Answer.Output output = drawn(staging, FrameSize.HD, 5, 1);
            System.out.println((System.nanoTime() - began) / 1_000_000 + " ms, " + Files.size(output.file()) / 1000
                    + " kB: " + staging.slate());
            assertTrue(Files.size(output.file()) < 1_250_000, staging.slate() + ": " + Files.size(output.file()));
        }
    }

    @Test
    void theFramedBoardHasPaperAroundThePictureAndKeepsItsMiddle() throws IOException {
        BufferedImage picture = picture(drawn(TWO, SMALL, 1, 1));
        BufferedImage board = Board.framed(picture, "3-A   WS   MARA, TOBIAS   static");
        assertTrue(board.getWidth() > picture.getWidth() && board.getHeight() > picture.getHeight());
        assertTrue((board.getRGB(1, 1) >> 16 & 255) > 225, "paper at the corner");
        int left = (board.getWidth() - picture.getWidth()) / 2;
        assertEquals(picture.getRGB(160, 90) & 0xFFFFFF,
                board.getRGB(160 + left, 90 + (int) Math.round(18 / 4.0)) & 0xFFFFFF);
    }

    @Test
    void thePngIsReadableAsWritten() throws IOException {
        BufferedImage image = new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB);
        image.setRGB(4, 2, 0x123456);
        BufferedImage back = ImageIO.read(new ByteArrayInputStream(Png.bytes(image, java.util.Map.of("seed", "1"))));
        assertEquals(0x123456, back.getRGB(4, 2) & 0xFFFFFF);
        assertEquals(0, back.getRGB(0, 0) & 0xFFFFFF);
    }
}
