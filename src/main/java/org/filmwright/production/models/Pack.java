package org.filmwright.production.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.onnx.OnnxFolder;

/**
 * What {@code manifest.json} says of a model: {@code {"name", "family", "files":[{"path", "bytes", "sha256"}], "licence",
 * "source", "mirrors":[address of a folder]}}. Only name and files are needed; every file but the manifest is in the list.
 *
 * @param family as its maker calls it; nothing is decided by it
 * @param files their paths are safe, and different in more than capitals
 * @param licence one of the files
 * @param source where it comes from, for a person
 * @param mirrors addresses of folders that hold the same files
 */
public record Pack(String name, Optional<String> family, List<Model.Part> files, Optional<String> licence,
        Optional<String> source, List<String> mirrors) {
    public static final String MANIFEST = "manifest.json";
    /** Bytes of a manifest. */
    public static final int LONGEST = 4 << 20;
    private static final int MOST_FILES = 10_000;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern LICENCE = Pattern.compile("(licen[cs]e|copying)(\\.(txt|md))?",
            Pattern.CASE_INSENSITIVE);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    public Pack {
        files = List.copyOf(files);
        mirrors = List.copyOf(mirrors);
    }

    public long bytes() {
        return files.stream().mapToLong(Model.Part::bytes).sum();
    }

    /** The licence first, so that it can be read before the rest comes. */
    public List<Model.Part> licenceFirst() {
        List<Model.Part> order = new ArrayList<>(files);
        order.sort(Comparator.comparing(part -> !licence.equals(Optional.of(part.path()))));
        return order;
    }

    /** Whether a file of this name says the terms. */
    static boolean isLicence(String path) {
        return LICENCE.matcher(path).matches();
    }

    /** Whether this text is a manifest at all; other programs use the same file name. */
    static boolean isManifest(String json) {
        try {
            return JSON.readTree(json).path("files").isArray();
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    /** @param from what the list is called in a sentence */
    public static Outcome<Pack> read(String json, String from) {
        JsonNode manifest;
        try {
            manifest = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return refused(from + " is no list of a model's files: " + e.getOriginalMessage() + ".");
        }
        String name = manifest.path("name").asText();
        if (!SafeNames.isModel(name)) {
            return refused(from + " names the model '" + shown(name) + "', which cannot be the name of a folder.");
        }
        JsonNode listed = manifest.path("files");
        if (!listed.isArray() || listed.isEmpty() || listed.size() > MOST_FILES) {
            return refused(from + " lists no files, or more than " + MOST_FILES + ".");
        }
        List<Model.Part> files = new ArrayList<>();
        listed.forEach(file -> files.add(new Model.Part(file.path("path").asText(), file.path("bytes").asLong(-1),
                file.path("sha256").asText().toLowerCase(Locale.ROOT))));
        return wrong(files).<Outcome<Pack>>map(what -> refused(from + " " + what))
                .orElseGet(() -> licensed(manifest, name, files, from));
    }

    private static Outcome<Pack> licensed(JsonNode manifest, String name, List<Model.Part> files, String from) {
        Optional<String> named = text(manifest, "licence").or(() -> text(manifest, "license"));
        Optional<String> licence = named.or(() -> files.stream()
                .map(Model.Part::path)
                .filter(Pack::isLicence)
                .findFirst());
        if (licence.filter(file -> files.stream().noneMatch(part -> part.path().equals(file))).isPresent()) {
            return refused(from + " names " + shown(licence.get()) + " as the licence, but does not list that file.");
        }
        List<String> mirrors = new ArrayList<>();
        manifest.path("mirrors").forEach(mirror -> mirrors.add(mirror.asText()));
        Optional<String> odd = mirrors.stream().filter(mirror -> !isAddress(mirror)).findFirst();
        if (odd.isPresent()) {
            return refused(from + " names the mirror '" + shown(odd.get()) + "', which is no address.");
        }
        return Outcome.ok(new Pack(name, text(manifest, "family"), files, licence, text(manifest, "source"),
                mirrors));
    }

    private static boolean isAddress(String text) {
        try {
            return new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<String> text(JsonNode manifest, String field) {
        return Optional.of(manifest.path(field).asText()).filter(text -> !text.isBlank());
    }

    private static Optional<String> wrong(List<Model.Part> files) {
        Set<String> seen = new HashSet<>(Set.of(MANIFEST));
        long bytes = 0;
        for (Model.Part file : files) {
            String path = shown(file.path());
            if (!SafeNames.isFile(file.path()) || file.path().startsWith(".")) {
                return Optional.of("lists '" + path + "', which is no safe path inside a folder.");
            }
            if (!seen.add(file.path().toLowerCase(Locale.ROOT))) {
                return Optional.of("lists " + path + " twice.");
            }
            if (OnnxFolder.isForeign(file.path())) {
                return Optional.of("lists " + path + ", which is no ONNX: such files can run programs when they are"
                        + " opened, or cannot be used here.");
            }
            bytes += file.bytes();
            if (file.bytes() < 0 || bytes < 0 || !SHA256.matcher(file.sha256()).matches()) {
                return Optional.of("does not say the size and the SHA-256 of " + path + ".");
            }
        }
        return Optional.empty();
    }

    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 100 ? plain.substring(0, 100) + "..." : plain;
    }

    private static Outcome<Pack> refused(String what) {
        return Outcome.failed(new Failure.Refused(what + " Nothing was added.",
                "Get the model pack again, from whoever made it."));
    }
}
