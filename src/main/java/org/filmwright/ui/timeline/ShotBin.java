package org.filmwright.ui.timeline;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.filmwright.base.ShotId;
import org.filmwright.clips.ClipTake;
import org.filmwright.production.Snapshot;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.timeline.Item;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.EmptyState;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Segments;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The shots of the film beside the player: all, or those that the cut lacks. One is pulled onto the lanes with the mouse. */
final class ShotBin {
    private final Desk desk;
    private final TimelineModel model;
    private final Shortage shortage;
    private final Lanes lanes;
    private final ObservableList<Shot> shots = FXCollections.observableArrayList();
    private final ListView<Shot> list = new ListView<>(shots);
    private final ObjectProperty<Which> which = new SimpleObjectProperty<>(Which.ALL);
    private final Region root;
    private Optional<ShotId> followed = Optional.empty();
    private Optional<Gestures.Bringing> hand = Optional.empty();
    private boolean pressed;

    /** What the list holds. */
    enum Which {
        ALL, MISSING
    }

    ShotBin(Fittings fittings, TimelineModel model, Shortage shortage, ClipPictures pictures, Lanes lanes) {
        desk = fittings.desk();
        this.model = model;
        this.shortage = shortage;
        this.lanes = lanes;
        list.setId("shots");
        list.setAccessibleText(Words.of("timeline.shots"));
        list.getStyleClass().addAll("fw-list", "fw-shot-list");
        list.setCellFactory(view -> new ShotRowCell(desk, pictures));
        list.getSelectionModel().selectedItemProperty().subscribe(shot -> {
            if (!pressed) {
                jump(shot);
            }
        });
        root = root(fittings);
        hear();
        shortage.lacks().subscribe(this::refresh);
        which.subscribe(this::refresh);
    }

    private Region root(Fittings fittings) {
        ObservableValue<String> missing = shortage.lacks()
                .map(lacks -> lacks.isEmpty() ? "" : Words.count("timeline.missing", lacks.size()));
        Label words = Labels.of(missing, "fw-muted");
        HBox footer = Bars.footer(words, Labels.filler(), generate(fittings));
        Presence.when(words.textProperty().isNotEmpty(), footer);
        EmptyState none = new EmptyState(MaterialDesignF.FILMSTRIP, Words.of("timeline.complete"), Words.of(
                "timeline.complete.hint"));
        Presence.when(which.flatMap(now -> shortage.lacks().map(lacks -> now == Which.MISSING && lacks.isEmpty())),
                none);
        StackPane stack = new StackPane(list, none);
        return Bars.column(stack, Bars.panelHeader(Words.of("timeline.shots"), desk.shots()
                .map(_ -> desk.plan().map(plan -> Integer.toString(plan.shots().size())).orElse("")),
                new Segments<>("timeline.bin", List.of(Which.values()), which, which::set)), stack, footer);
    }

    private static Button generate(Fittings fittings) {
        Button generate = Buttons.plain("generate-missing", "timeline.generate.verb", () -> fittings.commands()
                .of("timeline.generate")
                .run());
        fittings.commands()
                .keymap()
                .subscribe(keys -> Buttons.name(generate, Words.of("command.timeline.generate"), keys.text(
                        "timeline.generate")));
        return generate;
    }

    Region root() {
        return root;
    }

    ListView<Shot> list() {
        return list;
    }

    Optional<Shot> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    /** A press chooses; only one that lets go where it began goes there, since one that pulls has its eyes on the lanes. */
    private void hear() {
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, at -> pressed = true);
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, this::let);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::pull);
        list.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && hand.isPresent()) {
                hand.get().nowhere();
                hand = Optional.empty();
                key.consume();
            }
        });
    }

    private void pull(MouseEvent at) {
        if (hand.isEmpty() && pressed && at.getButton() == MouseButton.PRIMARY && !list.contains(at.getX(), at
                .getY())) {
            hand = chosen().flatMap(this::clip).map(lanes::bring);
        }
        hand.ifPresent(held -> lanes.along(at.getSceneX(), at.getSceneY())
                .ifPresentOrElse(there -> held.at(there.getX(), there.getY(), at.isShiftDown(), at.isShortcutDown()),
                        held::nowhere));
    }

    private void let(MouseEvent at) {
        pressed = false;
        if (hand.isPresent()) {
            hand.get().drop();
        } else {
            jump(list.getSelectionModel().getSelectedItem());
        }
        hand = Optional.empty();
    }

    Optional<Item.Clip> clip(Shot shot) {
        return desk.snapshot()
                .get()
                .map(Snapshot::clips)
                .map(clips -> clips.get(shot.id()))
                .map((ClipTake made) -> new Item.Clip(shot.id(), made.id(), made.media(), shot.label(), made.frames()));
    }

    /** What is told of the shots is different. */
    void renew() {
        refresh();
        list.refresh();
    }

    private void refresh() {
        List<Shot> wanted = switch (which.get()) {
            case ALL -> desk.plan().map(ShotPlan::shots).orElse(List.of());
            case MISSING -> shortage.lacks().get().stream().map(Lack::shot).toList();
        };
        if (!wanted.equals(shots)) {
            shots.setAll(wanted);
        }
        followed = Optional.empty();
        follow();
    }

    /** The list shows which shot is on the screen. */
    void follow() {
        Optional<ShotId> current = model.current().flatMap(Reel.Span::shot);
        if (current.equals(followed)) {
            return;
        }
        followed = current;
        Optional<Shot> shot = shots.stream().filter(row -> current.equals(Optional.of(row.id()))).findFirst();
        if (shot.isPresent() && list.getSelectionModel().getSelectedItem() != shot.get()) {
            list.getSelectionModel().select(shot.get());
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
        }
    }

    /** Brings the playhead to a shot. */
    void jump(Shot shot) {
        boolean already = shot == null || model.current().flatMap(Reel.Span::shot).equals(Optional.of(shot.id()));
        if (!already) {
            model.reel().get().flatMap(reel -> reel.of(shot.id())).ifPresent(span -> model.seek(span.start()));
        }
    }
}
