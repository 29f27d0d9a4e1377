package org.filmwright.ui.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filmwright.production.Spending;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.CostText;
import org.filmwright.ui.kit.Toasts;
import org.filmwright.ui.kit.Words;

/**
 * Tells at once, and once a job, that it cost more than one and a half times what was expected. What was so before the
 * project was opened is not told again; it stands at the job and among the costs.
 */
final class CostAlarms {
    private final Toasts toasts;
    private final Set<String> told = new HashSet<>();
    private Runnable toCosts = () -> {};
    private boolean first = true;

    CostAlarms(Toasts toasts) {
        this.toasts = toasts;
    }

    void leadTo(Runnable costs) {
        toCosts = costs;
    }

    /** Another project is on the desk, or none. */
    void forget() {
        told.clear();
        first = true;
    }

    /** Several that come together are one message, so that none pushes another away. */
    void heard(Bill bill) {
        List<Spending.Alarm> fresh = bill.alarms().stream().filter(alarm -> told.add(alarm.job())).toList();
        if (!first && !fresh.isEmpty()) {
            toasts.warned(words(fresh), List.of(Buttons.plain("alarm-costs", "alarm.costs", toCosts)));
        }
        first = false;
    }

    private static String words(List<Spending.Alarm> fresh) {
        String newest = words(fresh.getFirst());
        return fresh.size() == 1 ? newest : newest + " " + Words.count("alarm.more", fresh.size() - 1);
    }

    static String words(Spending.Alarm alarm) {
        return Words.of("alarm.words", "on", alarm.on(), "charged", CostText.spent(alarm.charged().amount(), alarm
                .charged()
                .currency()), "estimated", CostText.spent(alarm.estimated().amount(), alarm.estimated().currency()));
    }
}
