package org.filmwright.media;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.filmwright.base.FrameSize;

/**
 * Films a still along a path, sub-pixel exact (film.md 4.2). The still is cut to what the camera sees, turned into
 * Y, U and V once and scaled once so that every frame takes about two of its pixels for one of its own (sampling between
 * them is then free of shimmer); each frame is three affine draws. Several threads may draw at once.
 */
public final class RostrumCamera implements Camera {
    private final CameraPath path;
    private final FrameSize picture;
    private final FrameSize out;
    private final FilmedPart part;
    private final SamplePlane[] planes = new SamplePlane[FilmedPart.PLANES];

    public RostrumCamera(Still still, CameraPath path, FrameSize out) {
        this.path = path;
        this.picture = still.size();
        this.out = out;
        List<CameraPath.Window> windows = IntStream.range(0, path.frames()).mapToObj(this::window).toList();
        part = FilmedPart.of(windows, picture, out, path.still());
        try (Mat bgr = still.bgr(); Mat seen = new Mat(bgr, part.rect()); MatVector yuv = FilmedPart.developed(seen)) {
            for (int plane = 0; plane < planes.length; plane++) {
                planes[plane] = part.prepared(yuv.get(plane), plane);
            }
        }
    }

    @Override
    public FrameSize size() {
        return out;
    }

    @Override
    public int frames() {
        return path.frames();
    }

    @Override
    public void frame(int n, YuvFrame into) {
        CameraPath.Window window = window(n);
        for (int plane = 0; plane < planes.length; plane++) {
            into.draw(plane, planes[plane], part.map(window, out, plane));
        }
    }

    private CameraPath.Window window(int n) {
        return path.window(n, picture.width(), picture.height(), out.aspect());
    }
}
