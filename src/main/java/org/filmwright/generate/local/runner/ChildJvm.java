package org.filmwright.generate.local.runner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Starts the {@code main} of a class with the Java and the class path of this process. Each start has a temporary folder
 * of its own, where native libraries are unpacked, and which is gone with it.
 */
public final class ChildJvm implements Starter {
    private final Class<?> main;
    private final Room room;
    private final List<String> arguments;

    /** @param heap and @param direct in megabytes; what native code takes is not counted */
    public record Room(int heap, int direct) {
        /** For the texts and latents that Java holds; the weights are native. */
        public static final Room USUAL = new Room(768, 2048);
    }

    public ChildJvm(Class<?> main, Room room, List<String> arguments) {
        this.main = main;
        this.room = room;
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public Child start() throws IOException {
        Den den = Den.make();
        try {
            ProcessBuilder child = new ProcessBuilder(command(den));
            child.environment().put("CUDA_DEVICE_ORDER", "PCI_BUS_ID"); // else CUDA counts the fastest card first
            return new Started(child.start(), den);
        } catch (IOException e) {
            den.clear();
            throw e;
        }
    }

    private List<String> command(Den den) throws IOException {
        Path options = Files.write(den.folder().resolve("java.args"),
                options(den).stream().map(ChildJvm::quoted).toList());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + options);
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** It crashes without a core dump and says why where we read; a full heap ends it at once instead of half working. */
    private List<String> options(Den den) {
        return List.of("-Xmx" + room.heap() + "m", "-XX:MaxDirectMemorySize=" + room.direct() + "m",
                "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash",
                "-XX:+DisplayVMOutputToStderr", "-XX:ErrorFile=" + den.folder().resolve("crash.log"),
                "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "-Dstderr.encoding=UTF-8",
                "-Djava.io.tmpdir=" + den.folder(), "-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true", "-cp",
                System.getProperty("java.class.path"));
    }

    /** As the argument files of the java command want it. */
    private static String quoted(String option) {
        return '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private record Started(Process process, Den den) implements Child {
        private static final int SECONDS_TO_DIE = 10;

        Started {
            process.onExit().thenRun(den::clear);
        }

        @Override
        public OutputStream requests() {
            return process.getOutputStream();
        }

        @Override
        public InputStream answers() {
            return process.getInputStream();
        }

        @Override
        public InputStream errors() {
            return process.getErrorStream();
        }

        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public Optional<Integer> exit(long time, TimeUnit unit) {
            try {
                return process.waitFor(time, unit) ? Optional.of(process.exitValue()) : Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        /** Through the handles: destroying the process itself would close our end of what it still said. */
        @Override
        public void kill() {
            List<ProcessHandle> below = process.descendants().toList();
            process.toHandle().destroyForcibly();
            below.forEach(ProcessHandle::destroyForcibly);
            exit(SECONDS_TO_DIE, TimeUnit.SECONDS);
            CompletableFuture.allOf(below.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                    .completeOnTimeout(null, SECONDS_TO_DIE, TimeUnit.SECONDS)
                    .join();
            den.clear();
        }
    }
}
