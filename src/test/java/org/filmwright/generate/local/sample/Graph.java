package org.filmwright.generate.local.sample;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * An ONNX graph under construction (opset 17, IR 8). What computes something returns the name of its value, to be handed to
 * the next node. Dimensions are numbers, or names where they may be anything.
 */
public final class Graph {
    private static final int ALIGNED = 64;
    /** Smaller ones stay in the graph: among them shapes and scales, which must be known when it is loaded. */
    private static final int LARGE = 64;

    private final GraphProto.Builder graph;
    private int values;

    public Graph(String name) {
        graph = GraphProto.newBuilder().setName(name);
    }

    /** @return {@code name} */
    public String input(String name, Element element, Object... dims) {
        graph.addInput(value(name, element, dims));
        return name;
    }

    /** Gives a value away under a name of its own. */
    public Graph output(String name, String value, Element element, Object... dims) {
        graph.addNode(
                NodeProto.newBuilder().setOpType("Identity").addInput(value).addOutput(name).setName("to " + name));
        graph.addOutput(value(name, element, dims));
        return this;
    }

    /** Weights of this shape, row after row. */
    public String weights(Element element, long[] dims, double... numbers) {
        if (Arrays.stream(dims).reduce(1, (a, b) -> a * b) != numbers.length) {
            throw new IllegalArgumentException(numbers.length + " numbers for " + Arrays.toString(dims));
        }
        String name = graph.getName() + ".w" + values++;
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(element.code)
                .addAllDims(Arrays.stream(dims).boxed().toList())
                .setRawData(ByteString.copyFrom(element.raw(numbers))));
        return name;
    }

    /** One number, without dimensions. */
    public String number(Element element, double number) {
        return weights(element, new long[0], number);
    }

    /** A shape, an axis list, a slice's ends. */
    public String longs(long... numbers) {
        return weights(Element.LONG, new long[]{numbers.length}, Arrays.stream(numbers).asDoubleStream().toArray());
    }

    public String op(String type, String... inputs) {
        return op(type, Map.of(), inputs);
    }

    /** @param attributes each a number, a text, an array of long or float, or a graph */
    public String op(String type, Map<String, Object> attributes, String... inputs) {
        String out = graph.getName() + ".v" + values++;
        graph.addNode(node(type, attributes, inputs).addOutput(out).setName(type + " " + out));
        return out;
    }

    public String cast(String value, Element element) {
        return op("Cast", Map.of("to", element.code), value);
    }

    public String reshape(String value, long... dims) {
        return op("Reshape", value, longs(dims));
    }

    /** Over these axes, which stay with a length of 1. */
    public String mean(String value, long... axes) {
        return op("ReduceMean", Map.of("axes", axes, "keepdims", 1), value);
    }

    public Graph write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, model(graph).toByteArray());
        return this;
    }

    /** With all but the smallest weights in a file beside it. */
    public Graph writeExternal(Path file, String location) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        GraphProto.Builder light = graph.clone();
        for (TensorProto.Builder weights : light.getInitializerBuilderList()) {
            if (weights.getRawData().size() >= LARGE) {
                move(weights, location, data);
            }
        }
        Files.createDirectories(file.getParent());
        Files.write(file, model(light).toByteArray());
        Files.write(file.resolveSibling(location), data.toByteArray());
        return this;
    }

    private static void move(TensorProto.Builder weights, String location, ByteArrayOutputStream data) {
        byte[] raw = weights.getRawData().toByteArray();
        data.writeBytes(new byte[-data.size() & ALIGNED - 1]);
        weights.clearRawData()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", location))
                .addExternalData(entry("offset", Integer.toString(data.size())))
                .addExternalData(entry("length", Integer.toString(raw.length)));
        data.writeBytes(raw);
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private static ModelProto model(GraphProto.Builder graph) {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .setProducerName("filmwright")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
                .setGraph(graph)
                .build();
    }

    private static NodeProto.Builder node(String type, Map<String, Object> attributes, String... inputs) {
        NodeProto.Builder node = NodeProto.newBuilder().setOpType(type).addAllInput(List.of(inputs));
        attributes.forEach((name, value) -> node.addAttribute(attribute(name, value)));
        return node;
    }

    private static AttributeProto attribute(String name, Object value) {
        AttributeProto.Builder made = AttributeProto.newBuilder().setName(name);
        return switch (value) {
            case Integer number -> made.setType(AttributeProto.AttributeType.INT).setI(number).build();
            case Long number -> made.setType(AttributeProto.AttributeType.INT).setI(number).build();
            case Float number -> made.setType(AttributeProto.AttributeType.FLOAT).setF(number).build();
            case String text -> made.setType(AttributeProto.AttributeType.STRING)
                    .setS(ByteString.copyFromUtf8(text))
                    .build();
            case long[] numbers -> made.setType(AttributeProto.AttributeType.INTS)
                    .addAllInts(Arrays.stream(numbers).boxed().toList())
                    .build();
            case Graph body -> made.setType(AttributeProto.AttributeType.GRAPH).setG(body.graph).build();
            default -> throw new IllegalArgumentException(name + " is a " + value.getClass());
        };
    }

    private static ValueInfoProto value(String name, Element element, Object... dims) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (Object dim : dims) {
            shape.addDim(dim instanceof Number size
                    ? TensorShapeProto.Dimension.newBuilder().setDimValue(size.longValue())
                    : TensorShapeProto.Dimension.newBuilder().setDimParam(dim.toString()));
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder().setElemType(element.code).setShape(shape).build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
