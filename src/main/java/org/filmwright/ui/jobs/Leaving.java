package org.filmwright.ui.jobs;

import java.util.List;
import java.util.function.Function;
import org.filmwright.base.Outcome;
import org.filmwright.production.JobQueue;
import org.filmwright.ui.kit.Question;
import org.filmwright.ui.kit.Sheets;
import org.filmwright.ui.kit.Words;

/** Leaving while jobs run: a person says what becomes of them. */
public record Leaving(JobsModel model, Sheets sheets) {
    /** Leaves at once when nothing runs, else asks; {@code leave} may never be called. */
    public void to(Runnable leave) {
        int running = model.counts().get().running();
        if (running == 0) {
            leave.run();
            return;
        }
        sheets.ask(new Question(Words.count("leaving.title", running), Words.of("leaving.words"), List.of(answer("stop",
                Question.Kind.DESTRUCTIVE, () -> first(JobQueue::stopAll, leave)),
                answer("wait", Question.Kind.PLAIN,
                        () -> {}),
                answer("pause", Question.Kind.PRIMARY, () -> first(JobQueue::pause, leave)))));
    }

    private void first(Function<JobQueue, Outcome<Integer>> question, Runnable leave) {
        model.read(question, answer -> leave.run());
    }

    private static Question.Answer answer(String id, Question.Kind kind, Runnable then) {
        return new Question.Answer("leaving-" + id, Words.of("leaving." + id), kind, then);
    }
}
