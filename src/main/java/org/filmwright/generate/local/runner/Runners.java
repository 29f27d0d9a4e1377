package org.filmwright.generate.local.runner;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** One runner for a device, however many models paint on it. */
public final class Runners implements AutoCloseable {
    private final Function<String, Runner> make;
    private final Map<String, Runner> byDevice = new HashMap<>();

    /** @param make a runner for a device */
    public Runners(Function<String, Runner> make) {
        this.make = make;
    }

    /** @param device as the settings call it: {@code cpu}, {@code cuda:0} */
    public synchronized Runner on(String device) {
        return byDevice.computeIfAbsent(device, make);
    }

    /** Ends all their processes at once. */
    @Override
    public synchronized void close() {
        byDevice.values().forEach(Runner::close);
    }
}
