package org.filmwright.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.filmwright.base.FrameSize;

/**
 * Films glasses that hang one behind the other, as the multiplane cameras of drawn films did: each is drawn as
 * {@link RostrumCamera} draws a still, as exactly, through the window of its own depth, and laid over those behind it.
 * Several threads may draw at once; each needs the memory of two planes of a frame besides.
 */
public final class MultiplaneCamera implements Camera {
    private final DepthPath path;
    private final FrameSize picture;
    private final FrameSize out;
    private final List<Hung> glasses = new ArrayList<>();
    private final Queue<Overlay> overlays = new ConcurrentLinkedQueue<>();

    public MultiplaneCamera(Glasses glasses, DepthPath path, FrameSize out) {
        this.path = path;
        this.picture = glasses.size();
        this.out = out;
        for (Glass glass : glasses.farToNear()) {
            hang(glass).ifPresent(this.glasses::add);
        }
    }

    /** A glass as it is drawn. @param matte nothing where it is painted all over */
    private record Hung(double nearness, FilmedPart part, SamplePlane[] colours, Optional<SamplePlane> matte) {}

    private Optional<Hung> hang(Glass glass) {
        List<CameraPath.Window> windows = IntStream.range(0, path.path().frames())
                .mapToObj(n -> path.window(n, glass.nearness(), picture, out.aspect()))
                .toList();
        FilmedPart seen = FilmedPart.of(windows, picture, out, path.path().still());
        if (glass.matte().isEmpty()) {
            return Optional.of(hung(glass, seen));
        }
        return glass.box().filter(seen::meets).map(box -> hung(glass, seen.within(box)));
    }

    private static Hung hung(Glass glass, FilmedPart part) {
        SamplePlane[] colours = new SamplePlane[FilmedPart.PLANES];
        try (Rect rect = part.rect();
                Mat bgr = glass.colour().bgr();
                Mat seen = new Mat(bgr, rect);
                MatVector yuv = FilmedPart.developed(seen)) {
            for (int plane = 0; plane < colours.length; plane++) {
                colours[plane] = part.prepared(yuv.get(plane), plane);
            }
            return new Hung(glass.nearness(), part, colours, glass.matte().map(_ -> matte(glass, part, rect)));
        }
    }

    private static SamplePlane matte(Glass glass, FilmedPart part, Rect rect) {
        try (Mat whole = glass.matteMat(); Mat seen = new Mat(whole, rect); Mat own = seen.clone()) {
            return part.matte(own);
        }
    }

    @Override
    public FrameSize size() {
        return out;
    }

    @Override
    public int frames() {
        return path.path().frames();
    }

    @Override
    public void frame(int n, YuvFrame into) {
        Overlay free = overlays.poll();
        Overlay overlay = free == null ? new Overlay(out) : free;
        for (Hung glass : glasses) {
            lay(glass, path.window(n, glass.nearness, picture, out.aspect()), into, overlay);
        }
        overlays.add(overlay);
    }

    private void lay(Hung glass, CameraPath.Window window, YuvFrame into, Overlay overlay) {
        if (glass.matte.isEmpty()) {
            for (int plane = 0; plane < FilmedPart.PLANES; plane++) {
                into.draw(plane, glass.colours[plane], glass.part.map(window, out, plane));
            }
            return;
        }
        Overlay.Part part = Overlay.Part.of(glass.part, window, out);
        for (int plane = 0; plane < FilmedPart.PLANES; plane++) {
            if (plane < 2) {
                overlay.matte(glass.matte.get(), glass.part.fineMap(window, out, plane > 0), part.of(plane));
            }
            overlay.colour(glass.colours[plane], glass.part.map(window, out, plane), part.of(plane));
            into.lay(plane, overlay, part.of(plane));
        }
    }
}
