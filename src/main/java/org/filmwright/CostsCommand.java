package org.filmwright;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.filmwright.base.Money;
import org.filmwright.engine.Cap;
import org.filmwright.engine.Cost;
import org.filmwright.engine.SpendApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code costs}: what was spent in a project, and the caps that hold; each currency apart. */
@Command(name = "costs", mixinStandardHelpOptions = true, description = "Shows what was spent in a project and sets its caps.")
final class CostsCommand implements Callable<Integer> {
    @Mixin
    private Console console;

    @Mixin
    private JobsCommand.Place place;

    @Option(names = "--by", paramLabel = "provider|scene|shot|day|run", defaultValue = "provider", description = "What costs are added up by. Default: ${DEFAULT-VALUE}.")
    private Cost.By by;

    @Option(names = "--set-cap", paramLabel = "SCOPE=AMOUNT", description = "Sets a hard limit first: day=10USD, month=100USD, project=500USD, shot=2USD (each shot), shot:4-B=5USD, provider:replicate=50USD. Paid work that would pass it waits for you.")
    private List<CapOption> caps = List.of();

    /** A cap as typed. */
    record CapOption(Cap cap) {
        static CapOption parse(String text) {
            int equals = text.indexOf('=');
            String[] what = text.substring(0, Math.max(0, equals)).split(":", 2);
            try {
                Cap.Scope scope = Cap.Scope.valueOf(what[0].strip().toUpperCase(Locale.ROOT));
                String of = what.length > 1 ? what[1].strip() : "";
                if (!of.isEmpty() && scope != Cap.Scope.SHOT && scope != Cap.Scope.PROVIDER) {
                    throw new IllegalArgumentException("no name");
                }
                return new CapOption(new Cap(scope, of, Money.parse(text.substring(equals + 1))));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("'" + text
                        + "' is no cap. Examples: day=10USD, shot=2USD, provider:replicate=50USD.", e);
            }
        }
    }

    /** One row as printed. */
    record Row(String on, String currency, int calls, BigDecimal estimated, BigDecimal charged, BigDecimal open,
            int mayBeCharged, int withoutPrice) {
        static Row of(Cost cost) {
            return new Row(cost.on(), cost.charged().currency().getCurrencyCode(), cost.calls(),
                    cost.estimated().amount(), cost.charged().amount(), cost.open().amount(), cost.unknown(),
                    cost.unpriced());
        }
    }

    /** A cap as printed; {@code spent} counts what is charged and what is reserved. */
    record CapRow(String scope, String of, String currency, BigDecimal limit, BigDecimal spent, BigDecimal left) {
        static CapRow of(Cap.Standing standing) {
            return new CapRow(JobsCommand.word(standing.cap().scope()), standing.bucket().of(),
                    standing.cap().limit().currency().getCurrencyCode(), standing.cap().limit().amount(),
                    standing.spent().amount(), standing.left().amount());
        }
    }

    record Report(String by, List<Row> costs, List<CapRow> caps) {}

    @Override
    public Integer call() {
        try (Desk desk = place.open()) {
            SpendApi spending = desk.engine().spending();
            caps.forEach(option -> CommandFailed.orFail(spending.cap(option.cap(), System.getProperty("user.name"))));
            List<Cost> costs = spending.costs(by);
            List<Cap.Standing> standings = spending.standings();
            console.result(new Report(JobsCommand.word(by), costs.stream().map(Row::of).toList(),
                    standings.stream().map(CapRow::of).toList()), () -> print(costs, standings));
            return ExitCode.DONE;
        }
    }

    private void print(List<Cost> costs, List<Cap.Standing> standings) {
        if (costs.isEmpty()) {
            console.out().println("Nothing was bought: everything was made on this machine, and costs nothing.");
        }
        costs.forEach(cost -> console.out()
                .printf("%-24s %5d calls  charged %14s  open %14s  estimated %14s%s%s%n",
                        cost.on().isBlank() ? "the whole film" : cost.on(), cost.calls(), cost.charged(), cost.open(),
                        cost.estimated(), some(cost.unknown(), "may have been charged"),
                        some(cost.unpriced(), "without a price")));
        standings.forEach(each -> console.out()
                .printf("cap  %-8s %-14s %14s  spent %14s  left %14s%n", JobsCommand.word(each.cap().scope()),
                        each.bucket().of(), each.cap().limit(), each.spent(), each.left()));
    }

    private static String some(int count, String what) {
        return count == 0 ? "" : "  " + count + " " + what;
    }
}
