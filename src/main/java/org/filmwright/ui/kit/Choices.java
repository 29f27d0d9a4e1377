package org.filmwright.ui.kit;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.SelectionModel;
import org.filmwright.ui.fx.FxBridge;

/** Lists and drop-downs from which a person chooses. */
public final class Choices {
    private Choices() {}

    /** A drop-down that closes when it leaves the window: an open one would lose its colours with its place. */
    public static <T> ComboBox<T> dropDown() {
        ComboBox<T> combo = new ComboBox<>();
        combo.sceneProperty().subscribe((before, now) -> combo.hide());
        return combo;
    }

    /**
     * Tells {@code chosen} what was selected once the list is done with selecting it: what is told may change the list,
     * which breaks the books of a list that still tells others.
     */
    public static <T> void whenChosen(SelectionModel<T> selection, Consumer<T> chosen) {
        selection.selectedItemProperty().subscribe(item -> {
            if (item != null) {
                FxBridge.later(() -> {
                    if (Objects.equals(item, selection.getSelectedItem())) {
                        chosen.accept(item);
                    }
                });
            }
        });
    }
}
