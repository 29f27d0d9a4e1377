package org.filmwright.ui.shell;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.filmwright.ui.kit.CommandItems;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Words;

/** The menus, as {@link Menus} has them. */
final class MenuRow {
    /** Menus that mean nothing while no project is open. */
    private static final Set<String> OF_A_FILM = Set.of("menu.shot", "menu.cut", "menu.run");

    private final Commands commands;
    private final MenuBar bar = new MenuBar();
    private final Menu all = new Menu(Words.of("menu.all"));
    private final MenuBar folded = new MenuBar(all);
    private boolean filled;

    MenuRow(Commands commands) {
        this.commands = commands;
        bar.setUseSystemMenuBar(true);
        bar.setId("menus");
        folded.setId("menus-folded");
        all.setId("menu-all");
        Menus.ALL.forEach(entries -> bar.getMenus().add(menu(entries)));
    }

    /** The menus; they stay empty until {@link #fill}, since every page has to be there for that. */
    MenuBar bar() {
        return bar;
    }

    /** The same menus below one, for a window that has no room for a row of them; made when it is first needed. */
    MenuBar folded() {
        if (all.getItems().isEmpty()) {
            Menus.ALL.forEach(entries -> all.getItems().add(menu(entries)));
            if (filled) {
                fill(all.getItems());
            }
        }
        return folded;
    }

    /** Puts the commands in. */
    void fill() {
        filled = true;
        fill(bar.getMenus());
        fill(all.getItems());
    }

    private void fill(List<? extends MenuItem> menus) {
        for (int i = 0; i < menus.size(); i++) {
            fill((Menu) menus.get(i), Menus.ALL.get(i));
        }
    }

    private void fill(Menu menu, Menus.Group entries) {
        menu.getItems().setAll(entries.entries().stream().map(this::item).toList());
    }

    private Menu menu(Menus.Group entries) {
        Menu menu = new Menu(Words.of(entries.title()));
        menu.setId(entries.title().replace('.', '-'));
        if (OF_A_FILM.contains(entries.title())) {
            menu.visibleProperty().bind(commands.of("view.story").possible());
        }
        menu.setOnShowing(opening -> opened(opening, menu, item -> CommandItems.showKey(commands, item)));
        menu.setOnHidden(closed -> opened(closed, menu, item -> item.setAccelerator(null)));
        return menu;
    }

    private MenuItem item(Menus.Entry entry) {
        return switch (entry) {
            case Menus.Line() -> new SeparatorMenuItem();
            case Menus.Group group -> {
                Menu menu = menu(group);
                fill(menu, group);
                yield menu;
            }
            case Menus.Does(String id) -> CommandItems.of(commands, id);
        };
    }

    /** What opens or closes below a menu says so to the menu as well. */
    private static void opened(Event event, Menu menu, Consumer<MenuItem> then) {
        if (event.getTarget() == menu) {
            menu.getItems().stream().filter(item -> !(item instanceof Menu)).forEach(then);
        }
    }
}
