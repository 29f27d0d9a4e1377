package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.generate.Companions.Skill;
import org.filmwright.generate.ScriptedCompanions;
import org.filmwright.production.sense.Senses;
import org.filmwright.review.Decision;
import org.filmwright.review.Ruling;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioSnapshots;
import org.filmwright.ui.shell.StudioWindow;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of the film are found on one sheet, and each leads to where it stands. */
class SearchSheetTest extends OnTheSample {
    @TempDir
    private Path cache;

    private void open() {
        studio.press(KeyCode.F, KeyCode.CONTROL, KeyCode.SHIFT);
    }

    private TextField field() {
        return (TextField) studio.node("search");
    }

    private ListView<?> list() {
        return (ListView<?>) studio.node("search-list");
    }

    private void look(String words) {
        TextField field = field();
        Fx.run(() -> field.setText(words));
    }

    private List<String> rows() {
        ListView<?> list = list();
        return Fx.get(() -> list.getItems().stream().map(String::valueOf).toList());
    }

    /** Types the words and waits until the first thing that is found has these others. */
    private void find(String words, String first) {
        look(words);
        ListView<?> list = list();
        Fx.until(first + " for " + words, () -> Fx.get(() -> String.valueOf(list.getSelectionModel()
                .getSelectedItem()).contains(first)));
    }

    private Scope front() {
        return Fx.get(() -> Looks.workspace(studio.window()));
    }

    private String focus() {
        return Fx.get(() -> String.valueOf(studio.window().scene().getFocusOwner().getId()));
    }

    private String spoken() {
        ListView<?> list = list();
        return Fx.get(() -> list.lookupAll(".list-cell")
                .stream()
                .map(node -> (ListCell<?>) node)
                .filter(cell -> cell.isSelected() && !cell.isEmpty())
                .map(Node::getAccessibleText)
                .collect(Collectors.joining()));
    }

    @Test
    void aLineOfTheScriptIsShownAndMarkedWhereItStands() {
        open();
        find("second pencil", "crossed out");
        studio.press(KeyCode.ENTER);
        assertEquals(Scope.STORY, front());
        assertFalse(studio.seen("sheet"));
        StyleClassedTextArea page = (StyleClassedTextArea) studio.window().scene().lookup(".styled-text-area");
        assertEquals("Two names. The second is crossed out in pencil.", Fx.get(page::getSelectedText));
    }

    @Test
    void anEntryOfTheBibleIsShownBesideTheScript() {
        open();
        studio.fire("search-among-bible");
        find("tobias", "TOBIAS");
        assertTrue(rows().stream().noneMatch(row -> row.contains("InScript") || row.contains("OfTake")));
        studio.press(KeyCode.ENTER);
        assertEquals(Scope.STORY, front());
        Fx.until("its card has the focus", () -> focus().equals("looks-character-tobias"));
    }

    @Test
    void aTakeIsLaidOnTheTableWhateverTheFilterSays() {
        studio.fire("filter-rejected");
        studio.show(Scope.STORY);
        open();
        find("wrong colour", "scarf");
        studio.layOut();
        assertTrue(spoken().contains("2-C, take 1") && spoken().contains("rejected"), spoken());
        studio.press(KeyCode.ENTER);
        assertEquals(Scope.IMAGES, front());
        assertEquals(Optional.of(new ShotId("shot-2-C")), Fx.get(() -> Looks.desk(studio.window()).shot().get()));
        assertTrue(studio.said(".fw-inspector .label").contains("The scarf is the wrong colour."), studio.said(
                ".fw-inspector .label"));
    }

