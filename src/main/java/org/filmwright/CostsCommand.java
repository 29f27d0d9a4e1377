package org.filmwright;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.filmwright.base.Money;
import org.filmwright.engine.Cap;
import org.filmwright.engine.Cost;
import org.filmwright.engine.PaidCall;
import org.filmwright.engine.SpendApi;
import org.filmwright.production.CallTable;
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

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes every paid call into a table for spreadsheets as well.")
    private Optional<Path> csv;

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

    /** A call that cost more than one and a half times what was expected. */
    record AlarmRow(String provider, String shot, String estimated, String charged) {
        static AlarmRow of(PaidCall call) {
            return new AlarmRow(call.purchase().provider(), call.purchase().purpose().shot(),
                    call.purchase().estimate().map(Money::toString).orElse(""),
                    call.counted().map(Money::toString).orElse(""));
        }
    }

    record Report(String by, List<Row> costs, List<CapRow> caps, List<AlarmRow> alarms) {}

    @Override
    public Integer call() {
        try (Desk desk = place.open()) {
            SpendApi spending = desk.engine().spending();
            caps.forEach(option -> CommandFailed.orFail(spending.cap(option.cap(), System.getProperty("user.name"))));
            List<Cost> costs = spending.costs(by);
            List<Cap.Standing> standings = spending.standings();
            List<AlarmRow> alarms = spending.calls().stream().filter(PaidCall::alarming).map(AlarmRow::of).toList();
            csv.ifPresent(file -> CommandFailed.orFail(CallTable.write(spending.calls(), file)));
            console.result(new Report(JobsCommand.word(by), costs.stream().map(Row::of).toList(), Stream.concat(
                    standings.stream().map(CapRow::of), each(spending)).toList(), alarms), () -> {
                        print(costs, standings);
                        each(spending).forEach(cap -> console.out()
                                .printf("cap  %-8s %-14s %10s %s%n", cap.scope(), "each", cap.limit(),
                                        cap.currency()));
                        alarms.forEach(alarm -> console.out()
                                .printf("alarm: %s %s charged %s, estimated %s%n", alarm.provider(), alarm.shot(),
                                        alarm.charged(), alarm.estimated()));
                    });
            return ExitCode.DONE;
        }
    }

    /** Caps that hold for each shot or provider by itself: nothing is added up over them. */
    private static Stream<CapRow> each(SpendApi spending) {
        return spending.caps()
                .stream()
                .filter(cap -> cap.of().isBlank()
                        && (cap.scope() == Cap.Scope.SHOT || cap.scope() == Cap.Scope.PROVIDER))
                .map(cap -> new CapRow(JobsCommand.word(cap.scope()), "", cap.limit().currency().getCurrencyCode(),
                        cap.limit().amount(), BigDecimal.ZERO, cap.limit().amount()));
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
