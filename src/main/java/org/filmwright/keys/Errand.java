package org.filmwright.keys;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** A program of the system that is asked once. Secrets go to its standard input, where no list of processes shows them. */
record Errand(String title, Duration patience) {
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** What it answered. @param silent whether it complained of nothing */
    record Told(int exit, String out, boolean silent) {
        boolean done() {
            return exit == 0;
        }
    }

    /** Answers of a few lines only: nobody reads while it writes. */
    Outcome<Told> run(List<String> command, String input) {
        Process process;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            return failed("could not be asked", "Install what is missing, or keep keys in the encrypted file.");
        }
        try {
            hand(process, input);
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return failed("did not answer within " + patience.toSeconds() + " seconds",
                        "It may be locked: unlock it, or keep keys in the encrypted file.");
            }
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Outcome.ok(new Told(process.exitValue(), out, process.getErrorStream().read() < 0));
        } catch (IOException e) {
            return failed("broke off", "Try again, or keep keys in the encrypted file.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("was not waited for", "Try again.");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** A program that ended without reading has answered all the same. */
    private static void hand(Process process, String input) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            if (process.isAlive()) {
                throw e;
            }
        }
    }

    <T> Outcome<T> failed(String what, String remedy) {
        String named = Character.toUpperCase(title.charAt(0)) + title.substring(1);
        return Outcome.failed(new Failure.Misconfigured(named + " " + what + ". Nothing was changed.", remedy));
    }

    /** Where a program lies on a path such as PATH. */
    static Optional<Path> find(String program, String path) {
        return Stream.of(path.split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
