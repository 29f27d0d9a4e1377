package org.filmwright.production.models;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.filmwright.base.Digest;

/** A small model pack, sound until a test spoils it. */
public final class PackMaker {
    /** What the list says of each file. */
    public final Map<String, byte[]> listed = new LinkedHashMap<>();
    /** What is really there besides. */
    public final Map<String, byte[]> extra = new LinkedHashMap<>();
    public String name = "tiny";
    public String more = "";

    public PackMaker() {
        listed.put("unet/model.onnx", ModelShelfTest.onnx("weights.bin", 4, 8));
        listed.put("unet/weights.bin", new byte[12]);
        listed.put("LICENSE.txt", "Do what is right.".getBytes(StandardCharsets.UTF_8));
    }

    public String manifest() {
        StringBuilder files = new StringBuilder();
        listed.forEach((path, bytes) -> files.append(files.isEmpty() ? "" : ",")
                .append("{\"path\":\"%s\",\"bytes\":%d,\"sha256\":\"%s\"}".formatted(path.replace("\\", "\\\\"),
                        bytes.length, Digest.of(bytes).hex())));
        return "{\"name\":\"%s\",\"family\":\"none\",%s\"files\":[%s]}".formatted(name, more, files);
    }

    public Path zip(Path file) throws IOException {
        return zip(file, manifest(), "");
    }

    /** @param top put before every path */
    public Path zip(Path file, String manifest, String top) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, top + "manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> each : listed.entrySet()) {
                put(zip, top + each.getKey(), extra.getOrDefault(each.getKey(), each.getValue()));
            }
            for (Map.Entry<String, byte[]> each : extra.entrySet()) {
                if (!listed.containsKey(each.getKey())) {
                    put(zip, top + each.getKey(), each.getValue());
                }
            }
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    public Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("manifest.json"), manifest());
        Map<String, byte[]> all = new LinkedHashMap<>(listed);
        all.putAll(extra);
        for (Map.Entry<String, byte[]> each : all.entrySet()) {
            Files.createDirectories(folder.resolve(each.getKey()).getParent());
            Files.write(folder.resolve(each.getKey()), each.getValue());
        }
        return folder;
    }
}
