package org.filmwright.ui.timeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Progress;
import org.filmwright.media.MediaException;
import org.filmwright.media.Peaks;
import org.filmwright.production.Project;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.ui.fx.Offstage;
import org.filmwright.ui.kit.Desk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outlines of the sounds of a cut: made behind the window where they are not kept, and held while the cut has them. */
final class Waveforms implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Waveforms.class);

    private final Desk desk;
    private final TimelineModel model;
    private final Offstage looking = new Offstage("filmwright-waveforms");
    private final Map<MediaRef, Peaks> known = new HashMap<>();
    private final Set<MediaRef> asked = new HashSet<>();
    private final IntegerProperty news = new SimpleIntegerProperty();
    private Optional<Project> open = Optional.empty();

    Waveforms(Desk desk, TimelineModel model) {
        this.desk = desk;
        this.model = model;
        model.reel().subscribe(_ -> refresh());
    }

    /** Asks for what is not there; what could not be made before may be made now. */
    void refresh() {
        want(model.reel().get().map(laid -> sounds(laid.cut())).orElse(Set.of()));
    }

    /** Counts what came; who draws outlines draws them anew then. */
    ReadOnlyIntegerProperty news() {
        return news;
    }

    /** The outline of a sound; nothing while it is not there, or cannot be made. */
    Optional<Peaks> of(MediaRef sound) {
        return Optional.ofNullable(known.get(sound));
    }

    /** Whether nothing is on its way. */
    boolean isSettled() {
        return asked.isEmpty();
    }

    private static Set<MediaRef> sounds(Cut cut) {
        return cut.tracks()
                .stream()
                .flatMap(track -> track.items().stream())
                .filter(Item.Sound.class::isInstance)
                .map(item -> ((Item.Sound) item).media())
                .collect(Collectors.toSet());
    }

    private void want(Set<MediaRef> sounds) {
        Optional<Project> now = desk.project().get();
        if (!now.equals(open)) {
            open = now;
            known.clear();
            asked.clear();
        }
        known.keySet().retainAll(sounds);
        now.ifPresent(project -> sounds.stream()
                .filter(sound -> !known.containsKey(sound) && asked.add(sound))
                .forEach(sound -> look(project, sound)));
    }

    private void look(Project project, MediaRef sound) {
        looking.ask(() -> peaks(project, sound), found -> {
            if (open.filter(now -> now == project).isPresent()) {
                asked.remove(sound);
                found.ifPresent(peaks -> known.put(sound, peaks));
                news.set(news.get() + 1);
            }
        });
    }

    private static Optional<Peaks> peaks(Project project, MediaRef sound) {
        try {
            return Optional.of(Peaks.kept(project.derived(sound, Peaks.DERIVED), project.file(sound), Progress.NONE));
        } catch (MediaException e) {
            LOG.debug("{} has no outline.", sound.path(), e);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        looking.close();
    }
}
