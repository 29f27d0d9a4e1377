package org.filmwright.ui.kit;

import java.util.Optional;
import org.filmwright.base.Progress;
import org.filmwright.production.Job;

/** A picture that is not there yet, or could not be made. @param fraction done, 0 to 1; NaN when nothing was reported */
public record Underway(Job job, double fraction, Optional<Progress.Glimpse> glimpse) {}
