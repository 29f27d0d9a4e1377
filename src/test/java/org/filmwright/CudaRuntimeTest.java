package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.card.Card;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The libraries for cards, out of a jar into their folder, and what is said of them. */
class CudaRuntimeTest {
    private static final String NATIVE = "ai/onnxruntime/native/linux-x64/";
    private static final List<String> LIBRARIES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so",
            "libonnxruntime_providers_cuda.so", "libonnxruntime_providers_shared.so");
    private static final Card CARD = new Card(0, "NVIDIA RTX 4090", 24_000_000_000L, 20_100_000_000L);

    @TempDir
    private Path folder;

    private CudaRuntime runtime() {
        return new CudaRuntime(folder.resolve("runtimes").resolve("cuda"), "Linux");
    }

    private static Map<String, String> contents(String version) {
        Map<String, String> all = new LinkedHashMap<>();
        LIBRARIES.forEach(name -> all.put(NATIVE + name, "library " + name));
        all.put(NATIVE + "libonnxruntime_providers_tensorrt.so", "not wanted");
        all.put("META-INF/maven/com.microsoft.onnxruntime/onnxruntime_gpu/pom.xml", "<project>\n"
                + "  <artifactId>onnxruntime_gpu</artifactId>\n  <version>" + version + "</version>\n</project>");
        return all;
    }

    private Path jar(Map<String, String> contents) throws IOException {
        Path jar = folder.resolve("gpu.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> each : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return jar;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(runtime().folder())) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String refused(Path jar, Optional<String> sha256) {
        return switch (runtime().install(jar, sha256)) {
            case Outcome.Ok<CudaRuntime.Installed> ok -> throw new AssertionError(ok);
            case Outcome.Failed<CudaRuntime.Installed>(Failure failure) -> failure.what();
        };
    }

    @Test
    void itIsTheBuildThatTheProgramSpeaksWith() {
        assertEquals(CudaRuntime.VERSION, OnnxGraph.version());
    }

    @Test
    void theLibrariesComeIntoTheirFolderAndNothingElse() throws IOException {
        assertFalse(runtime().isThere());
        Map<String, String> all = contents(CudaRuntime.VERSION);
        all.put("../../escaped.so", "out of the folder");
        Path jar = jar(all);
        CudaRuntime.Installed installed = CommandFailed.orFail(runtime().install(jar, Optional.of(Digest.ofFile(jar)
                .hex()
                .toUpperCase())));
        assertEquals(Digest.ofFile(jar).hex(), installed.sha256());
        assertEquals(LIBRARIES, files());
        assertTrue(runtime().isThere());
        try (Stream<Path> beside = Files.list(folder.resolve("runtimes"))) {
            assertEquals(1, beside.count(), "nothing half-unpacked stays");
        }
        assertFalse(Files.exists(folder.resolve("escaped.so")));
    }

    @Test
    void anOlderOneIsReplacedWhole() throws IOException {
        Files.createDirectories(runtime().folder());
        Files.writeString(runtime().folder().resolve("libcudnn_of_yesterday.so"), "old");
        CommandFailed.orFail(runtime().install(jar(contents(CudaRuntime.VERSION)), Optional.empty()));
        assertEquals(LIBRARIES, files());
    }

    @Test
    void aJarThatIsNotItIsRefusedAndWhatIsThereStays() throws IOException {
        Files.createDirectories(runtime().folder());
        Files.writeString(runtime().folder().resolve("libonnxruntime.so"), "old");
        String other = refused(jar(contents("1.27.1")), Optional.empty());
        assertTrue(other.contains("1.27.1") && other.contains(CudaRuntime.VERSION), other);
        assertTrue(refused(jar(Map.of("a.txt", "a")), Optional.empty()).contains("not ONNX Runtime's build"));
        Map<String, String> cut = contents(CudaRuntime.VERSION);
        cut.remove(NATIVE + "libonnxruntime_providers_cuda.so");
        assertTrue(refused(jar(cut), Optional.empty()).contains("libonnxruntime_providers_cuda.so"));
        assertTrue(refused(jar(contents(CudaRuntime.VERSION)), Optional.of("00")).contains("another SHA-256"));
        assertTrue(
                refused(Files.writeString(folder.resolve("no.jar"), "no zip"), Optional.empty()).contains("damaged"));
        assertEquals(List.of("libonnxruntime.so"), files());
    }

    @Test
    void theDoctorTellsOfCardsAndTheirRuntime() throws IOException {
        assertEquals("None found. Draft boards and camera moves need none. Models paint on the processor.",
                DoctorCommand
                        .gpu(List.of(), false, runtime())
                        .text());
        String without = DoctorCommand.gpu(List.of(CARD), true, runtime()).text();
        assertTrue(without.startsWith("cuda:0 NVIDIA RTX 4090, 20.1 of 24.0 GB free.")
                && without.contains(CudaRuntime.ARTIFACT), without);
        Files.createDirectories(runtime().folder());
        Files.writeString(runtime().folder().resolve("libonnxruntime.so"), "half");
        assertTrue(DoctorCommand.gpu(List.of(CARD), true, runtime()).text().contains("lacks libonnxruntime4j_jni.so"));
        CommandFailed.orFail(runtime().install(jar(contents(CudaRuntime.VERSION)), Optional.empty()));
        DoctorCommand.Finding ready = DoctorCommand.gpu(List.of(CARD), true, runtime());
        assertEquals(DoctorCommand.State.GOOD, ready.state());
        String hidden = DoctorCommand.gpu(List.of(), true, runtime()).text();
        assertTrue(hidden.contains("lists no card") && hidden.contains("The runtime for cards is in"), hidden);
    }
}
