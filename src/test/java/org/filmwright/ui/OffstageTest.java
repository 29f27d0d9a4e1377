package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.atomic.AtomicBoolean;
import org.filmwright.ui.fx.Offstage;
import org.junit.jupiter.api.Test;

/** Work behind the window, at its end. */
class OffstageTest {
    @Test
    void whatIsAskedOnceTheWindowIsClosedIsNotAskedAndTroublesNobody() {
        Offstage lane = new Offstage("closed");
        lane.close();
        AtomicBoolean asked = new AtomicBoolean();
        lane.ask(() -> asked.getAndSet(true), _ -> {});
        lane.finish();
        assertFalse(asked.get());
    }
}
