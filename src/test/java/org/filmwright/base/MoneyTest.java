package org.filmwright.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @Test
    void amountsOfOneCurrencyAddUpExactly() {
        Money tenth = Money.of("0.1", "USD");
        assertEquals(Money.of("0.30", "USD"), tenth.plus(tenth).plus(tenth));
    }

    @Test
    void amountsOfTwoCurrenciesAreNeverAddedOrCompared() {
        Money dollar = Money.of("1", "USD");
        Money euro = Money.of("1", "EUR");
        assertThrows(IllegalArgumentException.class, () -> dollar.plus(euro));
        assertThrows(IllegalArgumentException.class, () -> dollar.compareTo(euro));
    }

    @Test
    void itReadsAndIsReadAsPeopleWriteIt() {
        assertEquals("100.00 USD", Money.of("1E+2", "USD").toString());
        assertEquals("0.003 EUR", Money.of("0.0030", "EUR").toString());
        assertEquals("7 JPY", Money.of("7", "JPY").toString());
        assertEquals(Money.of("10.5", "USD"), Money.parse("10.50 USD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "-1USD", "1", "1.0000001USD", "1usd", "1XQZ"})
    void anythingElseIsNoMoney(String text) {
        assertThrows(IllegalArgumentException.class, () -> Money.parse(text));
    }
}
