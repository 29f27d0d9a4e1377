package org.filmwright.generate.onnx;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What an ONNX graph takes and gives, as its file declares it.
 *
 * @param opset of the operators of ONNX itself; empty where the file names none
 * @param inputs what it has to be given: without those that lie in the file
 * @param outputs in the order of the file
 */
public record Signature(OptionalLong opset, List<Value> inputs, List<Value> outputs) {
    public Signature {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    public Optional<Value> input(String name) {
        return inputs.stream().filter(value -> value.name().equals(name)).findFirst();
    }

    public Optional<Value> output(String name) {
        return outputs.stream().filter(value -> value.name().equals(name)).findFirst();
    }

    /** What its numbers are (TensorProto.DataType). */
    public enum Element {
        FLOAT, HALF, BFLOAT, DOUBLE, INT, LONG, OTHER;

        static Element of(long code) {
            return switch ((int) code) {
                case 1 -> FLOAT;
                case 6 -> INT;
                case 7 -> LONG;
                case 10 -> HALF;
                case 11 -> DOUBLE;
                case 16 -> BFLOAT;
                default -> OTHER;
            };
        }
    }

    /** One length of a tensor. @param size -1 for one that is free; @param name empty where it has none */
    public record Dimension(long size, String name) {
        @Override
        public String toString() {
            return size >= 0 ? Long.toString(size) : name.isEmpty() ? "?" : name;
        }
    }

    /** @param shape empty where the file does not say how many dimensions it has */
    public record Value(String name, Element element, Optional<List<Dimension>> shape) {
        /** How many dimensions it has, where that is said. */
        public OptionalInt rank() {
            return shape.map(dimensions -> OptionalInt.of(dimensions.size())).orElse(OptionalInt.empty());
        }

        /** Whether it has just so many dimensions. */
        public boolean isOf(int dimensions) {
            return shape.filter(all -> all.size() == dimensions).isPresent();
        }

        /** One of its dimensions; -1 for one that is free, not said or not there. */
        public long dim(int at) {
            return shape.filter(all -> at < all.size()).map(all -> all.get(at).size()).orElse(-1L);
        }

        /** Of its last dimension; -1 for one that is free or not said. */
        public long last() {
            return shape.filter(dimensions -> !dimensions.isEmpty())
                    .map(dimensions -> dimensions.getLast().size())
                    .orElse(-1L);
        }

        /** {@code [batch, 4, height, width]}. */
        public String spoken() {
            return shape.map(dimensions -> dimensions.stream()
                    .map(Dimension::toString)
                    .collect(Collectors.joining(", ", "[", "]"))).orElse("of no declared shape");
        }
    }
}
