package org.filmwright.ui.timeline;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.filmwright.ui.kit.CommandItems;
import org.filmwright.ui.kit.Commands;

/** The verbs of the cut under the right button, with their keys. */
final class LaneMenu {
    private static final List<String> VERBS = List.of("timeline.split", "timeline.trim-head", "timeline.trim-tail",
            "timeline.dissolve", "timeline.fade-in", "timeline.fade-out", "-", "timeline.earlier", "timeline.later",
            "timeline.lift", "timeline.extract", "-",
            "timeline.insert", "timeline.overwrite", "timeline.replace", "timeline.generate", "timeline.relink", "-",
            "timeline.show-images",
            "timeline.seams");

    private LaneMenu() {}

    static void on(Node node, Commands commands) {
        ContextMenu menu = new ContextMenu();
        menu.setId("lane-menu");
        node.setOnContextMenuRequested(asked -> {
            if (menu.getItems().isEmpty()) {
                VERBS.forEach(id -> menu.getItems().add(item(commands, id)));
            }
            menu.getItems().forEach(item -> CommandItems.showKey(commands, item));
            menu.show(node, asked.getScreenX(), asked.getScreenY());
            asked.consume();
        });
        menu.setOnHidden(hidden -> menu.getItems().forEach(item -> item.setAccelerator(null)));
    }

    private static MenuItem item(Commands commands, String id) {
        if (id.equals("-")) {
            return new SeparatorMenuItem();
        }
        return CommandItems.of(commands, id);
    }
}
