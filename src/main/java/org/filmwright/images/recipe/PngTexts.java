package org.filmwright.images.recipe;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/**
 * Reads the texts of a PNG (ISO/IEC 15948, 11.3.4) by walking its chunks. Pixels are stepped over; of the texts only those
 * that are asked for are unpacked, the first of each keyword, and never more than {@link #MOST_BYTES} bytes of one.
 */
final class PngTexts {
    static final int MOST_BYTES = 4 << 20;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final Set<String> KINDS = Set.of("tEXt", "zTXt", "iTXt");
    private static final int LONGEST_KEYWORD = 79;

    private final Path file;
    private final Set<String> wanted;
    private final Map<String, String> found = new LinkedHashMap<>();

    private PngTexts(Path file, Set<String> wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    /** Keyword to text, the first of each keyword. @param wanted the keywords to look for */
    static Outcome<Map<String, String>> of(Path file, Set<String> wanted) {
        if (Files.isDirectory(file)) {
            return refused(file + " is a folder, not a picture.", "Name a PNG file.");
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            return new PngTexts(file, wanted).read(in);
        } catch (NoSuchFileException e) {
            return refused("There is no file " + file + ".", "Check the name.");
        } catch (EOFException e) {
            return damaged(file, "it ends in the middle of a block");
        } catch (Broken e) {
            return damaged(file, e.getMessage());
        } catch (IOException e) {
            return refused(file + " cannot be read: " + e.getMessage() + ".", "Check its permissions.");
        }
    }

    /** What is wrong with a chunk. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(String what) {
            super(what);
        }
    }

    private Outcome<Map<String, String>> read(DataInputStream in) throws IOException {
        if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
            return refused(file + " is not a PNG file.", "Recipes are read from PNG files as the program saved them.");
        }
        for (String kind = ""; !kind.equals("IEND");) {
            int length = in.readInt();
            kind = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            if (length < 0 || kind.length() < 4) {
                throw new Broken("a block claims a length that no block can have");
            }
            if (KINDS.contains(kind)) {
                text(in, kind, length);
            } else if (!kind.equals("IEND")) {
                in.skipNBytes(length + 4L);
            }
        }
        return Outcome.ok(found);
    }

    private void text(DataInputStream in, String kind, int length) throws IOException {
        byte[] head = exactly(in, Math.min(length, LONGEST_KEYWORD + 1));
        String keyword = keyword(head);
        if (!wanted.contains(keyword) || found.containsKey(keyword)) {
            in.skipNBytes(length - head.length + 4L);
            return;
        }
        if (length > MOST_BYTES) {
            throw new Broken("its texts are larger than any recipe");
        }
        byte[] content = Arrays.copyOf(head, length);
        System.arraycopy(exactly(in, length - head.length), 0, content, head.length, length - head.length);
        CRC32 sum = new CRC32();
        sum.update(kind.getBytes(StandardCharsets.ISO_8859_1));
        sum.update(content);
        if (in.readInt() != (int) sum.getValue()) {
            throw new Broken("the checksum of its text '" + keyword + "' is wrong");
        }
        found.put(keyword, TextChunk.text(kind, content, keyword));
    }

    private static byte[] exactly(DataInputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    /** Up to the zero byte; what has none is no keyword that anybody looks for. */
    private static String keyword(byte[] head) {
        String all = new String(head, StandardCharsets.ISO_8859_1);
        return all.substring(0, Math.max(0, all.indexOf('\0')));
    }

    private static <T> Outcome<T> damaged(Path file, String how) {
        return refused(file + " is damaged: " + how + ". No recipe was taken from it.",
                "Take the file as it was saved.");
    }

    private static <T> Outcome<T> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what, remedy));
    }
}
