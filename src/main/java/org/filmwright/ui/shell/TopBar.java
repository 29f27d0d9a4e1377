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
    private static final double GAP = 8;

    private final MenuRow menuRow;
    private final HBox menus = new HBox();
    private final Segments<Scope> segments;
    private final HBox row;
    /** How wide the menus are in a row, in widths of the workspace switch, which grows with the scale as they do. */
    private double menusInARow;

    TopBar(StudioModel model, Commands commands, List<Node> chips) {
        getStyleClass().add("fw-top");
        menuRow = new MenuRow(commands);
        menus.getChildren().setAll(menuRow.bar());
        menus.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        menus.setAlignment(Pos.CENTER_LEFT);
        segments = segments(model);
        segments.visibleProperty().bind(commands.of("view.story").possible());
        segments.visibleProperty().subscribe(this::unfold);
        row = row(commands, chips);
        getChildren().addAll(menus, segments, row);
        setAlignment(menus, Pos.CENTER_LEFT);
        setAlignment(row, Pos.CENTER_RIGHT);
    }

    /** Puts the commands into the menus, which asks every page for its own. */
    void fillMenus() {
        menuRow.fill();
    }

    /** Where the menus have changed: the next layout sees whether they fit. */
    private void unfold() {
        menus.getChildren().setAll(menuRow.bar());
        requestLayout();
    }

    /** Everything stands beside everything: the menus make room first, then the switch leaves the middle. */
    @Override
    protected void layoutChildren() {
        boolean inARow = menus.getChildren().contains(menuRow.bar());
        double ends = row.prefWidth(-1) + snappedLeftInset() + snappedRightInset() + 2 * GAP;
        double unit = segments.prefWidth(-1);
        double middle = segments.isVisible() ? unit : 0;
        menusInARow = inARow ? menus.prefWidth(-1) / Math.max(1, unit) : menusInARow;
        boolean fits = menusInARow * unit + middle + ends <= getWidth();
        if (fits != inARow) {
            menus.getChildren().setAll(fits ? menuRow.bar() : menuRow.folded());
        }
        super.layoutChildren();
        double least = menus.getLayoutX() + menus.prefWidth(-1) + GAP;
        double most = row.getLayoutX() - GAP - segments.getWidth();
        segments.setLayoutX(Math.max(least, Math.min(most, segments.getLayoutX())));
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
