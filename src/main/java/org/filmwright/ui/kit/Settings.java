package org.filmwright.ui.kit;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Everything the studio remembers between two days, one property a setting. Changes are kept at once. */
public final class Settings {
    public static final Setting<Theme> THEME = Setting.choice("appearance.theme", Theme.DARK);
    public static final Setting<Double> SCALE = Setting.number("appearance.scale", 1, Look.SMALLEST, Look.LARGEST);
    public static final Setting<Boolean> REDUCED_MOTION = Setting.flag("appearance.reducedMotion", false);
    public static final Setting<Look.Surround> SURROUND = Setting.choice("appearance.surround", Look.Surround.THEME);
    public static final Setting<Keymap.Preset> KEYMAP = Setting.choice("keyboard.preset", Keymap.Preset.FILMWRIGHT);
    /** Keys that differ from the preset: {@code images.approve = A}. */
    public static final Setting<List<String>> KEYS = Setting.lines("keyboard.keys");
    public static final Setting<Boolean> LETTER_KEYS = Setting.flag("keyboard.letters", true);

    /** Whether the system tells when a long job is done while the window is not in front. */
    public static final Setting<Boolean> NOTIFY = Setting.flag("general.notify", true);
    /** How wide a card of the light table is meant to be. */
    public static final Setting<Double> CARD_WIDTH = Setting.number("images.cardWidth", 240, 160, 320);
    /** Where new projects are made. */
    public static final Setting<String> PROJECTS_FOLDER = Setting.text("storage.projects", Path.of(System.getProperty(
            "user.home"), "Filmwright").toString());

    /** Where films and storyboards go that are made for others; empty for the project's own place. */
    public static final Setting<String> EXPORT_FOLDER = Setting.text("export.folder", "");
    /** How large they are. */
    public static final Setting<Lines> EXPORT_LINES = Setting.choice("export.lines", Lines.PROJECT);
    /** How fine. */
    public static final Setting<Fineness> EXPORT_FINENESS = Setting.choice("export.fineness", Fineness.FINE);
    public static final Setting<Boolean> EXPORT_SUBTITLES = Setting.flag("export.subtitles", true);
    public static final Setting<Boolean> EXPORT_FILM = Setting.flag("export.film", true);
    public static final Setting<Boolean> EXPORT_BOARD = Setting.flag("export.board", false);
    /** Who codes them, where a graphics card can. */
    public static final Setting<Coder> EXPORT_CODER = Setting.choice("export.coder", Coder.CARD);
    /** Shots on a page of the storyboard. */
    public static final Setting<Shots> EXPORT_SHOTS = Setting.choice("export.shots", Shots.SIX);

    /** The sizes that a film is offered in. */
    public enum Lines {
        PROJECT, HD, FULL_HD
    }

    /** From large and fine to small. */
    public enum Fineness {
        FINE, COMPACT, DRAFT
    }

    /** Where films are coded. */
    public enum Coder {
        CARD, PROCESSOR
    }

    /** How many shots a page of a storyboard holds. */
    public enum Shots {
        SIX, THREE, ONE
    }

    private final Map<String, List<String>> kept;
    private final Consumer<Map<String, List<String>>> keep;
    private final Map<String, ObjectProperty<?>> properties = new HashMap<>();

    /**
     * @param kept from before
     * @param keep told all that differs from the normal values, whenever something changed
     */
    public Settings(Map<String, List<String>> kept, Consumer<Map<String, List<String>>> keep) {
        this.kept = new TreeMap<>(kept);
        this.keep = keep;
    }

    /** Settings that nobody remembers. */
    public static Settings forgetful() {
        return new Settings(Map.of(), all -> {});
    }

    /** The same property for every call. */
    @SuppressWarnings("unchecked")
    public <T> ObjectProperty<T> of(Setting<T> setting) {
        return (ObjectProperty<T>) properties.computeIfAbsent(setting.key(), key -> made(setting));
    }

    public <T> void reset(Setting<T> setting) {
        of(setting).set(setting.normal());
    }

    /** Holds while somebody has set it to something else than the normal value. */
    public <T> BooleanExpression isChanged(Setting<T> setting) {
        return BooleanExpression.booleanExpression(of(setting).map(value -> !value.equals(setting.normal())));
    }

    private <T> ObjectProperty<T> made(Setting<T> setting) {
        T start = setting.read().apply(kept.getOrDefault(setting.key(), List.of())).orElse(setting.normal());
        ObjectProperty<T> property = new SimpleObjectProperty<>(start);
        property.subscribe((before, after) -> keep(setting, after));
        return property;
    }

    private <T> void keep(Setting<T> setting, T value) {
        if (value.equals(setting.normal())) {
            kept.remove(setting.key());
        } else {
            kept.put(setting.key(), setting.write().apply(value));
        }
        keep.accept(Map.copyOf(kept));
    }
}
