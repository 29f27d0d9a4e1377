package org.filmwright.generate.local.companion;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.graph.PaintFailed;

/** A PNG under way (ISO/IEC 15948), written row by row, so that a picture larger than the memory can be made. */
final class Sheet {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final int PIECE = 1 << 16;

    /** What a point is made of. */
    enum Paper {
        /** Three bytes: red, green, blue. */
        COLOUR(8, 2, 3),
        /** Two bytes, the higher one first. */
        GREY(16, 0, 2);

        private final int bits;
        private final int type;
        final int bytes;

        Paper(int bits, int type, int bytes) {
            this.bits = bits;
            this.type = type;
            this.bytes = bytes;
        }
    }

    /** Puts all rows on it, from the top. */
    interface Drawing {
        void on(Sheet sheet) throws PaintFailed, IOException;
    }

    private final OutputStream out;
    private final Deflater deflater = new Deflater(4);
    private final byte[] piece = new byte[PIECE];
    private final byte[] above;
    private final byte[] filtered;

    private Sheet(OutputStream out, int bytes) {
        this.out = out;
        this.above = new byte[bytes];
        this.filtered = new byte[bytes + 1];
        deflater.setStrategy(Deflater.FILTERED);
    }

    /** Writes the file, whole or not at all. */
    static void write(Path to, FrameSize size, Paper paper, Drawing drawing) throws PaintFailed {
        Path part = to.resolveSibling("." + to.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), PIECE)) {
                Sheet sheet = new Sheet(out, size.width() * paper.bytes);
                try {
                    sheet.begin(size, paper);
                    drawing.on(sheet);
                    sheet.end();
                } finally {
                    sheet.deflater.end();
                }
            }
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new PaintFailed(new Failure.Exhausted("disk", "The picture could not be written to " + to + ": " + e
                    .getMessage() + ". Nothing half-written was kept. Make room or choose another folder."), e);
        } finally {
            part.toFile().delete();
        }
    }

    private void begin(FrameSize size, Paper paper) throws IOException {
        out.write(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(size.width()).putInt(size.height());
        header.put((byte) paper.bits).put((byte) paper.type);
        chunk("IHDR", header.array(), 13);
    }

    /** The next row, kept as its difference to the one above (filter 2). */
    void row(byte[] samples) throws IOException {
        filtered[0] = 2;
        for (int i = 0; i < above.length; i++) {
            filtered[i + 1] = (byte) (samples[i] - above[i]);
        }
        System.arraycopy(samples, 0, above, 0, above.length);
        deflater.setInput(filtered);
        while (!deflater.needsInput()) {
            drain();
        }
    }

    private void end() throws IOException {
        deflater.finish();
        while (!deflater.finished()) {
            drain();
        }
        chunk("IEND", new byte[0], 0);
    }

    private void drain() throws IOException {
        int length = deflater.deflate(piece);
        if (length > 0) {
            chunk("IDAT", piece, length);
        }
    }

    private void chunk(String type, byte[] content, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content, 0, length);
        out.write(ByteBuffer.allocate(4).putInt(length).array());
        out.write(name);
        out.write(content, 0, length);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** A colour of 0 to 1 as a byte, half to even. */
    static byte level(float colour) {
        return (byte) Math.rint(Math.clamp(colour, 0f, 1f) * 255);
    }
}
