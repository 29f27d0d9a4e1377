package org.filmwright.generate.draft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Png;
import org.filmwright.generate.Request;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.places.Sets;
import org.filmwright.generate.draft.props.PropStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanesTest {
    private static final FrameSize SIZE = new FrameSize(320, 180);
    private final Artist artist = new Artist(new Sets(), new PropStore());
    private final DraftGenerator generator = new DraftGenerator(InstantSource.system(), artist);

    @TempDir
    private Path folder;

    @Test
    void whatIsKeptApartIsPaintedTheSame() {
        for (Staging staging : Stagings.spread().subList(0, 8)) {
            assertArrayEquals(pixels(artist.draw(staging, SIZE, 3, 1).picture()),
                    pixels(artist.inLayers(staging, SIZE, 3, 1).picture()), staging.slate());
        }
    }

    @Test
    void planesThatLieOverEachOtherAreTheBoard() {
        for (Staging staging : Stagings.spread().subList(0, 8)) {
            Artist.Drawing drawing = artist.inLayers(staging, SIZE, 3, 1);
            List<Easel.Layer> layers = drawing.layers();
            int[] laid = pixels(layers.getFirst().picture());
            layers.subList(1, layers.size()).forEach(layer -> over(laid, pixels(layer.picture())));
            int[] board = pixels(drawing.picture());
            int off = 0;
            for (int i = 0; i < board.length; i++) {
                off += distance(board[i], laid[i]) > 3 ? 1 : 0;
            }
            assertTrue(off < 0.01 * board.length, staging.slate() + ": " + off + " points differ");
        }
    }

    @Test
    void aCompositionInDepthHasItsPeopleOnAPlaneOfTheirOwnBeforeTheirPlace() {
        List<Easel.Layer> layers = artist.inLayers(Stagings.spread().get(1), SIZE, 3, 1).layers();
        double last = 2;
        for (Easel.Layer layer : layers) {
            assertTrue(layer.plane().depth() < last);
            last = layer.plane().depth();
        }
        assertTrue(layers.size() >= 4);
    }

    /** The camera's word stands on the slate, and a shot's camera may be told something else once it is drawn. */
    @Test
    void planesOfAPictureAreFoundAgainUnderAnotherSlate() throws IOException {
        Staging staging = Stagings.spread().getFirst();
        Path picture = drawn(staging);
        List<Request.Plane> planes = planes(slated(staging, "orbit-right"), picture).orElse(failure -> {
            throw new AssertionError(failure);
        });
        assertTrue(planes.size() > 2);
        assertTrue(planes.stream().allMatch(plane -> Files.isRegularFile(plane.picture())));
    }

    @Test
    void aPictureThatIsNotThisShotsAnyMoreHasNoPlanes() throws IOException {
        Path picture = drawn(Stagings.spread().getFirst());
        assertInstanceOf(Outcome.Failed.class, planes(Stagings.spread().get(2), picture));
    }

    @Test
    void aReceiptIsReadAsItWasWritten() throws IOException {
        Path picture = drawn(Stagings.spread().getFirst());
        assertEquals("1", Png.texts(Files.readAllBytes(picture)).get("take"));
        assertEquals("3", Png.texts(Files.readAllBytes(picture)).get("seed"));
    }

    private Path drawn(Staging staging) {
        return ((Answer.Done) generator.start(order(staging), Progress.NONE)).outputs().getFirst().file();
    }

    private Outcome<List<Request.Plane>> planes(Staging staging, Path picture) {
        return generator.planes(order(staging), picture, Progress.NONE);
    }

    private Request.Image order(Staging staging) {
        return new Request.Image("", staging, SIZE, 3, 1, folder);
    }

    private static Staging slated(Staging staging, String slate) {
        return new Staging(staging.place(), staging.size(), staging.angle(), staging.people(), staging.props(), staging
                .action(), slate);
    }

    private static void over(int[] below, int[] above) {
        for (int i = 0; i < below.length; i++) {
            double cover = (above[i] >>> 24) / 255.0;
            int mixed = 0;
            for (int shift = 0; shift < 24; shift += 8) {
                int low = below[i] >> shift & 255;
                mixed |= (int) Math.round(low + ((above[i] >> shift & 255) - low) * cover) << shift;
            }
            below[i] = mixed;
        }
    }

    private static int distance(int one, int other) {
        int most = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 255) - (other >> shift & 255)));
        }
        return most;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
