package org.filmwright.ui.jobs;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.filmwright.production.Project;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Toasts;

/** What the jobs of the project on the desk bought, read behind the window; one reading at a time. */
final class Bills {
    private final Desk desk;
    private final InstantSource clock;
    private final CostAlarms alarms;
    private final ReadOnlyObjectWrapper<Bill> bill = new ReadOnlyObjectWrapper<>(Bill.NOTHING);
    private boolean reading;
    private boolean stale;

    Bills(Desk desk, InstantSource clock, Toasts toasts) {
        this.desk = desk;
        this.clock = clock;
        alarms = new CostAlarms(toasts);
    }

    ReadOnlyObjectProperty<Bill> read() {
        return bill.getReadOnlyProperty();
    }

    /** From now on what cost far more than expected is told with a way to the costs. */
    void leadTo(Runnable costs) {
        alarms.leadTo(costs);
    }

    /** Another project is on the desk, or none. */
    void forget() {
        bill.set(Bill.NOTHING);
        alarms.forget();
        reading = false;
    }

    /** Something may have been bought. */
    void readAnew() {
        Optional<Project> project = desk.project().get();
        stale = reading;
        if (project.isPresent() && !reading) {
            reading = true;
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
            desk.offstage().ask(() -> Bill.of(project.get().spending(), today), read -> {
                if (desk.project().get().equals(project)) {
                    come(read);
                }
            });
        }
    }

    private void come(Bill read) {
        reading = false;
        bill.set(read);
        alarms.heard(read);
        if (stale) {
            readAnew();
        }
    }
}
