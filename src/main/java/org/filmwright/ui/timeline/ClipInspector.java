package org.filmwright.ui.timeline;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.base.ShotId;
import org.filmwright.clips.ClipTake;
import org.filmwright.clips.Direction;
import org.filmwright.images.ImageTake;
import org.filmwright.production.Reasoned;
import org.filmwright.story.Shot;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Transition;
import org.filmwright.ui.kit.ClipPart;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Words;

/** Facts of the item under the playhead. */
final class ClipInspector {
    private final Desk desk;
    private final TimelineModel model;
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty in = new SimpleStringProperty("");
    private final StringProperty out = new SimpleStringProperty("");
    private final StringProperty length = new SimpleStringProperty("");
    private final StringProperty take = new SimpleStringProperty("");
    private final StringProperty move = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty director = new SimpleStringProperty("");
    private final StringProperty dissolve = new SimpleStringProperty("");
    private final StringProperty lines = new SimpleStringProperty("");
    private final VBox moving;
    private final VBox saying;
    private final ClipPart clip;
    private final Inspector panel;
    private Optional<Shown> shown = Optional.empty();

    ClipInspector(Desk desk, TimelineModel model, Commands commands) {
        this.desk = desk;
        clip = new ClipPart(desk, commands);
        this.model = model;
        moving = Inspector.section(words("timeline.move"), new Region(), Inspector.row("timeline.camera", move,
                "fw-plain"), Inspector.row("timeline.director", director, "fw-plain"), Inspector.cardBelow(reason));
        saying = Inspector.section(words("timeline.said"), new Region(), Inspector.card(lines));
        panel = new Inspector(Inspector.section(title, new Region(), Inspector.row("timeline.in", in), Inspector.row(
                "timeline.out", out), Inspector.row("timeline.length", length),
                Inspector.row("timeline.take", take,
                        "fw-plain"),
                Inspector.row("timeline.transition", dissolve, "fw-plain")), moving, clip.node(), saying);
        model.frame().subscribe(this::refresh);
        model.reel().subscribe(this::refresh);
        refresh();
    }

    Region node() {
        return panel;
    }

    /** An item, and how it begins. */
    private record Shown(Reel.Span span, Optional<Transition> dissolve) {}

    private void refresh() {
        Optional<Shown> current = model.current()
                .map(span -> new Shown(span, model.reel()
                        .get()
                        .flatMap(reel -> reel
                                .cut()
                                .transitions()
                                .stream()
                                .filter(each -> each.at() == span.index())
                                .findFirst())));
        panel.setVisible(current.isPresent());
        desk.filmed().set(current.flatMap(now -> now.span().shot()));
        clip.show(desk.filmed().get());
        if (!current.equals(shown)) {
            shown = current;
            current.ifPresent(this::show);
        }
    }

    private void show(Shown now) {
        Reel.Span span = now.span();
        title.set(switch (span.item()) {
            case Item.OfShot shot -> Words.of("timeline.clip", "label", model.label(shot));
            case Item.Sound sound -> sound.label();
            case Item.Gap gap -> Words.of("timeline.gap.title");
            case Item.Title card -> Words.of("timeline.card");
        });
        in.set(model.timecode(span.start()));
        out.set(model.timecode(span.end()));
        length.set(model.timecode(span.end() - span.start()));
        dissolve.set(now.dissolve().map(this::words).orElse(Words.of("timeline.straight")));
        Optional<Shot> shot = span.shot().flatMap(desk::shotOf);
        take.set(span.shot()
                .flatMap(this::takeOf)
                .map(made -> Words.of("timeline.take.number", "number", made
                        .number()))
                .orElse(Words.of("timeline.none")));
        moving.setVisible(shot.isPresent());
        saying.setVisible(shot.map(planned -> !planned.content().lines().isEmpty()).orElse(false));
        shot.ifPresent(this::show);
    }

    private void show(Shot shot) {
        Optional<Direction> direction = desk.snapshot()
                .get()
                .flatMap(open -> Optional.ofNullable(open.clips().get(shot.id())))
                .flatMap(ClipTake::direction);
        move.set(Words.of("move", direction.map(Direction::move).orElse(shot.camera().move())));
        director.set(direction.filter(each -> !each.isByRule())
                .map(each -> each.isByHand() ? Words.of("motion.by.you") : each.by())
                .orElse(Words.of(
                        "timeline.director.rule")));
        reason.set(direction.map(each -> words(shot, each)).orElse(shot.camera().reason()));
        lines.set(shot.content()
                .lines()
                .stream()
                .map(line -> Words.of("timeline.line", "speaker", line.speaker(), "words", line.text()))
                .reduce((a, b) -> a + "\n" + b)
                .orElse(""));
    }

    /** The reason of the move, and where a wish met a limit. */
    private static String words(Shot shot, Direction direction) {
        Reasoned reasoned = Reasoned.of(direction);
        String why = direction.isByRule() ? shot.camera().reason() : reasoned.why();
        return Stream.concat(Stream.of(why), reasoned.conflicts()
                .stream()
                .map(each -> Words.of("timeline.conflict", "wish", each.wish(), "limit", each.limit(), "resolution",
                        each.resolution())))
                .collect(Collectors.joining("\n\n"));
    }

    private Optional<ImageTake> takeOf(ShotId shot) {
        return desk.snapshot().get().flatMap(open -> ClipPictures.take(open, shot));
    }

    private String words(Transition transition) {
        return Words.count("timeline.dissolve", transition.inOffset() + transition.outOffset());
    }

    private static StringProperty words(String key) {
        return new SimpleStringProperty(Words.of(key));
    }
}
