package org.filmwright;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/**
 * ONNX Runtime's build for NVIDIA cards, which lies beside the program (decision 0093). It comes out of a jar that a person fetched; of
 * that only the libraries are written that are known by name, so no path in it can lead anywhere.
 *
 * @param folder of the libraries; may not exist
 * @param system as {@code os.name}
 */
record CudaRuntime(Path folder, String system) {
    /** Of the Java classes in this program, which speak with no other. */
    static final String VERSION = "1.28.0";
    static final String ARTIFACT = "com.microsoft.onnxruntime:onnxruntime_gpu:" + VERSION;
    private static final String POM = "META-INF/maven/com.microsoft.onnxruntime/onnxruntime_gpu/pom.xml";
    private static final Pattern OWN_VERSION = Pattern
            .compile("<artifactId>onnxruntime_gpu</artifactId>\\s*<version>([^<]{1,40})<");
    private static final int LONGEST_POM = 1 << 18;
    /** The largest library of it has some 600 MB. */
    private static final long LARGEST = 4L << 30;

    static CudaRuntime here() {
        return new CudaRuntime(ConfigFolder.here().resolve("runtimes").resolve("cuda"), System.getProperty("os.name"));
    }

    /** @param sha256 of the jar, to be compared with what its origin says */
    record Installed(Path folder, long bytes, String sha256) {}

    /** What a jar has for this system; empty for one without cards of NVIDIA. */
    private List<String> libraries() {
        if (system.startsWith("Windows")) {
            return List.of("onnxruntime.dll", "onnxruntime4j_jni.dll", "onnxruntime_providers_shared.dll",
                    "onnxruntime_providers_cuda.dll");
        }
        return system.equals("Linux")
                ? List.of("libonnxruntime.so", "libonnxruntime4j_jni.so", "libonnxruntime_providers_shared.so",
                        "libonnxruntime_providers_cuda.so")
                : List.of();
    }

    private String inJar(String library) {
        return "ai/onnxruntime/native/" + (system.equals("Linux") ? "linux-x64/" : "win-x64/") + library;
    }

    boolean isThere() {
        return Files.isDirectory(folder) && missing().isEmpty();
    }

    /** What the folder lacks; everything where there is none. */
    List<String> missing() {
        return libraries().stream().filter(name -> !Files.isRegularFile(folder.resolve(name))).toList();
    }

    /**
     * Unpacks it; one that is there already is replaced once the new one is whole.
     *
     * @param wanted the SHA-256 that the jar has to have, in hex
     */
    Outcome<Installed> install(Path jar, Optional<String> wanted) {
        if (libraries().isEmpty()) {
            return refused("There is no build for NVIDIA cards for this system.", "Paint on the processor.");
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            String sha256 = Digest.ofFile(jar).hex();
            if (wanted.filter(hex -> !hex.toLowerCase(Locale.ROOT).equals(sha256)).isPresent()) {
                return refused(jar.getFileName() + " has another SHA-256: " + sha256 + ".", "Fetch it again.");
            }
            Optional<String> wrong = wrong(zip);
            return wrong.isPresent()
                    ? refused(jar.getFileName() + " " + wrong.get(), "Fetch " + ARTIFACT + " from a Maven repository.")
                    : Outcome.ok(new Installed(folder, unpack(zip), sha256));
        } catch (ZipException e) {
            return refused(jar.getFileName() + " is no jar, or is damaged (" + e.getMessage() + ").",
                    "Fetch it again.");
        } catch (IOException e) {
            return Outcome
                    .failed(new Failure.Exhausted("disk", "The runtime could not be unpacked into " + folder + ": "
                            + e.getMessage() + ". What was there before is kept."));
        }
    }

    private static <T> Outcome<T> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what + " Nothing was installed.", remedy));
    }

    /** Half a sentence about the jar. */
    private Optional<String> wrong(ZipFile zip) throws IOException {
        Optional<String> version = version(zip);
        if (version.isEmpty()) {
            return Optional.of("is not ONNX Runtime's build for NVIDIA cards.");
        }
        if (!version.get().equals(VERSION)) {
            return Optional.of("is of version " + version.get() + "; this program needs " + VERSION + ".");
        }
        return libraries().stream()
                .filter(name -> zip.getEntry(inJar(name)) == null || zip.getEntry(inJar(name)).getSize() > LARGEST)
                .findFirst()
                .map(name -> "has no usable " + name + ".");
    }

    private static Optional<String> version(ZipFile zip) throws IOException {
        ZipEntry pom = zip.getEntry(POM);
        if (pom == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(pom)) {
            Matcher own = OWN_VERSION.matcher(new String(in.readNBytes(LONGEST_POM), StandardCharsets.UTF_8));
            return own.find() ? Optional.of(own.group(1).strip()) : Optional.empty();
        }
    }

    private long unpack(ZipFile zip) throws IOException {
        Files.createDirectories(folder.getParent());
        Path fresh = Files.createTempDirectory(folder.getParent(), ".cuda-");
        try {
            long bytes = 0;
            for (String library : libraries()) {
                bytes += written(zip, zip.getEntry(inJar(library)), fresh.resolve(library));
            }
            clear(folder);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            return bytes;
        } finally {
            clear(fresh);
        }
    }

    /** Libraries lie in it, and no folders. */
    private static void clear(Path flat) throws IOException {
        if (Files.isDirectory(flat)) {
            try (Stream<Path> files = Files.list(flat)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(flat);
        }
    }

    /** No more than the zip said, which is not more than is allowed. */
    private static long written(ZipFile zip, ZipEntry entry, Path to) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            long bytes = Files.copy(in, to);
            if (bytes != entry.getSize()) {
                throw new IOException(to.getFileName() + " is not whole");
            }
            return bytes;
        }
    }
}
