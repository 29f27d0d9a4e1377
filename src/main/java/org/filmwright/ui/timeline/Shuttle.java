package org.filmwright.ui.timeline;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/**
 * J K L as editors know them: J and L run the film back and forth and double its pace with each press, the opposite key
 * slows it down until it turns, K stops. While K is held, a tap of J or L is one frame and holding them is slow motion.
 */
final class Shuttle {
    static final String BACK = "timeline.shuttle-back";
    static final String STOP = "timeline.shuttle-stop";
    static final String ON = "timeline.shuttle-on";

    private final TimelineModel model;
    private final HeldKeys keys;

    Shuttle(TimelineModel model, HeldKeys keys) {
        this.model = model;
        this.keys = keys;
    }

    /** Follows the keys of the window in which {@code root} lies. */
    void watch(Node root) {
        keys.watch(root, this::released);
    }

    void back() {
        push(-1, BACK);
    }

    void on() {
        push(1, ON);
    }

    void stop() {
        if (!isSlow()) {
            model.pause();
        }
    }

    private void push(int direction, String own) {
        boolean repeats = keys.isDown(own);
        if (keys.isDown(STOP)) {
            crawl(direction, repeats);
        } else if (!repeats) {
            model.play(model.playing().get() ? model.pace().get().pushed(direction) : new Pace(direction, 1));
        }
    }

    private void crawl(int direction, boolean repeats) {
        if (!repeats) {
            model.stepFrames(direction);
        } else if (!isSlow()) {
            model.play(Pace.slow(direction));
        }
    }

    private boolean isSlow() {
        return model.playing().get() && model.pace().get().tempo() < 1;
    }

    private void released(KeyCode code) {
        boolean ours = keys.means(BACK, code) || keys.means(STOP, code) || keys.means(ON, code);
        if (ours && isSlow()) {
            model.pause();
        }
    }
}
