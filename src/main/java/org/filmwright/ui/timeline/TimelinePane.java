package org.filmwright.ui.timeline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.base.ShotId;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.EmptyState;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.ThreePanes;
import org.filmwright.ui.kit.Words;
import org.filmwright.ui.kit.Workspace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The timeline workspace: shots, player and facts above, the film as lanes below. */
public final class TimelinePane implements Workspace {
    /** Tools, ruler and the three lanes, and a little room. */
    private static final double BELOW = 264;

    private final Desk desk;
    private final Look look;
    private final Commands commands;
    private final TimelineModel model;
    private final Zoom zoom = new Zoom();
    private final TakePictures takes;
    private final ClipPictures pictures;
    private final Lanes lanes;
    private final Region facts;
    private final ObservableList<Shot> shots = FXCollections.observableArrayList();
    private final ListView<Shot> list = new ListView<>(shots);
    private final Preview preview;
    private final ThreePanes panes;
    private final BorderPane root;

    /** @param nanos the clock that plays the film, as {@code System::nanoTime} */
    public TimelinePane(Desk desk, Commands commands, Look look, TakePictures takes, LongSupplier nanos) {
        this.desk = desk;
        this.look = look;
        this.commands = commands;
        model = new TimelineModel(desk, nanos);
        preview = new Preview(model, look);
        commands.addAll(own());
        commands.addAll(new CutCommands(desk, model, () -> Optional.ofNullable(list.getSelectionModel()
                .getSelectedItem())).all(hasCut()));
        this.takes = takes;
        pictures = new ClipPictures(desk, takes);
        lanes = new Lanes(pictures, model, zoom, look);
        facts = new ClipInspector(desk, model, commands).node();
        panes = new ThreePanes(look, left(), centre(), right());
        Region below = below();
        root = new BorderPane(panes);
        root.setBottom(below);
        look.scale().subscribe(scale -> below.setPrefHeight(look.px(BELOW)));
        desk.snapshot().when(root.sceneProperty().map(Objects::nonNull).orElse(false)).subscribe(now -> refresh());
        model.frame().subscribe(this::follow);
        desk.soughtClip().subscribe(shot -> shot.flatMap(desk::shotOf).ifPresent(this::jump));
    }

