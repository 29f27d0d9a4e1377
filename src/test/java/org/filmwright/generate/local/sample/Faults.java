package org.filmwright.generate.local.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What happens to models on their way to a disk. Each damages one file of a folder that was whole. */
public final class Faults {
    private Faults() {}

    /** As git leaves it where Git LFS is not installed. */
    public static void lfsPointer(Path file) throws IOException {
        Files.writeString(file, """
                version https://git-lfs.github.com/spec/v1
                oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
                size 23782506688
                """);
    }

    /** As a download leaves it that wanted a login. */
    public static void webPage(Path file) throws IOException {
        Files.writeString(file, "<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>\n");
    }

    /** As a broken connection leaves it. @param left of its bytes, 0..1 */
    public static void cut(Path file, double left) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, (int) (whole.length * left)));
    }

    /** The graph wants its weights from two folders above: both names are as long as each other, so the file stays whole. */
    public static void escape(Path graph, String location) throws IOException {
        byte[] bytes = Files.readAllBytes(graph);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String out = "../../" + "x".repeat(location.length() - 6);
        if (!text.contains(location)) {
            throw new IllegalArgumentException(graph + " has no weights in " + location);
        }
        Files.write(graph, text.replace(location, out).getBytes(StandardCharsets.ISO_8859_1));
    }
}
