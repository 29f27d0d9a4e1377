package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A media file that is gone is put back only by itself. */
class RelinkingTest {
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    private Path folder;

    /** A folder in which files lie under their names. */
    private record Shelf(Path root) implements Vault {
        @Override
        public Outcome<MediaRef> publish(Path staged, String extension) {
            try {
                MediaRef media = new MediaRef(Digest.ofFile(staged), extension);
                Files.move(staged, file(media));
                return Outcome.ok(media);
            } catch (IOException e) {
                return Outcome.failed(new Failure.Exhausted("disk", e.getMessage()));
            }
        }

        @Override
        public Outcome<MediaRef> adopt(Path picture) {
            return publish(picture, "png");
        }

        @Override
        public Path unfinished() {
            return root.resolve("cache");
        }

        @Override
        public Path file(MediaRef media) {
            return root.resolve(media.path());
        }
    }

    @Test
    void theSameContentComesBackAndTheGivenFileStays() throws IOException {
        MediaRef lost = new MediaRef(Digest.of(CONTENT), "mp4");
        Path copy = Files.write(folder.resolve("found.mp4"), CONTENT);
        Shelf shelf = new Shelf(folder.resolve("film"));
        assertEquals(Outcome.ok(lost), new Relinking(shelf).of(lost, copy));
        assertArrayEquals(CONTENT, Files.readAllBytes(shelf.file(lost)));
        assertTrue(Files.exists(copy));
    }

    @Test
    void anotherFileIsRefusedWithItsNameAndNothingIsLeftBehind() throws IOException {
        MediaRef lost = new MediaRef(Digest.of(CONTENT), "mp4");
        Path other = Files.write(folder.resolve("other.mp4"), new byte[]{9});
        Shelf shelf = new Shelf(folder.resolve("film"));
        Outcome<MediaRef> refused = new Relinking(shelf).of(lost, other);
        assertTrue(((Outcome.Failed<MediaRef>) refused).failure().what().contains("other.mp4"));
        assertFalse(Files.exists(folder.resolve("film")));
    }

    @Test
    void whatAnEndInTheMiddleLeftIsInNobodysWay() throws IOException {
        MediaRef lost = new MediaRef(Digest.of(CONTENT), "mp4");
        Path copy = Files.write(folder.resolve("found.mp4"), CONTENT);
        Shelf shelf = new Shelf(folder.resolve("film"));
        Path place = shelf.file(lost);
        Files.createDirectories(place.getParent());
        Files.write(place.resolveSibling(lost.digest().hex() + ".relinked"), new byte[]{1});
        assertEquals(Outcome.ok(lost), new Relinking(shelf).of(lost, copy));
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeSo() {
        MediaRef lost = new MediaRef(Digest.of(CONTENT), "mp4");
        Outcome<MediaRef> refused = new Relinking(new Shelf(folder)).of(lost, folder.resolve("none.mp4"));
        assertTrue(((Outcome.Failed<MediaRef>) refused).failure().what().contains("is not there"));
    }
}
