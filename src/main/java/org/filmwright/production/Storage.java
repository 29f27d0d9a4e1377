package org.filmwright.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** Where a project's things lie and how much room they take. */
public record Storage(Path folder) {
    /** The parts of a project folder. */
    public enum Part {
        MEDIA("media"), OUTPUT("output"), EXPORTS("exports"), CACHE("cache"), BACKUPS("backups"), TRASH(
                "trash"), JOURNAL("journal");

        private final String folder;

        Part(String folder) {
            this.folder = folder;
        }
    }

    /** @param bytes of all files below */
    public record Place(Part part, Path folder, int files, long bytes) {}

    /** Where films are written, unless somebody asked for another place. */
    public Path exports() {
        return folder.resolve(Part.EXPORTS.folder);
    }

    /** Reads every folder; takes time. */
    public List<Place> places() {
        return Arrays.stream(Part.values()).map(this::place).toList();
    }

    /** Bytes that this disk still has room for; nothing where the folder is gone or its disk does not say. */
    public OptionalLong free() {
        try {
            return OptionalLong.of(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Deletes what is made again by itself, except the files of running jobs. Answers the bytes that were freed. */
    public Outcome<Long> clearCache() {
        Path cache = folder.resolve(Part.CACHE.folder);
        long freed = 0;
        try {
            for (Path file : files(cache).stream()
                    .filter(each -> !each.startsWith(cache.resolve("staging")))
                    .toList()) {
                freed += Files.size(file);
                Files.delete(file);
            }
            return Outcome.ok(freed);
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", "The cache could not be cleared: " + e.getMessage()
                    + ". What was made is kept."));
        }
    }

    private Place place(Part part) {
        Path at = folder.resolve(part.folder);
        List<Path> files = files(at);
        return new Place(part, at, files.size(), files.stream().mapToLong(Storage::size).sum());
    }

    /** Files may come and go while they are counted. */
    private static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
