package org.filmwright.generate.local.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * An ONNX graph under construction (onnx.proto; IR 8, opset 17). What computes something returns the name of its value.
 * Weights are written as one number and a shape, so that a large graph is a small file.
 */
final class Sketch {
    static final int FLOAT = 1;
    static final int LONG = 7;
    private static final int IR = 8;
    private static final int OPSET = 17;
    private static final int KIND_INT = 2;
    private static final int KIND_TENSOR = 4;
    private static final int KIND_INTS = 7;

    private final Message graph = new Message().put(2, "bench");
    private int values;

    /** @param dims numbers, or names where they may be anything */
    String input(String name, int element, Object... dims) {
        graph.put(11, value(name, element, dims));
        return name;
    }

    /** Gives a value away under a name of its own. */
    Sketch output(String name, String value, Object... dims) {
        graph.put(1, node("Identity", Map.of(), value).put(2, name));
        graph.put(12, value(name, FLOAT, dims));
        return this;
    }

    /** Weights that are all the same. */
    String filled(double number, long... dims) {
        Message one = new Message().put(1, 1).put(2, FLOAT).put(4, (float) number);
        return op("ConstantOfShape", Map.of("value", one), longs(dims));
    }

    String longs(long... numbers) {
        String name = "w" + values++;
        ByteBuffer raw = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(numbers);
        graph.put(5, new Message().put(1, numbers.length).put(2, LONG).put(8, name).put(9, raw.array()));
        return name;
    }

    String op(String type, String... inputs) {
        return op(type, Map.of(), inputs);
    }

    /** @param attributes each an int, an array of long or a tensor */
    String op(String type, Map<String, Object> attributes, String... inputs) {
        String out = "v" + values++;
        graph.put(1, node(type, attributes, inputs).put(2, out));
        return out;
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Message opset = new Message().put(1, "").put(2, OPSET);
        Files.write(file, new Message().put(1, IR).put(2, "filmwright").put(7, graph).put(8, opset).bytes());
    }

    private static Message node(String type, Map<String, Object> attributes, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.put(1, input);
        }
        node.put(4, type);
        attributes.forEach((name, value) -> node.put(5, attribute(name, value)));
        return node;
    }

    private static Message attribute(String name, Object value) {
        Message made = new Message().put(1, name);
        switch (value) {
            case Integer number -> made.put(3, number.longValue()).put(20, KIND_INT);
            case Message tensor -> made.put(5, tensor).put(20, KIND_TENSOR);
            case long[] numbers -> {
                for (long number : numbers) {
                    made.put(8, number);
                }
                made.put(20, KIND_INTS);
            }
            default -> throw new IllegalArgumentException(name + " is a " + value.getClass());
        }
        return made;
    }

    private static Message value(String name, int element, Object... dims) {
        Message shape = new Message();
        for (Object dim : dims) {
            shape.put(1, dim instanceof Number size
                    ? new Message().put(1, size.longValue())
                    : new Message().put(2, dim.toString()));
        }
        Message tensor = new Message().put(1, element).put(2, shape);
        return new Message().put(1, name).put(2, new Message().put(1, tensor));
    }
}
