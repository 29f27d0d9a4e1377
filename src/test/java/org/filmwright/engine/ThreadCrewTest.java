package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class ThreadCrewTest {
    @Test
    void whatWasPutOffUntilTomorrowKeepsNoThreadAfterTheEndOfWork() throws InterruptedException {
        ThreadCrew crew = new ThreadCrew();
        BlockingQueue<Thread> clock = new LinkedBlockingQueue<>();
        crew.later(Duration.ofDays(1), () -> clock.add(Thread.currentThread()));
        crew.later(Duration.ZERO, () -> clock.add(Thread.currentThread()));
        Thread thread = clock.take();
        crew.dismiss();
        thread.join(Duration.ofMinutes(1));
        assertFalse(thread.isAlive());
    }
}
