package org.filmwright.ui.review;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.filmwright.review.Marks;
import org.filmwright.ui.kit.CommandItems;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Words;

/** The verbs of the light table under the right button, with their keys. */
final class ReviewMenu {
    private static final List<String> VERBS = List.of("images.approve", "images.use", "images.reject",
            "images.reject-why", "images.changes", "images.draw", "images.renew", "*", "-", "images.regenerate",
            "images.regenerate-n", "images.edit-prompt", Enlarging.ENLARGE, "-", "images.compare", "images.survey",
            "images.full", "-", "images.trash");

    private ReviewMenu() {}

    static void on(Node node, Commands commands) {
        ContextMenu menu = new ContextMenu();
        menu.setId("review-menu");
        node.setOnContextMenuRequested(asked -> {
            if (menu.getItems().isEmpty()) {
                VERBS.forEach(id -> menu.getItems().add(item(commands, id)));
            }
            all(menu.getItems()).forEach(item -> CommandItems.showKey(commands, item));
            menu.show(node, asked.getScreenX(), asked.getScreenY());
            asked.consume();
        });
        menu.setOnHidden(hidden -> all(menu.getItems()).forEach(item -> item.setAccelerator(null)));
    }

    /** Those in menus of the menu as well. */
    private static Stream<MenuItem> all(List<MenuItem> items) {
        return items.stream()
                .flatMap(item -> item instanceof Menu more
                        ? Stream.concat(Stream.of(more), more.getItems().stream())
                        : Stream.of(item));
    }

    private static MenuItem stars(Commands commands) {
        Menu menu = new Menu(Words.of("images.stars-verb"));
        IntStream.rangeClosed(0, Marks.MOST)
                .forEach(stars -> menu.getItems().add(item(commands, ReviewCommands.stars(stars))));
        return menu;
    }

    private static MenuItem item(Commands commands, String id) {
        if (id.equals("-")) {
            return new SeparatorMenuItem();
        }
        if (id.equals("*")) {
            return stars(commands);
        }
        return CommandItems.of(commands, id);
    }
}
