package org.filmwright.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuItem;

/** Commands as entries of menus. */
public final class CommandItems {
    private CommandItems() {}

    /** An entry that says, does and is disabled as its command is. */
    public static MenuItem of(Commands commands, String id) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(commands.words(id));
        item.setId(id);
        item.setMnemonicParsing(false);
        item.disableProperty().bind(Bindings.not(commands.of(id).possible()));
        item.setOnAction(chosen -> commands.of(id).run());
        return item;
    }

    /** Keys stand in a menu only while it is open: as accelerators they would fire while somebody types. */
    public static void showKey(Commands commands, MenuItem item) {
        if (item.getId() != null) {
            commands.keys().of(item.getId()).stream().findFirst().ifPresent(item::setAccelerator);
        }
    }
}
