package org.filmwright.ui.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.filmwright.ui.kit.Setting;
import org.filmwright.ui.kit.Settings;

/** The projects that were opened here, the latest first; remembered in the settings, one line a project. */
final class RecentProjects {
    private static final Setting<List<String>> LINES = Setting.lines("recent.projects");
    private static final int MOST = 24;

    private final ObjectProperty<List<String>> lines;
    private final InstantSource clock;
    private final ObservableList<Recent> list = FXCollections.observableArrayList();

    RecentProjects(Settings settings, InstantSource clock) {
        this.clock = clock;
        lines = settings.of(LINES);
        lines.subscribe(now -> list.setAll(now.stream().flatMap(line -> read(line).stream()).toList()));
    }

    /** @param poster a picture of the film, below the folder */
    record Recent(Path folder, Instant opened, Optional<Path> poster) {
        String name() {
            return folder.getFileName().toString().replaceFirst("\\.filmwright$", "");
        }
    }

    ObservableList<Recent> list() {
        return list;
    }

    /** To the front of the list. */
    void opened(Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        put(0, new Recent(there, clock.instant(), of(there).flatMap(Recent::poster)));
    }

    /** The picture by which one knows the film. */
    void poster(Path folder, Path picture) {
        Path there = folder.toAbsolutePath().normalize();
        Path below = there.relativize(picture.toAbsolutePath().normalize());
        of(there).filter(old -> !old.poster().equals(Optional.of(below)))
                .ifPresent(old -> put(list.indexOf(old), new Recent(there, old.opened(), Optional.of(below))));
    }

    /** The project lies elsewhere now. */
    void moved(Path from, Path to) {
        of(from).ifPresent(old -> {
            forget(from);
            put(0, new Recent(to, old.opened(), old.poster()));
        });
    }

    void forget(Path folder) {
        write(list.stream().filter(recent -> !recent.folder().equals(folder)).toList());
    }

    Optional<Recent> of(Path folder) {
        return list.stream().filter(recent -> recent.folder().equals(folder)).findFirst();
    }

    private void put(int at, Recent recent) {
        List<Recent> all = new ArrayList<>(list);
        all.removeIf(other -> other.folder().equals(recent.folder()));
        all.add(Math.min(at, all.size()), recent);
        write(all.subList(0, Math.min(MOST, all.size())));
    }

    private void write(List<Recent> all) {
        lines.set(all.stream()
                .map(recent -> recent.opened() + "|" + recent.poster().map(Path::toString).orElse("") + "|" + recent
                        .folder())
                .toList());
    }

    /** Folders may have any name, so the folder comes last. */
    private static Optional<Recent> read(String line) {
        String[] parts = line.split("\\|", 3);
        try {
            return parts.length < 3
                    ? Optional.empty()
                    : Optional.of(new Recent(Path.of(parts[2]), Instant.parse(parts[0]), Optional.of(parts[1])
                            .filter(poster -> !poster.isEmpty())
                            .map(Path::of)));
        } catch (DateTimeException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
