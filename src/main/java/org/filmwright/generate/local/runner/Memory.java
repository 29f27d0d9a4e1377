package org.filmwright.generate.local.runner;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this process holds, in bytes. */
public record Memory(long rss, long heap) {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    private static final Path LINUX = Path.of("/proc/self/status");

    public static Memory now() {
        Runtime java = Runtime.getRuntime();
        return new Memory(resident(), java.totalMemory() - java.freeMemory());
    }

    /** Resident pages on Linux, committed private pages on Windows; elsewhere nothing tells without another program: 0. */
    private static long resident() {
        if (Files.exists(LINUX)) {
            return ofLinux("VmRSS:");
        }
        return System.getProperty("os.name").startsWith("Windows")
                && ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                        ? Math.max(0, system.getCommittedVirtualMemorySize())
                        : 0;
    }

    /** The most that this process ever held at once, where the system tells it: Linux; else 0. */
    public static long highest() {
        return Files.exists(LINUX) ? ofLinux("VmHWM:") : 0;
    }

    /** {@code VmRSS:    123456 kB} (proc_pid_status(5)). */
    private static long ofLinux(String what) {
        try {
            return Files.readAllLines(LINUX)
                    .stream()
                    .filter(line -> line.startsWith(what))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            LOG.debug("Nobody tells how much memory this takes.", e);
            return 0;
        }
    }
}
