package org.filmwright.base;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount in one currency, to a millionth. Amounts of two currencies are never added or compared. */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    private static final int SCALE = 6;

    public Money {
        amount = plain(amount.setScale(SCALE, RoundingMode.HALF_UP).stripTrailingZeros());
    }

    /** @param currency ISO 4217: {@code USD} */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** @throws IllegalArgumentException with a sentence, where the text is not like {@code 10.50USD} */
    public static Money parse(String text) {
        String compact = text.replace(" ", "");
        int end = Math.max(0, compact.length() - 3);
        String code = compact.substring(end);
        boolean known = Currency.getAvailableCurrencies()
                .stream()
                .anyMatch(each -> each.getCurrencyCode().equals(code));
        if (!known || !compact.substring(0, end).matches("\\d{1,12}(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException("'" + text + "' is no amount of money. Example: 10.50USD.");
        }
        return of(compact.substring(0, end), code);
    }

    public Money plus(Money other) {
        return new Money(amount.add(inMine(other)), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public Money times(double factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    public boolean nothing() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(inMine(other));
    }

    @Override
    public String toString() {
        int digits = Math.max(amount.scale(), currency.getDefaultFractionDigits());
        return amount.setScale(Math.max(0, digits)).toPlainString() + " " + currency.getCurrencyCode();
    }

    private BigDecimal inMine(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(this + " and " + other + " are in different currencies");
        }
        return other.amount;
    }

    /** Never in the form 1E+2. */
    private static BigDecimal plain(BigDecimal stripped) {
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
