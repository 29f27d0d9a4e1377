package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.filmwright.base.Money;
import org.filmwright.production.Artists;
import org.filmwright.production.Filmers;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioSnapshots;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who films is chosen beside who draws, with a price, by mouse and keys, and is there again the next day. */
class FilmerChoiceTest {
    private static final String KLING = "fal:kling-v2.1";
    private static final Optional<Money> PRICE = Optional.of(Money.of("0.25", "USD"));

    private final Map<String, List<String>> kept = new HashMap<>();

    @Test
    void whereNobodyElseCanFilmThereIsNothingToChoose() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.show(Scope.IMAGES);
            assertFalse(studio.seen("filmer"));
        }
    }

    @Test
    void whoIsChosenWithTheKeysIsNamedWithThePriceAndFilmsFromNowOn() {
        SampleProject film = SampleProject.whole().filmedBy(PRICE, Filmers.CAMERA, KLING);
        try (TestStudio studio = TestStudio.standing(film, StudioWindow.DESIGN)) {
            studio.show(Scope.IMAGES);
            assertEquals("Rostrum camera", shown(studio));
            Node edit = studio.node("images-edit-prompt");
            Fx.run(edit::requestFocus);
            Hands hands = new Hands(studio.window().scene());
            hands.press(KeyCode.TAB);
            Node box = studio.node("filmer");
            assertTrue(Fx.get(box::isFocusVisible), "the drop-down is next");
            hands.press(KeyCode.DOWN);
            assertEquals("kling-v2.1, fal: from $0.25", shown(studio));
            assertEquals(Optional.of(KLING), Fx.get(() -> Looks.desk(studio.window()).makers().filmer()));
        }
    }

    @Test
    void aPriceThatNobodyKnowsIsSaid() {
        try (TestStudio studio = TestStudio
                .with(SampleProject.whole().filmedBy(Optional.empty(), Filmers.CAMERA, KLING))) {
            studio.show(Scope.IMAGES);
            choose(studio);
            assertEquals("kling-v2.1, fal: price unknown", shown(studio));
        }
    }

    @Test
    void aFilmThatIsFilmedByWhoChargesAsksFirstAlsoWhereNoPictureIsMissing() {
        SampleProject film = SampleProject.whole().filmedBy(PRICE, Filmers.CAMERA, KLING);
        try (TestStudio studio = TestStudio.with(film)) {
            studio.show(Scope.IMAGES);
            choose(studio);
            int shots = film.snapshot().script().orElseThrow().plan().shots().size();
            studio.press(KeyCode.M, KeyCode.CONTROL, KeyCode.SHIFT);
            Fx.until("it asks what it costs", () -> studio.seen("pay-yes"));
            String words = studio.said("#sheet .label");
            assertTrue(words.contains("Film " + shots + " clips for at least ~$" + "%.2f".formatted(0.25 * shots)),
                    words);
            studio.fire("pay-no");
            assertFalse(studio.seen("pay-yes"));
        }
    }

    @Test
    void aShotThatIsFilmedAnewByWhoChargesIsFilmedOnlyAfterAYesAndItsFramesAreKeptAfterANo() {
        SampleProject film = SampleProject.whole().filmedBy(PRICE, Filmers.CAMERA, KLING);
        try (TestStudio studio = TestStudio.with(film)) {
            studio.show(Scope.IMAGES);
            choose(studio);
            frameAndRender(studio);
            Fx.until("it asks what it costs", () -> studio.seen("pay-yes"));
            String words = studio.said("#sheet .label");
            assertTrue(words.contains("Film 1 clip for at least ~$0.25?"), words);
            studio.fire("pay-no");
            studio.settle();
            assertEquals(List.of(), film.camerawork().filmed());
            assertEquals(1, film.snapshot()
                    .script()
                    .orElseThrow()
                    .overrides()
                    .stream()
                    .filter(wish -> wish.camera()
                            .isPresent())
                    .count(), "what was framed is kept");
            studio.press(KeyCode.J, KeyCode.CONTROL, KeyCode.SHIFT);
            Fx.until("the frames", () -> studio.seen("motion"));
            studio.fire("motion-render");
            Fx.until("it asks again", () -> studio.seen("pay-yes"));
            studio.fire("pay-yes");
            Fx.until("it is filmed", () -> film.camerawork().filmed().size() == 1);
        }
    }

    private static void frameAndRender(TestStudio studio) {
        studio.press(KeyCode.J, KeyCode.CONTROL, KeyCode.SHIFT);
        Fx.until("the frames", () -> studio.seen("motion"));
        studio.press(KeyCode.MINUS);
        studio.press(KeyCode.ENTER, KeyCode.CONTROL);
    }

    @Test
    void aFilmByWhoChargesAPriceThatNobodyKnowsAsksTooAndEnterAloneIsNoYes() {
        SampleProject film = SampleProject.whole().filmedBy(Optional.empty(), Filmers.CAMERA, KLING);
        try (TestStudio studio = TestStudio.with(film)) {
            studio.show(Scope.IMAGES);
            choose(studio);
            frameAndRender(studio);
            Fx.until("it asks", () -> studio.seen("pay-yes"));
            String words = studio.said("#sheet .label");
            assertTrue(words.contains("Film 1 clip at an unknown price?"), words);
            assertTrue(words.contains("kling-v2.1, fal"), words);
            studio.press(KeyCode.ENTER);
            studio.settle();
            assertEquals(List.of(), film.camerawork().filmed());
        }
    }

    @Test
    void theChoiceIsThereAgainWhenTheProjectIsOpenedAndGivesWayWhereThatOneIsGone() {
        try (TestStudio studio = new TestStudio(settings())) {
            Fx.run(() -> studio.window().open(SampleProject.whole().filmedBy(PRICE, Filmers.CAMERA, KLING)));
            studio.show(Scope.IMAGES);
            choose(studio);
            Fx.run(() -> studio.window().open(SampleProject.elsewhere()));
            Fx.run(() -> studio.window().open(SampleProject.unwritten().filmedBy(PRICE, Filmers.CAMERA, KLING)));
        }
        try (TestStudio studio = new TestStudio(settings())) {
            Fx.run(() -> studio.window().open(SampleProject.whole().filmedBy(PRICE, Filmers.CAMERA, KLING)));
            studio.show(Scope.IMAGES);
            Fx.until("the choice is there again", () -> text((ComboBox<?>) studio.node("filmer")).equals(
                    "kling-v2.1, fal: from $0.25"));
            Fx.run(() -> studio.window().open(SampleProject.whole()));
            assertEquals(Optional.empty(), Fx.get(() -> Looks.desk(studio.window()).makers().filmer()));
        }
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 1"})
    void itStandsBesideTheModelThatDraws(Theme theme, double scale) throws IOException {
        SampleProject film = SampleProject.whole()
                .drawnBy(Artists.DRAFT, "replicate:flux-schnell")
                .filmedBy(PRICE, Filmers.CAMERA, KLING);
        try (TestStudio studio = new TestStudio(StudioWindow.DESIGN, theme, scale)) {
            Fx.run(() -> studio.window().open(film));
            studio.show(Scope.IMAGES);
            choose(studio);
            studio.settle();
            StudioSnapshots.write(studio.window(), Path.of("target", "screenshots", "state-filmer-" + theme.name()
                    .toLowerCase(java.util.Locale.ROOT) + ".png"));
        }
    }

    private Settings settings() {
        return new Settings(kept, all -> {
            kept.clear();
            kept.putAll(all);
        });
    }

    private static void choose(TestStudio studio) {
        ComboBox<?> box = (ComboBox<?>) studio.node("filmer");
        Fx.run(() -> box.getSelectionModel().select(1));
        Fx.run(() -> {});
    }

    private static String shown(TestStudio studio) {
        ComboBox<?> box = (ComboBox<?>) studio.node("filmer");
        return Fx.get(() -> text(box));
    }

    private static <T> String text(ComboBox<T> box) {
        return box.getConverter().toString(box.getValue());
    }
}
