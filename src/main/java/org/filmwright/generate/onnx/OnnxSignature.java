package org.filmwright.generate.onnx;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a graph takes and gives as its file declares it, read without loading it (onnx.proto: GraphProto.initializer = 5, input =
 * 11, output = 12; ValueInfoProto.name = 1, type = 2; TypeProto.tensor_type = 1; Tensor.elem_type = 1, shape = 2;
 * TensorShapeProto.dim = 1; Dimension.dim_value = 1; TensorProto.name = 8).
 *
 * @param inputs those that have to be given: older files list their weights as inputs, too
 */
public record OnnxSignature(List<Port> inputs, List<Port> outputs) {
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;
    private static final int NAME_OF_WEIGHTS = 8;
    private static final long FREE = -1;

    /**
     * @param element a code of TensorProto.DataType; 0 where it is not told
     * @param dims -1 for one that is free; empty where the shape is not told
     */
    public record Port(String name, int element, Optional<List<Long>> dims) {
        /** How many dimensions it has; -1 where nobody tells. */
        public int rank() {
            return dims.map(List::size).orElse(-1);
        }

        /** One of its dimensions, -1 where it is free, not told or not there. */
        public long dim(int at) {
            return dims.filter(all -> at < all.size()).map(all -> all.get(at)).orElse(FREE);
        }
    }

    /** Empty where the file is no ONNX model, or not whole. */
    public static Optional<OnnxSignature> of(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            Reader reader = new Reader(new Fields(file));
            reader.message.each(0, file.size(), (field, from, to) -> {
                if (field == GRAPH) {
                    reader.graph(from, to);
                }
            });
            reader.inputs.removeIf(port -> reader.weights.contains(port.name()));
            return Optional.of(new OnnxSignature(List.copyOf(reader.inputs), List.copyOf(reader.outputs)));
        } catch (Fields.Torn torn) {
            return Optional.empty();
        }
    }

    private static final class Reader {
        private final Fields message;
        private final List<Port> inputs = new ArrayList<>();
        private final List<Port> outputs = new ArrayList<>();
        private final Set<String> weights = new HashSet<>();

        Reader(Fields message) {
            this.message = message;
        }

        void graph(long from, long to) throws IOException, Fields.Torn {
            message.each(from, to, (field, start, end) -> {
                if (field == INPUT) {
                    inputs.add(port(start, end));
                } else if (field == OUTPUT) {
                    outputs.add(port(start, end));
                } else if (field == INITIALIZER) {
                    weights(start, end);
                }
            });
        }

        private void weights(long from, long to) throws IOException, Fields.Torn {
            message.each(from, to, (field, start, end) -> {
                if (field == NAME_OF_WEIGHTS) {
                    weights.add(message.text(start, end));
                }
            });
        }

        private Port port(long from, long to) throws IOException, Fields.Torn {
            String[] name = {""};
            int[] element = {0};
            List<List<Long>> shape = new ArrayList<>();
            message.each(from, to, (field, start, end) -> {
                if (field == 1) {
                    name[0] = message.text(start, end);
                } else if (field == 2) {
                    type(start, end, element, shape);
                }
            });
            return new Port(name[0], element[0], shape.stream().findFirst());
        }

        private void type(long from, long to, int[] element, List<List<Long>> shape) throws IOException, Fields.Torn {
            message.each(from, to, (field, start, end) -> {
                if (field == 1) {
                    message.each(start, end, (part, a, b) -> {
                        if (part == 2) {
                            shape.add(dims(a, b));
                        }
                    }, (part, value) -> element[0] = part == 1 ? (int) value : element[0]);
                }
            });
        }

        private List<Long> dims(long from, long to) throws IOException, Fields.Torn {
            List<Long> dims = new ArrayList<>();
            message.each(from, to, (field, start, end) -> {
                if (field == 1) {
                    long[] size = {FREE};
                    message.each(start, end, (_, _, _) -> {}, (part, value) -> size[0] = part == 1 && value > 0
                            ? value
                            : size[0]);
                    dims.add(size[0]);
                }
            });
            return dims;
        }
    }
}
