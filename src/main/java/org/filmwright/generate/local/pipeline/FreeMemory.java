package org.filmwright.generate.local.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.filmwright.generate.local.graph.Device;
import org.filmwright.generate.local.model.MemoryPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much memory is free at the moment, of this machine and of a device. */
@FunctionalInterface
public interface FreeMemory {
    MemoryPlan.Room on(Device device);

    /** As the system and the driver tell. A card that nobody tells of has none. */
    static FreeMemory measured() {
        return device -> switch (device) {
            case Device.Cpu _ -> new MemoryPlan.Room(0, Measured.ram());
            case Device.Cuda card -> new MemoryPlan.Room(Measured.vram(card.number()), Measured.ram());
        };
    }

    /** Asks the system. */
    final class Measured {
        private static final Logger LOG = LoggerFactory.getLogger(FreeMemory.class);
        private static final Path LINUX = Path.of("/proc/meminfo");

        private Measured() {}

        /** What could be had without swapping: Linux counts its file cache as used. */
        private static long ram() {
            try {
                Optional<Long> available = Files.isReadable(LINUX)
                        ? Files.readAllLines(LINUX)
                                .stream()
                                .filter(line -> line.startsWith("MemAvailable:"))
                                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                                .findFirst()
                        : Optional.empty();
                return available.orElseGet(Measured::freeAsJavaTells);
            } catch (IOException e) {
                return freeAsJavaTells();
            }
        }

        private static long freeAsJavaTells() {
            return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                    ? system.getFreeMemorySize()
                    : Long.MAX_VALUE;
        }

        private static long vram(int card) {
            try {
                Process asked = new ProcessBuilder(List.of("nvidia-smi", "--query-gpu=memory.free",
                        "--format=csv,noheader,nounits", "-i", Integer.toString(card))).start();
                String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                return answer.matches("\\d{1,9}") ? Long.parseLong(answer) << 20 : 0;
            } catch (IOException e) {
                LOG.debug("Nobody tells what the graphics card has free.", e);
                return 0;
            }
        }
    }
}
