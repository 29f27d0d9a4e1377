package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.filmwright.base.Money;
import org.filmwright.production.Artists;
import org.filmwright.production.Edits;
import org.filmwright.production.Regeneration;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.api.Test;

/** Who draws the next takes is chosen beside the prompt, goes with every order, and is there again the next day. */
class ArtistChoiceTest {
    private static final String MODEL = Artists.local("sdxl-base");

    private final Map<String, List<String>> kept = new HashMap<>();

    @Test
    void whereNobodyElseCanDrawThereIsNothingToChoose() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.show(Scope.IMAGES);
            assertFalse(studio.seen("artist"));
        }
    }

    @Test
    void whoIsChosenWithTheKeysDrawsTheNextTakes() {
        SampleProject film = SampleProject.whole().drawnBy(Artists.DRAFT, MODEL);
        try (TestStudio studio = TestStudio.standing(film, StudioWindow.DESIGN)) {
            studio.show(Scope.IMAGES);
            assertEquals("Storyboard artist", shown(studio));
            studio.press(KeyCode.R);
            assertEquals(Optional.empty(), asked(film, 1).artist());
            chooseByKeys(studio);
            assertEquals("sdxl-base", shown(studio));
            focusPicture(studio);
            studio.press(KeyCode.R);
            assertEquals(Optional.of(MODEL), asked(film, 2).artist());
            studio.press(KeyCode.R, KeyCode.ALT);
            studio.press(KeyCode.DIGIT3);
            Regeneration three = asked(film, 3);
            assertEquals(Optional.of(MODEL), three.artist());
            assertEquals(3, three.takes());
        }
    }

    @Test
    void howLongAModelTakesIsToldBeforeItsFirstPictureAndWhereNobodyKnowsThatIsSaid() {
        SampleProject film = SampleProject.whole().drawnBy(Artists.DRAFT, MODEL);
        try (TestStudio studio = TestStudio.with(film)) {
            film.pace(paced(Optional.empty()));
            studio.show(Scope.IMAGES);
            studio.settle();
            studio.press(KeyCode.R, KeyCode.SHIFT);
            assertTrue(studio.said("#settings-part .label").contains("about 0:01"), studio.said(
                    "#settings-part .label"));
            choose(studio);
            Fx.until("nobody knows", () -> studio.said("#settings-part .label").contains("~$0.00, not measured yet"));
            assertTrue(studio.said("#prompt-part .label").contains("One more take: ~$0.00, not measured yet"),
                    studio.said("#prompt-part .label"));
            film.pace(paced(Optional.of(200.0)));
            studio.settle();
            Fx.until("it was measured", () -> studio.said("#settings-part .label").contains("~$0.00, about 3 min"));
        }
    }

    private static Edits.Pace paced(Optional<Double> seconds) {
        return new Edits.Pace(new Edits.Effort(1, Optional.empty()), Edits.Pace.UNKNOWN.clip(), 1, true, Map.of(MODEL,
                seconds));
    }

    @Test
    void whatIsSaidOfWordsIsSaidOfTheStoryboardArtistOnly() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole().drawnBy(Artists.DRAFT, MODEL))) {
            studio.show(Scope.IMAGES);
            studio.press(KeyCode.R, KeyCode.SHIFT);
            assertTrue(studio.seen("prompt-draft"));
            choose(studio);
            Fx.until("a model paints what the words say", () -> !studio.seen("prompt-draft"));
        }
    }

    @Test
    void theChoiceIsThereAgainWhenTheProjectIsOpened() {
        try (TestStudio studio = new TestStudio(settings())) {
            Fx.run(() -> studio.window().open(SampleProject.whole().drawnBy(Artists.DRAFT, MODEL)));
            studio.show(Scope.IMAGES);
            choose(studio);
            Fx.run(() -> studio.window().open(SampleProject.elsewhere().drawnBy(Artists.DRAFT, MODEL)));
            assertEquals("Storyboard artist", shown(studio), "another film is drawn by who drew it");
            Fx.run(() -> studio.window().open(SampleProject.unwritten().drawable(Artists.DRAFT, MODEL)));
        }
        SampleProject again = SampleProject.whole().drawnBy(Artists.DRAFT, MODEL);
        try (TestStudio studio = new TestStudio(settings())) {
            Fx.run(() -> studio.window().open(again));
            studio.show(Scope.IMAGES);
            assertEquals("sdxl-base", shown(studio));
            focusPicture(studio);
            studio.press(KeyCode.R);
            assertEquals(Optional.of(MODEL), asked(again, 1).artist());
        }
    }

    @Test
    void aModelThatIsNotHereAnyMoreGivesWayToTheStoryboardArtist() {
        SampleProject film = SampleProject.whole().drawnBy(MODEL, Artists.DRAFT).without(MODEL);
        try (TestStudio studio = TestStudio.with(film)) {
            studio.show(Scope.IMAGES);
            studio.press(KeyCode.R);
            assertEquals(Optional.of(Artists.DRAFT), asked(film, 1).artist());
        }
    }

    @Test
    void whoeverChargesIsNamedWithThePriceAndAsksBeforeAPictureIsBought() {
        String paid = "replicate:flux-schnell";
        SampleProject film = SampleProject.whole()
                .drawnBy(Artists.DRAFT, paid)
                .charging(paid, Optional.of(Money.of("0.003", "USD")));
        try (TestStudio studio = TestStudio.standing(film, StudioWindow.DESIGN)) {
            studio.show(Scope.IMAGES);
            choose(studio);
            assertEquals("flux-schnell, Replicate: $0.003 a picture", shown(studio));
            focusPicture(studio);
            studio.press(KeyCode.R);
            Fx.until("it asks what it costs", () -> studio.seen("pay-yes"));
            assertEquals(0, film.lightTable().asked().size());
            studio.fire("pay-yes");
            assertEquals(Optional.of(paid), asked(film, 1).artist());
        }
        SampleProject unknown = SampleProject.whole().drawnBy(Artists.DRAFT, paid).charging(paid, Optional.empty());
        try (TestStudio studio = TestStudio.standing(unknown, StudioWindow.DESIGN)) {
            studio.show(Scope.IMAGES);
            choose(studio);
            assertEquals("flux-schnell, Replicate: price unknown", shown(studio));
        }
    }

    private Settings settings() {
        return new Settings(kept, all -> {
            kept.clear();
            kept.putAll(all);
        });
    }

    /** With the keys alone, from the button above it. */
    private static void chooseByKeys(TestStudio studio) {
        Node edit = studio.node("images-edit-prompt");
        Fx.run(edit::requestFocus);
        Hands hands = new Hands(studio.window().scene());
        hands.press(KeyCode.TAB);
        Node box = studio.node("artist");
        assertTrue(Fx.get(box::isFocusVisible), "the drop-down is next");
        hands.press(KeyCode.DOWN);
        assertEquals("sdxl-base", shown(studio));
        Fx.run(() -> {});
    }

    private static void choose(TestStudio studio) {
        ComboBox<?> box = (ComboBox<?>) studio.node("artist");
        Fx.run(() -> box.getSelectionModel().select(1));
        Fx.run(() -> {});
    }

    private static void focusPicture(TestStudio studio) {
        Fx.run(() -> studio.window().scene().lookup("#loupe").requestFocus());
    }

    private static String shown(TestStudio studio) {
        ComboBox<?> box = (ComboBox<?>) studio.node("artist");
        return Fx.get(() -> text(box));
    }

    private static <T> String text(ComboBox<T> box) {
        return box.getConverter().toString(box.getValue());
    }

    private static Regeneration asked(SampleProject film, int orders) {
        Fx.until("asked for", () -> film.lightTable().asked().size() == orders);
        return film.lightTable().asked().getLast();
    }
}
