package org.filmwright.base;

/** The weather of an exterior (or behind the window), from heading and action. */
public enum Weather {
    CLEAR, OVERCAST, RAIN, SNOW, FOG, WIND
}
