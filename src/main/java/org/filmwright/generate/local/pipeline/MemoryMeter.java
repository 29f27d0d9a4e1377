package org.filmwright.generate.local.pipeline;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.filmwright.generate.local.card.Card;
import org.filmwright.generate.local.card.Cards;
import org.filmwright.generate.local.graph.Device;
import org.filmwright.generate.local.model.MemoryPlan;
import org.filmwright.generate.local.runner.Memory;

/** Remembers the highest use of memory while it is open, asking again and again. */
final class MemoryMeter implements AutoCloseable {
    private static final long EVERY_MILLIS = 100;
    /** The driver is asked by starting a program. */
    private static final long CARD_MILLIS = 1_000;

    private final Device device;
    private final long before = Memory.highest();
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong onCard = new AtomicLong();
    private volatile String where;
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("memory meter").factory());

    private MemoryMeter(Device device) {
        this.device = device;
        where = device.id();
    }

    static MemoryMeter of(Device device) {
        MemoryMeter meter = new MemoryMeter(device);
        meter.timer.scheduleWithFixedDelay(meter::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        if (device instanceof Device.Cuda) {
            meter.timer.scheduleWithFixedDelay(meter::askDriver, 0, CARD_MILLIS, TimeUnit.MILLISECONDS);
        }
        return meter;
    }

    /** Of this process in memory, and of everybody on the card; 0 where nobody can tell. */
    MemoryPlan.Room peak() {
        look();
        long highest = Memory.highest();
        return new MemoryPlan.Room(onCard.get(), highest > before ? highest : held.get());
    }

    /** {@code cpu}, or the name of the card. */
    String where() {
        return where;
    }

    /** The part that runs out first here: of the card, or of the machine. */
    long counted(MemoryPlan.Room room) {
        return switch (device) {
            case Device.Cpu _ -> room.ram();
            case Device.Cuda _ -> room.vram();
        };
    }

    private void look() {
        held.accumulateAndGet(Memory.now().rss(), Math::max);
    }

    private void askDriver() {
        Optional<Card> card = Cards.ofDriver().find(device.id());
        card.map(Card::name).ifPresent(name -> where = name);
        onCard.accumulateAndGet(card.map(Card::used).orElse(0L), Math::max);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
