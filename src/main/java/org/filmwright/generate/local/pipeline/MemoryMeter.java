package org.filmwright.generate.local.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.filmwright.generate.local.graph.Device;
import org.filmwright.generate.local.model.MemoryPlan;
import org.filmwright.generate.local.runner.Memory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers the highest use of a device's memory, asking again and again until it is closed. */
final class MemoryMeter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryMeter.class);
    private static final long EVERY_MILLIS = 100;

    private final Device device;
    private final AtomicLong peak = new AtomicLong();
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("memory meter").factory());

    private MemoryMeter(Device device) {
        this.device = device;
    }

    static MemoryMeter of(Device device) {
        MemoryMeter meter = new MemoryMeter(device);
        meter.timer.scheduleWithFixedDelay(meter::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return meter;
    }

    /** Bytes: of this process on the processor, of everybody on a card; 0 where nobody can tell. */
    long peak() {
        look();
        return peak.get();
    }

    /** The part of a plan's need that is measured here. */
    long promised(MemoryPlan.Room need) {
        return switch (device) {
            case Device.Cpu _ -> need.ram();
            case Device.Cuda _ -> need.vram();
        };
    }

    private void look() {
        long used = switch (device) {
            case Device.Cpu _ -> Memory.now().rss();
            case Device.Cuda(int number) -> onCard(number);
        };
        peak.accumulateAndGet(used, Math::max);
    }

    private static long onCard(int number) {
        try {
            Process asked = new ProcessBuilder(List.of("nvidia-smi", "--query-gpu=memory.used",
                    "--format=csv,noheader,nounits", "-i", Integer.toString(number))).start();
            String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return answer.matches("\\d{1,9}") ? Long.parseLong(answer) << 20 : 0;
        } catch (IOException e) {
            LOG.debug("Nobody tells what the graphics card holds.", e);
            return 0;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
