package org.filmwright.ui;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.production.Spending;

/** What was spent, as a test says. */
public final class SampleSpending implements Spending {
    private final List<Limit> limits = new ArrayList<>();
    private final List<Alarm> overruns = new ArrayList<>();
    private boolean spent;
    private boolean damaged;

    /** From now on two providers were paid. */
    public synchronized void spend() {
        spent = true;
        limits.add(new Limit(Scope.MONTH, Money.of("50", "USD"), Money.of("12.40", "USD")));
    }

    /** From now on nothing of it can be read, or all can again. */
    public synchronized void damage(boolean on) {
        damaged = on;
    }

    @Override
    public synchronized List<Line> by(By by) {
        if (damaged) {
            throw new IllegalStateException("The table of calls is damaged.");
        }
        Money nothing = Money.of("0", "USD");
        if (spent && by == By.DAY) {
            return List.of(new Line("2026-03-01", 9, Money.of("7", "USD"), nothing, 0), new Line(LocalDate.now()
                    .toString(), 50, Money.of("5.40", "USD"), nothing, 2));
        }
        return spent
                ? List.of(new Line("Provider A", 47, Money.of("9.20", "USD"), nothing, 0), new Line("Provider B", 12,
                        Money.of("3.20", "USD"), nothing, 2))
                : List.of();
    }

    @Override
    public synchronized Map<String, Price> byJob() {
        return spent
                ? Map.of("r", new Price(Money.of("0.4", "USD"), false), "d40", new Price(Money.of("1.84", "USD"), true))
                : Map.of();
    }

    /** From now on the call of a job has cost far more than expected. */
    public synchronized void overrun(String job) {
        overruns.addFirst(new Alarm("Provider A (2-B)", Money.of("0.40", "USD"), Money.of("0.90", "USD"), job));
    }

    @Override
    public synchronized List<Alarm> alarms() {
        return Stream.concat(overruns.stream(), known().stream()).toList();
    }

    private List<Alarm> known() {
        return spent
                ? List.of(new Alarm("Provider B (2-B)", Money.of("0.40", "USD"), Money.of("0.90", "USD"), "d40"),
                        new Alarm("Provider B", Money.of("0.10", "USD"), Money.of("0.30", "USD"), "d12"))
                : List.of();
    }

    @Override
    public Outcome<Path> export(Path folder) {
        return Outcome.ok(folder.resolve("costs.csv"));
    }

    @Override
    public synchronized List<Limit> limits() {
        return List.copyOf(limits);
    }

    @Override
    public synchronized Outcome<Limit> limit(Scope scope, Money limit) {
        Limit set = new Limit(scope, limit, Money.of("0", "USD"));
        limits.removeIf(old -> old.scope() == scope);
        limits.add(set);
        return Outcome.ok(set);
    }
}
