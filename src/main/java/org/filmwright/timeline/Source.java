package org.filmwright.timeline;

/**
 * Which frames of a rendered shot or a sound an item shows: its frame {@code i} is source frame
 * {@code from + floor((phase + i * speed.numerator) / speed.denominator)}. The phase lets an item that runs slow or fast be
 * split anywhere and still show the same frames.
 *
 * @param from the source frame with which it begins; 0 or more
 * @param phase 0 up to, not including, the speed's denominator
 * @param whole how many frames the source has
 */
public record Source(int from, int phase, int whole, Speed speed) {
    /** What has no end: a held frame, a gap, a card. */
    static final int ENDLESS = Integer.MAX_VALUE / 2;

    /** Older cuts knew only clips that run as they were made. */
    public Source {
        speed = speed == null ? Speed.NORMAL : speed;
        if (from < 0) {
            throw new IllegalArgumentException("A clip begins with its frame 0 or a later one: " + from);
        }
        if (phase < 0 || phase >= speed.denominator()) {
            throw new IllegalArgumentException("A phase lies within one step of the speed: " + phase + " of " + speed);
        }
    }

    /** As it was made, from a frame on. */
    public Source(int from, int whole) {
        this(from, 0, whole, Speed.NORMAL);
    }

    /** The source frame of frame {@code i} of the item; {@code i} may lie before or behind the item. */
    public int at(int i) {
        return Math.toIntExact(from + Math.floorDiv(position(i), speed.denominator()));
    }

    /** The first frame of an item, from its begin, that shows a source frame or a later one; only where it runs forward. */
    int shown(int sourceFrame) {
        long steps = (long) (sourceFrame - from) * speed.denominator() - phase;
        return Math.toIntExact(Math.ceilDiv(steps, speed.numerator()));
    }

    /** The same source at the same speed, from frame {@code i} of the item on. */
    Source later(int i) {
        long position = position(i);
        return new Source(at(i), Math.floorMod(position, speed.denominator()), whole, speed);
    }

    /** How many more frames could be shown before the first. */
    int head() {
        long before = (long) from * speed.denominator() + phase;
        return speed.held()
                ? ENDLESS
                : (int) (speed.backwards()
                        ? Math.floorDiv(behind(), -speed.numerator())
                        : Math.floorDiv(before, speed.numerator()));
    }

    /** How many more frames could be shown behind the last of so many. */
    int tail(int frames) {
        long before = (long) from * speed.denominator() + phase;
        return speed.held()
                ? ENDLESS
                : (int) (speed.backwards()
                        ? Math.floorDiv(before, -speed.numerator())
                        : Math.floorDiv(behind(), speed.numerator())) - (frames - 1);
    }

    /** As long as an item of so many frames needs it. */
    Source holding(int frames) {
        int last = Math.max(at(0), at(frames - 1));
        if (Math.min(at(0), at(frames - 1)) < 0) {
            throw new IllegalArgumentException("A clip ends with its frame 0 or a later one: " + this);
        }
        return last < whole ? this : new Source(from, phase, last + 1, speed);
    }

    /** How many source frames so many shown frames run over, to the nearest frame; at least 1. One that is held could run. */
    int span(int frames) {
        if (speed.held()) {
            return frames;
        }
        long steps = (long) frames * Math.abs(speed.numerator());
        return (int) Math.max(1, Math.floorDiv(2 * steps + speed.denominator(), 2L * speed.denominator()));
    }

    private long position(int i) {
        return phase + (long) i * speed.numerator();
    }

    /** Steps from the first position to the last one that the source has. */
    private long behind() {
        return (long) (whole - from) * speed.denominator() - phase - 1;
    }
}
