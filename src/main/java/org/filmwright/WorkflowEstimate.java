package org.filmwright;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.keys.Vendor;
import org.filmwright.production.Beginning;
import org.filmwright.production.FlowEstimate;
import org.filmwright.production.MakeOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code workflows estimate}: what a workflow would buy, before it is started. */
@Command(name = "estimate", description = "Says what a workflow would buy on the project's screenplay, and starts nothing.")
final class WorkflowEstimate implements Callable<Integer> {
    @Mixin
    private Console console;

    @Parameters(paramLabel = "NAME", description = "Which workflow: see workflows list --startable.")
    private String name;

    @Mixin
    private JobsCommand.Place place;

    @Mixin
    private FilmOptions options;

    /** As printed: an empty field is unknown, and no zero. */
    record Row(String what, String by, Optional<Long> count, Optional<BigDecimal> each, Optional<BigDecimal> total,
            Optional<String> currency) {
        static Row of(FlowEstimate.Line line) {
            OptionalLong count = line.count();
            return new Row(line.what(), line.by(),
                    count.isPresent() ? Optional.of(count.getAsLong()) : Optional.empty(),
                    line.each().map(Money::amount), line.total().map(Money::amount),
                    line.each().map(money -> money.currency().getCurrencyCode()));
        }
    }

    record Report(String workflow, List<Row> lines) {}

    @Override
    public Integer call() {
        Path folder = place.folder().toAbsolutePath().normalize();
        try (Wiring wiring = CommandFailed.orFail(place.work())) {
            Beginning text = wiring.conductor()
                    .script()
                    .map(Beginning::recorded)
                    .orElseThrow(() -> CommandFailed.refused("This project has no screenplay yet.",
                            "Import one, or begin with a story."));
            MakeOrder order = options.order(text.source(), folder.resolve("exports").resolve(name + ".mp4"));
            FlowEstimate estimate = CommandFailed.orFail(of(wiring, name, order, folder));
            console.result(new Report(name, estimate.lines().stream().map(Row::of).toList()),
                    () -> words(estimate).forEach(console.out()::println));
            return ExitCode.DONE;
        }
    }

    static Outcome<FlowEstimate> of(Wiring wiring, String name, MakeOrder order, Path folder) {
        return FlowEstimate.of(new FlowEstimate.Order(name, order, folder, paidWriter()), wiring.records(),
                wiring.engine(),
                wiring.generators());
    }

    /** Who writes, where that one charges. */
    static Optional<String> paidWriter() {
        return new WriterFile(ConfigFolder.here()).read()
                .then(now -> Outcome.ok(now.chosen().filter(id -> Vendor.find(id).isPresent())))
                .orElse(_ -> Optional.empty());
    }

    /** A line each, and the sum of each currency; nothing bought is said as well. */
    static List<String> words(FlowEstimate estimate) {
        if (estimate.lines().isEmpty()) {
            return List.of(estimate.workflow() + " buys nothing: everything is made on this machine.");
        }
        List<String> lines = new java.util.ArrayList<>();
        estimate.lines().forEach(line -> {
            String count = line.count().isPresent() ? Long.toString(line.count().getAsLong()) : "an unknown number of";
            lines.add(count + " " + line.what() + " by " + line.by() + " at "
                    + line.each().map(Money::toString).orElse("an unknown price")
                    + " each: " + line.total().map(Money::toString).orElse("unknown"));
        });
        estimate.sums()
                .forEach(sum -> lines.add("Together " + sum + (estimate.whole() ? "." : ", and what is unknown.")));
        lines.add("What is sent back is bought again; what was bought before is not. Caps hold: see filmwright costs.");
        return lines;
    }
}
