package org.filmwright.ui.timeline;

import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.Image;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.export.FilmFrames;
import org.filmwright.media.Tone;
import org.filmwright.production.Project;
import org.filmwright.ui.fx.Offstage;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.FrameView;

/**
 * The seams of the film, measured behind the window one after another: those near the playhead first. What was measured once
 * is known until the program ends, also in another cut.
 */
final class SeamModel {
    private static final int WIDTH = 480;
    /** So many are measured before they are shown in a new order. */
    private static final int AT_ONCE = 8;

    /** No picture, no seam: the clip itself tells that it cannot be read. */
    private static final Tone.Step UNREADABLE = new Tone.Step(0, 0, 0, 0);

    private final Desk desk;
    private final TimelineModel model;
    private final Offstage measuring = new Offstage("filmwright-seams");
    private final Map<Seam.Key, Tone.Step> known = new ConcurrentHashMap<>();
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<Seam>> seams = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<Seam>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Sides>> sides = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** The film as it is measured; belongs to the measuring thread. */
    private Optional<FilmFrames> film = Optional.empty();
    private volatile int turn;

    /** Both sides of a seam. */
    record Sides(Seam seam, Image last, Image first) {}

    SeamModel(Desk desk, TimelineModel model) {
        this.desk = desk;
        this.model = model;
        shown.subscribe(this::begin);
        model.reel().subscribe(this::begin);
        chosen.subscribe(now -> now.ifPresent(this::see));
    }

    /** Whether somebody looks at seams; nothing is measured else. */
    BooleanProperty shown() {
        return shown;
    }

    /** The worst first. */
    ReadOnlyObjectProperty<List<Seam>> seams() {
        return seams.getReadOnlyProperty();
    }

    ObjectProperty<Optional<Seam>> chosen() {
        return chosen;
    }

    /** What meets in the chosen one, as soon as it is there. */
    ReadOnlyObjectProperty<Optional<Sides>> sides() {
        return sides.getReadOnlyProperty();
    }

    /** Whether every seam is measured. */
    boolean isSettled() {
        return !shown.get() || seams.get().stream().allMatch(seam -> seam.step().isPresent());
    }

    private void begin() {
        turn++;
        measuring.ask(this::shut, closed -> {});
        Optional<Reel> reel = model.reel().get().filter(_ -> shown.get());
        seams.set(reel.map(laid -> Seam.worstFirst(Seam.of(laid, known))).orElse(List.of()));
        Optional<Project> open = desk.project().get();
        if (reel.isPresent() && open.isPresent()) {
            chosen.set(nearest(chosen.get().map(Seam::at).orElse(model.frame().get())));
            measure(open.get(), turn);
        }
    }

    private Optional<Seam> nearest(int frame) {
        return seams.get().stream().min(Comparator.comparingInt(seam -> Math.abs(seam.at() - frame)));
    }

    /** Some, then shows them, then the next: pictures that are asked for come in between. */
    private void measure(Project open, int begun) {
        int frame = model.frame().get();
        List<Seam> next = seams.get()
                .stream()
                .filter(seam -> seam.step().isEmpty())
                .sorted(Comparator.comparingInt(seam -> Math.abs(seam.at() - frame)))
                .limit(AT_ONCE)
                .toList();
        if (next.isEmpty()) {
            return;
        }
        measuring.ask(() -> steps(open, next, begun), found -> {
            if (begun == turn && !found.isEmpty()) {
                known.putAll(found);
                seams.set(Seam.worstFirst(seams.get()
                        .stream()
                        .map(seam -> found.containsKey(seam.key()) ? seam.measured(found.get(seam.key())) : seam)
                        .toList()));
                measure(open, begun);
            }
        });
    }

    private Map<Seam.Key, Tone.Step> steps(Project open, List<Seam> of, int begun) {
        Map<Seam.Key, Tone.Step> found = new HashMap<>();
        for (Seam seam : of) {
            if (begun == turn) {
                found.put(seam.key(), drawn(open, seam).map(drawn -> Tone.of(drawn.last).to(Tone.of(drawn.first)))
                        .orElse(UNREADABLE));
            }
        }
        return found;
    }

    private void see(Seam seam) {
        desk.project().get().ifPresent(open -> {
            int begun = turn;
            measuring.ask(() -> drawn(open, seam), seen -> {
                if (begun == turn && chosen.get().filter(now -> now.key().equals(seam.key())).isPresent()) {
                    sides.set(seen.map(drawn -> new Sides(seam, picture(drawn.size, drawn.last), picture(drawn.size,
                            drawn.first))));
                }
            });
        });
    }

    private record Drawn(FrameSize size, int[] last, int[] first) {}

    /** Nothing where one of both cannot be read. */
    private Optional<Drawn> drawn(Project open, Seam seam) {
        try {
            return frames(open).map(frames -> new Drawn(frames.size(), frame(frames, seam.last()), frame(frames, seam
                    .first())));
        } catch (UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static int[] frame(FilmFrames film, int n) {
        int[] pixels = new int[film.size().width() * film.size().height()];
        film.frame(Math.clamp(n, 0, film.frames() - 1), pixels);
        return pixels;
    }

    private static Image picture(FrameSize size, int[] pixels) {
        FrameView view = new FrameView(size);
        view.show(pixels);
        return view.image();
    }

    private Optional<FilmFrames> frames(Project open) {
        if (film.isEmpty() && open.play(WIDTH) instanceof Outcome.Ok<FilmFrames>(FilmFrames opened)) {
            film = Optional.of(opened);
        }
        return film;
    }

    private boolean shut() {
        film.ifPresent(FilmFrames::close);
        film = Optional.empty();
        return true;
    }

    void close() {
        turn++;
        measuring.ask(this::shut, closed -> {});
        measuring.close();
    }
}
