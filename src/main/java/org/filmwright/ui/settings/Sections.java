package org.filmwright.ui.settings;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Bytes;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.KeymapEditor;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Segments;
import org.filmwright.ui.kit.Setting;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The pages of the settings. There is no control on them that does nothing. */
final class Sections {
    private static final BooleanExpression NEVER = BooleanExpression.booleanExpression(new SimpleBooleanProperty());

    private final Fittings fittings;
    private final Settings settings;

    private Sections(Fittings fittings) {
        this.fittings = fittings;
        settings = fittings.settings();
    }

    /** What shows things that change meanwhile. */
    record Cards(StorageSection storage, CostsCard costs, WritersCard writers, PreferencesCard memory, KeysCard keys,
            NetworkCard network) {}

    static List<Section> all(Fittings fittings, Cards cards, SettingsPage.Own own, boolean notifies) {
        Sections make = new Sections(fittings);
        Stream<Section> always = Stream.of(make.appearance(), make.keyboard(), make.providers(cards), new Section(
                "storage", MaterialDesignH.HARDDISK, NEVER, List.of(cards.storage)), performance(own),
                make.privacy(cards));
        return Stream.concat(notifies ? Stream.of(make.general()) : Stream.empty(), always).toList();
    }

    private Section general() {
        return new Section("general", MaterialDesignT.TUNE, changed(Settings.NOTIFY), List.of(Rows.card(Rows.setting(
                settings, Settings.NOTIFY, "settings.notify", Rows.toggle(settings.of(Settings.NOTIFY),
                        "settings.notify")))));
    }

    private Section appearance() {
        Segments<Theme> themes = new Segments<>("theme", List.of(Theme.values()), settings.of(Settings.THEME), settings
                .of(Settings.THEME)::set);
        Segments<Look.Surround> surrounds = new Segments<>("surround.name", List.of(Look.Surround.values()),
                settings.of(
                        Settings.SURROUND),
                settings.of(Settings.SURROUND)::set);
        return new Section("appearance", MaterialDesignP.PALETTE_OUTLINE, changed(Settings.THEME, Settings.SCALE,
                Settings.REDUCED_MOTION, Settings.SURROUND),
                List.of(Rows.card(Rows.setting(settings, Settings.THEME,
                        "settings.theme", themes), Rows.setting(settings, Settings.SCALE, "settings.scale", scale()),
                        Rows.setting(settings, Settings.REDUCED_MOTION, "settings.motion", Rows.toggle(settings.of(
                                Settings.REDUCED_MOTION), "settings.motion")),
                        Rows.setting(settings, Settings.SURROUND,
                                "settings.surround", surrounds))));
    }

    private HBox scale() {
        Label now = Labels.fixed(settings.of(Settings.SCALE)
                .map(value -> Words.of("unit.percent", "value", Math.round(
                        value * 100))),
                "fw-mono", "fw-settings-scale");
        Button smaller = step("settings.scale.smaller", MaterialDesignM.MINUS, fittings.look()::smaller);
        Button larger = step("settings.scale.larger", MaterialDesignP.PLUS, fittings.look()::larger);
        HBox row = new HBox(smaller, now, larger);
        row.getStyleClass().add("fw-settings-steps");
        return row;
    }

    private static Button step(String key, org.kordamp.ikonli.Ikon icon, Runnable action) {
        Button button = new Button();
        button.setId(key.replace('.', '-'));
        button.setGraphic(Glyphs.icon(icon));
        button.getStyleClass().add("fw-icon-button");
        Buttons.name(button, Words.of(key), "");
        button.setOnAction(press -> action.run());
        return button;
    }

    private Section keyboard() {
        KeymapEditor editor = new KeymapEditor(fittings);
        return new Section("keyboard", MaterialDesignK.KEYBOARD_OUTLINE, changed(Settings.KEYMAP, Settings.KEYS,
                Settings.LETTER_KEYS),
                List.of(Rows.card(Rows.setting(settings, Settings.LETTER_KEYS,
                        "settings.letters", Rows.toggle(settings.of(Settings.LETTER_KEYS), "settings.letters"))),
                        editor));
    }

    private Section providers(Cards cards) {
        return new Section("providers", MaterialDesignK.KEY_OUTLINE, NEVER, List.of(Rows.head("settings.writers"),
                cards.writers, Rows.head("settings.keys"), cards.keys, Rows.head("costs.title"), cards.costs));
    }

    private static Section performance(SettingsPage.Own own) {
        int cores = Runtime.getRuntime().availableProcessors();
        long heap = Runtime.getRuntime().maxMemory();
        return new Section("performance", MaterialDesignS.SPEEDOMETER, NEVER, List.of(Rows.card(Rows.row(
                "settings.cpu", Rows.fact(Words.count("settings.jobs", cores))),
                Rows.row("settings.gpu", Rows.fact(own.card()
                        .map(card -> Words.of(own.painting() ? "settings.gpu.paints" : "settings.gpu.idle", "card",
                                card))
                        .orElseGet(() -> Words.of("settings.gpu.none")))),
                Rows.row("settings.memory", Rows.fact(Bytes.words(heap))))));
    }

    private Section privacy(Cards cards) {
        return new Section("privacy", MaterialDesignS.SHIELD_LOCK_OUTLINE, NEVER, List.of(Rows.card(Rows.row(
                "settings.telemetry", Rows.fact(Words.of("settings.telemetry.none"))),
                Rows.row("settings.leaves", Rows.fact(cards.writers.leaves())),
                Rows.row("settings.crash", Rows.fact(Words.of(
                        "settings.crash.here")))),
                Rows.head("settings.network"), cards.network, Rows.head("settings.remembered"), cards.memory));
    }

    private BooleanExpression changed(Setting<?>... all) {
        return Stream.of(all)
                .<BooleanExpression>map(settings::isChanged)
                .reduce(NEVER, BooleanExpression::or);
    }
}
