package org.filmwright.ui.timeline;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Segments;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The row over the lanes: tools at one end, what a hand is doing in the middle, how much is seen at the other end. */
final class LaneTools {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private LaneTools() {}

    static HBox row(Commands commands, Splicing splicing, Aside aside, Zoom zoom) {
        Segments<Splicing.Tool> tools = new Segments<>("timeline.tool", List.of(Splicing.Tool.values()), splicing
                .tool(), splicing.tool()::set);
        HBox seen = new HBox(
                Buttons.icon(commands, "timeline.zoom-out", MaterialDesignM.MAGNIFY_MINUS_OUTLINE, "flat"),
                slider(zoom),
                Buttons.icon(commands, "timeline.zoom-in", MaterialDesignM.MAGNIFY_PLUS_OUTLINE, "flat"),
                Buttons.icon(commands, "timeline.fit", MaterialDesignA.ARROW_EXPAND_HORIZONTAL, "flat"));
        seen.setAlignment(Pos.CENTER);
        Label hand = Labels.of(splicing.says(), "fw-muted", "fw-mono");
        Presence.when(splicing.says().isNotEmpty(), hand);
        Label word = Labels.of(aside.text(), "fw-aside");
        word.setId("aside");
        aside.warns().subscribe(warning -> word.pseudoClassStateChanged(WARNING, warning));
        Presence.when(aside.text().isNotEmpty().and(splicing.says().isEmpty()), word);
        HBox row = Bars.header(tools, snap(commands, splicing), hand, word,
                Labels.filler(), seen);
        row.getStyleClass().add("fw-lane-tools");
        return row;
    }

    private static ToggleButton snap(Commands commands, Splicing splicing) {
        Command command = commands.of("timeline.snap");
        ToggleButton snap = new ToggleButton("", Glyphs.icon(MaterialDesignM.MAGNET));
        snap.setId("timeline-snap");
        snap.getStyleClass().add("fw-toggle");
        snap.setMinWidth(ToggleButton.USE_PREF_SIZE);
        snap.selectedProperty().bindBidirectional(splicing.snaps());
        commands.keymap().subscribe(keys -> Buttons.name(snap, command.words(), keys.text(command.id())));
        return snap;
    }

    private static Slider slider(Zoom zoom) {
        Slider slider = new Slider(0, 1, 0);
        slider.setId("zoom");
        slider.setMinWidth(0);
        slider.setAccessibleText(Words.of("timeline.zoom"));
        zoom.scale().subscribe(() -> slider.setValue(zoom.level()));
        slider.valueProperty().subscribe(level -> {
            if (Math.abs(level.doubleValue() - zoom.level()) > 0.001) {
                zoom.setLevel(level.doubleValue());
            }
        });
        return slider;
    }
}
