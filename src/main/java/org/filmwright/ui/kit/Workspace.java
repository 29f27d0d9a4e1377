package org.filmwright.ui.kit;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** What the window knows of a workspace. */
public interface Workspace {
    Scope scope();

    /** Everything between top bar and status bar. */
    Region root();

    /** The panels that Alt+1 and Alt+2 show and hide. */
    ThreePanes panes();

    /** What it has to say at the right end of the status bar. */
    List<ObservableValue<String>> status();

    /** Called when it comes to the front, with {@code true}, and when another one does. */
    void shown(boolean front);

    /** Whether it shows all it was asked to show; a picture of it would be complete. */
    boolean isSettled();

    /** Where F6 stops, in reading order. */
    List<Node> stops();

    /** Where work in this workspace starts; one of the stops. */
    Node start();
}
