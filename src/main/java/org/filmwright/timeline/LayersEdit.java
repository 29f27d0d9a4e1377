package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An edit of what lies beside the storyline, as small as it is.
 *
 * @param tracks whole tracks that came and went; nothing where there are as many as before
 * @param heads the same tracks by another name, seen or not, locked or not; without what lies on them
 * @param each what changed on tracks that stayed
 */
public record LayersEdit(Splice<Track> tracks, Splice<Track> heads, List<OnTrack> each, Splice<Marker> markers,
        Splice<Marks> marks) {
    public LayersEdit {
        each = List.copyOf(each);
    }

    /** What changed on one track. @param track its place, from 0 */
    public record OnTrack(int track, Splice<Item> items, Splice<Transition> dissolves) {
        boolean fits(List<Track> tracks) {
            return track < tracks.size() && items.fits(tracks.get(track).items())
                    && dissolves.fits(tracks.get(track).transitions());
        }
    }

    static LayersEdit between(Layers before, Layers after) {
        boolean whole = before.tracks().size() != after.tracks().size();
        List<Track> none = List.of();
        return new LayersEdit(
                Splice.between(whole ? before.tracks() : none, whole ? after.tracks() : none),
                Splice.between(whole ? none : heads(before.tracks()), whole ? none : heads(after.tracks())),
                whole ? List.of() : onTracks(before.tracks(), after.tracks()),
                Splice.between(before.markers(), after.markers()),
                Splice.between(List.of(before.marks()), List.of(after.marks())));
    }

    private static List<OnTrack> onTracks(List<Track> before, List<Track> after) {
        return IntStream.range(0, before.size())
                .filter(i -> !before.get(i).items().equals(after.get(i).items())
                        || !before.get(i).transitions().equals(after.get(i).transitions()))
                .mapToObj(i -> new OnTrack(i, Splice.between(before.get(i).items(), after.get(i).items()),
                        Splice.between(before.get(i).transitions(), after.get(i).transitions())))
                .toList();
    }

    private static List<Track> heads(List<Track> tracks) {
        return tracks.stream().map(track -> track.with(List.of(), List.of())).toList();
    }

    LayersEdit inverse() {
        return new LayersEdit(tracks.inverse(), heads.inverse(), each.stream()
                .map(one -> new OnTrack(one.track, one.items.inverse(), one.dissolves.inverse()))
                .toList(), markers.inverse(), marks.inverse());
    }

    boolean fits(Layers layers) {
        return tracks.fits(layers.tracks()) && heads.fits(heads(layers.tracks()))
                && each.stream().allMatch(one -> one.fits(layers.tracks())) && markers.fits(layers.markers())
                && marks.fits(List.of(layers.marks()));
    }

    Layers applyTo(Layers layers) {
        return new Layers(onto(tracks.applyTo(layers.tracks())), markers.applyTo(layers.markers()),
                marks.applyTo(List.of(layers.marks())).getFirst());
    }

    private List<Track> onto(List<Track> whole) {
        List<Track> heads = this.heads.applyTo(heads(whole));
        List<Track> changed = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            changed.add(heads.get(i).with(whole.get(i).items(), whole.get(i).transitions()));
        }
        for (OnTrack one : each) {
            Track now = changed.get(one.track);
            changed.set(one.track, now.with(one.items.applyTo(now.items()), one.dissolves.applyTo(now.transitions())));
        }
        return changed;
    }
}
