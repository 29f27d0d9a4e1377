package org.filmwright.ui.kit;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import org.filmwright.production.Snapshot;

/**
 * Words that somebody began and did not send: when a project or the window is closed they are kept, and are there again when
 * the project is opened. They are nobody's decision yet, so they lie with the settings of this machine, not in the project.
 */
public final class Drafts {
    private static final Setting<List<String>> KEPT = Setting.lines("drafts");
    /** The oldest go where there are more. */
    private static final int MOST = 200;

    private final Desk desk;
    private final ObjectProperty<List<String>> kept;

    public Drafts(Fittings fittings) {
        this(fittings.desk(), fittings.settings());
    }

    Drafts(Desk desk, Settings settings) {
        this.desk = desk;
        kept = settings.of(KEPT);
    }

    /**
     * Keeps drafts of one kind.
     *
     * @param now what is begun, by what it is about; the fields of each
     * @param again told what was kept of the project that was opened; nothing where none is
     */
    public void of(String kind, Supplier<Map<String, List<String>>> now, Consumer<Map<String, List<String>>> again) {
        desk.beforeUndo(() -> folder().ifPresent(folder -> keep(folder, kind, now.get())));
        desk.project()
                .subscribe(open -> again
                        .accept(open.map(project -> kept(folder(project.snapshot()), kind)).orElse(Map.of())));
    }

    private Map<String, List<String>> kept(String folder, String kind) {
        return kept.get()
                .stream()
                .map(Drafts::fields)
                .filter(fields -> isOf(fields, folder, kind))
                .collect(Collectors.toMap(fields -> fields.get(2), fields -> fields.subList(3, fields.size()), (older,
                        newer) -> newer, LinkedHashMap::new));
    }

    private void keep(String folder, String kind, Map<String, List<String>> drafts) {
        List<String> lines = new ArrayList<>(kept.get()
                .stream()
                .filter(line -> !isOf(fields(line), folder, kind))
                .toList());
        drafts.forEach((about, fields) -> lines.add(line(Stream.concat(Stream.of(folder, kind, about), fields
                .stream()))));
        List<String> newest = lines.subList(Math.max(0, lines.size() - MOST), lines.size());
        if (!newest.equals(kept.get()) && !drafts.equals(kept(folder, kind))) {
            kept.set(List.copyOf(newest));
        }
    }

    private static boolean isOf(List<String> fields, String folder, String kind) {
        return fields.size() > 3 && fields.get(0).equals(folder) && fields.get(1).equals(kind);
    }

    private Optional<String> folder() {
        return desk.snapshot().get().map(Drafts::folder);
    }

    private static String folder(Snapshot open) {
        return open.folder().toAbsolutePath().normalize().toString();
    }

    private static String line(Stream<String> fields) {
        return fields.map(field -> URLEncoder.encode(field, StandardCharsets.UTF_8)).collect(Collectors.joining(" "));
    }

    /** A line that somebody spoiled by hand is nobody's. */
    private static List<String> fields(String line) {
        try {
            return Stream.of(line.split(" ", -1))
                    .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
