package org.filmwright.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.filmwright.production.models.Devices;

/** Devices that hold what a test wants, and count how often they are asked. */
final class SampleDevices implements Devices {
    static final Device IDLE = new Device(Optional.of("NVIDIA RTX 4090"), Optional.of("flux-dev"), 18_000_000_000L,
            24_000_000_000L, 12, false, Optional.empty());
    static final Device BUSY = new Device(Optional.empty(), Optional.of("sd-turbo"), 3_100_000_000L, 25_200_000_000L, 1,
            true, Optional.empty());
    static final Device EMPTY = new Device(Optional.empty(), Optional.empty(), 0, 25_200_000_000L, 0, false, Optional
            .empty());
    static final Device OUT = new Device(Optional.of("Tesla T4"), Optional.empty(), 0, 16_000_000_000L, 0, false,
            Optional.of("The graphics card cannot be used any more: it stopped with \"unknown error\"."));

    final AtomicInteger freed = new AtomicInteger();
    final AtomicInteger asked = new AtomicInteger();
    volatile int busy;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<Device> now = List.of(EMPTY);

    void become(Device... devices) {
        now = List.of(devices);
        listeners.forEach(Runnable::run);
    }

    int listeners() {
        return listeners.size();
    }

    @Override
    public List<Device> now() {
        asked.incrementAndGet();
        return now;
    }

    @Override
    public Listening listen(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Override
    public int free() {
        freed.incrementAndGet();
        if (busy == 0) {
            become(EMPTY);
        }
        return busy;
    }
}
