package org.filmwright.ui.timeline;

import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.filmwright.export.Stock;
import org.filmwright.media.ProxyFiles;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The row under the player: where it stands, the buttons, what was dropped. */
final class Transport extends StackPane {
    /** In ems: below that, there is no room for all buttons and figures; keys and menus have the rest. */
    private static final double ROOMY = 60;
    /** In ems: room for the time, the frame buttons, and what was dropped. */
    private static final double SNUG = 42;

    private final TimelineModel model;

    Transport(TimelineModel model, Commands commands) {
        this.model = model;
        getStyleClass().add("fw-actions");
        Label now = Labels.fixed("", "fw-timecode");
        now.setId("timecode");
        now.textProperty()
                .bind(Bindings.createStringBinding(() -> model.timecode(model.frame().get()), model.frame(),
                        model.reel()));
        Label total = Labels.fixed("", "fw-mono", "fw-muted");
        total.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.of("timeline.total", "time", model.timecode(model.frames())), model.reel()));
        Label dropped = Labels.fixed("", "fw-mono", "fw-muted");
        dropped.setId("dropped");
        dropped.textProperty()
                .bind(Bindings.createStringBinding(() -> Words.count("timeline.dropped", model.dropped().get()), model
                        .dropped()));
        Label pace = Labels.fixed("", "fw-mono");
        pace.setId("pace");
        pace.textProperty()
                .bind(Bindings.createStringBinding(this::pace, model.pace(), model.playing()));
        BooleanBinding roomy = wider(ROOMY, total);
        Presence.when(pace.textProperty().isEmpty().and(roomy), total);
        Presence.when(pace.textProperty().isNotEmpty(), pace);
        Label stock = Labels.fixed("", "fw-muted");
        stock.setId("stock");
        stock.textProperty().bind(model.stock().map(Transport::words));
        Label mute = Labels.fixed(Words.of("timeline.mute"), "fw-muted");
        mute.setId("mute");
        Presence.when(model.mute().and(roomy), mute);
        HBox sides = new HBox(now, total, pace, Labels.filler(), mute, stock, dropped,
                Buttons.icon(commands, "timeline.full", MaterialDesignF.FULLSCREEN, "flat"),
                Buttons.icon(commands, "view.second-screen", MaterialDesignM.MONITOR_MULTIPLE, "flat"));
        sides.getStyleClass().add("fw-transport");
        Button before = Buttons.icon(commands, "timeline.previous-cut", MaterialDesignS.SKIP_PREVIOUS, "flat");
        Button behind = Buttons.icon(commands, "timeline.next-cut", MaterialDesignS.SKIP_NEXT, "flat");
        Button loop = loop(commands);
        Stream.of(before, behind, loop, stock).forEach(node -> Presence.when(roomy, node));
        Presence.when(wider(SNUG, total), dropped);
        HBox buttons = new HBox(before,
                Buttons.icon(commands, "timeline.previous-frame", MaterialDesignS.STEP_BACKWARD, "flat"),
                play(commands),
                Buttons.icon(commands, "timeline.next-frame", MaterialDesignS.STEP_FORWARD, "flat"), behind, loop);
        buttons.getStyleClass().add("fw-verbs");
        buttons.setMaxWidth(USE_PREF_SIZE);
        getChildren().addAll(sides, buttons);
    }

    private BooleanBinding wider(double ems, Label figure) {
        return Bindings.createBooleanBinding(() -> getWidth() > ems * figure.getFont().getSize(), widthProperty(),
                figure.fontProperty());
    }

    /** How it runs, where that is not as usual: {@code -4×}. */
    private String pace() {
        Pace now = model.pace().get();
        if (!model.playing().get() || now.isPlain()) {
            return "";
        }
        return now.tempo() < 1
                ? Words.of(now.step() < 0 ? "timeline.pace.slow-back" : "timeline.pace.slow")
                : Words.of("timeline.pace", "times", now.step());
    }

    private static String words(Stock stock) {
        return switch (stock) {
            case DRAWN -> "";
            case ORIGINAL -> Words.of("timeline.stock.original");
            case PROXY -> Words.of("timeline.stock.proxy", "width", ProxyFiles.WIDTH);
            case OFFLINE -> Words.of("timeline.stock.offline");
        };
    }

    private Button loop(Commands commands) {
        Button loop = Buttons.icon(commands, "timeline.loop", MaterialDesignR.REPEAT, "flat");
        model.looping().subscribe(on -> {
            loop.setGraphic(Glyphs.icon(on ? MaterialDesignR.REPEAT : MaterialDesignR.REPEAT_OFF));
            loop.setAccessibleText(Words.of(on ? "timeline.looping" : "command.timeline.loop"));
        });
        return loop;
    }

    private Button play(Commands commands) {
        Button play = Buttons.icon(commands, "timeline.play", MaterialDesignP.PLAY);
        model.playing().subscribe(on -> {
            play.setGraphic(Glyphs.icon(on ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY));
            play.setAccessibleText(Words.of(on ? "timeline.pause" : "command.timeline.play"));
        });
        return play;
    }
}
