package org.filmwright.generate.onnx;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks at an ONNX file without loading it: whether it is one, whether it is whole, and which files beside it hold its
 * weights. Reads only the headers of the protobuf fields (onnx.proto: ModelProto.graph = 7, GraphProto.initializer = 5,
 * TensorProto.external_data = 13, StringStringEntryProto key = 1, value = 2).
 */
public final class OnnxFile {
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int EXTERNAL = 13;

    private final Fields message;
    private final List<External> external = new ArrayList<>();

    private OnnxFile(Fields message) {
        this.message = message;
    }

    /** Weights in a file beside it: the bytes from {@code offset}; length 0 for all that follow. */
    public record External(String location, long offset, long length) {}

    /** What is wrong with it, or its external weights. */
    public sealed interface Look {
        record Whole(List<External> external) implements Look {}

        /** @param what without a full stop, to follow the file's name */
        record Wrong(String what) implements Look {}
    }

    public static Look at(Path path) throws IOException {
        Optional<String> impostor = impostor(path);
        if (impostor.isPresent()) {
            return new Look.Wrong(impostor.get());
        }
        try (FileChannel file = FileChannel.open(path)) {
            OnnxFile onnx = new OnnxFile(new Fields(file));
            boolean[] graph = new boolean[1];
            onnx.message.each(0, file.size(), (field, from, to) -> {
                if (field == GRAPH) {
                    graph[0] = true;
                    onnx.graph(from, to);
                }
            });
            return graph[0] ? new Look.Whole(List.copyOf(onnx.external)) : new Look.Wrong("is no ONNX model");
        } catch (Fields.Torn torn) {
            return new Look.Wrong("is no ONNX model, or is cut off before its end");
        }
    }

    /** What is often found in the place of a model after a download went wrong. */
    private static Optional<String> impostor(Path path) throws IOException {
        long size = Files.size(path);
        if (size == 0) {
            return Optional.of("is empty");
        }
        byte[] head;
        try (var in = Files.newInputStream(path)) {
            head = in.readNBytes(512);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("version https://git-lfs")) {
            return Optional.of("is a Git LFS pointer, not the model itself: fetch it with git lfs pull");
        }
        return text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<?xml")
                ? Optional.of("is a web page, not a model: the download did not work")
                : Optional.empty();
    }

    private void graph(long from, long to) throws IOException, Fields.Torn {
        message.each(from, to, (field, start, end) -> {
            if (field == INITIALIZER) {
                message.each(start, end, (part, a, b) -> {
                    if (part == EXTERNAL) {
                        entry(a, b);
                    }
                });
                close();
            }
        });
    }

    private String location = "";
    private long offset;
    private long length;

    private void entry(long from, long to) throws IOException, Fields.Torn {
        String[] pair = {"", ""};
        message.each(from, to, (field, start, end) -> {
            if (field == 1 || field == 2) {
                pair[field - 1] = message.text(start, end);
            }
        });
        switch (pair[0]) {
            case "location" -> location = pair[1];
            case "offset" -> offset = number(pair[1]);
            case "length" -> length = number(pair[1]);
            default -> pair[1] = "";
        }
    }

    private void close() {
        if (!location.isEmpty()) {
            external.add(new External(location, offset, length));
        }
        location = "";
        offset = 0;
        length = 0;
    }

    private static long number(String text) throws Fields.Torn {
        if (!text.matches("\\d{1,18}")) {
            throw new Fields.Torn();
        }
        return Long.parseLong(text);
    }
}
