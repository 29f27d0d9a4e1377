package org.filmwright.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Time and money in words. */
class EtaTextTest {
    private static final Currency DOLLAR = Currency.getInstance("USD");

    @Test
    void nothingIsSaidBeforeThreeStepsOrFiveSeconds() {
        EtaText eta = new EtaText(Optional.empty());
        assertEquals("", eta.after(1, 28, seconds(1)));
        assertEquals("", eta.after(2, 28, seconds(2)));
        assertEquals("0:25 left", eta.after(3, 28, seconds(3)));
        assertEquals("0:42 left", new EtaText(Optional.empty()).after(1, 8, seconds(6)));
    }

    @Test
    void whatItUsuallyTakesIsSaidUntilThisOneIsKnown() {
        EtaText eta = new EtaText(Optional.of(seconds(40)));
        assertEquals("about 0:40", eta.after(1, 28, seconds(1)));
        assertEquals("0:12, usually 0:40", eta.after(0, 0, seconds(12)));
        assertEquals("0:12", new EtaText(Optional.empty()).after(0, 0, seconds(12)));
    }

    @Test
    void itNeverCountsUpWithoutSayingWhy() {
        EtaText eta = new EtaText(Optional.empty());
        assertEquals("0:20 left", eta.after(10, 30, seconds(10)));
        assertEquals("0:20 left", eta.after(10, 30, seconds(11)), "a little late is no reason to count up");
        String late = eta.after(11, 30, seconds(40));
        assertTrue(late.startsWith("slower than usual, "), late);
    }

    @Test
    void longTimesAreRounded() {
        assertEquals("about 2 min", EtaText.about(seconds(115)));
        assertEquals("about 1 h 15 min", EtaText.about(Duration.ofMinutes(79)));
        assertEquals("about 0:50", EtaText.about(seconds(44)));
        assertEquals("about 4 min left", new EtaText(Optional.empty()).after(10, 110, seconds(24)));
        assertEquals("took 11.4 s", EtaText.took(Duration.ofMillis(11_400)));
        assertEquals("took 3:20", EtaText.took(seconds(200)));
    }

    @Test
    void moneyHasItsCurrencyAndAnEstimateSaysSo() {
        assertEquals("$0.00", CostText.spent(BigDecimal.ZERO, DOLLAR));
        assertEquals("$1.84", CostText.spent(new BigDecimal("1.84"), DOLLAR));
        assertEquals("<$0.01", CostText.spent(new BigDecimal("0.004"), DOLLAR));
        assertEquals("~$0.41", CostText.estimated(new BigDecimal("0.401"), DOLLAR));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
