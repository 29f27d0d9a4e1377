package org.filmwright.generate.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.filmwright.base.Failure;

/** Whether a folder holds a whole ONNX model and nothing that leads out of it. */
public record OnnxFolder(Path folder) {
    /** The newest operators that the bundled ONNX Runtime computes with. */
    public static final int NEWEST_OPSET = 26;
    /** Formats of other programs; most of them are pickles, which run what is written in them. */
    private static final Set<String> FOREIGN = Set.of("pt", "pth", "ckpt", "pkl", "pickle", "joblib", "safetensors",
            "gguf", "msgpack", "h5", "npy", "npz", "py", "exe", "dll", "so", "dylib", "sh", "bat", "cmd");
    /** How torch begins a file called .bin: a zip, its magic number pickled, or a framed pickle. */
    private static final List<String> PICKLED = List.of("504b0304", "80028a0a6cfc9c46f920", "800395", "800495",
            "800595");

    /** Whether a file of this name is of no use here. */
    public static boolean isForeign(String path) {
        return FOREIGN.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** As {@link #isForeign(String)}, and whether a {@code .bin} is a pickle. */
    public static boolean isForeign(Path file) throws IOException {
        if (isForeign(file.getFileName().toString())) {
            return true;
        }
        if (!file.getFileName().toString().endsWith(".bin") || !Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            String head = HexFormat.of().formatHex(in.readNBytes(10));
            return PICKLED.stream().anyMatch(head::startsWith);
        }
    }

    /** What {@link #isForeign(Path)} in the folder: never read, never run. */
    public static List<Path> foreign(Path folder) throws IOException {
        List<Path> foreign = new ArrayList<>();
        for (Path file : files(folder)) {
            if (isForeign(file)) {
                foreign.add(file);
            }
        }
        return foreign;
    }

    /** The files below, none hidden. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !Files.isDirectory(file))
                    .filter(file -> !folder.relativize(file).toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** The first thing that is wrong, as a sentence with its remedy. */
    public Optional<Failure.Refused> wrong() throws IOException {
        List<Path> onnx = files(folder).stream().filter(file -> file.toString().endsWith(".onnx")).toList();
        if (!Files.isDirectory(folder) || onnx.isEmpty()) {
            return no("There is no .onnx file in " + folder.getFileName() + ".",
                    "Choose a folder with a model in ONNX format; other formats cannot be used.");
        }
        for (Path file : files(folder)) {
            if (!file.toRealPath().startsWith(folder)) {
                return no(name(file) + " leads out of the folder of the model.",
                        "Put the file itself in the place of the link.");
            }
        }
        for (Path file : onnx) {
            Optional<Failure.Refused> wrong = wrong(file);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private Optional<Failure.Refused> wrong(Path file) throws IOException {
        return switch (OnnxFile.at(file)) {
            case OnnxFile.Look.Wrong(String what) -> no(name(file) + " " + what + ".", "Download the model again.");
            case OnnxFile.Look.Whole(List<OnnxFile.External> external, Signature signature) -> {
                if (signature.opset().orElse(0) > NEWEST_OPSET) {
                    yield no(name(file) + " is written in opset " + signature.opset().getAsLong()
                            + " of ONNX, and models are computed here up to opset " + NEWEST_OPSET + ".",
                            "Use an export of the model in an older opset.");
                }
                for (OnnxFile.External weights : external) {
                    Optional<Failure.Refused> wrong = wrong(file, weights);
                    if (wrong.isPresent()) {
                        yield wrong;
                    }
                }
                yield Optional.empty();
            }
        };
    }

    private Optional<Failure.Refused> wrong(Path file, OnnxFile.External weights) throws IOException {
        Path at = file.resolveSibling(weights.location()).normalize();
        if (Path.of(weights.location()).isAbsolute() || !at.startsWith(folder)) {
            return no(name(file) + " wants weights from outside its folder (" + weights.location() + ").",
                    "Use a model whose files lie together.");
        }
        if (!Files.isRegularFile(at)) {
            return no("The weights " + weights.location() + " of " + name(file) + " are missing.",
                    "Download that file too.");
        }
        return Files.size(at) < weights.offset() + weights.length()
                ? no("The weights " + weights.location() + " of " + name(file) + " are cut off.",
                        "Download that file again.")
                : Optional.empty();
    }

    private String name(Path file) {
        return folder.relativize(file).toString();
    }

    private static Optional<Failure.Refused> no(String what, String remedy) {
        return Optional.of(new Failure.Refused(what, remedy));
    }
}
