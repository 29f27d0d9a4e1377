package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.filmwright.base.Failure;
import org.filmwright.base.TakeId;
import org.filmwright.production.Matching;
import org.filmwright.review.PromptMatch;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.StudioSnapshots;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How well a take matches its prompt stands beside it, as far as it is known. */
class PromptMatchTest extends OnTheSample {
    private static final Matching KNOWN = new Matching(Map.of(new TakeId("1-A-take-1"), new PromptMatch(0.274),
            new TakeId("1-A-take-2"), new PromptMatch(0.312), new TakeId("1-A-take-3"), new PromptMatch(0.19)), false,
            Optional.empty());

    @Override
    protected SampleProject sample() {
        SampleProject film = SampleProject.whole();
        film.lightTable().matching(KNOWN);
        return film;
    }

    private String said() {
        return studio.said("#match .fw-value");
    }

    private void until(String words) {
        Fx.until(words, () -> said().contains(words));
    }

    private void reopen(Matching matching) {
        SampleProject film = SampleProject.whole();
        film.lightTable().matching(matching);
        project = film;
        Fx.run(() -> studio.window().open(film));
        studio.settle();
        studio.show(Scope.IMAGES);
    }

    @Test
    void theBestTakeOfAShotIsToldFromTheOthers() {
        until("of 100");
        assertEquals("31 of 100, best of 3 takes", said());
        studio.press(KeyCode.CLOSE_BRACKET);
        assertEquals("19 of 100, number 3 of 3 takes", said());
        studio.press(KeyCode.OPEN_BRACKET);
        studio.press(KeyCode.OPEN_BRACKET);
        assertEquals("27 of 100, number 2 of 3 takes", said());
    }

    @Test
    void withoutAModelNothingIsSaidOfIt() {
        until("of 100");
        reopen(Matching.NONE);
        Fx.until("gone", () -> !studio.seen("match"));
        studio.press(KeyCode.CLOSE_BRACKET);
        studio.settle();
        assertFalse(studio.seen("match"));
    }

    @Test
    void whatIsBeingComparedIsSaidAndThenKnown() {
        reopen(new Matching(Map.of(), true, Optional.empty()));
        until("Being compared");
        project.lightTable().matching(KNOWN);
        until("of 3 takes");
    }

    @Test
    void whyItIsNotKnownIsSaidWhereSomethingWentWrong() {
        reopen(new Matching(Map.of(), false, Optional.of(new Failure.Exhausted("memory",
                "The model ran out of memory."))));
        until("Not compared: The model ran out of memory.");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void itIsDrawn(Theme theme) throws IOException {
        studio.close();
        try (StyleWarnings warnings = new StyleWarnings()) {
            studio = new TestStudio(StudioWindow.DESIGN, theme, 1);
            Fx.run(() -> studio.window().open(sample()));
            studio.show(Scope.IMAGES);
            until("of 3 takes");
            studio.settle();
            Path file = Path.of("target", "screenshots", "review-match-" + theme.name().toLowerCase(Locale.ROOT)
                    + ".png");
            StudioSnapshots.write(studio.window(), file);
            assertTrue(Files.size(file) > 10_000, "A picture of something: " + file);
            assertEquals(List.of(), warnings.heard());
        }
    }
}
