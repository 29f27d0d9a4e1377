package org.filmwright.timeline;

import java.util.Comparator;
import java.util.List;

/** What lies beside the storyline of a cut: further tracks, from the lowest up, markers in their order, in and out. */
public record Layers(List<Track> tracks, List<Marker> markers, Marks marks) {
    public static final Layers NONE = new Layers(List.of(), List.of(), Marks.NONE);

    public Layers {
        tracks = List.copyOf(tracks);
        markers = markers.stream().sorted(Comparator.comparingInt(Marker::at)).toList();
    }

    Layers with(List<Track> others) {
        return new Layers(others, markers, marks);
    }

    Layers marked(List<Marker> others) {
        return new Layers(tracks, others, marks);
    }

    Layers between(Marks others) {
        return new Layers(tracks, markers, others);
    }
}
