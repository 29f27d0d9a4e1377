package org.filmwright.ui.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ShotId;
import org.filmwright.base.ShotSize;
import org.filmwright.production.Snapshot;
import org.filmwright.production.Stale;
import org.filmwright.story.Framing;
import org.filmwright.story.MoveChoice;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotOverride;
import org.filmwright.story.ShotPlan;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;

/** The shots of the scene being looked at, the current one open to be changed; what was left out; wishes that wait. */
final class ShotPanel implements ShotCard.Acts {
    private final Desk desk;
    private final StoryModel model;
    private final Inspector panel = new Inspector();
    private List<Row> rows = List.of();

    ShotPanel(Desk desk, StoryModel model) {
        this.desk = desk;
        this.model = model;
        panel.setId("shots");
        panel.getStyleClass().add("fw-cards");
        panel.setAccessibleText(Words.of("story.shots"));
        desk.shots().subscribe(this::show);
        desk.scene().subscribe(this::show);
        desk.shot().subscribe(this::show);
    }

    private record Row(Shot shot, ShotOverride wish, Optional<Stale> stale, boolean open, boolean planned) {}

    Inspector node() {
        return panel;
    }

    private void show() {
        Optional<Snapshot> now = desk.snapshot().get();
        Optional<Scripts.Script> script = desk.script();
        List<Row> fresh = new ArrayList<>();
        if (now.isPresent() && script.isPresent()) {
            model.shotsOfScene().forEach(shot -> fresh.add(row(now.get(), script.get(), shot)));
            leftOut(script.get()).forEach(shot -> fresh.add(new Row(shot, wish(script.get(), shot), Optional.empty(),
                    false, false)));
            script.get()
                    .waiting()
                    .forEach(wish -> fresh.add(new Row(gone(wish), wish, Optional.empty(), false, false)));
        }
        if (!fresh.equals(rows)) {
            rows = fresh;
            panel.show(script.map(kept -> nodes(kept, kept.plan())).orElse(List.of()).toArray(Node[]::new));
        }
    }

    private Row row(Snapshot now, Scripts.Script script, Shot shot) {
        return new Row(shot, wish(script, shot), Optional.ofNullable(now.edits().stale().get(shot.id())),
                desk.shot().get().equals(Optional.of(shot.id())), true);
    }

    private static ShotOverride wish(Scripts.Script script, Shot shot) {
        return script.override(shot.id()).orElse(ShotOverride.none(shot.id()));
    }

    /** Planned shots of this scene that a person left out. */
    private List<Shot> leftOut(Scripts.Script script) {
        int scene = desk.scene().get().orElse(0);
        return script.drafted()
                .shots()
                .stream()
                .filter(shot -> shot.scene() == scene && wish(script, shot).removed())
                .toList();
    }

    /** Stands for a shot that is no more, so that rows can be told apart. */
    private static Shot gone(ShotOverride wish) {
        return new Shot(wish.shot(), "", 0, new Framing(ShotSize.MS,
                CameraAngle.EYE_LEVEL, ""),
                new MoveChoice(CameraMove.STATIC, ""), 1,
                new Shot.Content(" ", List.of(), Optional.empty(), List.of(), List.of()));
    }

    private List<Node> nodes(Scripts.Script script, ShotPlan plan) {
        List<Node> nodes = new ArrayList<>();
        for (Row row : rows) {
            if (row.planned()) {
                nodes.add(new ShotCard(plan, row.shot(), row.wish(), row.stale(), row.open(), this));
            } else if (row.shot().label().isEmpty()) {
                nodes.add(note("shot.waiting", row.wish(), "shot.forget", ShotOverride.none(row.wish().shot())));
            } else {
                nodes.add(note("shot.left-out", row.wish(), "shot.restore", row.wish().leftOut(false)));
            }
        }
        if (rows.stream().noneMatch(Row::planned) && model.scene().isPresent()) {
            Label nothing = Labels.of(Words.of("story.no-shots"), "fw-muted");
            nothing.setWrapText(true);
            nodes.add(nothing);
        }
        return nodes;
    }

    private Node note(String words, ShotOverride wish, String verb, ShotOverride then) {
        Label label = Labels.of(Words.of(words, "shot", wish.shot().value()), "fw-muted");
        label.setWrapText(true);
        Button button = new Button(Words.of(verb));
        button.getStyleClass().add("fw-compact");
        Buttons.name(button, Words.of(verb), "");
        button.setOnAction(press -> direct(then));
        HBox foot = new HBox(Labels.filler(), button);
        VBox card = new VBox(label, foot);
        card.getStyleClass().addAll("fw-card", "fw-shot-card");
        return card;
    }

    @Override
    public void direct(ShotOverride wish) {
        desk.edit(editor -> editor.direct(wish));
    }

    @Override
    public void insertAfter(Shot shot) {
        List<ShotId> known = desk.script()
                .map(script -> script.overrides().stream().map(ShotOverride::shot).toList())
                .orElse(List.of());
        String base = shot.id().value() + "-own";
        ShotId id = IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> new ShotId(base + n))
                .filter(each -> !known.contains(each))
                .findFirst()
                .orElseThrow();
        direct(ShotOverride.inserted(id, shot.id(), shot.content().action().strip()));
    }

    @Override
    public void look(Shot shot) {
        if (!desk.shot().get().equals(Optional.of(shot.id()))) {
            desk.show(shot);
        }
    }
}
