package org.filmwright.images.recipe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A PNG built chunk by chunk, right or wrong. */
public final class PngBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public PngBytes() {
        this(1, 1);
    }

    public PngBytes(int width, int height) {
        out.writeBytes(new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk("IHDR", ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) 2)
                .put(new byte[3])
                .array());
    }

    public PngBytes chunk(String kind, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(kind.getBytes(StandardCharsets.ISO_8859_1));
        sum.update(content);
        return chunk(kind, content.length, content, (int) sum.getValue());
    }

    /** With a length and a checksum of one's own. */
    public PngBytes chunk(String kind, int length, byte[] content, int sum) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        out.writeBytes(kind.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(sum).array());
        return this;
    }

    public PngBytes text(String keyword, String text) {
        return text(keyword, text, StandardCharsets.ISO_8859_1);
    }

    public PngBytes text(String keyword, String text, Charset charset) {
        return chunk("tEXt", joined(keyword, new byte[]{0}, text.getBytes(charset)));
    }

    public PngBytes packedText(String keyword, byte[] text) {
        return chunk("zTXt", joined(keyword, new byte[]{0, 0}, deflated(text)));
    }

    public PngBytes international(String keyword, String text) {
        return chunk("iTXt", joined(keyword, new byte[]{0, 0, 0, 'd', 'e', 0, 'x', 0},
                text.getBytes(StandardCharsets.UTF_8)));
    }

    public PngBytes packedInternational(String keyword, byte[] text) {
        return chunk("iTXt", joined(keyword, new byte[]{0, 1, 0, 0, 0}, deflated(text)));
    }

    /** One pixel of black. */
    public PngBytes pixel() {
        return chunk("IDAT", deflated(new byte[4]));
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    /** With its end. */
    public Path into(Path file) {
        chunk("IEND", new byte[0]);
        return cutInto(file);
    }

    /** As it is, without an end. */
    public Path cutInto(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] joined(String keyword, byte[] between, byte[] text) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(between);
        all.writeBytes(text);
        return all.toByteArray();
    }

    static byte[] deflated(byte[] plain) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(all)) {
            packed.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toByteArray();
    }
}
