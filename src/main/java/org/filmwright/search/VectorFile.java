package org.filmwright.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Vectors of one model, remembered in a file of a cache folder: it may be deleted at any time, and a record that a kill cut
 * short is left out with what follows it. Names are digests of 64 hexadecimal digits, of a text or a picture.
 *
 * <p>The file: {@code FWV1}, the number of figures (int), then records of 32 bytes of name, the figures (float each) and the
 * CRC-32 of both (int); little-endian.
 */
public final class VectorFile {
    private static final System.Logger LOG = System.getLogger(VectorFile.class.getName());
    private static final int MAGIC = 0x31565746;
    private static final int HEAD = 8;
    private static final int NAME = 32;
    private static final int WIDEST = 1 << 16;
    private static final String ENDING = ".vectors";

    private final Path file;
    private final Vectors vectors = new Vectors();

    private VectorFile(Path file) {
        this.file = file;
    }

    /**
     * What is remembered of a model; what others of its kind have said before is deleted.
     *
     * @param kind of model, a word @param version of this one, a word
     */
    public static VectorFile open(Path folder, String kind, String version) {
        VectorFile opened = new VectorFile(folder.resolve(kind + "-" + version + ENDING));
        try {
            opened.read();
            opened.deleteOthers(folder, kind);
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "Vectors are computed again: " + opened.file, unreadable);
        }
        return opened;
    }

    public Vectors vectors() {
        return vectors;
    }

    /** Holds and remembers them. Where the disk takes no more, they are held all the same. */
    public synchronized void put(Map<String, float[]> fresh) {
        fresh.forEach(vectors::put);
        try {
            write(fresh);
        } catch (IOException full) {
            LOG.log(System.Logger.Level.WARNING, "Vectors are not remembered: " + file, full);
        }
    }

    private void write(Map<String, float[]> fresh) throws IOException {
        if (fresh.isEmpty()) {
            return;
        }
        Files.createDirectories(file.getParent());
        int width = fresh.values().iterator().next().length;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long whole = out.size() < HEAD ? 0 : out.size() - (out.size() - HEAD) % record(width);
            ByteBuffer bytes = ordered(ByteBuffer.allocate((whole == 0 ? HEAD : 0) + fresh.size() * record(width)));
            if (whole == 0) {
                bytes.putInt(MAGIC).putInt(width);
            }
            fresh.forEach((name, vector) -> put(bytes, name, vector));
            bytes.flip();
            out.truncate(whole).position(whole);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
    }

    private static void put(ByteBuffer bytes, String name, float[] vector) {
        int from = bytes.position();
        bytes.put(HexFormat.of().parseHex(name));
        for (float figure : vector) {
            bytes.putFloat(figure);
        }
        bytes.putInt(sum(bytes, from, bytes.position() - from));
    }

    private void read() throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer head = filled(in, HEAD);
            int width = head.remaining() < HEAD || head.getInt() != MAGIC ? 0 : head.getInt();
            if (width < 1 || width > WIDEST) {
                in.truncate(0);
                return;
            }
            long whole = HEAD;
            ByteBuffer record = filled(in, record(width));
            while (record.remaining() == record(width) && take(record, width)) {
                whole += record(width);
                record = filled(in, record(width));
            }
            if (in.size() > whole) {
                in.truncate(whole);
            }
        } catch (NoSuchFileException none) {
            LOG.log(System.Logger.Level.DEBUG, "Nothing is remembered yet in " + file);
        }
    }

    /** Whether it is whole; then it is held. */
    private boolean take(ByteBuffer record, int width) {
        if (record.getInt(record(width) - Integer.BYTES) != sum(record, 0, record(width) - Integer.BYTES)) {
            return false;
        }
        byte[] name = new byte[NAME];
        record.get(name);
        float[] vector = new float[width];
        record.asFloatBuffer().get(vector);
        boolean fits = vectors.fits(vector);
        if (fits) {
            vectors.put(HexFormat.of().formatHex(name), vector);
        }
        return fits;
    }

    private static int record(int width) {
        return NAME + width * Float.BYTES + Integer.BYTES;
    }

    private static int sum(ByteBuffer bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes.array(), from, length);
        return (int) crc.getValue();
    }

    /** So many bytes, fewer at the end of the file. */
    private static ByteBuffer filled(FileChannel in, int most) throws IOException {
        ByteBuffer bytes = ordered(ByteBuffer.allocate(most));
        while (bytes.hasRemaining() && in.read(bytes) >= 0) {
            continue;
        }
        return bytes.flip();
    }

    private static ByteBuffer ordered(ByteBuffer bytes) {
        return bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    private void deleteOthers(Path folder, String kind) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> others = Files.newDirectoryStream(folder, kind + "-*" + ENDING)) {
            for (Path other : others) {
                if (!other.equals(file)) {
                    Files.deleteIfExists(other);
                }
            }
        }
    }
}
