package org.filmwright.timeline;

import java.util.List;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;

/** The edited film: one contiguous picture track, its dissolves, its subtitles. Immutable. */
public record Cut(String title, FrameRate rate, FrameSize size, List<Item> items, List<Transition> transitions,
        List<Subtitle> subtitles) {
    public Cut {
        items = List.copyOf(items);
        transitions = List.copyOf(transitions);
        subtitles = List.copyOf(subtitles);
    }

    /** Length of the film in frames. */
    public int frames() {
        return items.stream().mapToInt(Item::frames).sum();
    }
}
