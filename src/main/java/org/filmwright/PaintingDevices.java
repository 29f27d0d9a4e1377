package org.filmwright;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.filmwright.generate.local.runner.Occupied;
import org.filmwright.generate.local.runner.Runners;
import org.filmwright.production.models.Devices;

/** The runners of this machine, as the studio sees them. */
final class PaintingDevices implements Devices {
    private final Runners runners;
    private final long memory;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param memory of the machine, in bytes */
    PaintingDevices(Runners runners, long memory) {
        this.runners = runners;
        this.memory = memory;
        runners.listen(() -> listeners.forEach(Runnable::run));
    }

    @Override
    public List<Device> now() {
        return runners.now().stream().map(this::device).toList();
    }

    private Device device(Occupied place) {
        boolean card = !place.device().equals("cpu");
        return new Device(Optional.of(place.name()).filter(_ -> card), place.standing()
                .model()
                .map(folder -> folder.getFileName().toString()), place.used(), card ? place.total() : memory,
                place.standing().pictures(), place.busy(), place.out());
    }

    @Override
    public Listening listen(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Override
    public int free() {
        return runners.free();
    }
}
