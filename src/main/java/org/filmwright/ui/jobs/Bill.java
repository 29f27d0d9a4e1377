package org.filmwright.ui.jobs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.filmwright.base.Money;
import org.filmwright.production.Spending;

/**
 * What jobs bought, as last read.
 *
 * @param today each currency apart; empty where nothing was bought today
 */
record Bill(Map<String, Spending.Price> jobs, List<Money> today) {
    static final Bill NOTHING = new Bill(Map.of(), List.of());

    static Bill of(Spending spending, LocalDate day) {
        Map<String, Spending.Price> jobs = spending.byJob();
        return jobs.isEmpty()
                ? NOTHING
                : new Bill(jobs, spending.by(Spending.By.DAY)
                        .stream()
                        .filter(line -> line.on().equals(day.toString()))
                        .map(Spending.Line::charged)
                        .filter(money -> !money.nothing())
                        .toList());
    }
}
