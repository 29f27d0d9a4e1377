package org.filmwright.generate.local.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A protobuf message under construction: fields in wire format, in the order in which they are put. */
final class Message {
    private static final int VARINT = 0;
    private static final int LENGTH = 2;
    private static final int FIXED = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message put(int field, long number) {
        varint((long) field << 3 | VARINT);
        varint(number);
        return this;
    }

    Message put(int field, float number) {
        varint((long) field << 3 | FIXED);
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(number).array());
        return this;
    }

    Message put(int field, String text) {
        return put(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message put(int field, Message inner) {
        return put(field, inner.bytes());
    }

    Message put(int field, byte[] bytes) {
        varint((long) field << 3 | LENGTH);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private void varint(long number) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
