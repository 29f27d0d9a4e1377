package org.filmwright.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.filmwright.base.FrameRate;
import org.filmwright.base.MediaRef;
import org.filmwright.media.Peaks;
import org.filmwright.media.SoundTime;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Track;
import org.filmwright.ui.kit.Look;

/** The outlines of sounds over their pieces on the lanes, on one canvas: a line a pixel, and only what is in view. */
final class Waves extends Region {
    /** Where silence lies, below the top of a lane: on the line of the piece; the name stands above it. */
    private static final double SILENCE = 42.5;
    private static final double HALF = 16;

    private final Canvas canvas = new Canvas();
    /** Never seen; the style sheet gives it the colour that the canvas draws with. */
    private final Rectangle ink = new Rectangle();
    private final Rectangle pale = new Rectangle();
    private final Zoom zoom;
    private final Look look;
    private final Waveforms waveforms;
    private final Predicate<MediaRef> lost;
    private Optional<Reel> reel = Optional.empty();
    private List<Bands.Band> bands = List.of();

    /** @param lost what says itself that its file is gone */
    Waves(Waveforms waveforms, Predicate<MediaRef> lost, Zoom zoom, Look look) {
        this.lost = lost;
        this.waveforms = waveforms;
        this.zoom = zoom;
        this.look = look;
        setMouseTransparent(true);
        canvas.setManaged(false);
        getChildren().add(canvas);
        colour(ink, "fw-wave");
        colour(pale, "fw-wave-off");
        waveforms.news().subscribe(this::requestLayout);
    }

    private void colour(Rectangle one, String styleClass) {
        one.getStyleClass().add(styleClass);
        one.setVisible(false);
        one.setManaged(false);
        one.fillProperty().subscribe(this::requestLayout);
        getChildren().add(one);
    }

    void show(Optional<Reel> laid, Bands all) {
        reel = laid;
        bands = all.all().stream().filter(band -> band.kind() == Bands.Kind.SOUND).toList();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        reel.ifPresent(laid -> bands.stream()
                .filter(band -> band.track() <= laid.cut().tracks().size())
                .forEach(band -> draw(pen, laid, band)));
    }

    private void draw(GraphicsContext pen, Reel laid, Bands.Band band) {
        Track track = laid.cut().track(band.track());
        pen.setFill(track.on() ? ink.getFill() : pale.getFill());
        List<Reel.Span> spans = laid.track(band.track());
        int first = Reel.firstBehind(spans, Reel.Span::end, (int) Math.max(0, zoom.view().frame(0)));
        for (int i = first; i < spans.size() && zoom.x(spans.get(i).start()) < getWidth(); i++) {
            if (spans.get(i).item() instanceof Item.Sound sound && !sound.source().speed().held()
                    && !lost.test(sound.media())) {
                Reel.Span span = spans.get(i);
                waveforms.of(sound.media())
                        .ifPresent(peaks -> draw(pen, band, new Wave(peaks, sound, span, laid.cut().rate())));
            }
        }
    }

    /** The outline of a sound where it lies. */
    private record Wave(Peaks peaks, Item.Sound sound, Reel.Span span, FrameRate rate) {
        /** As much higher as it is louder, as far as there is room. */
        Peaks.Extent loud(double from, double to) {
            Peaks.Extent there = over(from, to);
            float gain = (float) Math.pow(10, sound.level().gain() / 20);
            return new Peaks.Extent(Math.max(-1, there.low() * gain), Math.min(1, there.high() * gain));
        }

        /** Between two frames of the film. */
        private Peaks.Extent over(double from, double to) {
            long one = sample(Math.max(from, span.start()));
            long other = sample(Math.min(to, span.end()));
            return peaks.over(Math.min(one, other), Math.max(Math.max(one, other), Math.min(one, other) + 1));
        }

        private long sample(double frame) {
            double there = sound.source().from() + (frame - span.start()) * sound.source().speed().factor();
            return (long) (there * SoundTime.RATE / rate.perSecond());
        }
    }

    private void draw(GraphicsContext pen, Bands.Band band, Wave wave) {
        double left = Math.max(0, Math.round(zoom.x(wave.span.start())) + 2);
        double right = Math.min(getWidth(), Math.round(zoom.x(wave.span.end())) - look.px(2) - 2);
        double middle = look.px(band.top() + SILENCE);
        double half = look.px(HALF);
        for (double x = left; x < right; x++) {
            Peaks.Extent there = wave.loud(zoom.view().frame(x), zoom.view().frame(x + 1));
            double high = Math.max(0.5, there.high() * half);
            double low = Math.min(-0.5, there.low() * half);
            pen.fillRect(x, middle - high, 1, high - low);
        }
    }
}
