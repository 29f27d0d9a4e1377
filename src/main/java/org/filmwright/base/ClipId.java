package org.filmwright.base;

/** One rendered moving shot. */
public record ClipId(String value) {
    public ClipId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("An id has 1 to 64 characters: '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
