package org.filmwright;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the JDK keeps of a start, so that later ones need not read and link the same classes again: an ahead-of-time
 * cache (JEP 483, 514, 515). It is made by rehearsing the studio without a display, in a process of its own.
 */
final class StartCache {
    private static final Logger LOG = LoggerFactory.getLogger(StartCache.class);
    private static final String PLACE = "filmwright.start-cache";

    private StartCache() {}

    /** @param arguments the file that is to hold it */
    public static void main(String[] arguments) {
        System.exit(make(Path.of(arguments[0])) ? ExitCode.DONE : ExitCode.FAILED);
    }

    /** Has one made behind our back when the launcher wants one and the one that is there does not serve. */
    static void renewLater() {
        Optional<Path> place = Optional.ofNullable(System.getProperty(PLACE)).map(Path::of);
        if (place.filter(StartCache::serves).isPresent() || place.isEmpty()) {
            return;
        }
        List<String> command = program();
        command.addAll(List.of(StartCache.class.getName(), place.get().toString()));
        try {
            silent(command).start();
        } catch (IOException e) {
            LOG.warn("Starts stay as slow as they are.", e);
        }
    }

    /** Whether this start could use it, and nothing was built since. */
    private static boolean serves(Path kept) {
        return Files.exists(kept) && System.getProperty("java.vm.info").contains("sharing")
                && classPath().noneMatch(jar -> jar.lastModified() > kept.toFile().lastModified());
    }

    private static Stream<File> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(File::new);
    }

    /**
     * Rehearses a start and keeps what the JDK learnt. Says whether there is something to keep; a failure changes nothing.
     * Classes that lie in folders cannot be kept.
     */
    static boolean make(Path file) {
        return classPath().noneMatch(File::isDirectory) && rehearse(file);
    }

    private static boolean rehearse(Path file) {
        return ScratchFolder.with(folder -> {
            Path learnt = folder.resolve("learnt.aot");
            List<String> command = program();
            command.addAll(List.of("-XX:AOTCacheOutput=" + learnt, "-Xlog:aot*=off", "-Xlog:cds*=off"));
            command.addAll(unseen(folder.resolve("home"), folder.resolve("natives"), "studio"));
            boolean done = waitFor(silent(command).start());
            if (!done || !Files.exists(learnt)) {
                return false;
            }
            Path part = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
            Files.copy(learnt, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        });
    }

    /**
     * The arguments of a studio, or a bare window, that nobody sees.
     *
     * @param home where settings and projects are kept
     * @param natives where JavaFX lays out its native libraries, once
     */
    static List<String> unseen(Path home, Path natives, String what) {
        return List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Duser.home=" + home,
                "-Djavafx.cachedir=" + natives, StartProbe.class.getName(), what, home.toString());
    }

    /** How this program was started, without a cache: the Java program, its options, and the class path. */
    static List<String> program() {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean()
                .getInputArguments()
                .stream()
                .filter(option -> !option.startsWith("-XX:AOT") && !option.startsWith("-D" + PLACE)
                        && !option.startsWith("-agentlib"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    private static ProcessBuilder silent(List<String> command) {
        return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    private static boolean waitFor(Process process) {
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
