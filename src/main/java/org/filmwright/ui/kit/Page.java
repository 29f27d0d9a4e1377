package org.filmwright.ui.kit;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Anything the window can show as a whole: a workspace, the model list, the settings, the jobs drawer. */
public interface Page {
    /** Whose keys count while it shows; in the jobs drawer, while the focus is in it. */
    Scope scope();

    /** Everything between top bar and status bar, or in the drawer. */
    Region root();

    /** What it has to say at the right end of the status bar. */
    List<ObservableValue<String>> status();

    /** Called when it comes to the front, with {@code true}, and when another one does. */
    void shown(boolean front);

    /** Whether it shows all it was asked to show; a picture of it would be complete. */
    boolean isSettled();

    /** Where F6 stops, in reading order. */
    List<Node> stops();

    /** Where work in it starts; one of the stops. */
    Node start();

    /** Called once, when the window goes. */
    default void close() {}
}
