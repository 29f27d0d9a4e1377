package org.filmwright.ui.timeline;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Words;

/** How far the lanes are moved up, where not all of them fit below the ruler; and the bar that says so. All in pixels. */
final class LaneRise {
    private static final double BAR = 10;

    private final ScrollBar bar = new ScrollBar();
    private final Look look;

    /** @param moved told when they are to be placed anew */
    LaneRise(Look look, Runnable moved) {
        this.look = look;
        bar.setOrientation(Orientation.VERTICAL);
        bar.setManaged(false);
        bar.setVisible(false);
        bar.setId("lanes-bar");
        bar.setAccessibleText(Words.of("timeline.lanes.bar"));
        bar.valueProperty().subscribe(moved);
    }

    ScrollBar bar() {
        return bar;
    }

    /** Width that the bar takes beside the lanes; 0 where all of them are seen. */
    double width() {
        return bar.isVisible() ? look.px(BAR) : 0;
    }

    double now() {
        return bar.isVisible() ? Math.round(bar.getValue()) : 0;
    }

    /** @param all height of all lanes with the ruler @param seen of what there is room for */
    void measure(double all, double seen) {
        double hidden = Math.max(0, all - seen);
        bar.setVisible(hidden > 0.5);
        bar.setMax(hidden);
        bar.setVisibleAmount(all > 0 ? hidden * seen / all : 0);
        bar.setUnitIncrement(look.px(Bands.usual().of(Bands.Kind.SCENES).height()));
        bar.setBlockIncrement(seen / 2);
        if (bar.getValue() > hidden) {
            bar.setValue(hidden);
        }
    }

    void by(double pixels) {
        bar.setValue(Math.clamp(bar.getValue() + pixels, 0, bar.getMax()));
    }

    /** Moves them no farther than is needed to see all of a lane. @param above what of the room the ruler takes @param seen the room */
    void reveal(double top, double bottom, double above, double seen) {
        double lowest = bottom - seen;
        double highest = top - above;
        bar.setValue(Math.clamp(Math.min(Math.max(bar.getValue(), lowest), highest), 0, bar.getMax()));
    }
}
