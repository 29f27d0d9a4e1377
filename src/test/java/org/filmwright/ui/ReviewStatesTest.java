package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.review.Ruling;
import org.filmwright.story.ShotOverride;
import org.junit.jupiter.api.Test;

/** What the light table says when there is nothing, when all is hidden, when all is done, and when a take is stale. */
class ReviewStatesTest extends OnTheSample {

    @Test
    void aFilmWithoutPicturesSaysHowToGetThem() {
        Fx.run(() -> studio.window().open(SampleProject.planned()));
        assertTrue(says("No images for this film yet."));
        assertTrue(studio.seen("images-generate"));
        assertTrue(says("Generate 9 images"));
        assertTrue(studio.all(".fw-empty-hint")
                .stream()
                .map(hint -> ((Labeled) hint).getText())
                .anyMatch(hint -> hint.startsWith("Scene 1: 9 images, ~$0.00, about ")));
    }

    @Test
    void theShotThatIsLookedAtStaysMarkedInTheListWhenItsRowsAreMadeAnew() {
        ListView<?> scenes = (ListView<?>) studio.node("scenes");
        Fx.until("1-A is marked", () -> scenes.getSelectionModel().getSelectedItem() != null);
        int rows = Fx.get(() -> scenes.getItems().size());
        ShotId last = project.snapshot().script().orElseThrow().plan().shots().get(2).id();
        project.editor().direct(ShotOverride.none(last).leftOut(true));
        Fx.until("a row less", () -> scenes.getItems().size() < rows);
        assertEquals(1, Fx.get(() -> scenes.getSelectionModel().getSelectedIndex()));
        Fx.run(() -> studio.window().open(SampleProject.planned()));
        studio.settle();
        assertEquals(1, Fx.get(() -> scenes.getSelectionModel().getSelectedIndices().size()), "in another film too");
    }

    @Test
    void whatTheFilterHidesIsSaidAndBroughtBack() {
        TextField words = (TextField) studio.node("filter-words");
        Fx.run(() -> words.setText("submarine"));
        Fx.until("nothing is left", () -> strip() == 0);
        assertTrue(says("The filter hides all 30 takes."));
        assertTrue(studio.seen("images-show-all"));
        Fx.run(((Button) studio.node("images-show-all"))::fire);
        Fx.until("all thirty", () -> strip() == 30);
        assertEquals("", Fx.get(words::getText));
        assertTrue(studio.seen("loupe"));
    }

    @Test
    void starsAndWordsFilter() {
        studio.press(KeyCode.DIGIT4);
        Fx.until("rated", () -> project.snapshot().verdicts().get(take("1-A", 2)).marks().stars() == 4);
        @SuppressWarnings("unchecked")
        ComboBox<Integer> stars = (ComboBox<Integer>) studio.node("filter-stars");
        Fx.run(() -> stars.setValue(3));
        Fx.until("the one with four stars", () -> strip() == 1);
        Fx.run(() -> stars.setValue(0));
        TextField words = (TextField) studio.node("filter-words");
        Fx.run(() -> words.setText("ticket"));
        Fx.until("fewer", () -> strip() < 30 && strip() > 1);
    }

    @Test
    void aShotThatTheScriptHasOutrunIsMarkedAndSaysWhatItCosts() {
        assertFalse(studio.seen("stale"));
        ShotId shot = project.snapshot().script().orElseThrow().plan().shots().getFirst().id();
        project.editor().direct(ShotOverride.none(shot).showing("A lantern on the quay."));
        Fx.until("stale", () -> studio.seen("stale"));
        assertTrue(studio.seen("stale-refresh"));
        assertTrue(text("script-sentence").contains("A lantern on the quay."));
        ToggleButton only = (ToggleButton) studio.node("filter-stale");
        Fx.run(only::fire);
        Fx.until("the takes of that shot", () -> strip() == 3);
    }

    @Test
    void whenEveryShotIsApprovedTheWayGoesToTheTimeline() {
        assertFalse(studio.seen("all-approved"));
        project.snapshot()
                .script()
                .orElseThrow()
                .plan()
                .shots()
                .forEach(shot -> project.rule(take(shot.label(), 2), Ruling.APPROVED, ""));
        Fx.until("done", () -> studio.seen("all-approved"));
        assertTrue(says("All 10 shots are approved."));
    }

    private long strip() {
        return ((javafx.scene.control.ListView<?>) studio.window().scene().lookup("#filmstrip")).getItems().size();
    }

    private boolean says(String words) {
        return studio.all(".label")
                .stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .toList()
                .contains(words);
    }

    private String text(String id) {
        studio.layOut();
        return Fx.get(() -> ((Labeled) studio.window().scene().lookup("#" + id)).getText());
    }

    private static TakeId take(String shot, int number) {
        return new TakeId(shot + "-take-" + number);
    }
}
