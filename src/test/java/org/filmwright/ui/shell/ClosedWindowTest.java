package org.filmwright.ui.shell;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.filmwright.ui.SampleProject;
import org.filmwright.ui.TestStudio;
import org.filmwright.ui.kit.Scope;
import org.junit.jupiter.api.RepeatedTest;

/** What a closed window leaves behind. */
class ClosedWindowTest {
    private static final int TRIES = 200;

    @RepeatedTest(3)
    void aClosedWindowLeavesTheMemory() {
        WeakReference<StudioWindow> closed = closed();
        for (int left = TRIES; left > 0 && closed.get() != null; left--) {
            System.gc();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertNull(closed.get(), "nothing holds a closed window");
    }

    private static WeakReference<StudioWindow> closed() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.show(Scope.STORY);
            studio.layOut();
            studio.show(Scope.TIMELINE);
            studio.layOut();
            return new WeakReference<>(studio.window());
        }
    }
}
