package org.filmwright.generate.onnx;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.filmwright.generate.onnx.ProtoFile.Fields;
import org.filmwright.generate.onnx.ProtoFile.Torn;

/**
 * Looks at an ONNX file without loading it: whether it is one, whether it is whole, which files beside it hold its weights,
 * and what it takes and gives (onnx.proto: ModelProto.graph = 7, opset_import = 8 with domain = 1, version = 2;
 * GraphProto.initializer = 5, input = 11, output = 12; TensorProto.name = 8, external_data = 13; StringStringEntryProto
 * key = 1, value = 2).
 */
public final class OnnxFile {
    private static final int GRAPH = 7;
    private static final int OPSET = 8;
    private static final int INITIALIZER = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;
    private static final int NAME = 8;
    private static final int EXTERNAL = 13;

    private final ProtoFile file;
    private final List<External> external = new ArrayList<>();
    private final List<Signature.Value> inputs = new ArrayList<>();
    private final List<Signature.Value> outputs = new ArrayList<>();
    private final Set<String> given = new HashSet<>();
    private OptionalLong opset = OptionalLong.empty();
    private boolean hasGraph;

    private OnnxFile(ProtoFile file) {
        this.file = file;
    }

    /** Weights in a file beside it: the bytes from {@code offset}; length 0 for all that follow. */
    public record External(String location, long offset, long length) {}

    /** What is wrong with it, or its external weights. */
    public sealed interface Look {
        record Whole(List<External> external, Signature signature) implements Look {}

        /** @param what without a full stop, to follow the file's name */
        record Wrong(String what) implements Look {}
    }

    public static Look at(Path path) throws IOException {
        Optional<String> impostor = impostor(path);
        if (impostor.isPresent()) {
            return new Look.Wrong(impostor.get());
        }
        try (FileChannel bytes = FileChannel.open(path)) {
            return new OnnxFile(new ProtoFile(bytes)).look(bytes.size());
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

    /** What a graph takes and gives; empty where the file is no ONNX model, or not whole. */
    public static Optional<Signature> signature(Path path) throws IOException {
        return at(path) instanceof Look.Whole(_, Signature signature) ? Optional.of(signature) : Optional.empty();
    }

    private Look look(long size) throws IOException, Torn {
        file.fields(0, size, (field, from, to) -> {
            switch (field) {
                case GRAPH -> graph(from, to);
                case OPSET -> opset(from, to);
                default -> {
                }
            }
        });
        inputs.removeIf(input -> given.contains(input.name()));
        return hasGraph
                ? new Look.Whole(List.copyOf(external), new Signature(opset, inputs, outputs))
                : new Look.Wrong("is no ONNX model");
    }

    private void opset(long from, long to) throws IOException, Torn {
        String[] domain = {""};
        long[] version = {-1};
        file.fields(from, to, new Fields() {
            @Override
            public void part(int field, long start, long end) throws IOException, Torn {
                domain[0] = field == 1 ? file.text(start, end) : domain[0];
            }

            @Override
            public void number(int field, long value) {
                version[0] = field == 2 ? value : version[0];
            }
        });
        if (version[0] >= 0 && (domain[0].isEmpty() || domain[0].equals("ai.onnx"))) {
            opset = OptionalLong.of(version[0]);
        }
    }

    private void graph(long from, long to) throws IOException, Torn {
        hasGraph = true;
        file.fields(from, to, (field, start, end) -> {
            switch (field) {
                case INITIALIZER -> initializer(start, end);
                case INPUT -> inputs.add(DeclaredValue.read(file, start, end));
                case OUTPUT -> outputs.add(DeclaredValue.read(file, start, end));
                default -> {
                }
            }
        });
    }

    private void initializer(long from, long to) throws IOException, Torn {
        Place place = new Place();
        file.fields(from, to, (part, a, b) -> {
            switch (part) {
                case NAME -> given.add(file.text(a, b));
                case EXTERNAL -> entry(a, b, place);
                default -> {
                }
            }
        });
        if (!place.location.isEmpty()) {
            external.add(new External(place.location, place.offset, place.length));
        }
    }

    /** Where the weights of one tensor lie, as far as its entries told. */
    private static final class Place {
        private String location = "";
        private long offset;
        private long length;
    }

    private void entry(long from, long to, Place place) throws IOException, Torn {
        String[] pair = {"", ""};
        file.fields(from, to, (field, start, end) -> {
            if (field == 1 || field == 2) {
                pair[field - 1] = file.text(start, end);
            }
        });
        switch (pair[0]) {
            case "location" -> place.location = pair[1];
            case "offset" -> place.offset = number(pair[1]);
            case "length" -> place.length = number(pair[1]);
            default -> {
            }
        }
    }

    private static long number(String text) throws Torn {
        if (!text.matches("\\d{1,18}")) {
            throw new Torn();
        }
        return Long.parseLong(text);
    }
}
