package org.filmwright.timeline;

import java.util.List;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;

/**
 * The edited film: its storyline, which is the first picture track, contiguous and as long as the film; its dissolves, its
 * subtitles, and the layers beside it. Immutable. Dissolves are in order and leave at least one clean frame of every item
 * they touch; subtitles are in order and never overlap.
 */
public record Cut(String title, FrameRate rate, FrameSize size, List<Item> items, List<Transition> transitions,
        List<Subtitle> subtitles, Layers layers) {
    /** Older cuts had no layers. */
    public Cut {
        items = List.copyOf(items);
        transitions = List.copyOf(transitions);
        subtitles = List.copyOf(subtitles);
        layers = layers == null ? Layers.NONE : layers;
        Transition.check(items, transitions);
        checkSubtitles(subtitles, Track.length(items));
    }

    /** One with nothing beside its storyline. */
    public Cut(String title, FrameRate rate, FrameSize size, List<Item> items, List<Transition> transitions,
            List<Subtitle> subtitles) {
        this(title, rate, size, items, transitions, subtitles, Layers.NONE);
    }

    /** The tracks beside the storyline, from the lowest up. */
    public List<Track> tracks() {
        return layers.tracks();
    }

    public List<Marker> markers() {
        return layers.markers();
    }

    /** In and out point. */
    public Marks marks() {
        return layers.marks();
    }

    /** What lies on a track, numbered as in {@link #track}, which costs more. @throws IndexOutOfBoundsException for no track */
    public List<Item> items(int track) {
        return track == 0 ? items : tracks().get(track - 1).items();
    }

    /** Any track: 0 is the storyline, n the n-th of {@link #tracks}. @throws IndexOutOfBoundsException for no track */
    public Track track(int n) {
        return n == 0 ? new Track(Track.Kind.PICTURE, "V1", items, transitions, true, false) : tracks().get(n - 1);
    }

    /** Whether another one has the same pictures and words; sounds, markers, in and out may be different. */
    public boolean looksLike(Cut other) {
        return title.equals(other.title) && rate.equals(other.rate) && size.equals(other.size)
                && items.equals(other.items) && transitions.equals(other.transitions)
                && subtitles.equals(other.subtitles) && pictures().equals(other.pictures());
    }

    private List<Track> pictures() {
        return tracks().stream().filter(track -> track.kind() == Track.Kind.PICTURE).toList();
    }

    /** The same storyline with other layers. */
    public Cut with(Layers others) {
        return new Cut(title, rate, size, items, transitions, subtitles, others);
    }

    /** The same cut with another storyline, and without subtitles. */
    Cut with(List<Item> others, List<Transition> dissolves) {
        return new Cut(title, rate, size, others, dissolves, List.of(), layers);
    }

    /** Length of the film in frames: that of its storyline. */
    public int frames() {
        return Track.length(items);
    }

    public double seconds() {
        return rate.seconds(frames());
    }

    /** The frame on which item {@code index} starts; for one past the last item, the length of the film. */
    public int start(int index) {
        return Track.length(items.subList(0, index));
    }

    /** The index of the item whose slot holds frame {@code n}. @throws IndexOutOfBoundsException outside the film */
    public int itemAt(int n) {
        return track(0).itemAt(n);
    }

    private static void checkSubtitles(List<Subtitle> subtitles, int frames) {
        int free = 0;
        for (Subtitle subtitle : subtitles) {
            require(subtitle.start() >= free && subtitle.end() <= frames,
                    "A subtitle overlaps or leaves the film: " + subtitle);
            free = subtitle.end();
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
