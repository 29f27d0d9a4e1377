package org.filmwright.base;

/** The light of a scene, from its heading; LATER, SAME and CONTINUOUS take the light of the scene before. */
public enum TimeOfDay {
    DAWN, MORNING, DAY, DUSK, NIGHT
}
