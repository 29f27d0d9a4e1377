package org.filmwright.ui.timeline;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** Which part of the film the lanes show: pixels a frame, and how far they are moved to the left. */
final class Zoom {
    private static final double MOST = 24;

    private final DoubleProperty scale = new SimpleDoubleProperty(1);
    private final DoubleProperty offset = new SimpleDoubleProperty();
    private final DoubleProperty width = new SimpleDoubleProperty(1);
    private int frames = 1;

    /** Pixels a frame. */
    DoubleProperty scale() {
        return scale;
    }

    /** Pixels that lie left of the visible part. */
    DoubleProperty offset() {
        return offset;
    }

    /** Width of the visible part. */
    DoubleProperty width() {
        return width;
    }

    void setFrames(int frames) {
        this.frames = Math.max(1, frames);
    }

    View view() {
        return new View(scale.get(), offset.get());
    }

    double x(double frame) {
        return view().x(frame);
    }

    int frameAt(double x) {
        return (int) Math.floor(view().frame(x));
    }

    double length() {
        return frames * scale.get();
    }

    /** The whole film, with a little room behind it. */
    void fit() {
        scale.set(least());
        offset.set(0);
    }

    /** Multiplies the scale and keeps what lies at {@code x} in its place. */
    void by(double factor, double x) {
        double frame = (x + offset.get()) / scale.get();
        scale.set(Math.clamp(scale.get() * factor, least(), Math.max(MOST, least())));
        scrollTo(frame * scale.get() - x);
    }

    void scrollTo(double wanted) {
        offset.set(Math.clamp(wanted, 0, Math.max(0, length() - width.get() * 0.9)));
    }

    /** Brings a frame into the middle. */
    void centre(double frame) {
        scrollTo(frame * scale.get() - width.get() / 2);
    }

    /** Brings a frame into view when it has left it. */
    void follow(int frame) {
        double x = x(frame);
        if (x < 0 || x > width.get() - 24) {
            scrollTo(frame * scale.get() - width.get() * 0.1);
        }
    }

    /** 0 for the whole film, 1 for single frames: the place of the slider. */
    double level() {
        return Math.log(scale.get() / least()) / Math.log(Math.max(MOST, least() * 2) / least());
    }

    void setLevel(double level) {
        by(least() * Math.pow(Math.max(MOST, least() * 2) / least(), level) / scale.get(), width.get() / 2);
    }

    private double least() {
        return Math.max(1, width.get() - 24) / frames;
    }
}
