package org.filmwright.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
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
    default List<ObservableValue<String>> status() {
        return List.of();
    }

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

    /** The picture that is looked at in it, for a second screen. */
    default ObservableValue<Picture> picture() {
        return new SimpleObjectProperty<>(Picture.none());
    }

    /** Whether it wants the whole screen for itself. */
    default ObservableValue<Boolean> alone() {
        return new SimpleObjectProperty<>(false);
    }

    /** What it would do with files that are held over it, there; nothing where they are not for it. */
    default Optional<Offer> offer(List<Path> files, Node under) {
        return Optional.empty();
    }
}
