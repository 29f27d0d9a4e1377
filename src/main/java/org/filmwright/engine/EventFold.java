package org.filmwright.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The event log told again: what the rows must look like after it. Pure. */
public final class EventFold {
    private static final String STEP = "step.";
    private static final String RUN = "run.";
    private String run = "";
    private final Map<StepId, String> steps = new HashMap<>();

    private EventFold() {}

    /** Where the log of a run is broken or tells something else than the rows; one sentence each. */
    public static List<String> differences(List<Event> log, Run run, List<Step> rows) {
        List<String> found = new ArrayList<>(breaks(log));
        EventFold fold = new EventFold();
        log.forEach(fold::take);
        if (!fold.run.equals(word(run.state()))) {
            found.add("The log ends with the run " + fold.run + ", its row says " + word(run.state()) + ".");
        }
        for (Step row : rows) {
            String told = fold.steps.getOrDefault(row.id(), "nothing");
            if (!told.equals(shape(word(row.state()), row.tries().epoch()))) {
                found.add("The log tells " + told + " of " + row.path() + ", its row says " + word(row.state()) + ".");
            }
        }
        return found;
    }

    /** Where the chain of hashes does not hold. */
    public static List<String> breaks(List<Event> log) {
        List<String> found = new ArrayList<>();
        Event.Head head = Event.Head.START;
        for (Event event : log) {
            boolean follows = event.seq() == head.seq() + 1 && event.prev().equals(head.hash());
            if (!follows || !event.hash().equals(event.expectedHash())) {
                found.add("Event " + event.seq() + " was changed after it was written, or one before it is missing.");
            }
            head = event.head();
        }
        return found;
    }

    private void take(Event event) {
        if (event.type().startsWith(STEP)) {
            event.step()
                    .ifPresent(step -> steps.put(step,
                            shape(event.type().substring(STEP.length()), event.epoch())));
        } else if (event.type().startsWith(RUN)) {
            run = event.type().substring(RUN.length());
        }
    }

    private static String shape(String state, long epoch) {
        return state + " (epoch " + epoch + ")";
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
