package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Progress;

/** Tells what it is told, and can be stopped. */
final class Watched implements Progress {
    private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
    private volatile Runnable stop = () -> {};
    private volatile boolean stopped;

    @Override
    public void report(double fraction, String note) {
        notes.add(note);
    }

    @Override
    public void checkCancelled() {
        if (stopped) {
            throw new Cancelled();
        }
    }

    @Override
    public void onCancel(Runnable action) {
        stop = action;
    }

    void hear(String note) throws InterruptedException {
        String heard = notes.poll(60, TimeUnit.SECONDS);
        while (!note.equals(heard)) {
            assertTrue(heard != null, "nobody said " + note);
            heard = notes.poll(60, TimeUnit.SECONDS);
        }
    }

    void cancel() {
        stopped = true;
        stop.run();
    }
}
