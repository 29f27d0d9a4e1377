package org.filmwright.generate.local.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filmwright.base.Digest;
import org.filmwright.generate.onnx.OnnxFolder;

/**
 * Tells one model from another without reading its weights, which would take minutes: names and sizes of all its files, and
 * what the small ones hold, the graphs among them.
 */
public final class Fingerprint {
    private static final long SMALL = 4 << 20;

    private Fingerprint() {}

    public static Digest of(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : OnnxFolder.files(folder)) {
            long size = Files.size(file);
            text.append(folder.relativize(file).toString().replace('\\', '/')).append(' ').append(size).append('\n');
            if (size <= SMALL) {
                text.append(Digest.ofFile(file).hex()).append('\n');
            }
        }
        return Digest.of(text.toString());
    }
}
