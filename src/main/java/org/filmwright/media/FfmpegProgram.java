package org.filmwright.media;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.filmwright.base.Failure;

/**
 * The {@code ffmpeg} program that lies in the same jar as the libraries: the fair peer of benches. The product itself
 * never starts it.
 */
public final class FfmpegProgram {
    private final Path program;
    private final Path standIns;

    private FfmpegProgram(Path program, Path standIns) {
        this.program = program;
        this.standIns = standIns;
    }

    /** Unpacks the program beside its libraries; {@code scratch} is a folder that the caller owns. */
    public static FfmpegProgram unpack(Path scratch) throws IOException {
        File folder = Loader.cacheResource(avutil.class, "/org/bytedeco/ffmpeg/" + Loader.getPlatform());
        if (folder == null) {
            throw new MediaException(new Failure.Misconfigured("The ffmpeg program is missing from this build.",
                    "Add the FFmpeg natives of this platform."));
        }
        boolean windows = Loader.getPlatform().startsWith("windows");
        Path program = folder.toPath().resolve(windows ? "ffmpeg.exe" : "ffmpeg");
        if (!Files.isExecutable(program) && !program.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + program + " executable");
        }
        return new FfmpegProgram(program, standIns(folder.toPath(), scratch));
    }

    /**
     * The program asks for PulseAudio's library when it starts, and uses none of it without sound. Where a machine has
     * none, another small library under that name lets it start.
     */
    private static Path standIns(Path libraries, Path scratch) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("stand-ins"));
        Path small = libraries.resolve("libva-drm.so.2");
        Path pulse = folder.resolve("libpulse.so.0");
        if (Files.exists(small) && !Files.exists(pulse) && !hasPulse()) {
            Files.createSymbolicLink(pulse, small);
        }
        return folder;
    }

    private static boolean hasPulse() {
        return List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib")
                .stream()
                .anyMatch(folder -> Files.exists(Path.of(folder, "libpulse.so.0")));
    }

    /** Runs the program to its end with the console quiet. @return wall seconds */
    public double run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-hide_banner", "-loglevel", "error", "-y",
                "-nostdin"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("LD_LIBRARY_PATH", program.getParent() + File.pathSeparator + standIns));
        long start = System.nanoTime();
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = exitOf(process);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IOException("ffmpeg ended with " + code + ": " + said.strip());
        }
        return seconds;
    }

    private static int exitOf(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IOException("Interrupted while ffmpeg ran", e);
        }
    }
}
