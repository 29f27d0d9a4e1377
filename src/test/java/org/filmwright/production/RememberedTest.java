package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.filmwright.production.Crew.Suggestion;
import org.junit.jupiter.api.Test;

/** The rule of decision 0087. */
class RememberedTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Suggestion FOG = new Suggestion("Fog.", "Fog lies.", "It does nothing.");

    private static Judgement word(String agent, String words, boolean taken) {
        return new Judgement(agent, agent, taken, Optional.of(Judgement.Words.of(new Suggestion(words, words + "!",
                ""))), NOON);
    }

    private static Remembered judged(String agent, boolean... taken) {
        Remembered all = Remembered.NOTHING;
        for (int i = 0; i < taken.length; i++) {
            all = all.with(word(agent, agent + i, taken[i]));
        }
        return all;
    }

    @Test
    void twoJudgementsMoveNobodyAndThreeDo() {
        assertEquals(1, judged("doctor", true, true).standing("doctor").weight());
        assertEquals(1.3, judged("doctor", true, true, true).standing("doctor").weight(), 1e-9);
        assertEquals(0.7, judged("doctor", false, false, false).standing("doctor").weight(), 1e-9);
        assertEquals(1, judged("doctor", true, false, true, false).standing("doctor").weight(), 1e-9);
        assertEquals(Standing.UNKNOWN, judged("doctor", true, true, true).standing("nobody"));
    }

    @Test
    void onlyTheLastTwentyCountSoThatATasteMayChange() {
        Remembered all = Remembered.NOTHING;
        for (int i = 0; i < 45; i++) {
            all = all.with(word("doctor", "w" + i, i >= 25));
        }
        assertEquals(new Standing(20, 20), all.standing("doctor"));
        assertTrue(all.standing("doctor").weight() < 1.5);
    }

    @Test
    void theFileDoesNotGrowForEver() {
        Remembered all = Remembered.NOTHING;
        for (int i = 0; i < 600; i++) {
            all = all.with(word("doctor", "w" + i, true));
        }
        assertEquals(500, all.judgements().size());
        assertEquals("w599", all.judgements().getLast().about().orElseThrow().before());
    }

    @Test
    void theSameWordsRefusedOnceAreRefusedWhoeverSuggestsThemUntilTheyAreForgotten() {
        Judgement no = new Judgement("doctor", "Script doctor", false, Optional.of(Judgement.Words.of(FOG)), NOON);
        Remembered all = Remembered.NOTHING.with(no);
        assertTrue(all.refuses(FOG));
        assertFalse(all.refuses(new Suggestion(FOG.before(), "Fog waits.", "")));
        assertEquals(List.of(no), all.refused());
        assertFalse(all.without(no.about().orElseThrow().id()).refuses(FOG));
        assertFalse(all.without("doctor").refuses(FOG));
    }

    @Test
    void thoseWhoTookBackARefusalAreHeardWithTheirLastWordAndCountedOnce() {
        Judgement.Words words = Judgement.Words.of(FOG);
        Remembered all = Remembered.NOTHING
                .with(new Judgement("doctor", "Doctor", false, Optional.of(words), NOON))
                .with(new Judgement("doctor", "Doctor", true, Optional.of(words), NOON));
        assertFalse(all.refuses(FOG));
        assertEquals(new Standing(1, 1), all.standing("doctor"));
    }

    @Test
    void threeRefusalsInARowFoldAndOneTakenUnfolds() {
        assertFalse(judged("doctor", true, false, false).isWeary("doctor"));
        assertTrue(judged("doctor", true, false, false, false).isWeary("doctor"));
        assertFalse(judged("doctor", false, false, false, true).isWeary("doctor"));
        Remembered gates = Remembered.NOTHING;
        for (int i = 0; i < 3; i++) {
            gates = gates.with(new Judgement("doctor", "Doctor", false, Optional.empty(), NOON.plusSeconds(i)));
        }
        assertFalse(gates.isWeary("doctor"), "gates are not suggestions");
        assertEquals(new Standing(0, 3), gates.standing("doctor"));
    }

    @Test
    void whatIsForgottenIsGoneAndNothingElse() {
        Remembered all = judged("doctor", true, true, true).with(word("poet", "p", false))
                .asking(new Remembered.Asked("doctor", "Doctor", true));
        assertEquals(List.of("poet"), all.without("doctor").known().stream().map(Remembered.Known::agent).toList());
        assertEquals(Optional.empty(), all.without("doctor").last(), "an agent takes with it that it was asked last");
        assertEquals(Optional.empty(), all.without(Preferences.LAST).last());
        assertEquals(all.judgements(), all.without(Preferences.LAST).judgements());
        assertEquals(all, all.without("stranger"));
    }

    @Test
    void aRunGoesOnWithThoseItBeganWith() {
        Remembered later = Remembered.NOTHING.with(word("doctor", "a", true))
                .with(new Judgement("doctor", "Doctor",
                        true, Optional.empty(), NOON.plusSeconds(9)));
        assertEquals(new Standing(1, 1), later.at(NOON.plusSeconds(9)).standing("doctor"));
    }

    @Test
    void ofASuggestionOnlyTheBeginningIsKeptOnOneLine() {
        Judgement.Words words = Judgement.Words.of(new Suggestion("a\n\u001b[31m" + "b".repeat(500), "c", ""));
        assertEquals(120, words.before().length());
        assertFalse(words.before().chars().anyMatch(Character::isISOControl));
        assertThrows(IllegalArgumentException.class, () -> new Judgement.Words("no digest", "a", "b"));
    }
}
