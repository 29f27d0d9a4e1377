package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a checkout that is built already, with what an earlier start left beside it. */
@DisabledOnOs(OS.WINDOWS)
final class StartCacheTest {
    private static final String VERSION = "filmwright " + Filmwright.VERSION;

    @TempDir
    private Path home;

    private Path kept;

    @BeforeEach
    void build() throws IOException {
        Path target = Files.createDirectories(home.resolve("target"));
        kept = target.resolve("start-cache.aot");
        Files.createDirectories(home.resolve("src/main"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.copy(Path.of("filmwright"), home.resolve("filmwright"));
        Path jar = Files.writeString(target.resolve("some.jar"), "");
        Files.writeString(target.resolve("classpath.txt"), jar.toString());
        Files.writeString(target.resolve("launcher.args"), "-XX:+UseCompactObjectHeaders -cp \""
                + System.getProperty("java.class.path") + "\"");
        Files.writeString(target.resolve("launcher.stamp"), "");
    }

    private record Ended(int code, String out, String errors) {}

    private Ended start(Map<String, String> surroundings, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", home.resolve("filmwright").toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder program = new ProcessBuilder(command).redirectError(home.resolve("errors").toFile());
        program.environment().put("JAVA_HOME", System.getProperty("java.home"));
        program.environment().putAll(surroundings);
        Process started = program.start();
        String out = new String(started.getInputStream().readAllBytes());
        return new Ended(started.waitFor(), out, Files.readString(home.resolve("errors")));
    }

    private void starts() throws Exception {
        Ended ended = start(Map.of(), "--version");
        assertEquals(0, ended.code(), ended.toString());
        assertTrue(ended.out().startsWith(VERSION), ended.toString());
        assertEquals("", ended.errors());
    }

    @Test
    void a_start_without_a_cache_is_an_ordinary_start() throws Exception {
        starts();
    }

    @Test
    void an_empty_or_damaged_cache_is_passed_over_in_silence() throws Exception {
        for (byte[] damaged : List.of(new byte[0], new byte[1_000_000], "not a cache at all".repeat(99).getBytes())) {
            Files.write(kept, damaged);
            starts();
        }
    }

    @Test
    void a_cache_that_was_cut_off_or_damaged_inside_or_made_with_other_options_is_passed_over() throws Exception {
        byte[] whole = ofAnotherProgram();
        Files.write(kept, whole);
        starts();
        Ended other = start(Map.of("JDK_JAVA_OPTIONS", "-XX:-UseCompactObjectHeaders"), "--version");
        assertEquals(0, other.code(), other.toString());
        Files.write(kept, Arrays.copyOf(whole, whole.length / 2));
        starts();
        Arrays.fill(whole, whole.length / 3, whole.length / 2, (byte) 0xa5);
        Files.write(kept, whole);
        starts();
    }

    @Test
    void a_library_that_is_there_is_found_however_many_come_after_it() throws Exception {
        Path many = Files.createDirectories(home.resolve("bin")).resolve("ldconfig");
        Files.writeString(many, """
                #!/bin/sh
                echo "libgtk-3.so.0"
                i=0
                while [ $i -lt 20000 ]; do echo "libother$i.so"; i=$((i + 1)); done
                """);
        assertTrue(many.toFile().setExecutable(true));
        Ended ended = start(Map.of("DISPLAY", ":0", "PATH", many.getParent() + ":" + System.getenv("PATH")), "open");
        assertTrue(ended.errors().contains("PROJECT"), "it gets as far as the program: " + ended);
    }

    /** The smallest program there is in the JDK, so that making it takes little time. */
    private byte[] ofAnotherProgram() throws Exception {
        Path file = home.resolve("other.aot");
        Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseCompactObjectHeaders", "-XX:AOTCacheOutput=" + file, "-Xlog:disable", "-Xmx64m",
                "--version").redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes());
        assertEquals(0, made.waitFor(), said);
        return Files.readAllBytes(file);
    }

    @Test
    void nothing_is_kept_of_a_program_that_does_not_stand_in_jars() throws Exception {
        Process tried = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), StartCache.class.getName(), kept.toString())
                .redirectErrorStream(true)
                .start();
        tried.getInputStream().readAllBytes();
        assertEquals(ExitCode.FAILED, tried.waitFor());
        assertFalse(Files.exists(kept));
    }
}
