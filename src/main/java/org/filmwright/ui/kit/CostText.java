package org.filmwright.ui.kit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import org.filmwright.base.Money;

/** Money in words: {@code $0.00}, {@code ~$0.40} for an estimate, {@code <$0.01} for less than can be written. */
public final class CostText {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private CostText() {}

    /** Nothing spent: {@code $0.00}. */
    public static String none() {
        return spent(BigDecimal.ZERO, Currency.getInstance("USD"));
    }

    /** What was really paid. */
    public static String spent(BigDecimal amount, Currency currency) {
        return amount.signum() > 0 && amount.compareTo(CENT) < 0
                ? Words.of("cost.less", "amount", plain(CENT, currency))
                : plain(amount, currency);
    }

    /** What it is thought to cost; rounded up, so that it never promises too little. */
    public static String estimated(BigDecimal amount, Currency currency) {
        return Words.of("cost.about", "amount", plain(amount.setScale(2, RoundingMode.CEILING), currency));
    }

    /** A price as it stands in a list: to the last digit. */
    public static String exact(Money price) {
        NumberFormat format = NumberFormat.getCurrencyInstance();
        format.setCurrency(price.currency());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(6);
        return format.format(price.amount());
    }

    private static String plain(BigDecimal amount, Currency currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance();
        format.setCurrency(currency);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount);
    }
}
