package org.filmwright.generate.cloud;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Money;

/** What a model takes, in US dollars for a million tokens. Prices age: what a person wrote into the settings counts before. */
public record Prices(BigDecimal input, BigDecimal output) {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    /** As published on 2026-06-24, by the beginning of the model's name. */
    private static final Map<String, Prices> KNOWN = Map.of("claude-haiku-4-5", of("1", "5"), "claude-sonnet-5",
            of("3", "15"), "claude-sonnet-4-6", of("3", "15"), "claude-opus-4-8", of("5", "25"), "claude-opus-4-7",
            of("5", "25"), "claude-opus-4-6", of("5", "25"), "claude-fable-5", of("10", "50"),
            "meta/meta-llama-3-70b-instruct", of("0.65", "2.75"));

    /** @throws NumberFormatException where it is no number */
    public static Prices of(String input, String output) {
        return new Prices(new BigDecimal(input), new BigDecimal(output));
    }

    /** Empty where nobody knows: then a person has to agree. */
    public static Optional<Prices> usual(String model) {
        return KNOWN.entrySet()
                .stream()
                .filter(known -> model.startsWith(known.getKey()))
                .max(Comparator.comparingInt(known -> known.getKey().length()))
                .map(Map.Entry::getValue);
    }

    Money of(Tokens tokens) {
        return Money.of(input.multiply(tokens.inputs())
                .add(output.multiply(BigDecimal.valueOf(tokens.written)))
                .divide(MILLION, MathContext.DECIMAL64)
                .toPlainString(), "USD");
    }

    /** @param cacheWrites billed at a quarter more, @param cacheReads at a tenth */
    record Tokens(long read, long cacheWrites, long cacheReads, long written) {
        private static final BigDecimal WRITE = new BigDecimal("1.25");
        private static final BigDecimal READ = new BigDecimal("0.1");

        private BigDecimal inputs() {
            return BigDecimal.valueOf(read)
                    .add(WRITE.multiply(BigDecimal.valueOf(cacheWrites)))
                    .add(READ.multiply(BigDecimal.valueOf(cacheReads)));
        }
    }
}
