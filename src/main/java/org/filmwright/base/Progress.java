package org.filmwright.base;

/**
 * What running work is handed: where to report, and how it learns that it should stop. Cancelling is asked, never
 * forced: threads are not interrupted.
 */
public interface Progress {
    /** Progress that nobody watches and nobody cancels. */
    Progress NONE = new Progress() {
        @Override
        public void report(double fraction, String note) {}

        @Override
        public void checkCancelled() {}

        @Override
        public void onCancel(Runnable action) {}
    };

    /** @param fraction 0..1 of this piece of work; @param note what is being done now, for a person */
    void report(double fraction, String note);

    /** @throws Cancelled when somebody asked this work to stop */
    void checkCancelled();

    /** Runs {@code action} once, on another thread, when cancelling is asked (kill a process, close a call). */
    void onCancel(Runnable action);

    /** Shows how what is being made looks by now. Whoever has no place for pictures leaves it; late ones may be dropped. */
    default void glimpse(Glimpse picture) {}

    /** A small picture of something unfinished. @param argb row by row, of width times height pixels, and nobody's to change */
    record Glimpse(int width, int height, int[] argb) {
        /** Pixels of the longer side, at most. */
        public static final int LARGEST = 512;

        public Glimpse {
            if (width < 1 || height < 1 || Math.max(width, height) > LARGEST || argb.length != width * height) {
                throw new IllegalArgumentException("No glimpse of " + width + " by " + height);
            }
        }
    }

    /** The progress of a part of this work, which takes it from one fraction to another. */
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double fraction, String note) {
                whole.report(from + fraction * (to - from), note);
            }

            @Override
            public void glimpse(Glimpse picture) {
                whole.glimpse(picture);
            }

            @Override
            public void checkCancelled() {
                whole.checkCancelled();
            }

            @Override
            public void onCancel(Runnable action) {
                whole.onCancel(action);
            }
        };
    }
}
