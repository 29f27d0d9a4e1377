package org.filmwright.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Page;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Workspace;

/** Finding on pages whose list can be narrowed down: the focus goes to the field that does it. */
record Finding(Rooms rooms) {
    /** @param opened whether there is a project */
    List<Command> commands(ObservableBooleanValue opened) {
        return List.of(Command.when(opened, "images.find", Scope.IMAGES, () -> go(Scope.IMAGES, "#filter-words")),
                Command.always("models.find", Scope.MODELS, () -> go(Scope.MODELS, "#models-search")),
                Command.always("settings.find", Scope.SETTINGS, () -> go(Scope.SETTINGS, "#settings-search")));
    }

    private void go(Scope scope, String field) {
        Page page = rooms.of(scope);
        if (page instanceof Workspace workspace) {
            workspace.panes().leftShown().set(true);
        }
        Optional.ofNullable(page.root().lookup(field)).ifPresent(found -> found.requestFocus());
    }
}
