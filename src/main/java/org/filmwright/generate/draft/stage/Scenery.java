package org.filmwright.generate.draft.stage;

import org.filmwright.generate.draft.paint.Easel;

/**
 * A place dressed for one setup. Called in this order: {@link #paintBehind}, (out of focus in close shots), the people,
 * {@link #paintBefore}, weather. It sets the easel's plane (SKY, FAR, MIDDLE; NEAR) before it paints into it.
 */
public interface Scenery {
    Light light();

    /** Sky or back wall, far, middle, ground, the furniture at the marks, light pools: all behind the people. */
    void paintBehind(Easel easel);

    /** What stands between camera and people, cut by the edge, darkest value; nothing when the idea has none. */
    void paintBefore(Easel easel);
}
