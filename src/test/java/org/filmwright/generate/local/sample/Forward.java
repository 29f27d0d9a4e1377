package org.filmwright.generate.local.sample;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** One graph, loaded on the CPU, and what it answers. */
final class Forward implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();

    Forward(Path file) throws OrtException {
        environment = OrtEnvironment.getEnvironment();
        environment.setTelemetry(false);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            session = environment.createSession(file.toString(), options);
        }
    }

    record Answer(float[] numbers, long[] shape, OnnxJavaType type) {}

    /** In the element type that the graph declares. */
    Forward with(String name, long[] shape, double... values) throws OrtException {
        NodeInfo info = session.getInputInfo().get(name);
        if (info == null) {
            throw new IllegalArgumentException("No " + name + " but " + session.getInputNames());
        }
        OnnxJavaType type = ((TensorInfo) info.getInfo()).type;
        byte[] raw = element(type).raw(values);
        ByteBuffer direct = ByteBuffer.allocateDirect(raw.length).order(ByteOrder.nativeOrder());
        direct.put(raw).flip();
        OnnxTensor before = inputs.put(name, OnnxTensor.createTensor(environment, direct, shape, type));
        if (before != null) {
            before.close();
        }
        return this;
    }

    private static Element element(OnnxJavaType type) {
        return switch (type) {
            case FLOAT -> Element.FLOAT;
            case FLOAT16 -> Element.HALF;
            case BFLOAT16 -> Element.BFLOAT;
            case INT32 -> Element.INT;
            case INT64 -> Element.LONG;
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    OnnxJavaType typeOf(String input) throws OrtException {
        return ((TensorInfo) session.getInputInfo().get(input).getInfo()).type;
    }

    Map<String, Answer> run(OrtSession.RunOptions options) throws OrtException {
        Map<String, Answer> answers = new LinkedHashMap<>();
        try (OrtSession.Result result = session.run(inputs, options)) {
            for (Map.Entry<String, OnnxValue> output : result) {
                OnnxTensor tensor = (OnnxTensor) output.getValue();
                FloatBuffer floats = tensor.getFloatBuffer();
                float[] numbers = new float[floats.remaining()];
                floats.get(numbers);
                answers.put(output.getKey(), new Answer(numbers, tensor.getInfo().getShape(), tensor.getInfo().type));
            }
        }
        return answers;
    }

    Map<String, Answer> run() throws OrtException {
        try (OrtSession.RunOptions options = new OrtSession.RunOptions()) {
            return run(options);
        }
    }

    Answer answer() throws OrtException {
        return run().values().iterator().next();
    }

    @Override
    public void close() throws OrtException {
        inputs.values().forEach(OnnxTensor::close);
        session.close();
    }
}
