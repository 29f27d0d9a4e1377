package org.filmwright.generate.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.filmwright.base.Digest;
import org.filmwright.generate.onnx.OnnxFolder;

/**
 * A model that paints on this machine.
 *
 * @param folder where its files lie
 * @param version changes with any of its files: what was painted with other files is another picture
 */
public record LocalModel(String name, Path folder, String version) {
    /** @param digests SHA-256 of each file in hex, by its path in the folder with slashes */
    public static LocalModel of(String name, Path folder, Map<String, String> digests) {
        String all = new TreeMap<>(digests).entrySet()
                .stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
        return new LocalModel(name, folder, Digest.of(all).brief());
    }

    /** Reads every file of it, which takes a while where nobody knows their digests. */
    public static LocalModel read(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (Path file : OnnxFolder.files(folder)) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            digests.put(path, Digest.ofFile(file).hex());
        }
        return of(folder.getFileName().toString(), folder, digests);
    }
}
