package org.filmwright.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/**
 * Prints a storyboard to a PDF. Pages go to disk as they are made, so memory does not grow with the film; the same board
 * gives the same bytes. The file appears whole.
 */
public final class StoryboardPdf {
    private StoryboardPdf() {}

    /** @param target the PDF; its folder exists. @throws org.filmwright.base.Cancelled when asked to stop */
    public static Outcome<Path> write(Board board, BoardSheet sheet, Path target, Progress progress) {
        Path file = target.toAbsolutePath().normalize();
        if (file.getParent() == null || !Files.isDirectory(file.getParent()) || Files.isDirectory(file)) {
            return Outcome.failed(new Failure.Refused("The storyboard cannot be written to " + file
                    + ": that is a folder, or its folder is missing. Nothing was written.", "Choose another place."));
        }
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            print(board, sheet, part, progress);
            progress.checkCancelled();
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Outcome.ok(file);
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", "The storyboard could not be written to " + file + ": "
                    + e.getMessage() + ". Nothing half-written was kept. Make room or choose another place."));
        } finally {
            discard(part);
        }
    }

    private static void print(Board board, BoardSheet sheet, Path part, Progress progress) throws IOException {
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            BoardPage page = new BoardPage(document, board, sheet);
            int pages = page.pages();
            for (int n = 1; n <= pages; n++) {
                progress.checkCancelled();
                page.draw(n);
                progress.report((double) n / (pages + 1), "Page " + n + " of " + pages);
            }
            sign(document, board);
            document.save(part.toFile());
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** A PDF usually carries the moment and a random number; this one what it shows. */
    private static void sign(PDDocument document, Board board) {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(board.title());
        about.setSubject("Storyboard");
        about.setCreator("Filmwright");
        document.setDocumentInformation(about);
        document.setDocumentId(Long.parseUnsignedLong(Digest.of(board.toString()).hex().substring(0, 16), 16));
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            System.getLogger(StoryboardPdf.class.getName())
                    .log(System.Logger.Level.WARNING, "Could not remove " + part + ": " + e.getMessage());
        }
    }
}
