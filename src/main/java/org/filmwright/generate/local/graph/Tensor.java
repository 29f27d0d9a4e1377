package org.filmwright.generate.local.graph;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Numbers that a graph reads or writes where they lie: one direct buffer, used again from step to step. Java's side is float32
 * or int; the buffer holds whatever type the graph declares.
 */
public final class Tensor implements AutoCloseable {
    private final OnnxTensor onnx;
    private final ByteBuffer bytes;
    private final OnnxJavaType type;
    private final long[] shape;
    private final int length;

    /** @throws PaintFailed where one buffer cannot hold it, or the type is none that is converted here */
    Tensor(OrtEnvironment environment, OnnxJavaType type, long... shape) throws PaintFailed, OrtException {
        this.type = type;
        this.shape = shape.clone();
        long count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        long size = Math.multiplyExact(count, width(type));
        if (size > Integer.MAX_VALUE - 8) {
            throw PaintFailed.refused(
                    "A picture of this size needs a tensor of " + size + " bytes, which is too large.",
                    "Choose a smaller picture.");
        }
        length = (int) count;
        bytes = ByteBuffer.allocateDirect((int) size).order(ByteOrder.nativeOrder());
        onnx = OnnxTensor.createTensor(environment, bytes, shape, type);
        Handles.TENSORS.incrementAndGet();
    }

    private static int width(OnnxJavaType type) throws PaintFailed {
        return switch (type) {
            case FLOAT, INT32 -> 4;
            case FLOAT16, BFLOAT16 -> 2;
            case DOUBLE, INT64 -> 8;
            case INT8, INT16, BOOL, STRING, UINT8, UNKNOWN -> throw PaintFailed.refused(
                    "The model wants numbers of type " + type + ", which Filmwright cannot give it.",
                    "Export it with float32, float16 or bfloat16 values, and int32 or int64 ids.");
        };
    }

    OnnxTensor onnx() {
        return onnx;
    }

    /** How many numbers it holds. */
    public int length() {
        return length;
    }

    public long[] shape() {
        return shape.clone();
    }

    /** Writes {@code values}, {@code times} times one after the other; they must fill the tensor. */
    public void write(float[] values, int times) {
        if (values.length * times != length) {
            throw new IllegalArgumentException(
                    times + " x " + values.length + " numbers for " + Arrays.toString(shape));
        }
        for (int time = 0; time < times; time++) {
            write(values, 0, values.length, time * values.length);
        }
    }

    public void write(float[] values) {
        write(values, 1);
    }

    /** Writes {@code count} numbers from {@code from} of {@code values} to the place {@code at}. */
    public void write(float[] values, int from, int count, int at) {
        switch (type) {
            case FLOAT -> bytes.asFloatBuffer().put(at, values, from, count);
            case FLOAT16 -> {
                for (int i = 0; i < count; i++) {
                    bytes.putShort(2 * (at + i), Float.floatToFloat16(values[from + i]));
                }
            }
            case BFLOAT16 -> {
                for (int i = 0; i < count; i++) {
                    bytes.putShort(2 * (at + i), bfloat(values[from + i]));
                }
            }
            case DOUBLE -> {
                for (int i = 0; i < count; i++) {
                    bytes.putDouble(8 * (at + i), values[from + i]);
                }
            }
            case INT32 -> {
                for (int i = 0; i < count; i++) {
                    bytes.putInt(4 * (at + i), (int) values[from + i]);
                }
            }
            case INT64 -> {
                for (int i = 0; i < count; i++) {
                    bytes.putLong(8 * (at + i), (long) values[from + i]);
                }
            }
            case INT8, INT16, BOOL, STRING, UINT8, UNKNOWN -> throw new IllegalStateException(type.toString());
        }
    }

    /** Writes whole numbers, exactly. */
    public void write(int[] values) {
        switch (type) {
            case INT32 -> bytes.asIntBuffer().put(0, values);
            case INT64 -> {
                for (int i = 0; i < values.length; i++) {
                    bytes.putLong(8 * i, values[i]);
                }
            }
            default -> {
                float[] floats = new float[values.length];
                for (int i = 0; i < values.length; i++) {
                    floats[i] = values[i];
                }
                write(floats);
            }
        }
    }

    /** Reads {@code into.length} numbers from the place {@code at} on. */
    public void read(int at, float[] into) {
        read(bytes, type, at, into);
    }

    static void read(ByteBuffer bytes, OnnxJavaType type, int at, float[] into) {
        switch (type) {
            case FLOAT -> bytes.asFloatBuffer().get(at, into);
            case FLOAT16 -> {
                for (int i = 0; i < into.length; i++) {
                    into[i] = Float.float16ToFloat(bytes.getShort(2 * (at + i)));
                }
            }
            case BFLOAT16 -> {
                for (int i = 0; i < into.length; i++) {
                    into[i] = Float.intBitsToFloat(bytes.getShort(2 * (at + i)) << 16);
                }
            }
            case DOUBLE -> {
                for (int i = 0; i < into.length; i++) {
                    into[i] = (float) bytes.getDouble(8 * (at + i));
                }
            }
            default -> throw new IllegalArgumentException("The model answers with numbers of type " + type);
        }
    }

    /** The nearest bfloat16, ties to even; not-a-number stays one. */
    private static short bfloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) (bits >>> 16 | 0x40);
        }
        return (short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16);
    }

    @Override
    public void close() {
        if (!onnx.isClosed()) {
            Handles.TENSORS.decrementAndGet();
            onnx.close();
        }
    }
}
