package org.filmwright.timeline;

import java.util.List;
import org.filmwright.base.ClipId;
import org.filmwright.base.MediaRef;
import org.filmwright.base.ShotId;

/** What lies on the picture track. Items follow each other without holes; a hole is a {@link Gap}. */
public sealed interface Item {
    /** Length in frames of the cut's rate, at least 1. */
    int frames();

    /**
     * A part of a rendered shot; {@code label} as on the slate ({@code 2-B}).
     *
     * @param frames how long it is seen
     * @param from the frame of the rendered shot with which it begins
     * @param whole how many frames the rendered shot has; at least {@code from + frames}
     */
    record Clip(ShotId shot, ClipId clip, MediaRef media, String label, int frames, int from, int whole)
            implements
                Item {
        /** Older cuts knew only shots from their first frame on, which may have been longer than they were seen. */
        public Clip {
            lasting(frames);
            if (from < 0) {
                throw new IllegalArgumentException("A clip begins with its frame 0 or a later one: " + from);
            }
            whole = Math.max(whole, from + frames);
        }

        /** All of it. */
        public Clip(ShotId shot, ClipId clip, MediaRef media, String label, int frames) {
            this(shot, clip, media, label, frames, 0, frames);
        }

        /** Another part of the same shot. */
        public Clip part(int begin, int length) {
            return new Clip(shot, clip, media, label, length, begin, whole);
        }

        /** How many frames of it lie before the part that is seen. */
        public int head() {
            return from;
        }

        /** How many frames of it lie behind the part that is seen. */
        public int tail() {
            return whole - from - frames;
        }
    }

    /** Black. */
    record Gap(int frames) implements Item {
        public Gap {
            lasting(frames);
        }
    }

    /** A card with text, largest line first. */
    record Title(List<String> lines, int frames) implements Item {
        public Title {
            lines = List.copyOf(lines);
            lasting(frames);
        }
    }

    private static void lasting(int frames) {
        if (frames < 1) {
            throw new IllegalArgumentException("An item lasts 1 frame or more: " + frames);
        }
    }
}
