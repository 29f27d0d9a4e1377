package org.filmwright.ui.kit;

import java.util.Optional;
import javafx.scene.Node;

/** What would happen to files that are held over a pane. @param words said while it is held there; @param place what takes it, where that is not the whole pane */
public record Offer(String words, Optional<Node> place, Runnable take) {
    public Offer(String words, Runnable take) {
        this(words, Optional.empty(), take);
    }
}
