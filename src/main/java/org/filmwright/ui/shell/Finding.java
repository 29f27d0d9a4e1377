package org.filmwright.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import org.filmwright.production.find.Found;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Page;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.Workspace;

/**
 * Finding: on pages whose list can be narrowed down, the focus goes to the field that does it; words anywhere in the film
 * are looked for on a sheet, which leads to where they stand.
 */
final class Finding {
    private final Rooms rooms;
    private final Fittings fittings;
    private final TakePictures pictures;
    private final SearchModel search;

    Finding(Rooms rooms, Fittings fittings, TakePictures pictures) {
        this.rooms = rooms;
        this.fittings = fittings;
        this.pictures = pictures;
        search = new SearchModel(fittings.desk(), fittings.clockwork());
    }

    /** @param opened whether there is a project */
    List<Command> commands(ObservableBooleanValue opened) {
        return List.of(Command.when(opened, "edit.search", Scope.GLOBAL, this::search),
                Command.when(opened, "images.find", Scope.IMAGES, () -> go(Scope.IMAGES, "#filter-words")),
                Command.always("models.find", Scope.MODELS, () -> go(Scope.MODELS, "#models-search")),
                Command.always("settings.find", Scope.SETTINGS, () -> go(Scope.SETTINGS, "#settings-search")));
    }

    private void search() {
        search.among().set(SearchModel.Among.ALL);
        SearchSheet sheet = new SearchSheet(search, pictures, this::go);
        fittings.sheets().place(sheet, sheet.field());
    }

    private void go(Found.Place place) {
        fittings.sheets().close();
        rooms.show(switch (place) {
            case Found.InScript _,Found.InBible _ -> Scope.STORY;
            case Found.OfTake _ -> Scope.IMAGES;
        });
        fittings.desk().seek(place);
    }

    private void go(Scope scope, String field) {
        Page page = rooms.of(scope);
        if (page instanceof Workspace workspace) {
            workspace.panes().leftShown().set(true);
        }
        Optional.ofNullable(page.root().lookup(field)).ifPresent(found -> found.requestFocus());
    }
}
