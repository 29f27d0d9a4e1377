package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.filmwright.media.VideoSettings;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
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
    @TempDir
    Path kept;
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
    void anExportThatWasEndedGoesOnWithItsFinishedSegmentsAndEndsWithTheSameBytes() throws IOException {
        Cut lengthy = repeated(8);
        Film calm = ok(export(lengthy, folder.resolve("calm.mp4"), true, Progress.NONE));
        assertEquals(List.of(), kept());
        assertThrows(Cancelled.class, () -> export(lengthy, folder.resolve("film.mp4"), true, new StopAt(0.6)));
        List<Path> finished = kept();
        assertTrue(finished.size() >= 1, finished.toString());
        FileTime before = Files.getLastModifiedTime(finished.getFirst());
        Made progress = new Made();
        Film resumed = ok(export(lengthy, folder.resolve("film.mp4"), true, progress));
        assertEquals(before, progress.first.orElseThrow(), "the finished segment was not made again");
        assertEquals(calm.sha256(), resumed.sha256());
        assertEquals(List.of(), kept(), "nothing is kept of a film that is there");
    }

    /** Looks at the oldest kept segment when the film is nearly coded. */
    private final class Made implements Progress {
        private Optional<FileTime> first = Optional.empty();

        @Override
        public void report(double fraction, String note) {
            if (first.isEmpty() && fraction > 0.7 && fraction < 0.84) {
                try {
                    first = Optional.of(Files.getLastModifiedTime(kept().getFirst()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public void checkCancelled() {}

        @Override
        public void onCancel(Runnable action) {}
    }

    @Test
    void aTornSegmentIsMadeAgain() throws IOException {
        Cut lengthy = repeated(8);
        Film calm = ok(export(lengthy, folder.resolve("calm.mp4"), true, Progress.NONE));
        assertThrows(Cancelled.class, () -> export(lengthy, folder.resolve("film.mp4"), true, new StopAt(0.6)));
        Path torn = kept().getFirst();
        Files.write(torn, Arrays.copyOf(Files.readAllBytes(torn), (int) Files.size(torn) / 2));
        assertEquals(calm.sha256(), ok(export(lengthy, folder.resolve("film.mp4"), true, Progress.NONE)).sha256());
    }

    @Test
    void whatNobodyWantsAnyMoreIsForgotten() throws IOException {
        Cut lengthy = repeated(8);
        assertThrows(Cancelled.class, () -> export(lengthy, folder.resolve("film.mp4"), true, new StopAt(0.6)));
        new FilmExport(footage::file, staging, kept).forget(lengthy, FilmSpec.whole(lengthy, true));
        assertEquals(List.of(), kept());
    }

    @Test
    void aPartOfTheFilmIsExactlyThoseFramesWithTheirWords() throws IOException {
        FilmSpec part = new FilmSpec(cut.size(), VideoSettings.Purpose.FILM, 30, 101, true);
        Film film = ok(new FilmExport(footage::file, staging, kept).export(cut, part, folder.resolve("part.mp4"),
                Progress.NONE));
        assertEquals(71, film.picture().frames());
        int[] filmed = new int[320 * 180];
        int[] drawn = filmed.clone();
        try (Renderer renderer = Renderer.open(cut, footage::file).orElse(_ -> null);
                VideoReader reader = VideoReader.open(film.path())) {
            for (int n = 0; n < 71; n++) {
                reader.read(n, cut.size(), filmed);
                renderer.frame(30 + n, drawn);
                assertTrue(meanDifference(filmed, drawn) < 2, "frame " + n);
            }
        }
    }

    @Test
    void aCompactFilmIsSmallerAndALargerOneHasItsSize() throws IOException {
        Film fine = exported(folder.resolve("fine.mp4"));
        FilmSpec compact = new FilmSpec(cut.size(), VideoSettings.Purpose.DRAFT, 0, cut.frames(), false);
        FilmExport export = new FilmExport(footage::file, staging, kept);
        Film small = ok(export.export(cut, compact, folder.resolve("small.mp4"), Progress.NONE));
        assertTrue(small.bytes() < fine.bytes() * 3 / 4, small.bytes() + " of " + fine.bytes());
        FilmSpec large = new FilmSpec(FilmSpec.lines(cut.size(), 360), VideoSettings.Purpose.DRAFT, 0, 30, false);
        assertEquals(new FrameSize(640, 360),
                ok(export.export(cut, large, folder.resolve("large.mp4"), Progress.NONE)).picture().size());
    }

    @Test
    void aPartBeyondTheEndIsRefused() {
        FilmSpec beyond = new FilmSpec(cut.size(), VideoSettings.Purpose.FILM, 0, cut.frames() + 1, false);
        assertInstanceOf(Failure.Refused.class, failure(new FilmExport(footage::file, staging, kept).export(cut, beyond,
                folder.resolve("film.mp4"), new StopAt(0))));
    }

    private static double meanDifference(int[] a, int[] b) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] >> 8 & 255) - (b[i] >> 8 & 255));
        }
        return (double) sum / a.length;
    }

    /** The shots of the film again and again, cut hard. */
    private static Cut repeated(int times) {
        List<Item> items = Stream.generate(cut::items).limit(times).flatMap(List::stream).toList();
        return new Cut(cut.title(), cut.rate(), cut.size(), items, List.of(), cut.subtitles());
    }

    /** The finished segments, first first. */
    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.walk(kept)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d+-\\d+\\.mp4")).sorted().toList();
        }
    }

    @Test
    void aDamagedClipEndsTheExportWithASentenceAndLeavesNothing() throws IOException {
        Path broken = folder.resolve("broken.bin");
        Files.writeString(broken, "this is no video");
        Outcome<Film> none = new FilmExport(media -> media.equals(footage.slots().get(1).media())
                ? broken
                : footage.file(media), staging, kept).export(cut, folder.resolve("film.mp4"), true, Progress.NONE);
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
        return new FilmExport(footage::file, staging, kept).export(cut, target, subtitles, progress);
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
