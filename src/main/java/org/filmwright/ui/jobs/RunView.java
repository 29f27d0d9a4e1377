package org.filmwright.ui.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.production.Job;
import org.filmwright.production.RunPicture;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * The drawing of a run: stage below stage along a line, in each the nodes from left to right as they wait for each other,
 * side by side where they do not. It wraps where there is no room, and its nodes stay the same while only their state
 * changes.
 */
final class RunView extends VBox {
    /** What stands beside the nodes of a stage, at twice the size. */
    private static final double MARGIN = 96;

    private final Map<String, RunNode> nodes = new LinkedHashMap<>();
    private final Map<String, StatusGlyph> rails = new LinkedHashMap<>();
    private final Map<String, Label> counts = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final ReadOnlyObjectWrapper<Optional<RunNode>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<String> drawn = List.of();

    RunView() {
        getStyleClass().add("fw-run-lanes");
        setId("run-picture");
        group.selectedToggleProperty().subscribe(toggle -> chosen.set(Optional.ofNullable((RunNode) toggle)));
    }

    /** The node that is looked at. */
    ReadOnlyObjectProperty<Optional<RunNode>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** That which a person wants to know of first, else the first. */
    Optional<RunNode> first() {
        return Stream.of(Job.State.ASKING, Job.State.FAILED, Job.State.LACKING, Job.State.RUNNING)
                .flatMap(state -> nodes.values().stream().filter(node -> isLeaf(node, state)))
                .findFirst()
                .or(() -> nodes.values().stream().findFirst());
    }

    /** A nested run asks by a node of its own. */
    private static boolean isLeaf(RunNode node, Job.State state) {
        return node.node().reach().state() == state && node.node().within().isEmpty();
    }

    void show(RunPicture picture, Instant now) {
        List<String> wanted = keys(picture).toList();
        if (!wanted.equals(drawn)) {
            draw(picture);
            drawn = wanted;
        }
        update(picture, now);
        chosen.set(Optional.ofNullable((RunNode) group.getSelectedToggle()));
    }

    private static Stream<String> keys(RunPicture picture) {
        return picture.nodes()
                .flatMap(node -> Stream.concat(Stream.of(picture.run() + "/" + node.name()),
                        newest(node).stream().flatMap(RunView::keys)));
    }

    /** Of several that a node has waited for, one after the other. */
    private static Optional<RunPicture> newest(RunPicture.Node node) {
        return node.within().isEmpty() ? Optional.empty() : Optional.of(node.within().getLast());
    }

    private void draw(RunPicture picture) {
        Optional<String> before = chosen.get().map(node -> node.run() + "/" + node.node().name());
        boolean held = chosen.get().filter(Node::isFocused).isPresent();
        nodes.clear();
        rails.clear();
        counts.clear();
        List<Node> lanes = new ArrayList<>();
        List<RunPicture.Stage> stages = picture.stages();
        for (int i = 0; i < stages.size(); i++) {
            lanes.add(lane(picture.run(), stages.get(i), i == stages.size() - 1));
        }
        getChildren().setAll(lanes);
        before.map(nodes::get).ifPresent(again -> {
            again.setSelected(true);
            if (held) {
                again.requestFocus();
            }
        });
    }

    private HBox lane(String run, RunPicture.Stage stage, boolean last) {
        StatusGlyph glyph = new StatusGlyph(Status.WAITING);
        rails.put(stage.name(), glyph);
        Region line = new Region();
        line.getStyleClass().add("fw-run-line");
        line.setVisible(!last);
        VBox.setVgrow(line, Priority.ALWAYS);
        VBox rail = new VBox(glyph, line);
        rail.getStyleClass().add("fw-run-rail");
        Label count = Labels.fixed("", "fw-mono", "fw-muted", "fw-caption");
        counts.put(stage.name(), count);
        HBox head = new HBox(Labels.fixed(stage.name().isEmpty() ? "" : Words.of("stage." + stage.name()), "fw-bold"),
                count);
        head.getStyleClass().add("fw-run-head");
        VBox body = new VBox(head, flow(run, stage.nodes()));
        body.getStyleClass().add("fw-run-stage");
        HBox.setHgrow(body, Priority.ALWAYS);
        HBox lane = new HBox(rail, body);
        lane.getStyleClass().add("fw-run-lane");
        return lane;
    }

    /** Columns by rank, with an arrow from one to the next. */
    private FlowPane flow(String run, List<RunPicture.Node> stage) {
        FlowPane flow = new FlowPane();
        flow.getStyleClass().add("fw-run-flow");
        flow.prefWrapLengthProperty()
                .bind(Bindings.createDoubleBinding(() -> Math.max(MARGIN, getWidth() - MARGIN), widthProperty()));
        List<Integer> ranks = stage.stream().map(RunPicture.Node::rank).distinct().sorted().toList();
        for (int rank : ranks) {
            VBox column = new VBox();
            column.getStyleClass().add("fw-run-column");
            stage.stream()
                    .filter(node -> node.rank() == rank)
                    .forEach(node -> column.getChildren()
                            .add(box(run,
                                    node)));
            HBox step = new HBox(column);
            step.getStyleClass().add("fw-run-step");
            if (rank > ranks.getFirst()) {
                step.getChildren().addFirst(Glyphs.icon(MaterialDesignC.CHEVRON_RIGHT, "fw-quiet-icon"));
            }
            flow.getChildren().add(step);
        }
        return flow;
    }

    /** A node, framed with what it waits for. */
    private Node box(String run, RunPicture.Node node) {
        RunNode box = new RunNode(run, node);
        box.setToggleGroup(group);
        box.focusedProperty().subscribe(focused -> {
            if (focused) {
                box.setSelected(true);
            }
        });
        nodes.put(run + "/" + node.name(), box);
        return newest(node).<Node>map(nested -> {
            VBox frame = new VBox(box, flow(nested.run(), nested.nodes().toList()));
            frame.getStyleClass().add("fw-run-within");
            return frame;
        }).orElse(box);
    }

    private void update(RunPicture picture, Instant now) {
        for (RunPicture.Stage stage : picture.stages()) {
            RunPicture.Reach reach = RunPicture.Reach.of(stage.nodes()
                    .stream()
                    .map(node -> node.reach().state())
                    .toList());
            Optional.ofNullable(rails.get(stage.name()))
                    .ifPresent(glyph -> glyph.show(JobWords.status(reach
                            .state())));
            Optional.ofNullable(counts.get(stage.name()))
                    .ifPresent(count -> count.setText(Words.of("run.count",
                            "done", reach.done(), "of", reach.of())));
        }
        nodesOf(picture, now);
    }

    private void nodesOf(RunPicture picture, Instant now) {
        picture.nodes().forEach(node -> {
            Optional.ofNullable(nodes.get(picture.run() + "/" + node.name())).ifPresent(box -> box.show(node, now));
            newest(node).ifPresent(nested -> nodesOf(nested, now));
        });
    }
}
