package org.filmwright.generate.local.companion;

import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.Companion;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.graph.Device;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.model.CompanionFolder;
import org.filmwright.generate.local.model.MemoryPlan;
import org.filmwright.generate.local.pipeline.FreeMemory;
import org.filmwright.generate.local.runner.Loader;

/**
 * Loads companions, and painters as another loader does. A companion computes on a card only where that has room for it and
 * leaves what a painter counts on; else on the processor, where all of them are bearable.
 */
public record CompanionLoader(Loader painters, FreeMemory memory) implements Loader {
    private static final long LEFT_ON_CARD = 2L << 30;
    private static final long LEFT_IN_MEMORY = 512L << 20;

    public CompanionLoader(Loader painters) {
        this(painters, FreeMemory.measured());
    }

    @Override
    public Outcome<Painter> load(Setup setup) {
        return painters.load(setup);
    }

    @Override
    public Outcome<Companion> companion(Setup setup) {
        Optional<Device> wanted = Device.of(setup.device());
        if (wanted.isEmpty()) {
            return Outcome.failed(new Failure.Misconfigured("There is no device '" + setup.device() + "'.",
                    "Choose cpu, or a card such as cuda:0."));
        }
        return CompanionFolder.read(setup.model()).then(folder -> {
            try {
                return Outcome.ok(open(folder, device(folder, wanted.get(), setup.frugal())));
            } catch (PaintFailed e) {
                return Outcome.failed(e.failure());
            }
        });
    }

    private Device device(CompanionFolder folder, Device wanted, boolean frugal) throws PaintFailed {
        if (!wanted.equals(Device.CPU) && !frugal && memory.on(wanted).vram() >= 3 * folder.bytes() + LEFT_ON_CARD) {
            return wanted;
        }
        MemoryPlan.Room room = memory.on(Device.CPU);
        long need = 2 * folder.bytes() + LEFT_IN_MEMORY;
        if (room.ram() < need) {
            throw PaintFailed.refused(folder.folder().getFileName() + " takes about " + gigabytes(need)
                    + " of memory, and " + gigabytes(room.ram()) + " is free.",
                    "Close other programs, or choose a smaller model.");
        }
        return Device.CPU;
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    private static Companion open(CompanionFolder folder, Device device) throws PaintFailed {
        return switch (folder) {
            case CompanionFolder.Depth depth -> new DepthEye(depth, OnnxGraph.open(depth.graph(), device));
            case CompanionFolder.Enlarge enlarge -> new Enlarger(OnnxGraph.open(enlarge.graph(), device));
            case CompanionFolder.Between between -> new InBetweener(between, OnnxGraph.open(between.graph(), device));
            case CompanionFolder.Likeness likeness -> LikenessEye.open(likeness, device);
            case CompanionFolder.Meaning meaning -> SentenceReader.open(meaning, device);
        };
    }
}
