package org.filmwright.generate.local.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.filmwright.generate.local.model.ModelFolder.Family;
import org.filmwright.generate.local.model.ModelFolder.Kind;
import org.filmwright.generate.local.model.ModelFolder.Layout;
import org.filmwright.generate.local.model.ModelFolder.Part;
import org.filmwright.generate.local.model.ModelFolder.Parts;
import org.filmwright.generate.local.model.ModelFolder.Precision;
import org.filmwright.generate.onnx.OnnxFile;

/** Finds the graphs and tokenizers of a model whose files are known to be whole. */
final class PartFinder {
    static final String TRANSFORMER_OPT = "transformer.opt";
    private static final String FULL = "model_fp32.onnx";
    /** Best first; without one of them, the only .onnx file of the folder. */
    private static final List<String> GRAPHS = List.of("model.onnx", "model_fp16.onnx", FULL, "model_bf16.onnx",
            "model_int8.onnx", "model_quantized.onnx", "model_q4.onnx", "model_q4f16.onnx");

    private final Path folder;
    private final Kind kind;

    PartFinder(Path folder, Kind kind) {
        this.folder = folder;
        this.kind = kind;
    }

    Parts parts() throws IOException, Unusable {
        if (kind.layout() == Layout.TENSORRT) {
            return new Parts(needed("clip.opt"), Optional.of(needed("t5.opt")), needed(transformer()),
                    needed("vae.opt"),
                    part("vae_encoder.opt"), tokenizer("tokenizer"), tokenizer("tokenizer_2"));
        }
        boolean two = kind.family() == Family.FLUX || kind.family() == Family.SDXL;
        return new Parts(needed("text_encoder"), two ? Optional.of(needed("text_encoder_2")) : Optional.empty(),
                needed(kind.family() == Family.FLUX ? "transformer" : "unet"), needed("vae_decoder"),
                part("vae_encoder"),
                Optional.of(neededTokenizer("tokenizer")),
                two ? Optional.of(neededTokenizer("tokenizer_2")) : Optional.empty());
    }

    /** Those in 8 and 4 bits are for TensorRT alone. */
    private String transformer() throws IOException, Unusable {
        for (String precision : List.of("fp16", "bf16", "fp32", "")) {
            String name = precision.isEmpty() ? TRANSFORMER_OPT : TRANSFORMER_OPT + "/" + precision;
            if (graph(name).isPresent()) {
                return name;
            }
        }
        for (String precision : List.of("fp8", "fp4")) {
            if (Files.isDirectory(folder.resolve(TRANSFORMER_OPT).resolve(precision))) {
                throw new Unusable("The transformer is there in " + precision + " only, which needs TensorRT.",
                        "Download " + TRANSFORMER_OPT + "/bf16 too.");
            }
        }
        return TRANSFORMER_OPT + "/bf16";
    }

    private Part needed(String name) throws IOException, Unusable {
        Optional<Part> part = part(name);
        if (part.isEmpty()) {
            throw new Unusable(name + "/model.onnx is missing.", "Download the folder " + name + " too.");
        }
        return part.get();
    }

    private Optional<Part> part(String name) throws IOException, Unusable {
        Optional<Path> found = graph(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Path graph = inside(folder, found.get());
        Path full = graph.resolveSibling(FULL);
        return Optional.of(new Part(name, graph,
                Files.isRegularFile(full) && !full.equals(graph) ? Optional.of(full) : Optional.empty(), bytes(graph),
                precision(name, graph)));
    }

    private Optional<Path> graph(String name) throws IOException {
        Path part = folder.resolve(name);
        if (!Files.isDirectory(part)) {
            return Optional.empty();
        }
        for (String graph : GRAPHS) {
            if (Files.isRegularFile(part.resolve(graph))) {
                return Optional.of(part.resolve(graph));
            }
        }
        try (Stream<Path> files = Files.list(part)) {
            List<Path> graphs = files.filter(file -> file.toString().endsWith(".onnx")).toList();
            return graphs.size() == 1 ? Optional.of(graphs.getFirst()) : Optional.empty();
        }
    }

    private long bytes(Path graph) throws IOException, Unusable {
        long bytes = Files.size(graph);
        if (OnnxFile.at(graph) instanceof OnnxFile.Look.Whole(List<OnnxFile.External> external, _)) {
            Set<OnnxFile.External> once = new LinkedHashSet<>(external);
            for (OnnxFile.External weights : once) {
                Path file = inside(folder, graph.resolveSibling(weights.location()));
                bytes += weights.length() > 0 ? weights.length() : Files.size(file) - weights.offset();
            }
        }
        return bytes;
    }

    private Precision precision(String name, Path graph) {
        String told = name.startsWith(TRANSFORMER_OPT) ? name : graph.getFileName().toString();
        String word = told.replaceFirst("\\.onnx$", "").replaceFirst("^.*[/_.]", "");
        return switch (word) {
            case "fp32" -> Precision.FULL;
            case "fp16" -> Precision.HALF;
            case "bf16" -> Precision.BFLOAT;
            case "int8", "quantized", "fp8" -> Precision.EIGHT_BIT;
            case "q4", "q4f16", "int4", "fp4" -> Precision.FOUR_BIT;
            default -> Precision.UNTOLD;
        };
    }

    private Optional<Path> tokenizer(String name) throws IOException, Unusable {
        return Files.isDirectory(folder.resolve(name)) ? Optional.of(neededTokenizer(name)) : Optional.empty();
    }

    /** CLIP: vocab.json and merges.txt, or tokenizer.json; T5: tokenizer.json. */
    private Path neededTokenizer(String name) throws IOException, Unusable {
        Path tokenizer = folder.resolve(name);
        boolean t5 = kind.family() == Family.FLUX && name.endsWith("_2");
        boolean old = Files.isRegularFile(tokenizer.resolve("vocab.json"))
                && Files.isRegularFile(tokenizer.resolve("merges.txt"));
        if (!Files.isRegularFile(tokenizer.resolve("tokenizer.json")) && (t5 || !old)) {
            String missing = t5 ? "/tokenizer.json is" : "/vocab.json or merges.txt is";
            throw new Unusable(name + missing + " missing.", "Download the folder " + name + " too.");
        }
        return inside(folder, tokenizer);
    }

    /** A link may lead out of the folder; nothing out there is read. */
    static Path inside(Path folder, Path file) throws IOException, Unusable {
        if (!file.toRealPath().startsWith(folder)) {
            throw new Unusable(folder.relativize(file.normalize()) + " leads out of the folder of the model.",
                    "Put the file itself in the place of the link.");
        }
        return file;
    }
}
