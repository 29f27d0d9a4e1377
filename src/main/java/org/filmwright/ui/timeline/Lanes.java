package org.filmwright.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Track;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** The film as lanes: ruler, scenes, pictures, subtitles, and below them the whole of it. Only what is in view is a node. */
final class Lanes extends Region {
    private static final double HEAD = 128;
    private static final double MAP = 20;

    private final TimelineModel model;
    private final Splicing splicing;
    private final Look look;
    private final Zoom zoom;
    private final Ruler ruler;
    private final Pane area = new Pane();
    private final LaneItems items;
    private final LanePieces pieces;
    private final LaneGround ground;
    private final Waves waves;
    private final LaneHands hands;
    private final Minimap map;
    private final Shortage shortage;
    private final Region head = mark("fw-playhead-head");
    private final Region line = mark("fw-playhead");
    private final Region snapped = mark("fw-snap-line");
    private final Region place = mark("fw-place-line");
    private final List<Region> heads = new ArrayList<>();
    private Optional<TrackCommands> deeds = Optional.empty();
    private final List<Region> beds = new ArrayList<>();
    private final Rectangle clip = new Rectangle();
    /** Beds and heads; the ruler's row and what is below the lanes stay free of them. */
    private final Pane sides = new Pane();
    private final Rectangle below = new Rectangle();
    private final LaneRise rise;
    /** Whether the pictures were brought into view, from where the artist goes on. */
    private boolean risen;
    private Bands bands = Bands.usual();
    private List<String> named = List.of();

    Lanes(LanePieces pieces, Shortage shortage, TimelineModel model, Splicing splicing, Zoom zoom, Look look) {
        this.model = model;
        this.splicing = splicing;
        this.look = look;
        this.zoom = zoom;
        this.pieces = pieces;
        this.shortage = shortage;
        items = new LaneItems(zoom, look);
        ground = new LaneGround(zoom, look);
        waves = new Waves(pieces.waveforms(), shortage::isLost, zoom, look);
        ruler = new Ruler(zoom, look);
        map = new Minimap(model, shortage, zoom, look);
        hands = new LaneHands(area, model, splicing, zoom, look);
        setId("lanes");
        setFocusTraversable(true);
        setAccessibleText(Words.of("timeline.lanes"));
        getStyleClass().add("fw-lanes");
        area.setClip(clip);
        area.getChildren().addAll(ground, items, waves, place, snapped, ruler, line, head);
        area.getChildren().forEach(child -> child.setManaged(false));
        rise = new LaneRise(look, this::requestLayout);
        sides.setClip(below);
        sides.setManaged(false);
        new LaneTip(area, items);
        lay();
        listen();
    }

    private static Region mark(String styleClass) {
        Region mark = new Region();
        mark.getStyleClass().add(styleClass);
        mark.setMouseTransparent(true);
        return mark;
    }

