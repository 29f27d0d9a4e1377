package org.filmwright.generate.local.runner;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The last lines a process said beside its answers: where it died of something, it is often told here. */
final class LastWords {
    private static final int MOST = 60;
    private static final int LONGEST = 300;
    private static final Pattern FULL = Pattern.compile(
            "OutOfMemoryError|out of memory|bad_alloc|ALLOC_FAILED|Failed to allocate memory|insufficient memory"
                    + "|Could not reserve enough space|Cannot allocate memory",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TELLING = Pattern
            .compile("\\bSIG[A-Z]{2,}\\b|EXCEPTION_|what\\(\\):|CUDA failure|^Exception in|^Error:");
    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (line.isBlank()) {
            return;
        }
        lines.add(line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…");
        if (lines.size() > MOST) {
            lines.remove();
        }
    }

    /** Oldest first. */
    synchronized List<String> all() {
        return List.copyOf(lines);
    }

    /** Whether one of them tells of memory that ran out. */
    boolean tellOfMemory() {
        return all().stream().anyMatch(line -> FULL.matcher(line).find());
    }

    /** Whether the virtual machine says that native code broke; without a core dump its exit code is a mere 1. */
    boolean tellOfCrash() {
        return all().stream().anyMatch(line -> line.contains("A fatal error has been detected"));
    }

    /** The one that tells most: of memory, of a signal, else the last that is no place in a program. */
    Optional<String> told() {
        List<String> kept = all();
        return Stream.of(FULL, TELLING)
                .flatMap(words -> kept.stream().filter(line -> words.matcher(line).find()).limit(1))
                .findFirst()
                .or(() -> kept.reversed().stream().filter(line -> !line.startsWith("\tat ")).findFirst())
                .map(line -> line.replaceFirst("^[#\\s]+", "").strip());
    }
}