    @Override
    public Scope scope() {
        return Scope.TIMELINE;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public ThreePanes panes() {
        return panes;
    }

    private List<Command> own() {
        ObservableBooleanValue cut = hasCut();
        Command make = commands.of("run.make");
        return List.of(on(make.possible(), "timeline.export", make::run), on(cut, "timeline.play", model::playOrPause),
                on(cut, "timeline.next-frame", () -> model.stepFrames(1)),
                on(cut, "timeline.previous-frame", () -> model.stepFrames(-1)),
                on(cut, "timeline.next-second", () -> model.stepSeconds(1)),
                on(cut, "timeline.previous-second", () -> model.stepSeconds(-1)),
                on(cut, "timeline.next-cut", () -> model.stepCut(1)),
                on(cut, "timeline.previous-cut", () -> model.stepCut(-1)),
                on(cut, "timeline.start", () -> model.seek(0)),
                on(cut, "timeline.end", () -> model.seek(model.frames() - 1)),
                on(cut, "timeline.zoom-in", () -> zoom.by(1.5, zoom.x(model.frame().get()))),
                on(cut, "timeline.zoom-out", () -> zoom.by(1 / 1.5, zoom.x(model.frame().get()))),
                on(cut, "timeline.fit", zoom::fit));
    }

    private ObservableBooleanValue hasCut() {
        return Bindings.createBooleanBinding(() -> model.state().get() == TimelineState.CUT, model.state());
    }

    private static Command on(ObservableBooleanValue possible, String id, Runnable action) {
        return Command.when(possible, id, Scope.TIMELINE, action);
    }

    @Override
    public List<ObservableValue<String>> status() {
        return List.of(model.reel().map(reel -> reel.map(this::total).orElse("")), model.reel()
                .map(reel -> reel.map(
                        laid -> Words.of("status.rate", "rate", laid.cut().rate())).orElse("")),
                model.reel()
                        .map(reel -> reel
                                .map(laid -> Words.of("unit.size", "width", laid.cut().size().width(), "height",
                                        laid.cut()
                                                .size()
                                                .height()))
                                .orElse("")));
    }

    private String total(Reel reel) {
        return Words.of("status.total", "time", model.timecode(reel.frames()));
    }

    @Override
    public void shown(boolean front) {
        model.shown(front);
    }

    @Override
    public boolean isSettled() {
        return takes.isSettled() && model.isSettled();
    }

    @Override
    public List<Node> stops() {
        return List.of(list, facts, lanes);
    }

    @Override
    public ObservableValue<Picture> picture() {
        return preview.picture();
    }

    @Override
    public Node start() {
        return lanes;
    }

    private Region left() {
        list.setId("shots");
        list.setAccessibleText(Words.of("timeline.shots"));
        list.getStyleClass().addAll("fw-list", "fw-shot-list");
        list.setCellFactory(view -> new ShotRowCell(desk, pictures));
        list.getSelectionModel().selectedItemProperty().subscribe(this::jump);
        Label missing = Labels.of(desk.snapshot().map(open -> missing()), "fw-muted");
        HBox footer = Bars.footer(missing, Labels.filler());
        Presence.when(missing.textProperty().isNotEmpty(), footer);
        ObservableValue<String> count = desk.snapshot()
                .map(open -> desk.plan()
                        .map(plan -> Integer.toString(plan
                                .shots()
                                .size()))
                        .orElse(""));
        return Bars.column(list, Bars.panelHeader(Words.of("timeline.shots"), count), list, footer);
    }

    private String missing() {
        int missing = desk.plan().map(plan -> Reel.missing(model.reel().get(), plan).size()).orElse(0);
        return missing == 0 ? "" : Words.count("timeline.missing", missing);
    }

    private Region centre() {
        EmptyState nothing = new EmptyState(MaterialDesignF.FILMSTRIP, Words.of("timeline.no-project"), Words.of(
                "timeline.no-project.hint"), Buttons.of(commands, "file.open", "accent"),
                Buttons.of(commands,
                        "file.new"));
        ObservableValue<Boolean> written = desk.snapshot()
                .map(open -> desk.plan().filter(plan -> !plan.shots().isEmpty()).isPresent());
        EmptyState empty = new EmptyState(MaterialDesignF.FILMSTRIP,
                written.map(is -> Words.of(is ? "timeline.empty" : "timeline.unwritten")),
                written.map(is -> Words.of(is ? "timeline.empty.hint" : "timeline.unwritten.hint")),
                Presence.when(written, Buttons.of(commands, "run.make", "accent")),
                Presence.when(written.map(is -> !is), Buttons.of(commands, "view.story", "accent")));
        Transport transport = new Transport(model, commands);
        showing(TimelineState.NO_PROJECT, nothing);
        showing(TimelineState.NO_CUT, empty);
        showing(TimelineState.CUT, preview, transport);
        StackPane stack = new StackPane(preview, nothing, empty);
        stack.setMinHeight(0);
        return Bars.column(stack, stack, transport);
    }

    private Region right() {
        VBox.setVgrow(facts, Priority.ALWAYS);
        return new VBox(facts);
    }

    private Region below() {
        Slider slider = new Slider(0, 1, 0);
        slider.setId("zoom");
        slider.setAccessibleText(Words.of("timeline.zoom"));
        zoom.scale().subscribe(() -> slider.setValue(zoom.level()));
        slider.valueProperty().subscribe(level -> {
            if (Math.abs(level.doubleValue() - zoom.level()) > 0.001) {
                zoom.setLevel(level.doubleValue());
            }
        });
        HBox tools = Bars.header(Labels.filler(), Buttons.icon(commands, "timeline.zoom-out",
                MaterialDesignM.MAGNIFY_MINUS_OUTLINE, "flat"), slider,
                Buttons.icon(commands, "timeline.zoom-in",
                        MaterialDesignM.MAGNIFY_PLUS_OUTLINE, "flat"),
                Buttons.of(commands, "timeline.fit", "flat"));
        tools.getStyleClass().add("fw-lane-tools");
        VBox.setVgrow(lanes, Priority.ALWAYS);
        VBox below = new VBox(tools, lanes);
        showing(TimelineState.CUT, below);
        below.getStyleClass().add("fw-below");
        return below;
    }

    private void showing(TimelineState when, Node... nodes) {
        for (Node node : nodes) {
            Presence.when(Bindings.createBooleanBinding(() -> model.state().get() == when, model
                    .state()), node);
        }
    }

    private void refresh() {
        List<Shot> planned = desk.plan().map(ShotPlan::shots).orElse(List.of());
        if (!planned.equals(shots)) {
            shots.setAll(planned);
        }
        list.refresh();
        follow();
    }

    /** The list shows which shot is on the screen. */
    private void follow() {
        Optional<ShotId> current = model.current().flatMap(Reel.Span::shot);
        Optional<Shot> shot = shots.stream().filter(row -> current.equals(Optional.of(row.id()))).findFirst();
        if (shot.isPresent() && list.getSelectionModel().getSelectedItem() != shot.get()) {
            list.getSelectionModel().select(shot.get());
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
        }
    }

    private void jump(Shot shot) {
        boolean already = shot == null || model.current().flatMap(Reel.Span::shot).equals(Optional.of(shot.id()));
        if (!already) {
            model.reel().get().flatMap(reel -> reel.of(shot.id())).ifPresent(span -> model.seek(span.start()));
        }
    }
}
