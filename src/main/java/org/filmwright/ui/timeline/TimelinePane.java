package org.filmwright.ui.timeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.history.Change;
import org.filmwright.production.Snapshot;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.EmptyState;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Loudspeaker;
import org.filmwright.ui.kit.Offer;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.ThreePanes;
import org.filmwright.ui.kit.UndoCommands;
import org.filmwright.ui.kit.Words;
import org.filmwright.ui.kit.Workspace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The timeline workspace: shots, player and facts above, the film as lanes below. */
public final class TimelinePane implements Workspace {
    /** The row of tools, and a little room below the lanes. */
    private static final double TOOLS = 40;
    private static final double ROOM = 20;
    /** The ruler, the pictures and the whole film: what does not fit is scrolled. */
    private static final double LEAST = 140;
    /** Of the whole height, the picture keeps more than half (ux.md 3.3). */
    private static final double MOST = 0.45;

    private final Desk desk;
    private final Commands commands;
    private final TimelineModel model;
    private final Aside aside;
    private final Splicing splicing;
    private final Shortage shortage;
    private final SeamModel seams;
    private final Waveforms waveforms;
    private final SoundCommands sounds;
    private final Zoom zoom = new Zoom();
    private final TakePictures takes;
    private final ClipMarks marks;
    private final Lanes lanes;
    private final Region facts;
    private final MarkerPart markers;
    private final ShotBin bin;
    private final Preview preview;
    private final ThreePanes panes;
    private final Shuttle shuttle;
    private final FullView full;
    private final StackPane root;

    /** What plays the film. @param nanos a clock, as {@code System::nanoTime} */
    public record Player(LongSupplier nanos, Loudspeaker speaker) {}

    /** What asks for a file, under a title. */
    public record Files(Function<String, Optional<Path>> media, Function<String, Optional<Path>> sound) {}

    public TimelinePane(Fittings fittings, TakePictures takes, Player player, Files files) {
        desk = fittings.desk();
        Look look = fittings.look();
        commands = fittings.commands();
        this.takes = takes;
        model = new TimelineModel(desk, player.nanos, player.speaker);
        aside = new Aside(fittings.clockwork());
        splicing = new Splicing(desk, model, aside);
        shortage = new Shortage(fittings, model, splicing, files.media);
        waveforms = new Waveforms(desk, model);
        shortage.lost().subscribe(waveforms::refresh);
        seams = new SeamModel(desk, model);
        preview = new Preview(model, look);
        shuttle = new Shuttle(model, new HeldKeys(commands));
        full = new FullView(preview.picture());
        ClipPictures pictures = new ClipPictures(desk, takes);
        marks = new ClipMarks(desk, model);
        lanes = new Lanes(new LanePieces(look, pictures, shortage, marks, waveforms, model), shortage, model, splicing,
                zoom,
                look);
        sounds = new SoundCommands(desk, model, splicing, lanes, zoom, files.sound);
        commands.addAll(sounds.all(hasCut()));
        commands.addAll(own());
        commands.addAll(playing());
        commands.addAll(new MarkCommands(model, splicing).all(hasCut()));
        commands.addAll(shortage.commands(hasCut()));
        bin = new ShotBin(fittings, model, shortage, pictures, lanes);
        LayerCommands layers = new LayerCommands(model, splicing, () -> {
            panes().rightShown().set(true);
            markers().word();
        });
        commands.addAll(layers.all(hasCut()));
        commands.addAll(new ShapeCommands(fittings, model, splicing).all(hasCut()));
        TrackCommands tracks = new TrackCommands(fittings, model, splicing);
        commands.addAll(tracks.all(hasCut()));
        lanes.headed(tracks);
        markers = new MarkerPart(model, layers);
        commands.addAll(new CutCommands(model, splicing).all(hasCut()));
        commands.addAll(new BringCommands(model, splicing, () -> bin.chosen().flatMap(bin::clip)).all(hasCut()));
        commands.add(new LayCommand(fittings, model, splicing).command(written()));
        facts = new ClipInspector(desk, model, commands).node();
        panes = new ThreePanes(look, bin.root(), centre(), right());
        Region below = below();
        BorderPane whole = new BorderPane(panes);
        whole.setBottom(below);
        whole.visibleProperty().bind(full.alone().not());
        root = new StackPane(whole, full);
        shuttle.watch(root);
        aside.watch(root);
        aside.text().subscribe(lanes::announce);
        desk.undone().subscribe(change -> change.flatMap(this::undone).ifPresent(aside::say));
        full.alone().subscribe((before, now) -> start().requestFocus());
        LaneMenu.on(lanes, commands);
        root.heightProperty().subscribe(() -> size(below, look));
        look.scale().subscribe(() -> size(below, look));
        model.reel().subscribe(() -> size(below, look));
        desk.shots().when(root.sceneProperty().map(Objects::nonNull).orElse(false)).subscribe(now -> bin.renew());
        model.frame().subscribe(bin::follow);
        desk.soughtClip().subscribe(shot -> shot.flatMap(desk::shotOf).ifPresent(bin::jump));
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
        return List.of(on(cut, "timeline.play", model::playOrPause),
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
                on(cut, "timeline.fit", zoom::fit), on(cut, "timeline.show-images", this::showImages),
                on(cut, "timeline.regenerate", this::regenerate),
                on(cut, "timeline.seams", () -> seams.shown().set(!seams.shown().get())));
    }

    /** What was taken back or done again; nothing where it was no edit of the cut. */
    private Optional<String> undone(Change change) {
        boolean again = desk.snapshot().get().flatMap(now -> now.edits().undo()).equals(Optional.of(change));
        return UndoCommands.cutting(change)
                .map(what -> Words.of(again ? "timeline.redone" : "timeline.undone", "what",
                        what));
    }

