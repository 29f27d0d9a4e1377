package org.filmwright.ui.story;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.filmwright.story.Bible.Kind;
import org.filmwright.ui.fx.Clockwork;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Segments;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;

/** What stands beside the script: the shots of the scene, the crew, or the bible. */
final class Besides {
    private final Desk desk;
    private final StoryModel model;
    private final Commands commands;
    private final ObjectProperty<Beside> shown = new SimpleObjectProperty<>(Beside.SHOTS);
    private final ShotPanel shots;
    private final CrewPanel crew;
    private final CrewModel crewModel;
    private final BiblePanel bible;

    /** What may stand there. */
    enum Beside {
        SHOTS, CREW, BIBLE
    }

    Besides(Desk desk, StoryModel model, ScriptDesk script, Commands commands, Clockwork clockwork) {
        this.desk = desk;
        this.model = model;
        this.commands = commands;
        crewModel = new CrewModel(desk, clockwork);
        BibleModel bibleModel = new BibleModel(desk);
        shots = new ShotPanel(desk, model);
        crew = new CrewPanel(desk, crewModel, script, commands);
        bible = new BiblePanel(desk, bibleModel, script);
        follow(crewModel.shown(), Beside.CREW);
        follow(bibleModel.shown(), Beside.BIBLE);
    }

    /** A step to the next suggestion shows the crew, too. */
    private void follow(BooleanProperty looked, Beside which) {
        shown.subscribe(now -> looked.set(now == which));
        looked.subscribe(on -> {
            if (on) {
                shown.set(which);
            }
        });
    }

    /** Somebody comes back, and what is remembered of them may be another. */
    void look() {
        crewModel.look();
    }

    List<Node> stops() {
        return List.of(shots.node(), crew.cards(), bible.node());
    }

    /** From the shots to that and back, wherever the panel was. */
    void turn(Beside to, BooleanProperty panel) {
        shown.set(shown.get() == to && panel.get() ? Beside.SHOTS : to);
        panel.set(true);
    }

    /** Shows an entry of the bible. */
    void look(Kind kind, String name, BooleanProperty panel) {
        shown.set(Beside.BIBLE);
        panel.set(true);
        bible.look(kind, name);
    }

    Region node() {
        ObservableValue<String> scene = desk.scene()
                .map(number -> model.scene()
                        .map(found -> Words.of("story.scene", "number", found.label()))
                        .orElse(""));
        StackPane panels = new StackPane(shots.node(), crew.node(), bible.node());
        shots.node().visibleProperty().bind(shown.isEqualTo(Beside.SHOTS));
        crew.node().visibleProperty().bind(shown.isEqualTo(Beside.CREW));
        bible.node().visibleProperty().bind(shown.isEqualTo(Beside.BIBLE));
        Label about = Labels.fixed(scene, "fw-section-figure");
        Presence.when(Bindings.notEqual(shown, Beside.BIBLE), about);
        HBox head = Bars.header(new Segments<>("beside", List.of(Beside.values()), shown, shown::set), Labels.filler(),
                about);
        head.getStyleClass().add("fw-panel-header");
        return Bars.column(panels, head, panels, whole());
    }

    /** There is nothing left to do here: the next room is one press away. */
    private Region whole() {
        Label words = Labels.of(Words.of("story.whole"));
        words.setWrapText(true);
        HBox done = Bars.footer(new StatusGlyph(Status.DONE), words, Labels.filler(),
                Buttons.of(commands, "view.images", "fw-compact"));
        done.setId("story-whole");
        Presence.when(desk.shots().map(now -> model.isWhole()), done);
        return done;
    }
}
