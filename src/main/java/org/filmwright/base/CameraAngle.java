package org.filmwright.base;

/** Where the camera stands towards its subject; an attribute beside the size (film.md 5.2). */
public enum CameraAngle {
    EYE_LEVEL("eye level"), LOW("low angle"), HIGH("high angle"), AERIAL("aerial"), OVER_SHOULDER(
            "over the shoulder"), TWO_SHOT("two-shot"), POV("point of view"), DUTCH("Dutch angle");

    private final String words;

    CameraAngle(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
