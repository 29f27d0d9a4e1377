package org.filmwright.ui.review;

import java.time.Duration;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.filmwright.ui.fx.Clockwork;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.KeyHint;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Motion;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.Words;

/** Nothing but the picture, and for a moment the five keys that matter. */
final class FullView extends StackPane {
    private static final Duration READ = Duration.ofSeconds(4);
    private static final String[] LEGEND = {"images.approve", "images.reject", "images.next", "images.zoom",
        "images.full"};

    private final Loupe loupe;
    private final HBox legend;
    private final Motion motion;
    private final Clockwork clockwork;
    private Clockwork.Appointment fading = () -> {};

    FullView(Fittings fittings, Motion motion, TakePictures pictures) {
        this.motion = motion;
        this.clockwork = fittings.clockwork();
        loupe = new Loupe(fittings.look(), pictures);
        loupe.setId("full-loupe");
        legend = legend(fittings.commands());
        setId("full");
        getChildren().addAll(loupe, legend);
        setAlignment(legend, Pos.BOTTOM_CENTER);
        setVisible(false);
    }

    /** Notes are drawn here as well. */
    void carry(NotesModel notes) {
        loupe.carry(notes, "full-", new SimpleBooleanProperty(true));
        legend.visibleProperty().bind(notes.drawing().map(on -> !on));
    }

    Loupe loupe() {
        return loupe;
    }

    /** Comes up with the legend, or goes. */
    void show(boolean on) {
        fading.cancel();
        setVisible(on);
        legend.setOpacity(1);
        if (on) {
            fading = clockwork.after(READ, () -> motion.vanish(legend));
        }
    }

    private static HBox legend(Commands commands) {
        HBox row = new HBox();
        row.setId("full-legend");
        row.getStyleClass().add("fw-legend");
        row.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        row.setMouseTransparent(true);
        for (String id : LEGEND) {
            row.getChildren()
                    .add(new HBox(Labels.fixed(Words.of("command." + id)), new KeyHint(commands, id)));
        }
        return row;
    }
}
