package org.filmwright.engine;

import java.util.List;
import org.filmwright.base.Outcome;

/** What was spent in a project, and the caps that hold. */
public interface SpendApi {
    /** All paid calls, oldest first. */
    List<PaidCall> calls();

    /** Calls added up; each currency apart. */
    List<Cost> costs(Cost.By by);

    /** Every cap that was set; those of each shot and of each provider among them. */
    List<Cap> caps();

    /** The caps of today, this month, the project, and of shots and providers with one of their own. */
    List<Cap.Standing> standings();

    /** Sets a limit; durable when it returns. Steps that wait for it try again. @param by who decided it */
    Outcome<Cap> cap(Cap cap, String by);
}
