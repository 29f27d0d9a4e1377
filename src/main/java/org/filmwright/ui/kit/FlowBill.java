package org.filmwright.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.filmwright.base.Money;
import org.filmwright.production.FlowEstimate;
import org.filmwright.production.Spending;

/** What a workflow would buy, as it is asked before it starts: who is paid for how much of what, each currency apart. */
record FlowBill(FlowEstimate estimate, List<Spending.Limit> limits) {
    Question question(Runnable start) {
        String name = sentence(estimate.workflow());
        if (!estimate.whole()) {
            return Till.unknown(Words.of("flow.title.unknown", "name", name), words(), start);
        }
        return new Question(Words.of("flow.title", "name", name, "price", sums()), words(), List.of(
                new Question.Answer("pay-no", Words.of("pay.no"), Question.Kind.PLAIN, () -> {}),
                new Question.Answer("pay-yes", Words.of("flow.yes"), Question.Kind.PRIMARY, start)));
    }

    private String words() {
        String lines = estimate.lines().stream().map(FlowBill::line).collect(Collectors.joining("\n"));
        String known = estimate.whole() || estimate.sums().isEmpty()
                ? ""
                : "\n" + Words.of("flow.known", "price", sums());
        return lines + known + "\n" + Words.of("flow.words", "limits", Till.spoken(limits));
    }

    private String sums() {
        return estimate.sums()
                .stream()
                .map(sum -> CostText.estimated(sum.amount(), sum.currency()))
                .collect(Collectors.joining(" + "));
    }

    private static String line(FlowEstimate.Line line) {
        String count = line.count().isPresent()
                ? String.format(Locale.getDefault(), "%,d", line.count().getAsLong())
                : Words.of("flow.uncounted");
        return Words.of("flow.line", "count", count, "what", Words.of("flow.what." + line.what()), "by",
                name(line.by()), "price", price(line));
    }

    /** Who draws and films has a name with a model; who writes is a provider alone. */
    private static String name(String by) {
        return Words.has("provider." + by) ? Words.of("provider." + by) : ArtistChoice.name(by);
    }

    private static String price(FlowEstimate.Line line) {
        return line.each()
                .map(each -> line.total()
                        .map(total -> Words.of("flow.price", "each", CostText.exact(each), "total", about(total)))
                        .orElseGet(() -> Words.of("flow.price.each", "each", CostText.exact(each))))
                .orElseGet(() -> Words.of("flow.price.unknown"));
    }

    private static String about(Money total) {
        return CostText.estimated(total.amount(), total.currency());
    }

    /** {@code script_coverage}: Script coverage. */
    private static String sentence(String name) {
        String words = name.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
