package org.filmwright.base;

/** A shot of the script. Stable while the script is edited elsewhere: derived from its scene and place in it. */
public record ShotId(String value) {
    public ShotId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("An id has 1 to 64 characters: '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
