package org.filmwright.generate.local.pipeline;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.graph.Device;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.model.ModelFolder;

/** The loaded parts of one model: each opened when it is first needed, and closed when its memory is. */
final class Sessions implements AutoCloseable {
    private final ModelFolder model;
    private final Device device;
    private final boolean frugal;
    private final FreeMemory memory;
    private final Timing timing;
    private final Map<Role, OnnxGraph> open = new EnumMap<>(Role.class);
    private Optional<Seating> seating = Optional.empty();

    Sessions(Timing timing, Device device, boolean frugal, FreeMemory memory) {
        this.timing = timing;
        this.model = timing.model();
        this.device = device;
        this.frugal = frugal;
        this.memory = memory;
    }

    /** Decides, before anything is loaded, where the parts go for a picture of this size. */
    Seating seat(FrameSize size) throws PaintFailed {
        if (seating.filter(now -> now.serves(size)).isEmpty()) {
            close();
            seating = Optional.of(Seating.of(timing, size, device, frugal, memory));
        }
        return seating.get();
    }

    /** How long pictures of this model take. */
    Timing timing() {
        return timing;
    }

    private Seating seating() {
        return seating.orElseThrow(() -> new IllegalStateException("No picture was ordered yet."));
    }

    Path file(Role part) throws PaintFailed {
        return part.in(model)
                .orElseThrow(() -> PaintFailed.refused(model.name() + " has no " + part.spoken() + ".",
                        "Use a model that has one, or leave out what needs it."));
    }

    OnnxGraph open(Role part) throws PaintFailed {
        OnnxGraph graph = open.get(part);
        if (graph == null) {
            graph = OnnxGraph.open(file(part), seating().device(part));
            open.put(part, graph);
        }
        return graph;
    }

    /** Closes those of {@code parts} that have no memory to stay in. */
    void done(Role... parts) {
        for (Role part : parts) {
            if (open.containsKey(part) && !seating().stays(part)) {
                open.remove(part).close();
            }
        }
    }

    @Override
    public void close() {
        open.values().forEach(OnnxGraph::close);
        open.clear();
    }
}