    private MarkerPart markers() {
        return markers;
    }

    private List<Command> playing() {
        ObservableBooleanValue cut = hasCut();
        return List.of(on(cut, Shuttle.BACK, shuttle::back), on(cut, Shuttle.STOP, shuttle::stop),
                on(cut, Shuttle.ON, shuttle::on), on(cut, "timeline.loop", model::toggleLoop),
                on(cut, "timeline.full", full::toggle));
    }

    private void size(Region below, Look look) {
        double wanted = look.px(TOOLS + lanes.wanted() + ROOM);
        double least = look.px(TOOLS + LEAST);
        below.setPrefHeight(Math.max(least, Math.min(wanted, root.getHeight() * MOST)));
    }

    private Optional<Shot> meant() {
        return splicing.selected().get().or(model::current).flatMap(Reel.Span::shot).flatMap(desk::shotOf);
    }

    private void showImages() {
        meant().ifPresent(desk::show);
        commands.of("view.images").action().run();
    }

    private void regenerate() {
        meant().ifPresent(shot -> shortage.draw(shot.id()));
    }

    private BooleanBinding hasCut() {
        return Bindings.createBooleanBinding(() -> model.state().get() == TimelineState.CUT, model.state());
    }

    private static Command on(ObservableBooleanValue possible, String id, Runnable action) {
        return Command.when(possible, id, Scope.TIMELINE, action);
    }

    @Override
    public List<ObservableValue<String>> status() {
        return List
                .of(sounds.reading(), model.reel().map(reel -> model.marked()),
                        model.reel().map(reel -> reel.map(this::total).orElse("")), shortage.lacks()
                                .map(lacks -> lacks.isEmpty() ? "" : Words.count("timeline.missing", lacks.size())),
                        splicing.snaps().map(on -> Words.of(on ? "timeline.snap.on" : "timeline.snap.off")),
                        model.reel()
                                .map(reel -> reel.map(
                                        laid -> Words.of("status.rate", "rate", laid.cut().rate())).orElse("")),
                        model.reel()
                                .map(reel -> reel
                                        .map(laid -> Words.of("unit.size", "width", laid.cut().size().width(), "height",
                                                laid.cut()
                                                        .size()
                                                        .height()))
                                        .orElse("")),
                        desk.snapshot().map(now -> now.map(this::last).orElse("")));
    }

    /** The edit of the cut that undo would take back. */
    private String last(Snapshot now) {
        return now.edits()
                .undo()
                .flatMap(UndoCommands::cutting)
                .map(what -> Words.of("timeline.last", "what", what))
                .orElse("");
    }

    private String total(Reel reel) {
        return Words.of("status.total", "time", model.timecode(reel.frames()));
    }

    @Override
    public void shown(boolean front) {
        model.shown(front);
        marks.shown(front);
        if (!front) {
            seams.shown().set(false);
        }
    }

    @Override
    public boolean isSettled() {
        return takes.isSettled() && model.isSettled() && seams.isSettled() && waveforms.isSettled();
    }

    @Override
    public Optional<Offer> offer(List<Path> files, Node under) {
        boolean over = Stream.iterate(under, Objects::nonNull, Node::getParent).anyMatch(each -> each == lanes);
        return over && hasCut().get() ? sounds.offer(files) : Optional.empty();
    }

    @Override
    public List<Node> stops() {
        return List.of(bin.list(), facts, lanes, lanes.map(), full);
    }

    @Override
    public void close() {
        shortage.close();
        seams.close();
        waveforms.close();
    }

    @Override
    public ObservableValue<Picture> picture() {
        return preview.picture();
    }

    @Override
    public Node start() {
        return full.alone().get() ? full : lanes;
    }

    @Override
    public ObservableValue<Boolean> alone() {
        return full.alone();
    }

    private Region centre() {
        EmptyState nothing = new EmptyState(MaterialDesignF.FILMSTRIP, Words.of("timeline.no-project"), Words.of(
                "timeline.no-project.hint"), Buttons.of(commands, "file.open", "accent"),
                Buttons.of(commands,
                        "file.new"));
        ObservableValue<Boolean> written = written();
        EmptyState empty = new EmptyState(MaterialDesignF.FILMSTRIP,
                written.map(is -> Words.of(is ? "timeline.empty" : "timeline.unwritten")),
                written.map(is -> Words.of(is ? "timeline.empty.hint" : "timeline.unwritten.hint")),
                Presence.when(written, Buttons.of(commands, "run.make", "accent")),
                Presence.when(written, Buttons.of(commands, "timeline.lay")),
                Presence.when(written.map(is -> !is), Buttons.of(commands, "view.story", "accent")));
        Transport transport = new Transport(model, commands);
        showing(TimelineState.NO_PROJECT, nothing);
        showing(TimelineState.NO_CUT, empty);
        showing(TimelineState.CUT, preview, transport);
        SeamView seam = new SeamView(seams, model, commands);
        Presence.when(seams.shown().and(hasCut()), seam);
        seams.shown().subscribe((before, now) -> (now ? seam.list() : lanes).requestFocus());
        StackPane stack = new StackPane(preview, seam, nothing, empty);
        stack.setMinHeight(0);
        return Bars.column(stack, stack, transport);
    }

    /** Whether there is anything that a cut can be laid of. */
    private ObservableValue<Boolean> written() {
        return desk.snapshot().map(open -> desk.plan().filter(plan -> !plan.shots().isEmpty()).isPresent());
    }

    private Region right() {
        VBox.setVgrow(facts, Priority.ALWAYS);
        return new VBox(facts, markers.node());
    }

    private Region below() {
        HBox tools = LaneTools.row(commands, splicing, aside, zoom);
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
}
