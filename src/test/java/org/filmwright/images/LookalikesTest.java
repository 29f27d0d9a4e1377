package org.filmwright.images;

import java.awt.image.RescaleOp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import javax.imageio.ImageIO;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that look alike are found, whatever their size and format, and without comparing every one with every other. */
class LookalikesTest {
    private static final MediaRef MEDIA = new MediaRef(Digest.of("x"), "png");

    @TempDir
    private Path folder;

    private static ImageTake take(int number) {
        return new ImageTake(new TakeId("take-" + number), new ShotId("a"), number, MEDIA, Digest.of("brief"),
                new ImageTake.Origin("draft", 1), Region.WHOLE);
    }

    private static BufferedImage picture(int width, int height, long seed) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.DARK_GRAY, width, height, Color.LIGHT_GRAY));
        pen.fillRect(0, 0, width, height);
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            pen.setColor(new Color(random.nextInt(1 << 24)));
            pen.fillRect((int) (random.nextDouble() * width), (int) (random.nextDouble() * height), width / 3,
                    height / 3);
        }
        pen.dispose();
        return picture;
    }

    private Fingerprint look(BufferedImage picture, String name) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(picture, name.substring(name.indexOf('.') + 1), file.toFile());
        return Fingerprint.of(file).orElseThrow();
    }

    @Test
    void anotherSizeAndAnotherFormatLookTheSame() throws IOException {
        for (long seed = 1; seed <= 5; seed++) {
            Fingerprint whole = look(picture(1280, 720, seed), "a.png");
            assertTrue(whole.isNear(look(picture(640, 360, seed), "b.jpg")), "seed " + seed);
            assertFalse(whole.isNear(look(picture(1280, 720, seed + 100), "c.png")),
                    "seed " + seed);
        }
    }

    @Test
    void smallAndBrokenPicturesAreNoTrouble() throws IOException {
        look(picture(1, 1, 1), "dot.png");
        look(picture(3, 2000, 1), "strip.png");
        assertEquals(Optional.empty(), Fingerprint.of(Files.writeString(folder.resolve("x.png"), "no picture")));
        assertEquals(Optional.empty(), Fingerprint.of(folder.resolve("none.png")));
    }

    @Test
    void groupsStandAroundTheirFirstTakeAndDoNotGrowInSmallSteps() {
        List<ImageTake> takes = List.of(take(0), take(1), take(2), take(3));
        Map<ImageTake, Fingerprint> looks = Map.of(takes.get(0), new Fingerprint(0, "00"), takes.get(1),
                new Fingerprint(0x1f, "00"), takes.get(2), new Fingerprint(0x3f, "00"), takes.get(3),
                new Fingerprint(~0L, "00"));
        Lookalikes alike = Lookalikes.among(takes, take -> Optional.ofNullable(looks.get(take)));
        assertEquals(List.of(takes.subList(0, 2)), alike.groups());
        assertEquals(takes.subList(0, 2), alike.of(takes.get(1)));
        assertEquals(List.of(), alike.of(takes.get(3)));
        assertEquals(List.of(), Lookalikes.among(takes, take -> Optional.empty()).groups());
    }

    @Test
    void whatHasTheSameShapesInAnotherLightOrWithAnArmRaisedIsNotAlike() throws IOException {
        BufferedImage dim = picture(320, 180, 1);
        BufferedImage bright = picture(320, 180, 1);
        new RescaleOp(1, 20, null).filter(dim, bright);
        BufferedImage raised = picture(320, 180, 1);
        Graphics2D pen = raised.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(140, 60, 40, 30);
        pen.dispose();
        Fingerprint look = look(dim, "dim.png");
        assertTrue(look.distance(look(bright, "bright.png")) <= Fingerprint.NEAR);
        assertFalse(look.isNear(look(bright, "bright.png")));
        assertFalse(look.isNear(look(raised, "raised.png")));
        assertTrue(look.isNear(look(dim, "again.jpg")));
    }

    @Test
    void whateverIsNearIsFoundWhereverItsBitsDiffer() {
        long seed = 20261121;
        Random random = new Random(seed);
        List<ImageTake> takes = new ArrayList<>();
        Map<ImageTake, Fingerprint> looks = new HashMap<>();
        for (int i = 0; i < 2_000; i += 2) {
            long bits = random.nextLong();
            long near = bits;
            for (int flips = 0; flips < Fingerprint.NEAR; flips++) {
                near ^= 1L << random.nextInt(Long.SIZE);
            }
            takes.add(take(i));
            takes.add(take(i + 1));
            looks.put(takes.get(i), new Fingerprint(bits, "00"));
            looks.put(takes.get(i + 1), new Fingerprint(near, "00"));
        }
        Lookalikes alike = Lookalikes.among(takes, take -> Optional.of(looks.get(take)));
        assertEquals(1_000, alike.groups().size(), "seed " + seed);
        assertTrue(alike.groups().stream().allMatch(group -> group.size() == 2), "seed " + seed);
    }

    private static ImageTake take(int number, String picture) {
        return new ImageTake(new TakeId("take-" + number), new ShotId("a"), number, new MediaRef(Digest.of(picture),
                "png"), Digest.of("brief"), new ImageTake.Origin("draft", 1), Region.WHOLE);
    }

    /** Grey fields, all of one level. */
    private static Fingerprint look(long bits, int level) {
        return new Fingerprint(bits, "%02x".formatted(level).repeat(216));
    }

    private static List<List<Integer>> groups(Map<ImageTake, Fingerprint> looks, Resemblance resemblance) {
        List<ImageTake> takes = looks.keySet().stream().sorted(Comparator.comparingInt(ImageTake::number)).toList();
        return Lookalikes.among(takes, take -> Optional.of(looks.get(take)), resemblance)
                .groups()
                .stream()
                .map(group -> group.stream().map(ImageTake::number).toList())
                .toList();
    }

    @Test
    void whoKnowsWhatIsInBothHasTheLastWord() {
        Map<ImageTake, Fingerprint> looks = Map.of(take(1, "a"), look(0, 100), take(2, "b"), look(0, 100), take(3, "c"),
                look(0b1111111, 105), take(4, "d"), look(0b11111111, 100), take(5, "e"), look(0, 107));
        assertEquals(List.of(List.of(1, 2)), groups(looks, Resemblance.UNKNOWN));
        assertEquals(List.of(List.of(1, 2, 3)), groups(looks, (one, other) -> OptionalDouble.of(0.96)),
                "seven bits and six levels are enough where both say so, eight and seven are not");
        assertEquals(List.of(), groups(looks, (one, other) -> OptionalDouble.of(0.95)));
        MediaRef unknown = take(2, "b").media();
        assertEquals(List.of(List.of(1, 2)), groups(looks,
                (one, other) -> one.equals(unknown) || other.equals(unknown)
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(0.5)),
                "where one was not looked at, fingerprints alone count");
    }
}
