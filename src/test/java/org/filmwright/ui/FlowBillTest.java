package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.input.KeyCode;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Money;
import org.filmwright.production.FlowEstimate;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Before a workflow starts it is said what it would buy of whom; what nobody knows is said, and wants a yes of its own. */
class FlowBillTest {
    private static final FlowEstimate.Line PICTURES = new FlowEstimate.Line("pictures", "replicate:flux-schnell",
            OptionalLong.of(30), Optional.of(Money.of("0.003", "USD")));
    private static final FlowEstimate.Line CLIPS = new FlowEstimate.Line("clips", "fal:kling-v3", OptionalLong.of(10),
            Optional.of(Money.of("0.20", "EUR")));
    private static final FlowEstimate.Line TEXTS = new FlowEstimate.Line("texts", "anthropic", OptionalLong.empty(),
            Optional.empty());

    private static void choose(TestStudio studio) {
        Fx.run(() -> Looks.run(studio.window(), "run.workflow"));
        Fx.until("they are listed", () -> studio.seen("workflow-script_coverage"));
        studio.fire("workflow-script_coverage");
    }

    private static String asked(TestStudio studio) {
        Fx.until("a question", () -> studio.seen("pay-yes"));
        return studio.said("#sheet .label");
    }

    @Test
    void whatItBuysOfWhomIsSaidCurrenciesApartAndNothingStartsBeforeAYes() {
        SampleProject project = SampleProject.whole();
        project.begun().buys(PICTURES, CLIPS);
        try (TestStudio studio = TestStudio.with(project)) {
            choose(studio);
            String words = asked(studio);
            assertTrue(words.contains("Start Script coverage for ~€2.00 + ~$0.09?"), words);
            assertTrue(words.contains("30 pictures by"), words);
            assertTrue(words.contains("$0.003 each, ~$0.09"), words);
            assertTrue(words.contains("10 clips of the shortest kind by"), words);
            assertTrue(words.contains("No limit is set"), words);
            studio.press(KeyCode.ESCAPE);
            studio.settle();
            assertEquals(List.of(), project.begun().asked());
            choose(studio);
            asked(studio);
            studio.fire("pay-yes");
            Fx.until("it began", () -> project.begun().asked().equals(List.of("script_coverage")));
        }
    }

    @Test
    void anUnknownPriceIsSaidAndEnterAloneDoesNotStartIt() {
        SampleProject project = SampleProject.whole();
        project.begun().buys(PICTURES, TEXTS);
        try (TestStudio studio = TestStudio.with(project)) {
            choose(studio);
            String words = asked(studio);
            assertTrue(words.contains("at a price that is not wholly known?"), words);
            assertTrue(words.contains("price unknown"), words);
            assertTrue(words.contains("What is known of it: ~$0.09."), words);
            studio.press(KeyCode.ENTER);
            studio.settle();
            assertFalse(studio.seen("pay-yes"));
            assertEquals(List.of(), project.begun().asked());
            choose(studio);
            asked(studio);
            studio.fire("pay-yes");
            Fx.until("it began", () -> project.begun().asked().equals(List.of("script_coverage")));
        }
    }

    @Test
    void whatBuysNothingStartsAtOnce() {
        SampleProject project = SampleProject.whole();
        try (TestStudio studio = TestStudio.with(project)) {
            choose(studio);
            Fx.until("it began", () -> project.begun().asked().equals(List.of("script_coverage")));
        }
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 2"})
    void theQuestionIsDrawn(Theme theme, double scale) throws IOException {
        SampleProject project = SampleProject.whole();
        project.begun().buys(PICTURES, CLIPS, TEXTS);
        try (TestStudio studio = new TestStudio(new FrameSize(1280, 800), theme, scale)) {
            Fx.run(() -> studio.window().open(project));
            studio.show(Scope.IMAGES);
            choose(studio);
            asked(studio);
            StudioSnapshots.write(studio.window(), Path.of("target", "screenshots", "state-flow-" + theme.name()
                    .toLowerCase(Locale.ROOT) + ".png"));
        }
    }
}
