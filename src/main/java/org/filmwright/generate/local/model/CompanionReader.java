package org.filmwright.generate.local.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.Companions.Skill;
import org.filmwright.generate.onnx.OnnxFile;
import org.filmwright.generate.onnx.OnnxFolder;
import org.filmwright.generate.onnx.Signature;
import org.filmwright.generate.onnx.Signature.Value;

/** Finds out what a small model is for. Of the same graph in several precisions the full one is taken. */
final class CompanionReader {
    private static final Pattern TIMES = Pattern.compile("(?<![a-z0-9])(?:x([248])(?!\\d)|([248])x(?![a-z0-9]))");
    private static final Pattern SHRUNK = Pattern
            .compile("(fp16|bf16|int8|uint8|quantized|q4|q4f16|bnb4|qint8|quint8)");
    private static final int MOST_IDS = 512;
    private static final int USUAL_IDS = 256;

    private final Path asked;

    CompanionReader(Path asked) {
        this.asked = asked;
    }

    Outcome<CompanionFolder> read() {
        if (Files.exists(asked.resolve(FolderReader.INDEX))
                || Files.isDirectory(asked.resolve(PartFinder.TRANSFORMER_OPT))) {
            return Outcome.failed(new Failure.Refused(asked.getFileName() + " paints pictures, and does nothing else.",
                    "Choose a model for depth, enlarging, frames between, likeness or meaning."));
        }
        return new Reading(asked).with(CompanionReader::companion);
    }

    private static CompanionFolder companion(Path folder) throws IOException, Unusable {
        Map<GraphRole, Path> graphs = graphs(folder);
        Set<Skill> skills = graphs.keySet()
                .stream()
                .map(CompanionReader::skill)
                .collect(Collectors.toCollection(
                        TreeSet::new));
        if (skills.size() > 1) {
            throw new Unusable(folder.getFileName() + " holds models for several things: " + graphs.values()
                    .stream()
                    .map(graph -> folder.relativize(graph).toString())
                    .sorted()
                    .collect(Collectors.joining(", ")) + ".", "Put each into a folder of its own.");
        }
        return switch (skills.iterator().next()) {
            case DEPTH -> depth(folder, graphs.get(GraphRole.DEPTH));
            case ENLARGE -> enlarge(folder, graphs.get(GraphRole.ENLARGE));
            case BETWEEN -> between(folder, graphs);
            case LIKENESS -> likeness(folder, graphs);
            case MEANING -> meaning(folder, graphs.get(GraphRole.MEANING));
        };
    }

    private static Skill skill(GraphRole role) {
        return switch (role) {
            case DEPTH -> Skill.DEPTH;
            case ENLARGE -> Skill.ENLARGE;
            case BETWEEN, BETWEEN_STACKED -> Skill.BETWEEN;
            case PICTURES, WORDS, PICTURES_AND_WORDS -> Skill.LIKENESS;
            case MEANING -> Skill.MEANING;
        };
    }

