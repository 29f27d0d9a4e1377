package org.filmwright.ui.settings;

import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.Ikon;

/**
 * One page of the settings.
 *
 * @param id of its words: {@code settings.appearance}
 * @param changed holds while something on it differs from its normal value
 * @param cards below its title
 */
record Section(String id, Ikon icon, BooleanExpression changed, List<Node> cards) {
    String title() {
        return Words.of("settings." + id);
    }

    /** What one can search for: its title, and what {@code settings.<id>.find} adds. */
    boolean matches(String typed) {
        String all = (title() + " " + Words.of("settings." + id + ".find")).toLowerCase(java.util.Locale.getDefault());
        return all.contains(typed.strip().toLowerCase(java.util.Locale.getDefault()));
    }
}
