package org.filmwright.generate.local.runner;

import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Progress;

/** The progress of one piece of work in the process of the models; cancelling comes from another thread. */
final class Errand implements Progress {
    private final long id;
    private final Speaker speaker;
    private final List<Runnable> onCancel = new ArrayList<>();
    private boolean cancelled;

    Errand(long id, Speaker speaker) {
        this.id = id;
        this.speaker = speaker;
    }

    @Override
    public void report(double fraction, String note) {
        speaker.say(new Reply.Progressed(id, fraction, note));
    }

    @Override
    public synchronized void checkCancelled() {
        if (cancelled) {
            throw new Cancelled();
        }
    }

    @Override
    public synchronized void onCancel(Runnable action) {
        if (cancelled) {
            start(action);
        } else {
            onCancel.add(action);
        }
    }

    /** What is to be done then is done apart: whoever asks goes on listening. */
    synchronized void cancel() {
        cancelled = true;
        onCancel.forEach(Errand::start);
        onCancel.clear();
    }

    private static void start(Runnable action) {
        Thread.ofPlatform().daemon().name("cancel").start(action);
    }
}
