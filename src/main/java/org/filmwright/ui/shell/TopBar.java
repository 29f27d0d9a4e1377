package org.filmwright.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Segments;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The 44 pixel row at the top: menus, the workspace switch in the middle, chips at the end. */
final class TopBar extends StackPane {
    private final MenuRow menuRow;

    TopBar(StudioModel model, Commands commands, List<Node> chips) {
        getStyleClass().add("fw-top");
        menuRow = new MenuRow(commands);
        HBox menus = new HBox(menuRow.bar());
        menus.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        menus.setAlignment(Pos.CENTER_LEFT);
        Segments<Scope> segments = segments(model);
        segments.visibleProperty().bind(commands.of("view.story").possible());
        HBox row = row(commands, chips);
        getChildren().addAll(menus, segments, row);
        setAlignment(menus, Pos.CENTER_LEFT);
        setAlignment(row, Pos.CENTER_RIGHT);
    }

    /** Puts the commands into the menus, which asks every page for its own. */
    void fillMenus() {
        menuRow.fill();
    }

    private static Segments<Scope> segments(StudioModel model) {
        return new Segments<>("workspace", List.of(Scope.STORY, Scope.IMAGES, Scope.TIMELINE), model.workspace(),
                model.workspace()::set);
    }

    private static HBox row(Commands commands, List<Node> chips) {
        HBox row = new HBox(chips.toArray(Node[]::new));
        row.getChildren()
                .addAll(Buttons.icon(commands, "view.palette", MaterialDesignM.MAGNIFY, "flat"), Buttons.icon(commands,
                        "view.settings", MaterialDesignC.COG_OUTLINE, "flat"));
        row.getStyleClass().add("fw-chips");
        row.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return row;
    }
}
