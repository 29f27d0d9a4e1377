package org.filmwright.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lanes from above to below, in pixels of the 100 % design. */
record Bands(List<Band> all) {
    private static final double RULER = 32;
    private static final double SCENES = 28;
    private static final double PICTURES = 88;
    private static final double SUBTITLES = 36;

    /** What lies on a lane. */
    enum Kind {
        RULER, SCENES, PICTURES, SUBTITLES
    }

    record Band(Kind kind, double top, double height) {
        double bottom() {
            return top + height;
        }
    }

    Bands {
        all = List.copyOf(all);
    }

    static Bands usual() {
        List<Band> bands = new ArrayList<>();
        add(bands, Kind.RULER, RULER);
        add(bands, Kind.SCENES, SCENES);
        add(bands, Kind.PICTURES, PICTURES);
        add(bands, Kind.SUBTITLES, SUBTITLES);
        return new Bands(bands);
    }

    private static void add(List<Band> bands, Kind kind, double height) {
        bands.add(new Band(kind, bands.isEmpty() ? 0 : bands.getLast().bottom(), height));
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
