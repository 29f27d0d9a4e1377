package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.media.MediaException;
import org.filmwright.media.VideoInfo;
import org.filmwright.media.VideoProbe;
import org.filmwright.media.VideoReader;
import org.filmwright.timeline.Cut;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmExportTest {
    @TempDir
    static Path clips;
    @TempDir
    Path folder;
    @TempDir
    Path staging;
    private static Footage footage;
    private static Cut cut;

    @BeforeAll
    static void film() throws MediaException {
        footage = Footage.threeShots(clips);
        cut = footage.cut();
    }

    @Test
    void aFilmIsWhatItsCutAskedFor() throws IOException {
        Path target = folder.resolve("Mein Film ü.mp4");
        Film film = exported(target);
        VideoInfo info = VideoProbe.of(target);
        assertEquals(cut.frames(), info.frames());
        assertEquals(cut.size(), info.size());
        assertEquals("tv,bt709,bt709,bt709", info.colours());
        assertEquals(1, info.captions());
        assertTrue(info.faststart());
        assertEquals(Digest.ofFile(target), film.sha256());
        assertTrue(film.checks().stream().allMatch(Film.Check::passed));
        assertArrayEquals(Srt.bytes(cut.subtitles(), cut.rate()), Files.readAllBytes(film.subtitles().orElseThrow()));
        assertEquals(List.of("Mein Film ü.mp4", "Mein Film ü.srt"), files());
    }

    @Test
    void theFilmShowsWhatThePreviewShows() throws IOException {
        Path target = folder.resolve("film.mp4");
        exported(target);
        int[] film = new int[320 * 180];
        int[] preview = film.clone();
        try (Renderer renderer = Renderer.open(cut, footage::file).orElse(failure -> null);
                VideoReader reader = VideoReader.open(target)) {
            for (Passage passage : Passage.of(cut, 12)) {
                for (int n = passage.from(); n < passage.to(); n++) {
                    reader.read(n, cut.size(), film);
                    renderer.frame(n, preview);
                    compare(passage, n, film, preview);
                }
            }
        }
    }

    private static void compare(Passage passage, int n, int[] film, int[] preview) {
        switch (passage) {
            case Passage.Taken _ -> assertArrayEquals(preview, film, "frame " + n + " is the clip's own, bit for bit");
            case Passage.Drawn _ -> assertTrue(psnr(film, preview) > 34, "frame " + n + ": " + psnr(film, preview));
        }
    }

    private static double psnr(int[] a, int[] b) {
        double sum = 1e-9;
        for (int i = 0; i < a.length; i++) {
            int d = (a[i] >> 8 & 255) - (b[i] >> 8 & 255);
            sum += d * d;
        }
        return 10 * Math.log10(255.0 * 255 * a.length / sum);
    }

    @Test
    void theSameCutGivesTheSameBytes() {
        assertEquals(exported(folder.resolve("one.mp4")).sha256(), exported(folder.resolve("two.mp4")).sha256());
    }

    @Test
    void aCutOfAnotherSizeIsDrawnAnew() {
        Cut small = new Cut(cut.title(), cut.rate(), new FrameSize(160, 90), cut.items(), cut.transitions(), List.of());
        Film film = ok(export(small, folder.resolve("small.mp4"), true, Progress.NONE));
        assertEquals(new FrameSize(160, 90), film.picture().size());
        assertTrue(film.subtitles().isEmpty(), "no words, no file");
    }

    @Test
    void aCancelledExportLeavesNothingAndKeepsTheOldFilm() throws IOException {
        Path target = folder.resolve("film.mp4");
        Files.writeString(target, "the old film");
        assertThrows(Cancelled.class, () -> export(cut, target, true, new StopAt(0.5)));
        assertThrows(Cancelled.class, () -> export(cut, target, true, new StopAt(0.88)));
        assertThrows(Cancelled.class, () -> export(cut, target, true, new StopAt(0.95)), "while it is checked");
        assertEquals(List.of("film.mp4"), files());
        assertEquals("the old film", Files.readString(target));
    }

    @Test
    void aDamagedClipEndsTheExportWithASentenceAndLeavesNothing() throws IOException {
        Path broken = folder.resolve("broken.bin");
        Files.writeString(broken, "this is no video");
        Outcome<Film> none = new FilmExport(media -> media.equals(footage.slots().get(1).media())
                ? broken
                : footage.file(media), staging).export(cut, folder.resolve("film.mp4"), true, Progress.NONE);
        assertTrue(failure(none).what().contains("broken.bin"), failure(none).what());
        assertEquals(List.of("broken.bin"), files());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefusedBeforeAnyWork() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertRefused(folder.resolve("no/such/folder/film.mp4"), "There is no folder");
        assertRefused(file.resolve("film.mp4"), "There is no folder");
        assertRefused(folder, "is a folder");
        assertRefused(folder.resolve("film.avi"), "MP4");
        Path folderOfThatName = Files.createDirectory(folder.resolve("dir.mp4"));
        assertRefused(folderOfThatName, "is a folder");
    }

    @Test
    void anOddSizeIsRefused() {
        Cut odd = new Cut(cut.title(), cut.rate(), new FrameSize(321, 181), cut.items(), cut.transitions(), List.of());
        Outcome<Film> none = export(odd, folder.resolve("film.mp4"), false, Progress.NONE);
        assertInstanceOf(Failure.Refused.class, failure(none));
    }

    @Test
    void otherRatesKeepTheirTime() {
        FrameRate rate = FrameRate.parse("23.976");
        Cut ntsc = new Cut(cut.title(), rate, cut.size(), cut.items(), cut.transitions(), cut.subtitles());
        Film film = ok(export(ntsc, folder.resolve("ntsc.mp4"), true, Progress.NONE));
        assertEquals(rate, film.picture().rate());
        assertEquals(cut.frames() * 1001 / 24000.0, film.seconds(), 1e-9);
    }

    private void assertRefused(Path target, String words) {
        Progress untouched = new StopAt(0);
        Failure failure = failure(export(cut, target, true, untouched));
        assertTrue(failure.what().contains(words), failure.what());
    }

    private Film exported(Path target) {
        return ok(export(cut, target, true, Progress.NONE));
    }

    private Outcome<Film> export(Cut cut, Path target, boolean subtitles, Progress progress) {
        return new FilmExport(footage::file, staging).export(cut, target, subtitles, progress);
    }

    private static Film ok(Outcome<Film> outcome) {
        return outcome.orElse(failure -> {
            throw new AssertionError(failure.toString());
        });
    }

    private static Failure failure(Outcome<Film> outcome) {
        return assertInstanceOf(Outcome.Failed.class, outcome).failure();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.list(folder), Files.list(staging))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Asks to stop as soon as so much is done. */
    private static final class StopAt implements Progress {
        private final double fraction;
        private double done;

        StopAt(double fraction) {
            this.fraction = fraction;
        }

        @Override
        public void report(double now, String note) {
            done = now;
        }

        @Override
        public void checkCancelled() {
            if (done >= fraction) {
                throw new Cancelled();
            }
        }

        @Override
        public void onCancel(Runnable action) {}
    }
}
