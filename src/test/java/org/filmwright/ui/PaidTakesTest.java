package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Money;
import org.filmwright.production.Regeneration;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.StudioSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever asks for takes that are bought is told the price and the limits first; nothing is spent unasked. */
class PaidTakesTest {
    private static final Money PRICE = Money.of("0.04", "USD");

    private static SampleProject film(TestStudio studio) {
        SampleProject film = SampleProject.whole();
        film.sell(PRICE);
        Fx.run(() -> studio.window().open(film));
        studio.show(Scope.IMAGES);
        studio.settle();
        return film;
    }

    private static String asked(TestStudio studio) {
        Fx.until("a question", () -> studio.seen("pay-yes"));
        return studio.said("#sheet .label");
    }

    @Test
    void oneKeyAsksBeforeItBuysAndEscapeBuysNothing() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            SampleProject film = film(studio);
            studio.press(KeyCode.R);
            String words = asked(studio);
            assertTrue(words.contains("Draw 1 take for ~$0.04?"), words);
            assertTrue(words.contains("No limit is set"), words);
            assertTrue(words.contains("Takes drawn on this machine are free."), words);
            studio.press(KeyCode.ESCAPE);
            studio.settle();
            assertFalse(studio.seen("pay-yes"));
            assertEquals(List.of(), film.lightTable().asked());
        }
    }

    @Test
    void whatWasAgreedToIsBoughtOnceAndTheLimitIsNamed() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            SampleProject film = film(studio);
            film.spent().spend();
            studio.press(KeyCode.R, KeyCode.ALT);
            assertTrue(studio.text("counts-price").contains("1: ~$0.04"), studio.text("counts-price"));
            studio.press(KeyCode.DIGIT6);
            String words = asked(studio);
            assertTrue(words.contains("Draw 6 takes for ~$0.24?"), words);
            assertTrue(words.contains("$12.40 of $50.00 is spent this month."), words);
            studio.fire("pay-yes");
            Fx.until("asked for", () -> !film.lightTable().asked().isEmpty());
            studio.settle();
            assertEquals(List.of(Regeneration.of(List.of(film.snapshot()
                    .script()
                    .orElseThrow()
                    .plan()
                    .shots()
                    .getFirst()
                    .id()), 6)), film.lightTable().asked());
        }
    }

    @Test
    void takesOfWhichNobodyKnowsThePriceAreDrawnOnlyAfterAYesThatEnterAloneIsNot() {
        SampleProject film = SampleProject.whole();
        film.drawnBy("replicate:sdxl").charging("replicate:sdxl", Optional.empty());
        try (TestStudio studio = TestStudio.with(film)) {
            studio.show(Scope.IMAGES);
            studio.settle();
            studio.press(KeyCode.R);
            String words = asked(studio);
            assertTrue(words.contains("Draw 1 take at an unknown price?"), words);
            studio.press(KeyCode.ENTER);
            studio.settle();
            assertEquals(List.of(), film.lightTable().asked());
            studio.press(KeyCode.R);
            asked(studio);
            studio.fire("pay-yes");
            Fx.until("asked for", () -> film.lightTable().asked().size() == 1);
        }
    }

    @Test
    void drawingASceneAndMakingTheFilmAskAsWell() {
        SampleProject film = SampleProject.planned();
        film.sell(PRICE);
        try (TestStudio studio = TestStudio.with(film)) {
            studio.show(Scope.IMAGES);
            studio.press(KeyCode.ENTER, KeyCode.CONTROL);
            assertTrue(asked(studio).contains("Draw 9 takes for ~$0.36?"), asked(studio));
            studio.fire("pay-no");
            studio.settle();
            assertEquals(0, film.refreshed());
            studio.press(KeyCode.M, KeyCode.CONTROL, KeyCode.SHIFT);
            assertTrue(asked(studio).contains("Draw 30 takes for ~$1.20?"), asked(studio));
            studio.fire("pay-no");
            assertFalse(studio.seen("pay-yes"));
            studio.press(KeyCode.ENTER, KeyCode.CONTROL);
            asked(studio);
            studio.fire("pay-yes");
            Fx.until("scene 1 is drawn", () -> film.refreshed() == 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 2"})
    void theQuestionIsDrawn(Theme theme, double scale) throws IOException {
        try (TestStudio studio = new TestStudio(new FrameSize(1280, 800), theme, scale)) {
            SampleProject film = film(studio);
            film.spent().spend();
            studio.press(KeyCode.R);
            asked(studio);
            StudioSnapshots.write(studio.window(), Path.of("target", "screenshots", "state-pay-" + theme.name()
                    .toLowerCase(java.util.Locale.ROOT) + ".png"));
        }
    }
}
