package org.filmwright.ui.jobs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Money;
import org.filmwright.production.Spending;

/**
 * What jobs bought, as last read.
 *
 * @param today each currency apart; empty where nothing was bought today
 * @param alarms what cost far more than was expected, newest first
 */
record Bill(Map<String, Spending.Price> jobs, List<Money> today, List<Spending.Alarm> alarms) {
    static final Bill NOTHING = new Bill(Map.of(), List.of(), List.of());

    /** The newest of a job. */
    Optional<Spending.Alarm> alarm(String job) {
        return alarms.stream().filter(alarm -> alarm.job().equals(job)).findFirst();
    }

    static Bill of(Spending spending, LocalDate day) {
        Map<String, Spending.Price> jobs = spending.byJob();
        return jobs.isEmpty()
                ? NOTHING
                : new Bill(jobs, spending.by(Spending.By.DAY)
                        .stream()
                        .filter(line -> line.on().equals(day.toString()))
                        .map(Spending.Line::charged)
                        .filter(money -> !money.nothing())
                        .toList(), spending.alarms());
    }
}
