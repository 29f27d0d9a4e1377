package org.filmwright.ui.kit;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Who makes something from now on, by the ids of generators. */
public interface MakerChoice {
    /** Who can be chosen. */
    ReadOnlyObjectProperty<List<String>> here();

    /** Who is chosen. */
    ReadOnlyObjectProperty<String> now();

    /** Has somebody make it from now on, in the open project if there is one, and in new ones. */
    void choose(String id);

    /** The name, and what one costs where that is asked for. */
    String offer(String id);
}
