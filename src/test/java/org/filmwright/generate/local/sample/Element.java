package org.filmwright.generate.local.sample;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a tensor is made of; the code is that of onnx.proto's TensorProto.DataType. */
public enum Element {
    FLOAT(1, 4), INT(6, 4), LONG(7, 8), BOOL(9, 1), HALF(10, 2), BFLOAT(16, 2);

    final int code;
    final int bytes;

    Element(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** The numbers as a tensor file holds them: little-endian, one after the other. */
    byte[] raw(double... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            switch (this) {
                case FLOAT -> raw.putFloat((float) value);
                case INT -> raw.putInt((int) value);
                case LONG -> raw.putLong((long) value);
                case BOOL -> raw.put((byte) value);
                case HALF -> raw.putShort(Float.floatToFloat16((float) value));
                case BFLOAT -> raw.putShort((short) (Float.floatToRawIntBits((float) value) >>> 16));
            }
        }
        return raw.array();
    }
}