    /** The best of each role; refused where there is none at all. */
    private static Map<GraphRole, Path> graphs(Path folder) throws IOException, Unusable {
        List<Path> files = OnnxFolder.files(folder)
                .stream()
                .filter(file -> file.toString().endsWith(".onnx"))
                .sorted(Comparator.<Path>comparingInt(file -> SHRUNK.matcher(name(file)).find() ? 1 : 0)
                        .thenComparing(Path::getNameCount)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        String kind = config(folder, "config.json").json().path("model_type").asText("");
        Map<GraphRole, Path> graphs = new EnumMap<>(GraphRole.class);
        for (Path file : files) {
            Optional<Signature> signature = OnnxFile.signature(file)
                    .filter(graph -> !graph.inputs().isEmpty() && !graph.outputs().isEmpty());
            String named = name(file) + " " + name(folder) + " " + kind;
            signature.flatMap(graph -> GraphRole.of(graph, named)).ifPresent(role -> graphs.putIfAbsent(role, file));
        }
        if (graphs.isEmpty()) {
            throw unknown(folder, files.getFirst());
        }
        return graphs;
    }

    private static Unusable unknown(Path folder, Path file) throws IOException {
        String ports = OnnxFile.signature(file)
                .map(graph -> " takes " + names(graph.inputs()) + " and gives " + names(graph.outputs()))
                .orElse(" cannot be read");
        return new Unusable(folder.relativize(file) + ports + ", which is nothing that Filmwright knows.",
                "Choose a painter (FLUX, Stable Diffusion, SDXL, LCM), or a model for depth, enlarging, frames between, likeness or meaning, in ONNX format.");
    }

    private static String names(List<Value> ports) {
        return ports.isEmpty()
                ? "nothing"
                : ports.stream().limit(6).map(Value::name).collect(Collectors.joining(", "));
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static CompanionFolder depth(Path folder, Path graph) throws IOException, Unusable {
        ConfigFile config = config(folder, "config.json");
        String named = name(graph) + " " + name(folder) + " " + config.json().path("model_type").asText("");
        boolean midas = named.matches(".*(midas|dpt).*") && !named.contains("anything");
        Lens usual = midas ? Lens.MIDAS : Lens.DEPTH_ANYTHING;
        return new CompanionFolder.Depth(folder, graph, bytes(folder, graph),
                new LensReader(config(folder, "preprocessor_config.json"), usual).lens(),
                config.json().path("depth_estimation_type").asText("").equals("metric"));
    }

    private static CompanionFolder enlarge(Path folder, Path graph) throws IOException, Unusable {
        Signature ports = OnnxFile.signature(graph).orElseThrow();
        long in = ports.inputs().getFirst().dim(2);
        long out = ports.outputs().getFirst().dim(2);
        OptionalInt times = in > 0 && out > 0 && out % in == 0
                ? OptionalInt.of((int) (out / in))
                : named(folder, graph);
        return new CompanionFolder.Enlarge(folder, graph, bytes(folder, graph), times);
    }

    private static OptionalInt named(Path folder, Path graph) {
        for (Path place : List.of(graph, folder)) {
            Matcher told = TIMES.matcher(name(place));
            if (told.find()) {
                return OptionalInt.of(Integer.parseInt(told.group(1) == null ? told.group(2) : told.group(1)));
            }
        }
        return OptionalInt.empty();
    }

    private static CompanionFolder between(Path folder, Map<GraphRole, Path> graphs) throws IOException, Unusable {
        boolean apart = graphs.containsKey(GraphRole.BETWEEN);
        Path graph = graphs.get(apart ? GraphRole.BETWEEN : GraphRole.BETWEEN_STACKED);
        return new CompanionFolder.Between(folder, graph, bytes(folder, graph), !apart);
    }

    private static CompanionFolder likeness(Path folder, Map<GraphRole, Path> graphs) throws IOException, Unusable {
        Path both = graphs.get(GraphRole.PICTURES_AND_WORDS);
        Path pictures = graphs.getOrDefault(GraphRole.PICTURES, both);
        Path words = graphs.getOrDefault(GraphRole.WORDS, both);
        if (pictures == null || words == null) {
            throw new Unusable(folder.getFileName() + " holds only the half of CLIP that " + (pictures == null
                    ? "reads words."
                    : "sees pictures."), "Put the other half beside it: a graph that gives "
                            + (pictures == null
                                    ? "image_embeds."
                                    : "text_embeds."));
        }
        Path vocabulary = beside(folder, words, "vocab.json").filter(file -> Files.isRegularFile(file.resolveSibling(
                "merges.txt")))
                .or(() -> beside(folder, words, "tokenizer.json"))
                .orElseThrow(() -> new Unusable("The vocabulary of " + folder.getFileName() + " is missing.",
                        "Download vocab.json and merges.txt too, or tokenizer.json."));
        PartFinder.inside(folder, vocabulary);
        long bytes = bytes(folder, pictures) + (words.equals(pictures) ? 0 : bytes(folder, words));
        return new CompanionFolder.Likeness(folder, pictures, words, bytes, vocabulary.getParent(),
                new LensReader(config(folder, "preprocessor_config.json"), Lens.OF_CLIP).lens());
    }

    private static CompanionFolder meaning(Path folder, Path graph) throws IOException, Unusable {
        Path tokenizer = beside(folder, graph, "tokenizer.json")
                .orElseThrow(() -> new Unusable("tokenizer.json is not in " + folder.getFileName() + ".",
                        "Download that file too."));
        ConfigFile config = config(folder, "config.json");
        int most = config(folder, "sentence_bert_config.json").count("max_seq_length").orElse(USUAL_IDS);
        int places = config.count("max_position_embeddings").orElse(MOST_IDS);
        boolean first = config(folder, "1_Pooling/config.json").flag("pooling_mode_cls_token", false);
        return new CompanionFolder.Meaning(folder, graph, bytes(folder, graph), PartFinder.inside(folder, tokenizer),
                new CompanionFolder.Sentences(Math.min(most, places),
                        Math.max(0, config.json().path("pad_token_id").asInt(0)), first));
    }

    /** In the graph's folder, the model's, or its tokenizer's. */
    private static Optional<Path> beside(Path folder, Path graph, String file) {
        return List.of(graph.getParent(), folder, folder.resolve("tokenizer"))
                .stream()
                .map(place -> place.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static ConfigFile config(Path folder, String name) throws IOException, Unusable {
        Path file = folder.resolve(name);
        return Files.exists(file)
                ? ConfigFile.read(name, PartFinder.inside(folder, file))
                : ConfigFile.none(name);
    }

    private static long bytes(Path folder, Path graph) throws IOException, Unusable {
        long bytes = Files.size(graph);
        if (OnnxFile.at(graph) instanceof OnnxFile.Look.Whole(List<OnnxFile.External> external, var _)) {
            for (String location : external.stream().map(OnnxFile.External::location).collect(Collectors.toSet())) {
                bytes += Files.size(PartFinder.inside(folder, graph.resolveSibling(location)));
            }
        }
        return bytes;
    }
}