    /** Says something to whoever hears the screen; nothing where it is over. */
    void announce(String words) {
        String lanes = Words.of("timeline.lanes");
        setAccessibleText(words.isEmpty() ? lanes : Words.of("timeline.announced", "lanes", lanes, "words", words));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /** The whole film below the lanes. */
    Minimap map() {
        return map;
    }

    /** Beds and heads of the lanes there are. */
    private void lay() {
        heads.clear();
        beds.clear();
        for (Bands.Band band : bands.all()) {
            if (band.kind() != Bands.Kind.RULER) {
                heads.add(head(band));
                beds.add(mark("fw-lane"));
            }
        }
        beds.forEach(bed -> bed.setManaged(false));
        heads.forEach(head -> head.setManaged(false));
        sides.getChildren().setAll(beds);
        sides.getChildren().addAll(heads);
        getChildren().setAll(sides, area, map, rise.bar());
        hands.show(bands);
    }

    /** What the buttons at the heads of tracks do. */
    void headed(TrackCommands tracks) {
        deeds = Optional.of(tracks);
        lay();
    }

    private Region head(Bands.Band band) {
        if (band.track() > 0) {
            return model.reel()
                    .get()
                    .<Region>map(reel -> trackHead(reel.cut().track(band.track()), band.track()))
                    .orElseGet(Region::new);
        }
        Label head = Labels.of(Words.of("timeline.lane", band.kind()), "fw-lane-head");
        if (band.kind() == Bands.Kind.PICTURES) {
            head.getStyleClass().add("fw-lane-head-main");
        }
        return head;
    }

    /** Name, whether it is seen or heard, whether edits pass it by. */
    private Region trackHead(Track track, int number) {
        boolean sound = track.kind() == Track.Kind.SOUND;
        Button on = toggle("track-on-" + number, track.on()
                ? sound ? MaterialDesignV.VOLUME_HIGH : MaterialDesignE.EYE_OUTLINE
                : sound ? MaterialDesignV.VOLUME_OFF : MaterialDesignE.EYE_OFF_OUTLINE,
                Words.of(track.on()
                        ? "timeline.track.off"
                        : "timeline.track.on", "name", track.name()),
                () -> deeds.ifPresent(each -> each
                        .turn(number)));
        Button lock = toggle("track-lock-" + number, track.locked()
                ? MaterialDesignL.LOCK_OUTLINE
                : MaterialDesignL.LOCK_OPEN_OUTLINE,
                Words.of(track.locked()
                        ? "timeline.track.unlock"
                        : "timeline.track.lock", "name", track.name()),
                () -> deeds.ifPresent(each -> each
                        .lock(number)));
        HBox head = new HBox(Labels.fixed(track.name(), "fw-lane-head-main"), Labels.filler(), on, lock);
        head.getStyleClass().addAll("fw-lane-head", "fw-track-head");
        return head;
    }

    private static Button toggle(String id, Ikon icon, String words, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(Glyphs.icon(icon));
        button.getStyleClass().addAll("flat", "fw-icon-button", "fw-compact");
        Buttons.name(button, words, "");
        button.setOnAction(press -> action.run());
        return button;
    }

    private void listen() {
        area.visibleProperty().bind(model.reel().map(Optional::isPresent));
        model.reel().subscribe(this::reload);
        splicing.preview().subscribe((before, now) -> show());
        splicing.line().subscribe(this::placeMarks);
        splicing.place().subscribe(this::placeMarks);
        splicing.selected().subscribe(this::mark);
        splicing.selected().subscribe(now -> now.ifPresent(this::reveal));
        pieces.marks().told().subscribe(this::show);
        shortage.lost().subscribe(this::show);
        model.frame().subscribe(this::movePlayhead);
        zoom.scale().subscribe(this::requestLayout);
        zoom.offset().subscribe(this::requestLayout);
        splicing.selected().subscribe((_, now) -> now.ifPresent(this::announce));
        addEventFilter(ScrollEvent.SCROLL, this::turn);
        addEventFilter(KeyEvent.KEY_PRESSED, hands::key);
    }

    private void reload() {
        boolean fits = zoom.level() < 0.001;
        zoom.setFrames(model.frames());
        ruler.show(model.reel().get().map(Reel::cut), model.rate());
        Bands now = model.reel().get().map(reel -> Bands.of(reel.cut())).orElse(Bands.usual());
        if (!now.equals(bands) || !names().equals(named)) {
            bands = now;
            named = names();
            lay();
        }
        show();
        if (zoom.width().get() > 1 && fits) { // who looks at a part goes on looking at it
            zoom.fit();
        }
    }

    /** What the heads say. */
    private List<String> names() {
        return model.reel()
                .get()
                .map(reel -> reel.cut()
                        .tracks()
                        .stream()
                        .map(track -> track.name() + track.on() + track.locked())
                        .toList())
                .orElse(List.of());
    }

    /** How high all lanes are together, with what is below them, in design pixels. */
    double wanted() {
        return bands.height() + MAP;
    }

    /** The film as it is, or as it would be if the hand let go. */
    private void show() {
        List<LaneRow<?>> rows = splicing.preview()
                .get()
                .or(model.reel()::get)
                .map(reel -> pieces.of(reel, bands))
                .orElse(List.of());
        items.show(rows);
        ground.show(rows);
        mark();
        waves.show(splicing.preview().get().or(model.reel()::get), bands);
        requestLayout();
    }

    private void turn(ScrollEvent event) {
        if (event.isAltDown() || event.getX() < look.px(HEAD)) {
            rise.by(-event.getDeltaY() - event.getDeltaX());
        } else if (event.isShortcutDown()) {
            zoom.by(Math.pow(1.002, event.getDeltaY()), event.getX() - look.px(HEAD));
        } else {
            zoom.scrollTo(zoom.offset().get() - event.getDeltaX() - event.getDeltaY());
        }
        event.consume();
    }

    /** Takes a clip into the hand that is not on the lanes yet. */
    Gestures.Bringing bring(Item.Clip what) {
        return hands.bring(what);
    }

    /** Where a point of the window lies on the lanes; nothing where it lies beside them. */
    Optional<Point2D> along(double sceneX, double sceneY) {
        Point2D there = area.sceneToLocal(sceneX, sceneY);
        return area.isVisible() && area.getLayoutBounds().contains(there)
                ? Optional.of(there)
                : Optional.empty();
    }

    private void announce(Reel.Span chosen) {
        announce(Words.of("timeline.selected", "what", what(chosen.item()), "time", model.timecode(chosen.start())));
    }

    private String what(Item item) {
        return switch (item) {
            case Item.OfShot shot -> model.label(shot);
            case Item.Sound sound -> sound.label();
            case Item.Title title -> String.join(", ", title.lines());
            case Item.Gap _ -> Words.of("timeline.gap");
        };
    }

    private void movePlayhead() {
        if (splicing.says().get().isEmpty()) { // a hand that holds something is not moved away from it
            zoom.follow(model.frame().get());
        }
        placeMarks();
        mark();
    }

    private void mark() {
        items.mark(model.current(), chosen());
    }

    /** What is selected, where it lies in what is shown. */
    private Optional<Reel.Span> chosen() {
        Optional<Reel.Span> selected = splicing.selected().get();
        Optional<Reel> shown = splicing.preview().get();
        return shown.isEmpty()
                ? selected
                : selected.flatMap(span -> shown.flatMap(reel -> Aim.at(span)
                        .in(reel.cut())
                        .map(spot -> reel.track(spot.track()).get(spot.item()))));
    }

    /** What is selected is seen, where the lanes are higher than their room. */
    private void reveal(Reel.Span span) {
        bands.all()
                .stream()
                .filter(band -> span.track() > 0 ? band.track() == span.track() : band.kind() == Bands.Kind.PICTURES)
                .findFirst()
                .ifPresent(band -> reveal(band, clip.getHeight()));
    }

    private void reveal(Bands.Band band, double seen) {
        rise.reveal(look.px(band.top()), look.px(band.bottom()), look.px(bands.of(Bands.Kind.RULER).height()), seen);
    }

    private void placeMarks() {
        double below = rise.now() + ruler.getHeight();
        double x = Math.round(zoom.x(model.frame().get() + 0.5));
        double width = Math.max(2, look.px(2));
        line.resizeRelocate(x - width / 2, below - look.px(12), width, area.getHeight() - below + look.px(12));
        head.resizeRelocate(x - look.px(6), below - look.px(13), look.px(12), look.px(13));
        stand(snapped, splicing.line().get(), Math.max(1, look.px(1)), below - look.px(12));
        stand(place, splicing.place().get(), Math.max(3, look.px(3)), below);
    }

    private void stand(Region mark, OptionalInt frame, double width, double top) {
        mark.setVisible(frame.isPresent());
        frame.ifPresent(at -> mark.resizeRelocate(Math.round(zoom.x(at) - width / 2), top, width, area.getHeight()
                - top));
    }

    @Override
    protected void layoutChildren() {
        double left = look.px(HEAD);
        double foot = look.px(MAP);
        double seen = Math.max(0, getHeight() - foot);
        double all = Math.max(seen, look.px(bands.height()));
        rise.measure(all, seen);
        if (!risen && model.reel().get().isPresent()) {
            risen = true;
            reveal(bands.of(Bands.Kind.PICTURES), seen);
        }
        double width = Math.max(1, getWidth() - left - rise.width());
        boolean first = zoom.width().get() <= 1;
        boolean resized = zoom.width().get() != width && zoom.offset().get() == 0 && zoom.level() < 0.001;
        zoom.width().set(width);
        if (first || resized) {
            zoom.fit();
        }
        area.resizeRelocate(left, -rise.now(), width, all);
        clip.setY(rise.now());
        clip.setWidth(width);
        clip.setHeight(seen);
        ruler.resizeRelocate(0, rise.now(), width, look.px(bands.of(Bands.Kind.RULER).height()));
        hands.raise(rise.now());
        rise.bar().resizeRelocate(left + width, ruler.getHeight(), rise.width(), Math.max(0, seen - ruler.getHeight()));
        ground.resizeRelocate(0, 0, width, area.getHeight());
        items.resizeRelocate(0, 0, width, area.getHeight());
        waves.resizeRelocate(0, 0, width, area.getHeight());
        waves.requestLayout();
        map.resizeRelocate(left, getHeight() - foot, width, foot);
        beds();
        items.place(width);
        movePlayhead();
    }

    private void beds() {
        sides.resizeRelocate(0, 0, getWidth(), clip.getHeight());
        below.setY(ruler.getHeight());
        below.setWidth(getWidth());
        below.setHeight(Math.max(0, clip.getHeight() - ruler.getHeight()));
        List<Bands.Band> lanes = bands.all().stream().filter(band -> band.kind() != Bands.Kind.RULER).toList();
        for (int i = 0; i < lanes.size(); i++) {
            double top = look.px(lanes.get(i).top()) - rise.now();
            double height = look.px(lanes.get(i).height());
            beds.get(i).resizeRelocate(0, top, getWidth(), height);
            heads.get(i).resizeRelocate(0, top, look.px(HEAD), height);
        }
    }
}
