package org.filmwright.ui.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Subtitle;
import org.filmwright.timeline.Transition;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The pieces of the film on their lanes. A piece gets a node when it first comes into view, and keeps it. */
final class LaneItems extends Pane {
    /** Tops and heights of the lanes under the ruler, in design pixels. */
    static final double SCENES = 28;
    static final double PICTURES = 88;
    static final double SUBTITLES = 36;
    private static final double BADGE = 20;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Zoom zoom;
    private final Look look;
    private final ClipPictures pictures;
    private final Map<Piece, Region> nodes = new HashMap<>();
    private List<Piece> pieces = List.of();
    private Optional<Region> current = Optional.empty();

    /** Where a piece lies: frames across, design pixels down. */
    private record Place(int start, int end, double top, double height) {}

    /** {@code what} is the record it shows, which makes it the same piece as before. */
    private record Piece(Object what, Place place, Supplier<Region> node) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Piece piece && what.equals(piece.what) && place.equals(piece.place);
        }

        @Override
        public int hashCode() {
            return what.hashCode();
        }
    }

    LaneItems(Zoom zoom, Look look, ClipPictures pictures) {
        this.zoom = zoom;
        this.look = look;
        this.pictures = pictures;
        setManaged(false);
    }

    void show(Optional<Reel> film) {
        nodes.clear();
        getChildren().clear();
        List<Piece> laid = new ArrayList<>();
        film.ifPresent(reel -> {
            reel.scenes()
                    .forEach(span -> laid.add(new Piece(span, new Place(span.start(), span.end(), 3, SCENES - 6),
                            () -> scene(span))));
            reel.spans()
                    .forEach(span -> laid.add(new Piece(span, new Place(span.start(), span.end(), SCENES + 4,
                            PICTURES - 8), () -> item(span))));
            reel.cut()
                    .transitions()
                    .forEach(dissolve -> laid.add(new Piece(dissolve, badge(reel, dissolve), () -> badge(
                            dissolve))));
            reel.cut()
                    .subtitles()
                    .forEach(said -> laid.add(new Piece(said, new Place(said.start(), said.end(), SCENES
                            + PICTURES + 4, SUBTITLES - 8), () -> subtitle(said))));
        });
        pieces = List.copyOf(laid);
    }

    /** Puts what is in view into its place. */
    void place(double width) {
        List<Node> seen = new ArrayList<>();
        for (Piece piece : pieces) {
            double left = Math.round(zoom.x(piece.place().start()));
            double right = Math.round(zoom.x(piece.place().end()));
            if (left < width + look.px(BADGE) && right > -look.px(BADGE)) {
                seen.add(place(piece, left, right));
            }
        }
        if (!seen.equals(getChildren())) {
            getChildren().setAll(seen);
            applyCss();
        }
    }

    /** Marks the item under the playhead. */
    void mark(Optional<Reel.Span> span) {
        Optional<Region> now = span.flatMap(this::nodeOf);
        if (!now.equals(current)) {
            current.ifPresent(before -> before.pseudoClassStateChanged(CURRENT, false));
            now.ifPresent(after -> after.pseudoClassStateChanged(CURRENT, true));
            current = now;
        }
    }

    private Optional<Region> nodeOf(Reel.Span span) {
        return pieces.stream()
                .filter(piece -> piece.what().equals(span))
                .findFirst()
                .map(piece -> nodes.computeIfAbsent(piece, made -> made.node().get()));
    }

    /** Two pixels stay free between neighbours; a badge sits on its cut. */
    private Region place(Piece piece, double left, double right) {
        Region node = nodes.computeIfAbsent(piece, made -> made.node().get());
        boolean point = piece.place().start() == piece.place().end();
        double width = point ? look.px(BADGE) : Math.max(1, right - left - look.px(2));
        node.resizeRelocate(point ? Math.round(left - width / 2) : left, look.px(piece.place().top()), width, look.px(
                piece.place().height()));
        return node;
    }

    private Region scene(Reel.SceneSpan span) {
        return new LaneNode(look, Words.of("timeline.scene", "number", span.scene().label(), "heading", span.scene()
                .heading()), false, "fw-lane-scene");
    }

    private Region item(Reel.Span span) {
        LaneNode node = switch (span.item()) {
            case Item.OfShot shot -> clip(shot);
            case Item.Sound sound -> new LaneNode(look, sound.label(), false, "fw-lane-sound");
            case Item.Gap gap -> new LaneNode(look, Words.of("timeline.gap"), false, "fw-lane-gap");
            case Item.Title title -> new LaneNode(look, title.lines().stream().findFirst().orElse(""), false,
                    "fw-lane-title");
        };
        node.getStyleClass().add("fw-lane-clip");
        return node;
    }

    private LaneNode clip(Item.OfShot shot) {
        LaneNode node = new LaneNode(look, shot.label(), true, "fw-lane-shot");
        pictures.of(shot.shot()).ifPresent(node::show);
        return node;
    }

    private static Place badge(Reel reel, Transition dissolve) {
        int cut = reel.cut().start(dissolve.at());
        return new Place(cut, cut, SCENES + 42, BADGE);
    }

    private static Region badge(Transition dissolve) {
        StackPane badge = new StackPane(Glyphs.icon(MaterialDesignS.SET_CENTER));
        badge.getStyleClass().add("fw-lane-dissolve");
        badge.setManaged(false);
        badge.setAccessibleText(Words.count("timeline.dissolve", dissolve.inOffset() + dissolve.outOffset()));
        return badge;
    }

    private Region subtitle(Subtitle said) {
        return new LaneNode(look, said.text().replace('\n', ' '), false, "fw-lane-subtitle");
    }
}
