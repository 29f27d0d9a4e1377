package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import org.filmwright.production.Judgement;
import org.filmwright.production.Remembered;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/** What is remembered of a person: seen in plain words in the settings, and forgotten there. */
class PreferencesCardTest extends BesideTheScript {
    private static void fill(SamplePreferences memory) {
        for (int i = 0; i < 5; i++) {
            memory.judged(new Judgement("consistency-supervisor", "Consistency supervisor", i > 0,
                    Optional.of(words(i, "INT. WARHOUSE - NIGHT " + i, "INT. WAREHOUSE - NIGHT " + i)), Instant.EPOCH));
        }
        for (int i = 5; i < 8; i++) {
            memory.judged(new Judgement("dialogue-writer", "Dialogue writer", false,
                    Optional.of(words(i, "You came " + i + ".", "So you came after all " + i + ".")), Instant.EPOCH));
        }
        memory.judged(new Judgement("logline-writer", "Logline writer", true, Optional.empty(), Instant.EPOCH));
        memory.asked(new Remembered.Asked("consistency-supervisor", "Consistency supervisor", true));
    }

    private static Judgement.Words words(int number, String before, String after) {
        return new Judgement.Words(Integer.toString(number).repeat(64), before, after);
    }

    private static void look(TestStudio studio) {
        studio.show(Scope.SETTINGS);
        Fx.run(() -> {
            ListView<?> nav = (ListView<?>) studio.node("settings-nav");
            nav.getSelectionModel().select(nav.getItems().size() - 1);
        });
        studio.settle();
    }

    private List<String> said() {
        return Fx.get(() -> studio.all("#remembered .label")
                .stream()
                .map(label -> ((Labeled) label).getText())
                .toList());
    }

    @Test
    void nothingIsRememberedAtFirstAndThereIsNothingToForget() {
        look(studio);
        assertTrue(said().contains("Nothing is remembered"), () -> said().toString());
        assertTrue(Fx.get(studio.node("forget-everything")::isDisabled));
    }

    @Test
    void eachThingIsSaidInPlainWordsAndForgottenAloneOrWithAllOthers() {
        SamplePreferences memory = studio.script().preferences;
        fill(memory);
        memory.troubled("What was remembered could not be read.");
        look(studio);
        String all = said().toString();
        assertTrue(all.contains("You took 4 of the last 5 suggestions. So it stands further up"), all);
        assertTrue(all.contains("You took 0 of the last 3 suggestions. So it stands further down"), all);
        assertTrue(all.contains("folded, because you ignored its last three"), all);
        assertTrue(all.contains("You approved 1 of 1 answer at a gate. That moves it neither"), all);
        assertTrue(all.contains("Consistency supervisor, about the whole script, because you asked so last."), all);
        assertTrue(all.contains("\u201cYou came 7.\u201d \u2192 \u201cSo you came after all 7.\u201d"), all);
        assertTrue(all.contains("Something could not be read"), all);
        studio.fire("forget-77777777");
        Fx.until("one is gone", () -> !said().toString().contains("You came 7."));
        studio.fire("forget-last");
        Fx.until("nobody is asked next", () -> memory.remembered().last().isEmpty());
        studio.fire("forget-consistency-supervisor");
        Fx.until("an agent is gone", () -> !said().toString().contains("Consistency supervisor"));
        assertFalse(memory.remembered().judgements().isEmpty());
        studio.fire("forget-everything");
        Fx.until("all is gone", () -> said().contains("Nothing is remembered"));
        assertEquals(Remembered.NOTHING, memory.remembered());
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 2"})
    void whatIsRememberedIsDrawn(Theme theme, double scale) throws IOException {
        drawn("settings-remembered", theme, scale, drawn -> {
            fill(drawn.script().preferences);
            look(drawn);
        });
    }
}
