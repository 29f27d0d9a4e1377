package org.filmwright.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Track;

/** The lanes from above to below, in pixels of the 100 % design: pictures that lie over others stand above them. */
record Bands(List<Band> all) {
    private static final double RULER = 32;
    private static final double SCENES = 28;
    private static final double PICTURES = 88;
    private static final double OVER = 40;
    private static final double SUBTITLES = 36;
    private static final double SOUND = 64;

    /** What lies on a lane. */
    enum Kind {
        RULER, SCENES, OVER, PICTURES, SUBTITLES, SOUND
    }

    /** @param track as in {@link Cut#track}; 0 for what is no track */
    record Band(Kind kind, int track, double top, double height) {
        double bottom() {
            return top + height;
        }
    }

    Bands {
        all = List.copyOf(all);
    }

    /** Those of a film with nothing beside its storyline. */
    static Bands usual() {
        return of(List.of());
    }

    static Bands of(Cut cut) {
        return of(cut.tracks());
    }

    private static Bands of(List<Track> tracks) {
        List<Band> bands = new ArrayList<>();
        add(bands, Kind.RULER, 0, RULER);
        add(bands, Kind.SCENES, 0, SCENES);
        for (int track = tracks.size(); track > 0; track--) {
            if (tracks.get(track - 1).kind() == Track.Kind.PICTURE) {
                add(bands, Kind.OVER, track, OVER);
            }
        }
        add(bands, Kind.PICTURES, 0, PICTURES);
        add(bands, Kind.SUBTITLES, 0, SUBTITLES);
        for (int track = 1; track <= tracks.size(); track++) {
            if (tracks.get(track - 1).kind() == Track.Kind.SOUND) {
                add(bands, Kind.SOUND, track, SOUND);
            }
        }
        return new Bands(bands);
    }

    private static void add(List<Band> bands, Kind kind, int track, double height) {
        bands.add(new Band(kind, track, bands.isEmpty() ? 0 : bands.getLast().bottom(), height));
    }

    double height() {
        return all.getLast().bottom();
    }

    /** @throws java.util.NoSuchElementException where there is no such lane */
    Band of(Kind kind) {
        return all.stream().filter(band -> band.kind() == kind).findFirst().orElseThrow();
    }

    /** The lane at a height; nothing below the last. */
    Optional<Band> at(double y) {
        return all.stream().filter(band -> y >= band.top() && y < band.bottom()).findFirst();
    }
}
