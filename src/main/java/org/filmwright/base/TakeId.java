package org.filmwright.base;

/** One generated picture: a take. */
public record TakeId(String value) {
    public TakeId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("An id has 1 to 64 characters: '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
