package org.filmwright.generate.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
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
    private static final int MOST_NAME = 4096;
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int EXTERNAL = 13;

    private final FileChannel file;
    private final List<External> external = new ArrayList<>();

    private OnnxFile(FileChannel file) {
        this.file = file;
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
            OnnxFile onnx = new OnnxFile(file);
            boolean[] graph = new boolean[1];
            onnx.fields(0, file.size(), (field, from, to) -> {
                if (field == GRAPH) {
                    graph[0] = true;
                    onnx.graph(from, to);
                }
            });
            return graph[0] ? new Look.Whole(List.copyOf(onnx.external)) : new Look.Wrong("is no ONNX model");
        } catch (Torn torn) {
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

    private void graph(long from, long to) throws IOException, Torn {
        fields(from, to, (field, start, end) -> {
            if (field == INITIALIZER) {
                fields(start, end, (part, a, b) -> {
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

    private void entry(long from, long to) throws IOException, Torn {
        String[] pair = {"", ""};
        fields(from, to, (field, start, end) -> {
            if (field == 1 || field == 2) {
                pair[field - 1] = text(start, end);
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

    private static long number(String text) throws Torn {
        if (!text.matches("\\d{1,18}")) {
            throw new Torn();
        }
        return Long.parseLong(text);
    }

    /** Tells of every field with a length; the others are passed over. */
    private void fields(long from, long to, Field told) throws IOException, Torn {
        long at = from;
        while (at < to) {
            Varint tag = varint(at, to);
            int field = (int) (tag.value() >>> 3);
            at = tag.next();
            switch ((int) (tag.value() & 7)) {
                case 0 -> at = varint(at, to).next();
                case 1 -> at += 8;
                case 5 -> at += 4;
                case 2 -> {
                    Varint size = varint(at, to);
                    at = size.next();
                    if (size.value() < 0 || size.value() > to - at) {
                        throw new Torn();
                    }
                    told.is(field, at, at + size.value());
                    at += size.value();
                }
                default -> throw new Torn();
            }
            if (field == 0 || at > to) {
                throw new Torn();
            }
        }
    }

    private interface Field {
        void is(int field, long from, long to) throws IOException, Torn;
    }

    private record Varint(long value, long next) {}

    private Varint varint(long at, long to) throws IOException, Torn {
        ByteBuffer bytes = read(at, Math.min(to, at + 10));
        long value = 0;
        for (int i = 0; i < bytes.limit(); i++) {
            value |= (long) (bytes.get(i) & 0x7f) << (7 * i);
            if (bytes.get(i) >= 0) {
                return new Varint(value, at + i + 1);
            }
        }
        throw new Torn();
    }

    private String text(long from, long to) throws IOException, Torn {
        if (to - from > MOST_NAME) {
            throw new Torn();
        }
        return StandardCharsets.UTF_8.decode(read(from, to)).toString();
    }

    private ByteBuffer read(long from, long to) throws IOException, Torn {
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from));
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new Torn();
            }
        }
        return bytes.flip();
    }

    /** The bytes are not what a protobuf message looks like. */
    private static final class Torn extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
