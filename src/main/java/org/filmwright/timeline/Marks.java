package org.filmwright.timeline;

import java.util.Optional;
import java.util.OptionalInt;

/** In and out point: the first frame that is meant, and the first that is not any more. Either may be missing. */
public record Marks(OptionalInt in, OptionalInt out) {
    public static final Marks NONE = new Marks(OptionalInt.empty(), OptionalInt.empty());

    public Marks {
        if (in.orElse(0) < 0 || out.orElse(Integer.MAX_VALUE) <= in.orElse(0)) {
            throw new IllegalArgumentException("The out point lies behind the in point: " + in + ", " + out);
        }
    }

    /** Frames {@code start} up to, not including, {@code end}. */
    public record Range(int start, int end) {
        public int frames() {
            return end - start;
        }
    }

    /** What both points mean together in a film of so many frames; nothing while one is missing. */
    public Optional<Range> range(int film) {
        return in.isPresent() && out.isPresent() && in.getAsInt() < film
                ? Optional.of(new Range(in.getAsInt(), Math.min(film, out.getAsInt())))
                : Optional.empty();
    }
}
