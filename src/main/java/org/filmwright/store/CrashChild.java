package org.filmwright.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process of this very program, started to be killed or frozen by a drill. It says on its standard output how far it
 * is; its errors go to ours. Killing is SIGKILL: nothing of it gets to run any more.
 */
public final class CrashChild implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CrashChild.class);
    private final Process process;
    private final BufferedReader words;

    private CrashChild(Process process) {
        this.process = process;
        this.words = process.inputReader();
    }

    /** Starts the {@code main} of a class with the class path and the Java of this process. */
    public static CrashChild start(Class<?> main, Object... arguments) throws IOException {
        return start(List.of(), main, arguments);
    }

    /** @param options of the virtual machine, such as {@code -Xmx64m} */
    public static CrashChild start(List<String> options, Class<?> main, Object... arguments) throws IOException {
        return new CrashChild(program(options, main, arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** What it says goes into a file instead. */
    public static CrashChild logged(Path log, Class<?> main, Object... arguments) throws IOException {
        return new CrashChild(
                program(List.of(), main, arguments).redirectErrorStream(true).redirectOutput(log.toFile()).start());
    }

    private static ProcessBuilder program(List<String> options, Class<?> main, Object... arguments) {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
        line.addAll(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(line::add);
        return new ProcessBuilder(line);
    }

    /** The next line it says; empty when it has ended. */
    public Optional<String> line() throws IOException {
        return Optional.ofNullable(words.readLine());
    }

    /** Reads until it says what is waited for; empty when it ended before. */
    public Optional<String> await(Predicate<String> wanted) throws IOException {
        Optional<String> line = line();
        while (line.isPresent() && !wanted.test(line.get())) {
            line = line();
        }
        return line;
    }

    /** Lets it say {@code count} lines more; false when it ended before. */
    public boolean skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (line().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Says a line to it; one that is dead hears nothing. */
    public void tell(String line) {
        try {
            BufferedWriter out = process.outputWriter();
            out.write(line);
            out.newLine();
            out.flush();
        } catch (IOException gone) {
            LOG.debug("A child of a drill is gone.", gone);
        }
    }

    /** Ends it without a word, as a power cut would, and waits until it is gone. What it had said can still be read. */
    public void kill() throws InterruptedException {
        // Through its handle: destroying the process itself would close our end of the pipe.
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Stops it where it stands, as a laptop that falls asleep; not on Windows. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** Lets it go on as if nothing had been. */
    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /** Its exit code, once it has ended by itself. @throws IOException when it takes longer */
    public int exitCode(long seconds) throws IOException, InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IOException("The child process is still running after " + seconds + " s");
        }
        return process.exitValue();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(process.pid())).inheritIO().start().waitFor();
    }
}
