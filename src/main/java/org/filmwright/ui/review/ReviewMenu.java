package org.filmwright.ui.review;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.filmwright.ui.kit.Commands;

/** The verbs of the light table under the right button, with their keys. */
final class ReviewMenu {
    private static final List<String> VERBS = List.of("images.approve", "images.use", "images.reject",
            "images.reject-why", "images.changes", "images.draw", "images.renew", "-", "images.regenerate",
            "images.regenerate-n", "images.edit-prompt", "-", "images.compare", "images.survey",
            "images.full", "-", "images.trash");

    private ReviewMenu() {}

    static void on(Node node, Commands commands) {
        ContextMenu menu = new ContextMenu();
        menu.setId("review-menu");
        node.setOnContextMenuRequested(asked -> {
            if (menu.getItems().isEmpty()) {
                VERBS.forEach(id -> menu.getItems().add(item(commands, id)));
            }
            menu.getItems().forEach(item -> showKey(commands, item));
            menu.show(node, asked.getScreenX(), asked.getScreenY());
            asked.consume();
        });
        menu.setOnHidden(hidden -> menu.getItems().forEach(item -> item.setAccelerator(null)));
    }

    private static MenuItem item(Commands commands, String id) {
        if (id.equals("-")) {
            return new SeparatorMenuItem();
        }
        MenuItem item = new MenuItem(commands.of(id).words());
        item.setId(id);
        item.setMnemonicParsing(false);
        item.disableProperty().bind(Bindings.not(commands.of(id).possible()));
        item.setOnAction(chosen -> commands.of(id).run());
        return item;
    }

    private static void showKey(Commands commands, MenuItem item) {
        if (item.getId() != null) {
            commands.keys().of(item.getId()).stream().findFirst().ifPresent(item::setAccelerator);
        }
    }
}
