package org.filmwright.review;

/** One note on a take. */
public record NoteId(String value) {
    public NoteId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("An id has 1 to 64 characters: '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
