package org.filmwright.ui.timeline;

import javafx.scene.input.MouseEvent;

/** What a hand does from the press of a button until it lets go. Places are those of the lanes. */
interface Gesture {
    void drag(MouseEvent at);

    /** The hand lets go: what it did counts. */
    void drop();

    /** What it did does not count. */
    void cancel();
}
