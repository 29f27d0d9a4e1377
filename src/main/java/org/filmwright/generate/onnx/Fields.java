package org.filmwright.generate.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** The fields of a protobuf message in a file, told one after the other without reading what they hold. */
final class Fields {
    private static final int MOST_NAME = 4096;

    private final FileChannel file;

    Fields(FileChannel file) {
        this.file = file;
    }

    /** Hears of a field with a length, and where in the file it lies. */
    interface Part {
        void is(int field, long from, long to) throws IOException, Torn;
    }

    /** Hears of a whole number. */
    interface Whole {
        void is(int field, long value);
    }

    /** Tells of every field with a length between two places; the others are passed over. */
    void each(long from, long to, Part told) throws IOException, Torn {
        each(from, to, told, (_, _) -> {});
    }

    void each(long from, long to, Part told, Whole numbers) throws IOException, Torn {
        long at = from;
        while (at < to) {
            Varint tag = varint(at, to);
            int field = (int) (tag.value() >>> 3);
            at = tag.next();
            switch ((int) (tag.value() & 7)) {
                case 0 -> {
                    Varint number = varint(at, to);
                    numbers.is(field, number.value());
                    at = number.next();
                }
                case 1 -> at += 8;
                case 5 -> at += 4;
                case 2 -> {
                    Varint size = varint(at, to);
                    at = size.next();
                    if (size.value() < 0 || size.value() > to - at) {
                        throw new Torn();
                    }
                    told.is(field, at, at + size.value());
                    at += size.value();
                }
                default -> throw new Torn();
            }
            if (field == 0 || at > to) {
                throw new Torn();
            }
        }
    }

    private record Varint(long value, long next) {}

    private Varint varint(long at, long to) throws IOException, Torn {
        ByteBuffer bytes = read(at, Math.min(to, at + 10));
        long value = 0;
        for (int i = 0; i < bytes.limit(); i++) {
            value |= (long) (bytes.get(i) & 0x7f) << (7 * i);
            if (bytes.get(i) >= 0) {
                return new Varint(value, at + i + 1);
            }
        }
        throw new Torn();
    }

    String text(long from, long to) throws IOException, Torn {
        if (to - from > MOST_NAME) {
            throw new Torn();
        }
        return StandardCharsets.UTF_8.decode(read(from, to)).toString();
    }

    private ByteBuffer read(long from, long to) throws IOException, Torn {
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from));
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new Torn();
            }
        }
        return bytes.flip();
    }

    /** The bytes are not what a protobuf message looks like. */
    static final class Torn extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
