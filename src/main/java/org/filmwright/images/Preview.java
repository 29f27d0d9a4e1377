package org.filmwright.images;

/** Smaller copies of a picture, for lists and for the light table; written when a take arrives, made anew when missing. */
public enum Preview {
    THUMB(320), REVIEW(1920);

    private final int width;

    Preview(int width) {
        this.width = width;
    }

    /** Pixels across, at most. */
    public int width() {
        return width;
    }
}
