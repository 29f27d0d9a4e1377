package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.filmwright.base.FrameSize;
import org.filmwright.production.Spending;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.StudioSnapshots;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.api.Test;

/** The settings: every page of them, and that what is changed holds at once. */
class SettingsPageTest {
    private static final List<String> PAGES = List.of("general", "appearance", "keyboard", "providers", "storage",
            "performance", "privacy");
    private static final Path FOLDER = Path.of("target", "screenshots");

    @Test
    void ctrlCommaOpensThemAndEscGoesBack() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.press(KeyCode.COMMA, KeyCode.CONTROL);
            assertEquals("settings-nav", focus(studio));
            studio.press(KeyCode.ESCAPE);
            assertEquals("script", focus(studio));
        }
    }

    @Test
    void theThemeChangesAtOnceAndResetBringsTheDefaultBack() {
        try (TestStudio studio = opened(SampleProject.whole(), "appearance")) {
            Fx.run(() -> ((ToggleButton) studio.node("theme-light")).fire());
            assertEquals(Theme.LIGHT, Fx.get(() -> studio.window().look().theme().get()));
            Fx.run(() -> ((Button) studio.node("reset-appearance-theme")).fire());
            assertEquals(Theme.DARK, Fx.get(() -> studio.window().look().theme().get()));
        }
    }

    @Test
    void aDotStandsWhereSomethingDiffersFromTheDefault() {
        try (TestStudio studio = opened(SampleProject.whole(), "general")) {
            assertEquals(0, dots(studio));
            Fx.run(() -> ((ToggleSwitch) studio.node("settings-notify")).setSelected(false));
            assertEquals(1, dots(studio));
            Fx.run(() -> ((Button) studio.node("reset-general-notify")).fire());
            assertEquals(0, dots(studio));
        }
    }

    @Test
    void whereTheDesktopTellsNobodyAnythingNothingOffersIt() {
        try (TestStudio studio = TestStudio.withoutNotifier()) {
            studio.show(Scope.SETTINGS);
            assertEquals(6, Fx.get(() -> nav(studio).getItems().size()));
            assertEquals("Appearance", title(studio));
        }
    }

    @Test
    void searchLeavesThePagesThatHaveItAndSaysWhenNoneHas() {
        try (TestStudio studio = opened(SampleProject.whole(), "general")) {
            type(studio, "surround");
            assertEquals("Appearance", title(studio));
            type(studio, "elephant");
            assertTrue(studio.all(".fw-empty-title")
                    .stream()
                    .anyMatch(node -> ((Labeled) node).getText()
                            .equals(
                                    "No setting matches 'elephant'.")));
            type(studio, "");
            assertEquals(7, Fx.get(() -> nav(studio).getItems().size()));
        }
    }

    @Test
    void withoutAnythingBoughtTheCostsSaySo() {
        try (TestStudio studio = opened(SampleProject.whole(), "providers")) {
            Fx.until("the costs are read", () -> texts(studio, "#costs .label").contains(
                    "Nothing spent. Local work is free."));
        }
    }

    @Test
    void costsAreAddedUpAndALimitIsRecorded() {
        SampleProject project = SampleProject.whole();
        project.spent().spend();
        try (TestStudio studio = opened(project, "providers")) {
            Fx.until("the costs are read", () -> texts(studio, "#costs .label").containsAll(List.of("Provider A",
                    "$9.20", "12 jobs · price unknown for 2: not counted")));
            TextField month = (TextField) studio.node("limit-month");
            Fx.run(() -> {
                month.setText("80");
                month.fireEvent(new javafx.event.ActionEvent());
            });
            Fx.until("it is recorded", () -> project.spent()
                    .limits()
                    .stream()
                    .anyMatch(limit -> limit.scope() == Spending.Scope.MONTH
                            && limit.limit().toString().equals("80.00 USD")));
        }
    }

    @Test
    void costsThatCannotBeReadSaySoAndAreReadAgain() {
        SampleProject project = SampleProject.whole();
        project.spent().spend();
        project.spent().damage(true);
        try (TestStudio studio = opened(project, "providers")) {
            Fx.until("it is said", () -> texts(studio, "#costs .label").contains(
                    "The costs cannot be read. What was paid stays recorded in the project. Try again."));
            project.spent().damage(false);
            studio.fire("error-again");
            Fx.until("the costs are read", () -> texts(studio, "#costs .label").contains("Provider A"));
        }
    }

    @Test
    void whatIsNoAmountIsSaidAndTheLimitStays() {
        SampleProject project = SampleProject.whole();
        project.spent().spend();
        try (TestStudio studio = opened(project, "providers")) {
            TextField month = (TextField) studio.node("limit-month");
            Fx.until("the limit shows", () -> month.getText().equals("50"));
            Fx.run(() -> {
                month.setText("a lot");
                month.fireEvent(new javafx.event.ActionEvent());
            });
            Fx.until("it is back", () -> month.getText().equals("50"));
            assertTrue(texts(studio, ".fw-toast .label").getFirst().startsWith("'a lot' is no amount of money."));
        }
    }

    @Test
    void storageSaysWhereThingsLieAndHowLargeTheyAre() {
        try (TestStudio studio = opened(SampleProject.whole(), "storage")) {
            Fx.until("sizes are read", () -> texts(studio, ".fw-settings-row .label").stream()
                    .anyMatch(
                            text -> text.endsWith("free on this disk")));
        }
    }

    @Test
    void everyPageIsDrawnInBothThemesAtBothScales() throws IOException {
        try (StyleWarnings warnings = new StyleWarnings()) {
            draw(Theme.DARK, 1, StudioWindow.DESIGN, PAGES);
            draw(Theme.LIGHT, 1, StudioWindow.DESIGN, List.of("appearance", "providers"));
            draw(Theme.DARK, 2, new FrameSize(1920, 1080), List.of("appearance", "providers"));
            draw(Theme.LIGHT, 2, new FrameSize(1920, 1080), List.of("storage"));
            assertEquals(List.of(), warnings.heard());
        }
    }

    private static void draw(Theme theme, double scale, FrameSize size, List<String> pages) throws IOException {
        try (TestStudio studio = new TestStudio(size, theme, scale)) {
            SampleProject project = SampleProject.whole();
            project.spent().spend();
            Fx.run(() -> studio.window().open(project));
            for (String page : pages) {
                open(studio, page);
                Path file = FOLDER.resolve("settings-" + page + "-" + theme.name().toLowerCase(Locale.ROOT) + "-"
                        + Math.round(scale * 100) + ".png");
                StudioSnapshots.write(studio.window(), file);
                assertTrue(Files.size(file) > 10_000, "A picture of something: " + file);
            }
        }
    }

    private static TestStudio opened(SampleProject project, String page) {
        TestStudio studio = TestStudio.with(project);
        open(studio, page);
        return studio;
    }

    private static void open(TestStudio studio, String page) {
        studio.show(Scope.SETTINGS);
        Fx.run(() -> nav(studio).getSelectionModel().select(PAGES.indexOf(page)));
        studio.layOut();
    }

    private static void type(TestStudio studio, String text) {
        TextField search = (TextField) studio.node("settings-search");
        Fx.run(() -> search.setText(text));
    }

    private static ListView<?> nav(TestStudio studio) {
        return (ListView<?>) studio.window().scene().lookup("#settings-nav");
    }

    private static long dots(TestStudio studio) {
        return studio.all("#settings-nav .fw-settings-dot").stream().filter(Node::isVisible).count();
    }

    private static String title(TestStudio studio) {
        return texts(studio, ".fw-page-title").getFirst();
    }

    private static String focus(TestStudio studio) {
        return Fx.get(() -> studio.window().scene().getFocusOwner().getId());
    }

    private static List<String> texts(TestStudio studio, String selector) {
        return studio.all(selector).stream().map(node -> ((Labeled) node).getText()).toList();
    }
}
