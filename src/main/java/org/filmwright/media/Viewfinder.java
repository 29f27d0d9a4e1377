package org.filmwright.media;

import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;

/** What a camera sees, as pixels for a screen: the frames that it draws into a film. One thread at a time; close it. */
public final class Viewfinder implements AutoCloseable {
    private final Camera camera;
    private final YuvFrame frame;
    private final Recoding recoding;

    private Viewfinder(Camera camera, YuvFrame frame, Recoding recoding) {
        this.camera = camera;
        this.frame = frame;
        this.recoding = recoding;
    }

    public static Outcome<Viewfinder> of(Camera camera) {
        YuvFrame frame = new YuvFrame(camera.size());
        try {
            return Outcome.ok(new Viewfinder(camera, frame, Recoding.toArgb(frame.av(), camera.size())));
        } catch (MediaException e) {
            frame.close();
            return Outcome.failed(e.failure());
        }
    }

    public FrameSize size() {
        return camera.size();
    }

    public int frames() {
        return camera.frames();
    }

    /** @param argb filled with frame {@code n}: 0xffRRGGBB, row by row */
    public void frame(int n, int[] argb) {
        camera.frame(n, frame);
        recoding.toArgb(frame.av(), argb);
    }

    @Override
    public void close() {
        recoding.close();
        frame.close();
    }
}
