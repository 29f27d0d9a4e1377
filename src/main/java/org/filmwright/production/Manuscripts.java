package org.filmwright.production;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.filmwright.base.Progress;
import org.filmwright.engine.StepId;
import org.filmwright.generate.TextGenerator;

/** What is being written in the steps of a project, as it grows: for whoever looks, from any thread, and kept nowhere. */
public final class Manuscripts {
    /** No answer is longer; what is, is a mistake of somebody else. In letters. */
    private static final int LONGEST = 400_000;

    private static final int TOLD = 60;

    private final Map<StepId, StringBuffer> growing = new ConcurrentHashMap<>();

    /** Reads along with what a step writes, and tells its end as the note of the step. */
    TextGenerator.Reader of(StepId step, Progress progress) {
        return new TextGenerator.Reader() {
            @Override
            public void begin() {
                growing.put(step, new StringBuffer());
            }

            @Override
            public void read(String more) {
                StringBuffer text = growing.computeIfAbsent(step, _ -> new StringBuffer());
                if (text.length() < LONGEST) {
                    text.append(more);
                }
                String end = text.substring(Math.max(0, text.length() - TOLD));
                progress.report(text.length() / (text.length() + 2000.0), end.replaceAll("\\s+", " "));
            }
        };
    }

    /** Once it is done, nothing is being written there any more. */
    <T> T during(StepId step, Supplier<T> work) {
        try {
            return work.get();
        } finally {
            growing.remove(step);
        }
    }

    Optional<Manuscript> now(StepId step) {
        return Optional.ofNullable(growing.get(step)).map(text -> Manuscript.of(text.toString()));
    }
}