    @Test
    void arrowsPassOverTitlesAndEscGoesBackToWhereOneWas() {
        String before = focus();
        open();
        find("mara", "InScript");
        ListView<?> list = list();
        int titles = (int) rows().stream().filter(row -> row.startsWith("Title")).count();
        assertEquals(3, titles, "script, bible, takes");
        for (int i = 0; i < rows().size(); i++) {
            assertTrue(Fx.get(() -> String.valueOf(list.getSelectionModel().getSelectedItem())).startsWith("Item"));
            studio.press(KeyCode.DOWN);
        }
        assertEquals(rows().size() - 1, Fx.get(list.getSelectionModel()::getSelectedIndex));
        rows().forEach(row -> studio.press(KeyCode.UP));
        assertEquals(1, Fx.get(list.getSelectionModel()::getSelectedIndex));
        assertEquals("search", focus());
        studio.press(KeyCode.ESCAPE);
        assertFalse(studio.seen("sheet"));
        assertEquals(before, focus());
        open();
        assertEquals("mara", Fx.get(field()::getText), "what one looked for is there again");
        assertEquals("mara", Fx.get(field()::getSelectedText));
    }

    @Test
    void whatWasTriedIsSaidWhereNothingIsFound() {
        open();
        assertTrue(studio.text("search-nothing").startsWith("Lines of the script"));
        look("xylophone");
        Fx.until("nothing", () -> studio.text("search-nothing").contains("\"xylophone\", nor words a letter away"));
        studio.press(KeyCode.ENTER);
        assertTrue(studio.seen("sheet"), "there is nowhere to go");
        find("wharehouse", "WAREHOUSE");
        assertEquals("Nothing holds just these words; a letter away:", studio.text("search-near"));
        look("\" ( *");
        Fx.until("nothing again", () -> rows().isEmpty());
    }

    @Test
    void whatShowsFollowsTheFilm() {
        open();
        look("purple");
        Fx.until("nothing yet", () -> studio.text("search-nothing").contains("purple"));
        TakeId take = project.snapshot().takesOf(new ShotId("shot-3-A")).getFirst().id();
        project.decide(List.of(take), new Decision.Rules(Ruling.REJECTED, "The sea is purple", Optional.empty()));
        Fx.until("it is found", () -> rows().toString().contains("The sea is purple"));
    }

    @Test
    void oneStaysWhereOneWentWhileTheFilmGoesOn() {
        open();
        find("mara", "Item");
        for (int i = 0; i < 4; i++) {
            studio.press(KeyCode.DOWN);
        }
        ListView<?> list = list();
        Object chosen = Fx.get(() -> list.getSelectionModel().getSelectedItem());
        TakeId take = project.snapshot().takesOf(new ShotId("shot-3-B")).getFirst().id();
        project.decide(List.of(take), new Decision.Rules(Ruling.REJECTED, "Mara is too small", Optional.empty()));
        Fx.until("it is found", () -> rows().toString().contains("Mara is too small"));
        assertEquals(chosen, Fx.get(() -> list.getSelectionModel().getSelectedItem()));
    }

    @Test
    void anotherFilmIsAnotherSearch() {
        open();
        find("mara", "InScript");
        SampleProject other = SampleProject.unwritten();
        Fx.run(() -> studio.window().open(other));
        studio.settle();
        Fx.until("nothing is left", () -> rows().isEmpty());
        look("mara");
        Fx.until("nothing there", () -> studio.text("search-nothing").contains("\"mara\""));
    }

    private static ScriptedCompanions model() {
        ScriptedCompanions model = new ScriptedCompanions();
        model.here = EnumSet.of(Skill.MEANING);
        model.means = Map.of("ship", "ferry", "vessel", "ferry", "erased", "crossed", "torch", "lamp");
        return model;
    }

    private void openAnother(ScriptedCompanions model) {
        SampleProject other = SampleProject.whole().sensing(new Senses(model, cache));
        Fx.run(() -> studio.window().open(other));
        studio.settle();
        open();
    }

    @Test
    void whatIsNearInMeaningStandsBelowUnderATitleOfItsOwn() {
        openAnother(model());
        look("erased");
        Fx.until("it is near", () -> rows().toString().contains("MEANING"));
        List<String> rows = rows();
        assertTrue(rows.getFirst().startsWith("Near"), rows.toString());
        assertTrue(rows.get(1).contains("crossed"), rows.toString());
        assertEquals("Nothing holds these words; what is near:", studio.text("search-near"));
        studio.press(KeyCode.ENTER);
        assertEquals(Scope.STORY, front());
        open();
        look("mara vessel");
        Fx.until("both", () -> rows().stream().anyMatch(row -> row.startsWith("Near"))
                && rows().stream().anyMatch(row -> row.startsWith("Title")));
        int near = (int) rows().stream().takeWhile(row -> !row.startsWith("Near")).count();
        assertTrue(rows().subList(near, rows().size()).stream().noneMatch(row -> row.startsWith("Title")),
                "words come first");
    }

