package org.filmwright.generate.local.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.filmwright.generate.local.card.Card;
import org.filmwright.generate.local.card.Cards;
import org.filmwright.generate.local.graph.Device;
import org.filmwright.generate.local.model.MemoryPlan;

/** How much memory is free at the moment, of this machine and of a device. */
@FunctionalInterface
public interface FreeMemory {
    MemoryPlan.Room on(Device device);

    /** As the system and the driver tell. A card that nobody tells of has none. */
    static FreeMemory measured() {
        return device -> switch (device) {
            case Device.Cpu _ -> new MemoryPlan.Room(0, Measured.ram());
            case Device.Cuda card -> new MemoryPlan.Room(
                    Cards.ofDriver().find(card.id()).map(Card::free).orElse(0L), Measured.ram());
        };
    }

    /** Asks the system. */
    final class Measured {
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
    }
}
