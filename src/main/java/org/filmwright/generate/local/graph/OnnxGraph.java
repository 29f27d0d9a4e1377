package org.filmwright.generate.local.graph;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.Cancelled;

/** One ONNX file, loaded. What it wants and gives is read from it, never assumed. Not for two threads at once. */
public final class OnnxGraph implements AutoCloseable {
    private static final OrtEnvironment ENVIRONMENT = silent();

    private final Path file;
    private final OrtSession session;
    private final Map<String, TensorInfo> inputs;
    private final Map<String, TensorInfo> outputs;

    private OnnxGraph(Path file, OrtSession session) throws OrtException {
        this.file = file;
        this.session = session;
        inputs = tensors(session.getInputInfo());
        outputs = tensors(session.getOutputInfo());
        Handles.GRAPHS.incrementAndGet();
    }

    private static OrtEnvironment silent() {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(
                ai.onnxruntime.OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
                "filmwright");
        try {
            environment.setTelemetry(false);
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
        return environment;
    }

    public static OnnxGraph open(Path file, Device device) throws PaintFailed {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.addConfigEntry("session.use_device_allocator_for_initializers", "1");
            device.enter(options);
            return new OnnxGraph(file, ENVIRONMENT.createSession(file.toString(), options));
        } catch (OrtException e) {
            throw new PaintFailed(OrtFailures.of("reading " + named(file), e), e);
        }
    }

    /** The version of ONNX Runtime. */
    public static String version() {
        return ENVIRONMENT.getVersion();
    }

    private static Map<String, TensorInfo> tensors(Map<String, NodeInfo> nodes) {
        Map<String, TensorInfo> tensors = new LinkedHashMap<>();
        nodes.forEach((name, node) -> {
            if (node.getInfo() instanceof TensorInfo info) {
                tensors.put(name, info);
            }
        });
        return tensors;
    }

    private static String named(Path file) {
        return file.getParent().getFileName() + "/" + file.getFileName();
    }

    /** {@code transformer/model.onnx}. */
    public String name() {
        return named(file);
    }

    public Set<String> inputs() {
        return inputs.keySet();
    }

    /** In the order of the file. */
    public List<String> outputs() {
        return List.copyOf(outputs.keySet());
    }

    public boolean takes(String input) {
        return inputs.containsKey(input);
    }

    /** Its dimensions, -1 for one that is free; refused where there is no such input. */
    public long[] wants(String input) throws PaintFailed {
        return input(input).getShape();
    }

    /** The name of a free dimension; empty for one that has none. */
    public String dimension(String input, int at) throws PaintFailed {
        String[] names = input(input).getDimensionNames();
        return names.length > at ? names[at] : "";
    }

    public long[] gives(String output) {
        return outputs.get(output).getShape();
    }

    /** The first of these outputs that it has. */
    public Optional<String> output(String... names) {
        return List.of(names).stream().filter(outputs::containsKey).findFirst();
    }

    private TensorInfo input(String name) throws PaintFailed {
        TensorInfo info = inputs.get(name);
        if (info == null) {
            throw PaintFailed.refused(name() + " has no input '" + name + "'; it has: " + String.join(", ", inputs
                    .keySet()) + ".", "Use another export of the model.");
        }
        return info;
    }

    /** Room for an input, of the type that it declares. The caller closes it, not during a run. */
    public Tensor in(String name, long... shape) throws PaintFailed {
        return tensor(input(name).type, shape);
    }

    /** Room for an output, of the type that it declares. */
    public Tensor out(String name, long... shape) throws PaintFailed {
        return tensor(outputs.get(name).type, shape);
    }

    private Tensor tensor(OnnxJavaType type, long... shape) throws PaintFailed {
        try {
            return new Tensor(ENVIRONMENT, type, shape);
        } catch (OrtException e) {
            throw new PaintFailed(OrtFailures.of("making room for " + name(), e), e);
        }
    }

    /** What one output of a run held. @param shape as it came, whatever was declared */
    public record Value(long[] shape, float[] numbers) {}

    /** Runs it into rooms that stand ready; allocates nothing of their size. */
    public void run(Map<String, Tensor> in, Map<String, Tensor> out, Halt halt) throws PaintFailed {
        Map<String, OnnxTensor> pinned = feed(out);
        guarded(halt, options -> {
            try (OrtSession.Result _ = session.run(feed(in), Set.of(), pinned, options)) {
                return pinned;
            }
        });
    }

    /** Runs it and reads what it gave; for graphs that run once. */
    public Map<String, Value> ask(Map<String, Tensor> in, Set<String> wanted, Halt halt) throws PaintFailed {
        return guarded(halt, options -> {
            try (OrtSession.Result result = session.run(feed(in), wanted, options)) {
                Map<String, Value> values = new HashMap<>();
                for (String name : wanted) {
                    OnnxTensor tensor = (OnnxTensor) result.get(name).orElseThrow();
                    values.put(name, new Value(tensor.getInfo().getShape(), numbers(tensor)));
                }
                return values;
            }
        });
    }

    /** The runtime alone, with these rooms: no stopping, no checks. The caller keeps the rooms open. */
    public Bare bare(Map<String, Tensor> in, Map<String, Tensor> out) {
        Map<String, OnnxTensor> feed = feed(in);
        Map<String, OnnxTensor> pinned = feed(out);
        return () -> {
            try (OrtSession.Result _ = session.run(feed, Set.of(), pinned)) {
                feed.size();
            } catch (OrtException e) {
                throw new PaintFailed(OrtFailures.of("running " + name(), e), e);
            }
        };
    }

    private static float[] numbers(OnnxTensor tensor) {
        var buffer = tensor.getFloatBuffer();
        float[] numbers = new float[buffer.remaining()];
        buffer.get(numbers);
        return numbers;
    }

    private static Map<String, OnnxTensor> feed(Map<String, Tensor> rooms) {
        Map<String, OnnxTensor> feed = new HashMap<>();
        rooms.forEach((name, tensor) -> feed.put(name, tensor.onnx()));
        return feed;
    }

    private interface Run<T> {
        T with(OrtSession.RunOptions options) throws OrtException;
    }

    private <T> T guarded(Halt halt, Run<T> run) throws PaintFailed {
        try (OrtSession.RunOptions options = new OrtSession.RunOptions()) {
            halt.begin(options);
            try {
                return run.with(options);
            } finally {
                halt.end();
            }
        } catch (OrtException e) {
            if (halt.isAsked()) {
                throw new Cancelled();
            }
            throw new PaintFailed(OrtFailures.of("running " + name(), e), e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
            Handles.GRAPHS.decrementAndGet();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
