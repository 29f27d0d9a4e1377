package org.filmwright.ui.fx;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** Written into a flight recording when the window's thread did not answer for a while. */
@Name("org.filmwright.FxStall")
@Label("Window thread stalled")
@Category({"Filmwright", "Window"})
@Description("The window's thread answered late; what it did is in 'where'.")
@StackTrace(false)
final class FxStall extends Event {
    @Label("Late by")
    @Timespan(Timespan.MILLISECONDS)
    long late;

    @Label("Where")
    String where;
}
