package org.filmwright.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Speed;
import org.filmwright.timeline.Subtitle;
import org.filmwright.timeline.Transition;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** How the pieces of a film look on the lanes. */
final class LanePieces {
    private final Look look;
    private final ClipPictures pictures;
    private final Shortage shortage;
    private final ClipMarks marks;
    private final Waveforms waveforms;
    private final TimelineModel model;

    LanePieces(Look look, ClipPictures pictures, Shortage shortage, ClipMarks marks, Waveforms waveforms,
            TimelineModel model) {
        this.waveforms = waveforms;
        this.model = model;
        this.look = look;
        this.pictures = pictures;
        this.shortage = shortage;
        this.marks = marks;
    }

    ClipMarks marks() {
        return marks;
    }

    /** The outlines of what is heard. */
    Waveforms waveforms() {
        return waveforms;
    }

    /** Everything that lies on the lanes, without the ruler. */
    List<LaneRow<?>> of(Reel reel, Bands bands) {
        List<LaneRow<?>> rows = new ArrayList<>();
        Bands.Band scenes = bands.of(Bands.Kind.SCENES);
        Bands.Band shots = bands.of(Bands.Kind.PICTURES);
        Bands.Band said = bands.of(Bands.Kind.SUBTITLES);
        rows.add(new LaneRow<>(reel.scenes(), new LaneRow.Extent<>(Reel.SceneSpan::start, Reel.SceneSpan::end),
                scenes.top() + 3, scenes.height() - 6, span -> span.scene().number() + span.scene().heading(),
                this::scene));
        rows.add(new LaneRow<>(reel.spans(), new LaneRow.Extent<>(Reel.Span::start, Reel.Span::end), shots.top() + 4,
                shots.height() - 8, this::key, this::item));
        rows.add(new LaneRow<>(reel.cut().transitions(), new LaneRow.Extent<>(each -> reel.start(each.at()),
                each -> reel.start(each.at())), shots.top() + 42, LaneItems.BADGE, each -> each, this::badge));
        rows.add(new LaneRow<>(reel.cut().subtitles(), new LaneRow.Extent<>(Subtitle::start, Subtitle::end),
                said.top() + 4, said.height() - 8, Subtitle::text, this::subtitle));
        bands.all().stream().filter(band -> band.track() > 0).forEach(band -> rows.add(track(reel, band)));
        return rows;
    }

    /** Between what lies on a track beside the storyline there is nothing. */
    private LaneRow<Reel.Span> track(Reel reel, Bands.Band band) {
        return new LaneRow<>(reel.track(band.track())
                .stream()
                .filter(span -> !(span.item() instanceof Item.Gap))
                .toList(), new LaneRow.Extent<>(Reel.Span::start, Reel.Span::end), band.top() + 4, band.height() - 8,
                this::key, this::item);
    }

    private Region scene(Reel.SceneSpan span) {
        return new LaneNode(look, Words.of("timeline.scene", "number", span.scene().label(), "heading", span.scene()
                .heading()), false, "fw-lane-scene");
    }

    /**
     * What is seen of an item: where it lies and how long it is makes no difference, so that it stays the same node while a
     * hand pulls at it; what is wrong with it does.
     */
    private record Seen(int track, Object what, Speed speed, String wanting, ClipMarks.Mark mark) {
        Seen(int track, Object what, Speed speed, String wanting) {
            this(track, what, speed, wanting, ClipMarks.Mark.NONE);
        }
    }

    private Object key(Reel.Span span) {
        String wanting = shortage.words(span);
        return switch (span.item()) {
            case Item.Clip clip -> new Seen(span.track(), List.of(clip.clip(), model.label(clip)),
                    clip.source().speed(), wanting, marks.of(clip));
            case Item.Board board -> new Seen(span.track(), List.of(board.shot(), model.label(board)), Speed.NORMAL,
                    wanting);
            case Item.Sound sound -> new Seen(span.track(), named(sound), sound.source().speed(), wanting);
            case Item.Title title -> new Seen(span.track(), title.lines(), Speed.NORMAL, wanting);
            case Item.Gap _ -> new Seen(span.track(), Item.Gap.class, Speed.NORMAL, wanting);
        };
    }

    private Region item(Reel.Span span) {
        LaneNode node = switch (span.item()) {
            case Item.Clip shot when shortage
                    .isLost(shot.media()) -> new LaneNode(look, Words.of("timeline.lost", "label",
                            model.label(shot)), false, "fw-lane-lost").signed(Glyphs.failed()).with(shortage.relink());
            case Item.Clip shot when span.track() > 0 -> new LaneNode(look, model.label(shot), false, "fw-lane-shot")
                    .marked(marks.of(shot));
            case Item.Clip shot -> clip(shot);
            case Item.Board board -> new LaneNode(look, shortage.words(span).isEmpty()
                    ? model.label(board)
                    : shortage
                            .words(span),
                    false, "fw-lane-gap").with(shortage.generate(span));
            case Item.Sound sound when shortage.isLost(sound.media()) -> new LaneNode(look, Words.of("timeline.lost",
                    "label", sound.label()), false, "fw-lane-lost").signed(Glyphs.failed()).with(shortage.relink());
            case Item.Sound sound -> new LaneNode(look, named(sound), false, "fw-lane-sound").heard();
            case Item.Gap _ when shortage.at(span).isPresent() -> new LaneNode(look, shortage.words(span), false,
                    "fw-lane-gap").with(shortage.generate(span));
            case Item.Gap _ -> new LaneNode(look, Words.of("timeline.gap"), false, "fw-lane-gap");
            case Item.Title title -> new LaneNode(look, title.lines().stream().findFirst().orElse(""), false,
                    "fw-lane-title");
        };
        node.getStyleClass().add("fw-lane-clip");
        return node;
    }

    private LaneNode clip(Item.Clip shot) {
        String speed = shot.source().speed().equals(Speed.NORMAL) ? "" : "  " + speed(shot.source().speed());
        LaneNode node = new LaneNode(look, model.label(shot) + speed, true, "fw-lane-shot");
        pictures.of(shot.shot()).ifPresent(node::show);
        return node.marked(marks.of(shot));
    }

    /** With what was made of it. */
    private static String named(Item.Sound sound) {
        String speed = sound.source().speed().equals(Speed.NORMAL) ? "" : "  " + speed(sound.source().speed());
        double gain = sound.level().gain();
        return sound.label() + speed + (gain == 0
                ? ""
                : "  " + Words.of(gain > 0
                        ? "timeline.louder-by"
                        : "timeline.quieter-by", "value", Math.round(Math.abs(gain))));
    }

    static String speed(Speed speed) {
        return speed.held()
                ? Words.of("timeline.held")
                : Words.of("timeline.percent", "value", Math.round(speed
                        .factor() * 100));
    }

    private Region badge(Transition dissolve) {
        StackPane badge = new StackPane(Glyphs.icon(MaterialDesignS.SET_CENTER));
        badge.getStyleClass().add("fw-lane-dissolve");
        badge.setManaged(false);
        badge.setAccessibleText(Words.count("timeline.dissolve", dissolve.frames()));
        return badge;
    }

    private Region subtitle(Subtitle said) {
        return new LaneNode(look, said.text().replace('\n', ' '), false, "fw-lane-subtitle");
    }
}
