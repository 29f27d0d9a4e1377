package org.filmwright.timeline;

import java.util.List;
import org.filmwright.base.ClipId;
import org.filmwright.base.MediaRef;
import org.filmwright.base.ShotId;

/** What lies on the picture track. Items follow each other without holes; a hole is a {@link Gap}. */
public sealed interface Item {
    /** Length in frames of the cut's rate, at least 1. */
    int frames();

    /** A rendered shot, from its first frame on; {@code label} as on the slate ({@code 2-B}). */
    record Clip(ShotId shot, ClipId clip, MediaRef media, String label, int frames) implements Item {
        public Clip {
            lasting(frames);
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
