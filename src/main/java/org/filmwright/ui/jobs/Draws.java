package org.filmwright.ui.jobs;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.filmwright.production.Job;
import org.filmwright.ui.kit.Underway;

/** The pictures of a queue that are on their way or could not be made, for those who show them where they will stand. */
final class Draws {
    private final ReadOnlyObjectWrapper<List<Underway>> underway = new ReadOnlyObjectWrapper<>(List.of());

    ReadOnlyObjectProperty<List<Underway>> underway() {
        return underway.getReadOnlyProperty();
    }

    void of(Collection<JobRow> rows) {
        List<Underway> now = rows.stream()
                .filter(row -> row.job().get().work().task() == Job.Task.DRAW && isExpected(row.state()))
                .map(row -> new Underway(row.job().get(), row.live().get().fraction(), row.live().get().glimpse()))
                .sorted(Comparator.comparing((Underway each) -> each.job().work().shot())
                        .thenComparing(each -> each.job().work().number())
                        .thenComparing(each -> each.job().id()))
                .toList();
        if (!now.equals(underway.get())) {
            underway.set(now);
        }
    }

    private static boolean isExpected(Job.State state) {
        return switch (state) {
            case FAILED, RUNNING, WAITING, BLOCKED, LACKING, RETRYING, PAUSED -> true;
            case ASKING, HELD, STOPPED, DONE, DROPPED -> false;
        };
    }
}
