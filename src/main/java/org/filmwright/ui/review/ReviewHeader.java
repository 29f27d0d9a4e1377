package org.filmwright.ui.review;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Segments;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.ShotNames;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** Which take is looked at, and how: the row over the picture or the cards. */
final class ReviewHeader extends HBox {
    private final ReviewModel model;
    private final Desk desk;
    private final List<Node> yielding;

    ReviewHeader(Fittings fittings, ReviewModel model, Loupe loupe) {
        this.model = model;
        desk = fittings.desk();
        getStyleClass().add("fw-header");
        Label label = Labels.fixed(frame(frame -> frame.shot().label()), "fw-mono", "fw-muted");
        Label name = Labels.of(
                frame(frame -> desk.sceneOf(frame.shot()).map(scene -> ShotNames.of(scene, frame.shot())).orElse("")),
                "fw-bold");
        Label take = Labels.fixed(frame(frame -> Words.of("images.take", "number", frame.take().number(), "of", frame
                .takes())), "fw-muted");
        Segments<Zoom.Size> zoom = new Segments<>("zoom", List.of(Zoom.Size.FIT, Zoom.Size.FULL), loupe.zoom()
                .map(Zoom::size), size -> loupe.zoom().set(size == Zoom.Size.FIT ? Zoom.FIT : Zoom.FIT.full()));
        HBox size = size(fittings.settings().of(Settings.CARD_WIDTH));
        only(zoom, false);
        only(size, true);
        StackPane how = new StackPane(zoom, size);
        how.setMinWidth(USE_PREF_SIZE);
        StackPane ruling = ruling();
        Button compare = Buttons.of(fittings.commands(), "images.compare");
        Node views = new Segments<>("view", List.of(ReviewView.GRID, ReviewView.LOUPE), model.view(), model::look);
        getChildren().addAll(label, name, take, ruling, Labels.filler(), views, compare, how);
        setMinWidth(0);
        yielding = List.of(name, take, compare, how, ruling, label, views);
        widthProperty().subscribe(this::giveWay);
        model.current().subscribe(this::giveWay);
        model.view().subscribe(this::giveWay);
    }

    /** Where there is no room for all, the least needed goes first; every verb has its key and stands in the menus. */
    private void giveWay() {
        yielding.forEach(node -> present(node, true));
        for (Node node : yielding) {
            if (minWidthOfAll() <= getWidth()) {
                return;
            }
            present(node, false);
        }
    }

    private double minWidthOfAll() {
        return super.computeMinWidth(-1);
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private void only(Node node, boolean grid) {
        Presence.when(model.view().map(view -> (view == ReviewView.GRID) == grid), node);
    }

    private StackPane ruling() {
        StackPane glyph = new StackPane();
        Runnable draw = () -> glyph.getChildren()
                .setAll(model.frame().map(frame -> Glyphs.of(ShotState.of(frame.ruling()))).stream().toList());
        model.current().subscribe(draw);
        model.strip().subscribe(draw);
        return glyph;
    }

    /** Cards of three sizes; the grid goes from one to the next. */
    private static HBox size(ObjectProperty<Double> width) {
        Slider slider = new Slider(160, 320, width.get());
        slider.setId("card-size");
        slider.setMajorTickUnit(80);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(80);
        slider.setSnapToTicks(true);
        slider.setAccessibleText(Words.of("images.card-size"));
        slider.valueProperty().subscribe(value -> width.set(80.0 * Math.round(value.doubleValue() / 80)));
        width.subscribe(slider::setValue);
        HBox row = new HBox(Glyphs.icon(MaterialDesignV.VIEW_GRID_OUTLINE, "fw-quiet-icon"), slider);
        row.getStyleClass().add("fw-tight");
        return row;
    }

    private ObservableValue<String> frame(Function<Frame, String> words) {
        return Bindings.createStringBinding(() -> model.frame().map(words).orElse(""), model.current(), model.strip());
    }
}
