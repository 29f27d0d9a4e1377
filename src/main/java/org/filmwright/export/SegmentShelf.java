package org.filmwright.export;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.media.HardwareEncoder;
import org.filmwright.media.MediaException;
import org.filmwright.media.OpenH264Library;
import org.filmwright.media.VideoProbe;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Layers;
import org.filmwright.timeline.Track;

/**
 * The finished segments of one film in the making. Each lies here whole under its frame numbers, so that an export that
 * was ended goes on behind the last of them. What they are made of is in the name of their folder: another cut, another
 * size or another encoder has another one.
 */
final class SegmentShelf {
    /** Part of every name: to be counted up when the renderer draws something differently. */
    private static final String RENDERER = "renderer 1";
    /** Unfinished films that are kept; the one that was not touched for longest goes first. */
    private static final int FILMS = 4;

    private final Path folder;

    private SegmentShelf(Path folder) {
        this.folder = folder;
    }

    /** @param films the folder of all such shelves; made when missing */
    static SegmentShelf in(Path films, Cut cut, FilmSpec spec) throws IOException {
        SegmentShelf shelf = at(films, cut, spec);
        Files.createDirectories(films);
        prune(films, shelf.folder);
        Files.createDirectories(shelf.folder);
        return shelf;
    }

    /** The shelf of a film, which need not be there. */
    static SegmentShelf at(Path films, Cut cut, FilmSpec spec) {
        Optional<String> card = spec.hardware()
                ? HardwareEncoder.ofMachine().map(HardwareEncoder::name)
                : Optional.empty();
        String encoder = card.or(() -> OpenH264Library.ofSystem().map(OpenH264Library::version)).orElse("bundled");
        return new SegmentShelf(
                films.resolve(Digest.of(RENDERER + encoder + spec + pictures(cut)).hex().substring(0, 32)));
    }

    /** What is heard is no part of a segment: who changes only that finds the pictures finished. */
    private static Cut pictures(Cut cut) {
        return cut.with(new Layers(cut.tracks().stream().filter(track -> track.kind() == Track.Kind.PICTURE).toList(),
                cut.markers(), cut.marks()));
    }

    Path place(Segment segment) {
        return folder.resolve("%08d-%08d.mp4".formatted(segment.from(), segment.to()));
    }

    /** Whether a segment is finished; one that cannot be read is none, and goes. */
    boolean holds(Segment segment) throws IOException {
        Path file = place(segment);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            if (VideoProbe.storedFrames(file) == segment.frames()) {
                return true;
            }
        } catch (MediaException damaged) {
            System.getLogger(SegmentShelf.class.getName())
                    .log(System.Logger.Level.DEBUG, "Made again: " + file, damaged);
        }
        Files.delete(file);
        return false;
    }

    /** Bytes of what is finished. */
    long bytes() throws IOException {
        long bytes = 0;
        for (Path file : files(folder)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /** The film is there, or nobody wants it any more. */
    void clear() throws IOException {
        remove(folder);
    }

    private static void prune(Path films, Path own) throws IOException {
        List<Path> others = new ArrayList<>(files(films));
        others.remove(own);
        others.sort(Comparator.comparing((Path other) -> other.toFile().lastModified()).reversed());
        for (Path forgotten : others.subList(Math.min(FILMS - 1, others.size()), others.size())) {
            remove(forgotten);
        }
    }

    private static void remove(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
                all.forEach(files::add);
            }
        }
        return files;
    }
}
