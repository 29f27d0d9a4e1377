package org.filmwright.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.filmwright.ui.kit.Setting;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    private static final Setting<List<String>> LINES = Setting.lines("some.lines");

    @TempDir
    Path folder;

    @Test
    void whatIsSetIsThereTheNextDay() {
        try (SettingsFile file = SettingsFile.in(folder.resolve("filmwright"))) {
            file.settings().of(Settings.THEME).set(Theme.LIGHT);
            file.settings().of(Settings.SCALE).set(1.3);
            file.settings().of(LINES).set(List.of("a", "b"));
        }
        try (SettingsFile file = SettingsFile.in(folder.resolve("filmwright"))) {
            assertEquals(Theme.LIGHT, file.settings().of(Settings.THEME).get());
            assertEquals(1.3, file.settings().of(Settings.SCALE).get());
            assertEquals(List.of("a", "b"), file.settings().of(LINES).get());
        }
    }

    @Test
    void normalValuesAreNotWritten() throws IOException {
        try (SettingsFile file = SettingsFile.in(folder)) {
            file.settings().of(Settings.THEME).set(Theme.LIGHT);
            assertTrue(file.settings().isChanged(Settings.THEME).get());
            file.settings().reset(Settings.THEME);
            assertFalse(file.settings().isChanged(Settings.THEME).get());
        }
        assertEquals("{ }", Files.readString(folder.resolve("settings.json")));
    }

    @Test
    void aBrokenFileIsPutAside() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{ \"appearance.theme\": ");
        try (SettingsFile file = SettingsFile.in(folder)) {
            assertEquals(Theme.DARK, file.settings().of(Settings.THEME).get());
        }
        assertTrue(Files.exists(folder.resolve("settings.unreadable.json")));
    }

    @Test
    void whatIsNoSettingIsPassedOver() throws IOException {
        Files.writeString(folder.resolve("settings.json"),
                """
                        {"from.another.version": {"a": [1, 2]}, "some.lines": ["a", {"b": 1}, 7], "appearance.theme": "LIGHT"}""");
        try (SettingsFile file = SettingsFile.in(folder)) {
            assertEquals(Theme.LIGHT, file.settings().of(Settings.THEME).get());
            assertEquals(List.of("a", "", "7"), file.settings().of(LINES).get());
        }
        Files.writeString(folder.resolve("settings.json"), "[]");
        try (SettingsFile file = SettingsFile.in(folder)) {
            assertEquals(Theme.DARK, file.settings().of(Settings.THEME).get());
        }
    }

    @Test
    void valuesOutsideTheirRangeAreBroughtInside() throws IOException {
        Files.writeString(folder.resolve("settings.json"), """
                {"appearance.scale": "9", "appearance.theme": "PLAID", "appearance.reducedMotion": true}""");
        try (SettingsFile file = SettingsFile.in(folder)) {
            assertEquals(2.0, file.settings().of(Settings.SCALE).get());
            assertEquals(Theme.DARK, file.settings().of(Settings.THEME).get());
            assertTrue(file.settings().of(Settings.REDUCED_MOTION).get());
        }
    }
}