    @Test
    void aModelThatFailsIsSaidInALineAndWordsAreFoundAsEver() {
        ScriptedCompanions model = model();
        model.fails = Optional.of(new Failure.Exhausted("memory", "The model ran out of memory."));
        openAnother(model);
        find("mara", "InScript");
        Fx.until("said", () -> studio.text("search-near").equals("The model ran out of memory."));
        assertTrue(rows().stream().noneMatch(row -> row.startsWith("Near")));
    }

    @Test
    void leavingTheFilmStopsTheModel() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        ScriptedCompanions model = model();
        model.asked = progress -> {
            progress.onCancel(cancelled::countDown);
            asked.countDown();
            try {
                cancelled.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        openAnother(model);
        look("ship");
        asked.await();
        Fx.run(() -> studio.window().open(SampleProject.unwritten()));
        cancelled.await();
        studio.settle();
        assertFalse(studio.said(".fw-toast .label").contains("foreseen"));
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 1", "DARK, 2"})
    void whatIsNearIsDrawn(Theme theme, double scale) throws IOException {
        FrameSize size = scale == 1 ? StudioWindow.DESIGN : new FrameSize(1920, 1080);
        studio.close();
        try (StyleWarnings warnings = new StyleWarnings()) {
            studio = new TestStudio(size, theme, scale);
            ScriptedCompanions model = model();
            model.here = EnumSet.of(Skill.MEANING, Skill.LIKENESS);
            model.shows = picture -> picture.toString().hashCode() % 9 == 0 ? "ferry at night" : "grey wall";
            Senses senses = new Senses(model, cache);
            SampleProject film = SampleProject.whole().sensing(senses);
            film.snapshot()
                    .takes()
                    .values()
                    .stream()
                    .flatMap(List::stream)
                    .forEach(take -> senses.likeness()
                            .orElseThrow()
                            .see(List.of(take.media().digest()), List.of(film.file(take.media())), Progress.NONE));
            Fx.run(() -> studio.window().open(film));
            studio.show(Scope.STORY);
            Fx.run(() -> Looks.run(studio.window(), "edit.search"));
            look("the vessel");
            Fx.until("near", () -> rows().toString().contains("PICTURE"));
            studio.settle();
            Path file = Path.of("target", "screenshots", "search-near-" + theme.name().toLowerCase(Locale.ROOT) + "-"
                    + Math.round(scale) + ".png");
            StudioSnapshots.write(studio.window(), file);
            assertTrue(Files.size(file) > 10_000, "A picture of something: " + file);
            assertEquals(List.of(), warnings.heard());
        }
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1, mara", "LIGHT, 2, mara", "LIGHT, 1, wharehouse", "DARK, 2, xylophone"})
    void itIsDrawn(Theme theme, double scale, String words) throws IOException {
        FrameSize size = scale == 1 ? StudioWindow.DESIGN : new FrameSize(1920, 1080);
        studio.close();
        try (StyleWarnings warnings = new StyleWarnings()) {
            studio = new TestStudio(size, theme, scale);
            Fx.run(() -> studio.window().open(SampleProject.whole()));
            studio.show(Scope.STORY);
            Fx.run(() -> Looks.run(studio.window(), "edit.search"));
            look(words);
            Fx.until("answered", () -> words.startsWith("x")
                    ? studio.text("search-nothing").contains("nor words")
                    : !rows().isEmpty());
            studio.settle();
            Path file = Path.of("target", "screenshots",
                    "search-" + words + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
            StudioSnapshots.write(studio.window(), file);
            assertTrue(Files.size(file) > 10_000, "A picture of something: " + file);
            assertEquals(List.of(), warnings.heard());
        }
    }
}
