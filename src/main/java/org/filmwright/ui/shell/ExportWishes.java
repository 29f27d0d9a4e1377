package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.filmwright.export.BoardSheet;
import org.filmwright.export.FilmSpec;
import org.filmwright.media.VideoSettings;
import org.filmwright.production.Export;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Marks;
import org.filmwright.ui.kit.Settings;

/** What was chosen for exports, last time or now. */
record ExportWishes(Settings settings) {
    private static final int HD = 720;
    private static final int FULL_HD = 1080;

    boolean film() {
        return settings.of(Settings.EXPORT_FILM).get();
    }

    boolean board() {
        return settings.of(Settings.EXPORT_BOARD).get();
    }

    FrameSize size(Cut cut) {
        return switch (settings.of(Settings.EXPORT_LINES).get()) {
            case PROJECT -> cut.size();
            case HD -> FilmSpec.lines(cut.size(), HD);
            case FULL_HD -> FilmSpec.lines(cut.size(), FULL_HD);
        };
    }

    private VideoSettings.Purpose quality() {
        return switch (settings.of(Settings.EXPORT_FINENESS).get()) {
            case FINE -> VideoSettings.Purpose.FILM;
            case COMPACT -> VideoSettings.Purpose.COMPACT;
            case DRAFT -> VideoSettings.Purpose.DRAFT;
        };
    }

    private int shots() {
        return switch (settings.of(Settings.EXPORT_SHOTS).get()) {
            case SIX -> 6;
            case THREE -> 3;
            case ONE -> 1;
        };
    }

    /** All of it, or what lies between its in and out point. */
    static Marks.Range part(Cut cut, boolean marked) {
        Marks.Range whole = new Marks.Range(0, cut.frames());
        return marked ? cut.marks().range(cut.frames()).orElse(whole) : whole;
    }

    /** @param file without its ending @param hardware whether a graphics card codes it */
    Export of(Cut cut, Marks.Range part, Path file, boolean hardware) {
        FilmSpec spec = new FilmSpec(size(cut), quality(), part.start(), part.end(),
                settings.of(Settings.EXPORT_SUBTITLES).get(), hardware);
        BoardSheet usual = BoardSheet.usual(Locale.getDefault());
        return new Export(
                film() ? Optional.of(new Export.Film(file + ".mp4", spec)) : Optional.empty(),
                board()
                        ? Optional.of(
                                new Export.Board(file + ".pdf", new BoardSheet(shots(), usual.paper(), shots() > 1)))
                        : Optional.empty());
    }

    /** Without what no file may be called, and without an ending that somebody wrote himself. */
    static String fileName(String typed, String otherwise) {
        String plain = typed.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]+", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceFirst("(?i)\\.(mp4|pdf)$", "")
                .replaceFirst("^\\.+", "")
                .strip();
        return plain.isEmpty() ? otherwise : plain;
    }
}
